import Diagnostics
import Messages

/// Finds the cells among the fenced blocks of a file and says what is wrong with their fences.
struct CellReader {
  /// So many cells a file may have.
  static let most = 1000

  private let source: SourceText
  /// The names that cells have which are hidden in an open fence: nothing is to be said about what refers to them.
  private(set) var hiddenNames: Set<String> = []
  /// The names of cells that others are for.
  private var asked: Set<String> = []

  init(_ source: SourceText) { self.source = source }

  /// The cells of an outline, in order.
  mutating func cells(in outline: MarkdownOutline, _ diagnostics: inout DiagnosticList) -> [RawCell] {
    var cells: [RawCell] = []
    let words = outline.fences.flatMap { Self.words(of: $0.mark).map(\.word) }
    asked = Set(words.compactMap(Self.attribute).filter { !$0.kind.targets.isEmpty }.map(\.name))
    checkSingleLines(outside: outline.fences, besides: Set(words), &diagnostics)
    for (number, fence) in outline.fences.enumerated() {
      checkEnd(of: fence, behind: number > 0 ? outline.fences[number - 1] : nil, &diagnostics)
      guard let cell = cell(fence, &diagnostics) else { continue }
      guard cells.count < Self.most else {
        diagnostics.error(cell.place, .tooManyCells(limit: Self.most), help: .divide)
        break
      }
      cells.append(cell)
    }
    return cells
  }

  /// The words of a fence's first line with their columns.
  private static func words(of mark: FenceMark) -> [(word: String, column: Int)] {
    var words: [(String, Int)] = []
    var column = mark.infoColumn
    for part in mark.info.split(omittingEmptySubsequences: false, whereSeparator: { $0 == " " || $0 == "\t" }) {
      if !part.isEmpty { words.append((String(part), column)) }
      column += part.utf8.count + 1
    }
    return words
  }

  private mutating func cell(_ fence: Fence, _ diagnostics: inout DiagnosticList) -> RawCell? {
    let words = Self.words(of: fence.mark)
    guard let first = words.first else { return nil }
    // Prose may show code of any language; only what looks like an attribute makes a cell. A fence may lack its language.
    let isBare = Self.attribute(first.word) != nil
    let rest = isBare ? words[...] : words.dropFirst()
    var found: [(kind: CellKind, name: String?, place: Place)] = []
    var hasMistake = false
    for (word, column) in rest {
      let place = Place(line: fence.firstLine, column: column)
      if let (kind, name) = Self.attributeOfOtherSigns(word) {
        hiddenNames.insert(name)
        diagnostics.error(
          place, .unknownAttribute(word),
          help: .beginFenceWith(kind.opening(name, in: first.word, signs: fence.mark.closing)))
        return nil
      }
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      if let kind = CellKind(rawValue: parts[0]) {
        found.append((kind, parts.count == 2 ? parts[1] : nil, place))
      } else if parts.count == 2 || isNearKind(parts[0], of: first.word) || !found.isEmpty {
        hasMistake = true
        if parts.count == 2 { hiddenNames.insert(parts[1]) }
        let near = Spelling.nearest(to: parts[0], among: CellKind.allCases.map(\.rawValue))
        // `exercise = name`: the lonely sign says most clearly what happened.
        if let last = found.last, last.name == nil || last.name == "", last.kind != .given {
          let kind = last.kind.rawValue
          let name = rest.map(\.word).last { Self.isName($0) && CellKind(rawValue: $0) == nil }
          diagnostics.error(
            last.place, .cellNeedsName(kind: kind),
            help: name.map { .beginFenceWith(last.kind.opening($0, in: first.word, signs: fence.mark.closing)) }
              ?? .giveName(kind: kind))
          name.map { _ = hiddenNames.insert($0) }
          return nil
        }
        // `answer=overlap c`: what belongs into the cell stands behind its name.
        if let last = found.last, let name = last.name, Self.isName(name), parts.count == 1 {
          let words = rest.drop { $0.column < column }.map(\.word).joined(separator: " ")
          hiddenNames.insert(name)
          // `exercise=first training`: what stands behind is the name.
          if asked.contains(words), !asked.contains(name) {
            hiddenNames.insert(words)
            diagnostics.error(
              last.place, .unknownAttribute("\(last.kind.rawValue)=\(name) \(words)"),
              help: .beginFenceWith(last.kind.opening(words, in: first.word, signs: fence.mark.closing)))
            return nil
          }
          diagnostics.error(
            place, .unknownAttribute(words),
            help: .wordsBelow(last.kind.opening(name, in: first.word, signs: fence.mark.closing), words: words))
          return nil
        }
        let isAlone = rest.count == 1 && parts.count == 2 && Self.isName(parts[1])
        let help = near.flatMap(CellKind.init).map { kind -> LabAdvicePhrase in
          isAlone
            ? .beginFenceWith(kind.opening(parts[1], in: first.word, signs: fence.mark.closing))
            : .didYouMean(parts.count == 2 ? "\(kind.rawValue)=\(parts[1])" : kind.rawValue)
        }
        diagnostics.error(
          place, .unknownAttribute(word), help: help ?? .oneOf(CellKind.allCases.map(\.rawValue)))
      }
    }
    guard let only = found.first, !hasMistake else { return nil }
    guard found.count == 1 else {
      diagnostics.error(found[1].place, .severalKinds(found.map(\.kind.rawValue)), help: .splitCell)
      return nil
    }
    return cell(fence, only.kind, only.name, only.place, language: isBare ? "" : first.word, &diagnostics)
  }

