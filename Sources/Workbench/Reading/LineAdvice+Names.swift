internal import Diagnostics
internal import Labs
internal import Messages
internal import SegLab

/// Lines in which something has another name or place than the lab asks for.
extension LineAdvice {
  /// The line of the layer that is meant where the lab asks for one of this name: nearly so called, or of the kind that such names are for and without a
  /// name that is asked for.
  func named(_ layer: String, near line: Int) -> Change? {
    guard let (page, _) = place(line) else { return nil }
    let asked = askedLayers(at: line)
    let reader = CallReader(text: page.text, context: ReadingContext(layers: asked))
    let layers = Self.calls(in: page.text).filter { CallSignature.of($0.name)?.isLayer == true && $0.isOnOneLine }
    let others = layers.compactMap { call -> (call: Call, name: String)? in
      let name = self.name(of: call, in: page.text)
      return asked.contains(name) ? nil : (call, name)
    }
    // `conv2` is no slip for `conv1`: another number is another layer.
    func stem(_ name: String) -> String { name.filter { !$0.isNumber } }
    let near = Spelling.nearest(to: layer, among: others.map(\.name).filter { !$0.isEmpty && stem($0) != stem(layer) })
    let typed = others.first { KoreanLayout.keys(of: $0.name) == layer }
    let found =
      typed ?? others.first { $0.name == near } ?? others.first { reader.layerName(of: $0.call.name) == layer }
    return found.flatMap { rename($0.call, to: layer, on: page) }
  }

  /// The line of a layer that reads one whose name was typed with the Korean layout left on, `"둧3ㅠ"`, with the name as it was meant.
  func typedInKorean(_ diagnostic: Diagnostic) -> (name: String, line: String)? {
    guard case .unknownInput(_, let found)? = diagnostic.summary as? NetworkPhrase,
      let keys = KoreanLayout.keys(of: found), let (page, row) = place(diagnostic.line),
      let place = page.text.indices(ofLine: row).last(where: { page.text.sees("\"\(found)\"", at: $0) })
    else { return nil }
    // A function calls the layers that it makes by what it is given and a letter.
    let isMade = page.text.tokens.contains { token in
      token.kind == .string && token.line != row
        && [keys, String(keys.dropLast())].contains(token.text.filter { $0 != "\"" })
    }
    guard isMade else { return nil }
    return (keys, page.text.applying([page.text.replace(place...place, by: "\"\(keys)\"")])[row])
  }

  /// A layer that has another's name, under one that the lab asks for and nothing has.
  func namedApart(_ line: Int) -> Change? {
    guard let (page, row) = place(line),
      let call = Self.calls(in: page.text).first(where: { page.text.tokens[$0.range.lowerBound].line == row })
    else { return nil }
    if let change = standsTwice(call, on: page) { return change }
    guard
      let name = CallReader(text: page.text, context: ReadingContext(layers: askedLayers(at: line)))
        .layerName(of: call.name)
    else { return nil }
    let asked = askedLayers(at: line)
    let found = self.name(of: call, in: page.text)
    // Of two `conv2` the first is `conv1`, where the lab has that before.
    if let place = asked.firstIndex(of: name), let other = asked.firstIndex(of: found), place < other,
      let first = maker(of: found, in: [page])
    {
      return rename(first.call, to: name, on: page)
    }
    return rename(call, to: name, on: page)
  }

  /// The second of two lines that are the same, gone.
  private func standsTwice(_ call: Call, on page: Page) -> Change? {
    let row = page.text.tokens[call.range.lowerBound].line
    let words = page.text.lines[row].trimmed
    guard page.text.lines[..<row].contains(where: { $0.trimmed == words }) else { return nil }
    return .remove(page.line + row)
  }

  private func rename(_ call: Call, to name: String, on page: Page) -> Change? {
    guard let signature = CallSignature.of(call.name) else { return nil }
    let own = call.arguments.first { $0.label == nil && page.text.tokens[$0.value.lowerBound].kind == .string }
    let edit =
      own.map { page.text.replace($0.value, by: "\"\(name)\"") }
      ?? call.inserting("\"\(name)\"", at: 0, of: signature, in: page.text)
    return .write(line: page.line + edit.line, page.text.applying([edit])[edit.line])
  }

  /// A line that would make one of these layers, and that the sign of a comment takes out of the program.
  ///
  /// - Parameters:
  ///   - layers: the layers that are missing; a function makes several of them, all called by what it is given first.
  ///   - line: a line of the cell in which they are asked for.
  /// - Returns: the line, the layer, and the line without the sign.
  public func commentedOut(anyOf layers: [String], near line: Int) -> (line: Int, layer: String, text: String)? {
    guard !layers.isEmpty, let (page, _) = place(line) else { return nil }
    for row in page.text.lines.indices {
      guard let written = page.text.comment(onLine: row, signs: ["//", "#"]) else { continue }
      let text = CellText([written])
      guard text.sees("(", at: 1), text[at: 2]?.kind == .string, text.closing(1) != nil else { continue }
      let name = text.tokens[2].text.filter { $0 != "\"" }
      // A function makes several layers, each called by what it is given and a letter.
      let isFunction = CallSignature.of(text.tokens[0].text) == nil
      let layer =
        layers.first { $0 == name }
        ?? layers.first { isFunction && $0.dropLast() == name && $0.last?.isLetter == true }
      if let layer, !name.isEmpty { return (page.line + row, layer, written) }
    }
    return nil
  }