  private func cell(
    _ fence: Fence, _ kind: CellKind, _ name: String?, _ place: Place, language: String,
    _ diagnostics: inout DiagnosticList
  ) -> RawCell? {
    let word = kind.rawValue
    if kind == .given {
      if name != nil {
        diagnostics.error(place, .cellTakesNoName(kind: word), help: .leaveOutName(kind: word))
        return nil
      }
    } else {
      guard let name, !name.isEmpty else {
        diagnostics.error(place, .cellNeedsName(kind: word), help: .giveName(kind: word))
        return nil
      }
      guard Self.isName(name) else {
        let namePlace = Place(line: place.line, column: place.column + word.utf8.count + 1)
        diagnostics.error(namePlace, .badName(name), help: .nameRule)
        return nil
      }
    }
    let namePlace = Place(line: place.line, column: place.column + (kind == .given ? 0 : word.utf8.count + 1))
    if !kind.languages.contains(language) {
      diagnostics.error(
        Place(line: place.line, column: fence.mark.infoColumn),
        .wrongLanguage(kind: word, expected: kind.languages[0], found: language),
        help: .beginFenceWith(kind.opening(name ?? "", signs: fence.mark.closing)))
    }
    if !fence.isAtMargin {
      diagnostics.error(
        Place(line: fence.firstLine, column: fence.mark.indent + 1), .cellNotAtMargin, help: .moveToMargin)
    }
    return RawCell(kind: kind, name: name ?? "", namePlace: namePlace, fence: fence)
  }

  /// Whether a word without `=` is so near to a kind of cell that one is meant: `exercise`, `givne`.
  private func isNearKind(_ word: String, of language: String) -> Bool {
    guard CellKind.allCases.contains(where: { $0.languages.contains(language) }) else { return false }
    return Spelling.nearest(to: word, among: CellKind.allCases.map(\.rawValue)) != nil
  }

  /// What a word such as `hint=network` says.
  private static func attribute(_ word: String) -> (kind: CellKind, name: String)? {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, let kind = CellKind(rawValue: parts[0]) else { return nil }
    return (kind, parts[1])
  }

  /// What a word such as `hint：network` was to say, with another sign than `=`.
  private static func attributeOfOtherSigns(_ word: String) -> (kind: CellKind, name: String)? {
    guard let sign = word.firstIndex(where: { "＝：:".contains($0) }),
      let kind = CellKind(rawValue: String(word[..<sign]))
    else { return nil }
    let name = String(word[word.index(after: sign)...])
    return isName(name) ? (kind, name) : nil
  }

  /// Says where a fence is left open, which hides the cells below it.
  ///
  /// - Parameters:
  ///   - fence: the fence.
  ///   - before: the one before it; nil for none.
  ///   - diagnostics: where mistakes are noted.
  private mutating func checkEnd(of fence: Fence, behind before: Fence?, _ diagnostics: inout DiagnosticList) {
    var hidden: Int?
    for line in fence.bodyLines where line <= source.lineCount {
      let text = source.bytes[source.range(ofLine: line)]
      guard let mark = FenceMark(text), mark.character == fence.mark.character, mark.count >= fence.mark.count else {
        continue
      }
      guard let cell = Self.words(of: mark).lazy.compactMap({ Self.attribute($0.word) }).first else { continue }
      hidden = hidden ?? line
      hiddenNames.insert(cell.name)
    }
    let place = Place(line: fence.firstLine, column: fence.mark.indent + 1)
    let own = Self.words(of: fence.mark).lazy.compactMap { Self.attribute($0.word) }.first?.name
    let first = fence.bodyLines.first { $0 <= source.lineCount && !source.isBlank(line: $0) }
    if fence.mark.info.isEmpty, hidden != nil || !fence.isClosed, let opening = lostOpening(above: fence.firstLine) {
      // What was to open the cell is text to CommonMark, and what was to close it opens another.
      diagnostics.error(Place(line: opening.line, column: 1), opening.phrase, help: opening.help)
    } else if fence.mark.info.isEmpty, hidden != nil, let (open, end) = before.flatMap(openAnswer) {
      // What it took for its end was the beginning of a block in the prose below it.
      diagnostics.error(
        Place(line: open.firstLine, column: open.mark.indent + 1), .fenceNotClosed,
        help: .closeFenceBefore(open.mark.closing, line: end))
    } else if let hidden, hidden == first, own != nil, hiddenNames.contains(own ?? "") {
      // A cell copied with its fences into itself.
      diagnostics.error(Place(line: hidden, column: 1), MisplacedPhrase.fenceInCell, help: .removePastedFences)
    } else if let hidden {
      let signs = end(of: fence, before: hidden)
      diagnostics.error(
        place, .fenceSwallowsCell(line: hidden),
        help: signs ?? .closeFenceBefore(fence.mark.closing, line: proseLine(in: fence, before: hidden) ?? hidden))
    } else if !fence.isClosed, fence.isAtMargin {
      let signs = end(of: fence, before: fence.lastLine + 1)
      diagnostics.error(place, .fenceNotClosed, help: signs ?? .closeFence(fence.mark.closing))
    }
  }

  /// An answer with a blank line and prose of the lab's behind it, a heading or a longer line, and that line; nil where it is none.
  private func openAnswer(_ fence: Fence) -> (fence: Fence, end: Int)? {
    let kind = Self.words(of: fence.mark).lazy.compactMap { Self.attribute($0.word)?.kind }.first
    guard kind == .answer, let blank = fence.bodyLines.first(where: { source.isBlank(line: $0) }),
      fence.bodyLines.contains(where: { line in
        line > blank && source.line(line).map { $0.hasPrefix("#") || $0.utf8.count > 100 } ?? false
      })
    else { return nil }
    return (fence, blank)
  }

  /// Says where a whole cell stands on one line, which makes code within a line of it: ```` ```text answer=weights 2500``` ````.
  ///
  /// Prose may speak of a cell so: it is one where it ends with its backticks, holds something, and no fence says the same.
  private mutating func checkSingleLines(
    outside fences: [Fence], besides known: Set<String>, _ diagnostics: inout DiagnosticList
  ) {
    var rest = fences[...]
    var found = 0
    for line in 1..<max(1, source.lineCount + 1) where source.bytes[source.range(ofLine: line)].starts(with: "```".utf8)
    {
      while let fence = rest.first, fence.lastLine < line { rest.removeFirst() }
      if let fence = rest.first, fence.firstLine <= line { continue }
      let text = (source.line(line) ?? "").drop { $0 == "`" }
      guard found < Self.most, text.hasSuffix("```"), let end = text.firstIndex(of: "`"),
        text[end...].allSatisfy({ $0 == "`" })
      else { continue }
      let words = text[..<end].split { $0.isWhitespace }.map(String.init)
      guard let place = words.firstIndex(where: { Self.attribute($0) != nil }), let cell = Self.attribute(words[place]),
        place + 1 < words.count, !known.contains(words[place])
      else { continue }
      found += 1
      hiddenNames.insert(cell.name)
      diagnostics.error(
        Place(line: line, column: 1), .cellOnOneLine,
        help: .wordsBelow(
          cell.kind.opening(cell.name, in: words[0]), words: words[(place + 1)...].joined(separator: " ")))
    }
  }