  /// A line and the one below it, the other way round, where each makes one of two layers and nothing else.
  func exchanged(_ layer: String, _ other: String, on line: Int) -> SlipPhrase? {
    guard let (page, row) = place(line), isAlone(layer, on: line, of: page), isAlone(other, on: line + 1, of: page)
    else { return nil }
    return .writeLines(LineChange.text(of: [page.text.lines[row + 1], page.text.lines[row]]), through: line + 1)
  }

  /// Whether a line is the call that makes a layer, from its first piece to its last.
  private func isAlone(_ layer: String, on line: Int, of page: Page) -> Bool {
    guard let (_, call, lines) = maker(of: layer, in: [page]), lines == line...line else { return false }
    let pieces = page.text.indices(ofLine: line - page.line)
    return call.range.lowerBound == pieces.lowerBound && call.range.upperBound == pieces.upperBound - 1
  }

  /// A call that makes a layer of this name, with holes for what it cannot do without; nil where the name says no kind.
  public static func call(making layer: String) -> String? {
    let stem = layer.prefix { !$0.isNumber }
    let kinds = CallReader.stems.filter { $0.value.contains(String(stem)) }.keys
    guard kinds.count == 1, let kind = kinds.first, let signature = CallSignature.of(kind)
    else { return nil }
    return "\(kind)(\(["\"\(layer)\"", signature.needed].compactMap(\.self).joined(separator: ", ")))"
  }

  /// The line of the call that makes a layer of this name; nil where none does.
  public func line(of layer: String) -> Int? { maker(of: layer)?.lines.lowerBound }

  /// The line behind that call.
  public func line(behind layer: String) -> Int? { maker(of: layer).map { $0.lines.upperBound + 1 } }

  /// The call that makes a layer of this name, its cell, and the lines that it stands on.
  ///
  /// - Parameters:
  ///   - layer: the layer.
  ///   - some: the cells to look in; nil for all.
  /// - Returns: nil where no cell has such a call.
  func maker(of layer: String, in some: [Page]? = nil) -> (page: Page, call: Call, lines: ClosedRange<Int>)? {
    for page in some ?? pages {
      guard let call = Self.calls(in: page.text).first(where: { name(of: $0, in: page.text) == layer }) else {
        continue
      }
      let (first, last) = (page.text.tokens[call.range.lowerBound].line, page.text.tokens[call.range.upperBound].line)
      return (page, call, (page.line + first)...(page.line + last))
    }
    return nil
  }

  private func name(of call: Call, in text: CellText) -> String {
    guard let first = call.arguments.first, first.label == nil, text.tokens[first.value.lowerBound].kind == .string
    else {
      return ""
    }
    return text.text(first.value).filter { $0 != "\"" }
  }

  /// A layer that needs nothing but its name, with the one that the lab asks for, before a line.
  func made(_ kind: String, before line: Int) -> Change? {
    guard let (page, _) = place(line) else { return nil }
    let name = CallReader(text: page.text, context: ReadingContext(layers: askedLayers(at: line))).layerName(of: kind)
    return .insert("\(kind)(\(name.map { "\"\($0)\"" } ?? ""))", before: line)
  }

  /// The layers that the lab asks for in the cell that a line is in.
  private func askedLayers(at line: Int) -> [String] {
    lab.exercises.first { $0.lines.contains(line) }.map { lab.wantedLayers(in: $0.id) } ?? []
  }

  /// A constant under its name in the lab, where it is made on that line and used nowhere else in the cell.
  func renamed(_ found: String, to name: String, on line: Int) -> Change? {
    guard let (page, row) = place(line) else { return nil }
    let places = page.text.tokens.indices.filter { page.text.tokens[$0].kind == .word && page.text.sees(found, at: $0) }
    guard places.count == 1, let place = places.first, page.text.tokens[place].line == row else { return nil }
    return .write(line: line, page.text.applying([page.text.replace(place...place, by: name)])[row])
  }

  /// The one function of a cell under the name that the lab asks for.
  func renamedFunction(to name: String, near line: Int) -> Change? {
    guard let (page, _) = place(line) else { return nil }
    let heads = page.text.tokens.indices.filter { page.text.sees("func", at: $0 - 1) }
    guard heads.count == 1, let head = heads.first else { return nil }
    let row = page.text.tokens[head].line
    return .write(line: page.line + row, page.text.applying([page.text.replace(head...head, by: name)])[row])
  }

  /// The steps around a line in another order, where each stands on a line of its own.
  func reordered(_ order: [String], at line: Int) -> (line: Int, help: SlipPhrase)? {
    guard let (page, row) = place(line) else { return nil }
    let blocks = BuilderLines(page.text)
    guard let kind = blocks.kind(ofLine: row) else { return nil }
    let rows = page.text.lines.indices.filter {
      blocks.kind(ofLine: $0) == kind && !page.text.lines[$0].trimmed.isEmpty
    }
    let names = rows.map { page.text.tokens[page.text.indices(ofLine: $0)].first?.text ?? "" }
    guard let first = rows.first, let last = rows.last, last - first + 1 == rows.count,
      names.sorted() == order.sorted(),
      Set(names).count == names.count
    else { return nil }
    let lines = order.compactMap { name in names.firstIndex(of: name).map { page.text.lines[rows[$0]] } }
    return (page.line + first, .writeLines(LineChange.text(of: lines), through: page.line + last))
  }
}