  /// The blank line behind which a cell of Swift that nothing ends seems to go on as prose; nil where all of it may be Swift.
  private func proseLine(in fence: Fence, before end: Int) -> Int? {
    guard Self.words(of: fence.mark).first?.word == "swift" else { return nil }
    let words = [
      "let ", "var ", "func ", "if ", "for ", "while ", "return", "guard ", "//", "/*", "@", "}", ")", "]", " ", "\t",
    ]
    return fence.bodyLines.first { line in
      guard line < end, source.isBlank(line: line),
        let next = (line + 1..<max(end, line + 1)).first(where: { !source.isBlank(line: $0) }),
        let text = source.line(next)
      else { return false }
      return !words.contains { text.hasPrefix($0) }
    }
  }

  /// So many lines above a fence are looked at for what should have opened it.
  private static let longestCell = 300

  /// The line above that was meant to open a cell: indented so far that it is text, or with quotes for backticks; nil where a fence at the
  /// margin comes first.
  private mutating func lostOpening(above line: Int) -> (line: Int, phrase: LabPhrase, help: LabAdvicePhrase)? {
    for line in stride(from: line - 1, through: max(1, line - Self.longestCell), by: -1) {
      let text = source.bytes[source.range(ofLine: line)]
      if let (kind, name, language) = Self.quoted(source.line(line) ?? "") {
        hiddenNames.insert(name)
        return (line, .fenceOfQuotes, .beginFenceWith(kind.opening(name, in: language)))
      }
      let start = text.prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }.count
      guard let mark = FenceMark(text, from: start) else { continue }
      guard start > 3 || text.first == UInt8(ascii: "\t"),
        let cell = Self.words(of: mark).lazy.compactMap({ Self.attribute($0.word) }).first
      else { return nil }
      hiddenNames.insert(cell.name)
      return (line, .cellNotAtMargin, .moveToMargin)
    }
    return nil
  }

  /// What a line says that begins like a fence of quotes: `'''swift exercise=network`.
  private static func quoted(_ line: String) -> (kind: CellKind, name: String, language: String)? {
    let rest = line.drop { "'´‘’\"“”`｀＇＂₩￦".contains($0) }
    guard line.count - rest.count >= 2, !line.hasPrefix("```"), !rest.contains("`") else { return nil }
    let words = rest.split { $0.isWhitespace }.prefix(4).map(String.init)
    return words.lazy.compactMap(attribute).first.map { ($0.kind, $0.name, words[0]) }
  }

  /// What was meant to end a block before a line: signs that look like its fence, or the fence behind words; nil where neither is.
  private func end(of fence: Fence, before end: Int) -> LabAdvicePhrase? {
    let closing = fence.mark.closing
    if let signs = signs(like: fence, before: end) {
      return .fenceForSigns(found: signs.found, fence: closing, line: signs.line)
    }
    for line in fence.bodyLines where line < end && line <= source.lineCount {
      var words = source.line(line) ?? ""
      while words.last?.isWhitespace == true { words.removeLast() }
      guard words.hasSuffix(closing), words.count > closing.count else { continue }
      words.removeLast(closing.count)
      while words.last?.isWhitespace == true { words.removeLast() }
      return .fenceOnOwnLine(words: String(words.drop { $0.isWhitespace }), fence: closing, line: line)
    }
    return nil
  }

  /// The first line of a block, down to `end`, that holds nothing but signs which look like its fence.
  private func signs(like fence: Fence, before end: Int) -> (found: String, line: Int)? {
    for line in fence.bodyLines where line < end && line <= source.lineCount {
      let words = (source.line(line) ?? "").filter { $0 != " " && $0 != "\t" && $0 != "\r" }
      guard (1...6).contains(words.count), words.allSatisfy({ "'`´‘’\"“”~｀＇＂～₩￦".contains($0) }) else { continue }
      return (words, line)
    }
    return nil
  }

  /// Whether a word can be the name of a cell: letters from a to z, digits, `-` and `_`, a letter first, at most 64.
  static func isName(_ word: String) -> Bool {
    guard let first = word.utf8.first, isLetter(first), word.utf8.count <= 64 else { return false }
    return word.utf8.allSatisfy { byte in
      isLetter(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "-")
        || byte == UInt8(ascii: "_")
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}
