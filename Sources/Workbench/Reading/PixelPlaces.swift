internal import Messages

/// Pixels of masks and images as other languages read them: `label(row, column)`, `label.at(row, column)`, `label.pixels[row, column]`.
enum PixelPlaces {
  /// What is found.
  static func slips(in text: CellText) -> [Slip] {
    let names = names(in: text)
    guard !names.isEmpty else { return [] }
    return text.tokens.indices.compactMap { index -> Slip? in
      guard names.contains(text.tokens[index].text), !text.sees(".", at: index - 1) else { return nil }
      return shapes(at: index, names, in: text) ?? slip(at: index, in: text)
    }
  }

  private static let shapeWords: Set<String> = ["shape", "size", "dimensions"]

  /// `prediction.shape != label.shape`, which compares what has a height and a width.
  private static func shapes(at index: Int, _ names: Set<String>, in text: CellText) -> Slip? {
    guard text.sees(".", at: index + 1), shapeWords.contains(text[at: index + 2]?.text ?? ""),
      let sign = text[at: index + 3]?.text, ["!=", "=="].contains(sign), let other = text[at: index + 4]?.text,
      names.contains(other), text.sees(".", at: index + 5), shapeWords.contains(text[at: index + 6]?.text ?? ""),
      !["[", "."].contains(text[at: index + 7]?.text)
    else { return nil }
    let name = text.tokens[index].text
    let written = ["height", "width"].map { "\(name).\($0) \(sign) \(other).\($0)" }
      .joined(separator: sign == "!=" ? " || " : " && ")
    let line = text.tokens[text.indices(ofLine: text.tokens[index].line)]
    let isAlone = !line.contains { ["&&", "||", "!", "?"].contains($0.text) }
    return .foreign(index...(index + 6), isAlone ? written : "(\(written))", .numpy, in: text)
  }

  /// The names of masks and images: parameters and variables.
  static func names(in text: CellText) -> Set<String> {
    var names = Set<String>()
    for index in text.tokens.indices where ["Mask", "Image"].contains(text.tokens[index].text) {
      guard let sign = text[at: index - 1]?.text, sign == ":" || sign == "=", let name = text[at: index - 2],
        name.kind == .word
      else { continue }
      names.insert(name.text)
    }
    return names
  }

  private static func slip(at index: Int, in text: CellText) -> Slip? {
    var open = index + 1
    let isMember =
      text.sees(".", at: open) && ["at", "get", "pixel", "pixels", "item"].contains(text[at: open + 1]?.text)
    if isMember { open += 2 }
    guard let bracket = text[at: open]?.text, ["(", "[", "{"].contains(bracket), isMember || bracket != "[",
      let close = text.closing(open), text.tokens[close].line == text.tokens[index].line, text.touch(open - 1, open)
    else { return nil }
    let places = Call.arguments(from: open, to: close, in: text).map { text.text($0) }
    guard places.count == 2 else { return nil }
    let written = "\(text.tokens[index].text)[\(places.joined(separator: ", "))]"
    return Slip(
      text.tokens[index], .pixelPlace(found: text.text(index...close), written: written),
      [text.replace(index...close, by: written)])
  }

  /// The loops' names for a row and a column: those that count to a height and to a width.
  ///
  /// - Parameters:
  ///   - index: where both loops have to be open; nil for anywhere.
  ///   - text: the text.
  /// - Returns: nil without both.
  static func loops(around index: Int? = nil, in text: CellText) -> (row: String, column: String)? {
    func isOpen(_ start: Int) -> Bool {
      guard let index else { return true }
      guard start < index, let open = (start..<index).first(where: { text.sees("{", at: $0) }) else { return false }
      return text.closing(open).map { $0 > index } ?? true
    }
    func counter(of side: String) -> String? {
      text.tokens.indices.first { place in
        text.sees("for", at: place) && isOpen(place)
          && text.tokens[text.indices(ofLine: text.tokens[place].line)].contains { $0.text == side }
      }.flatMap { text[at: $0 + 1]?.text }
    }
    guard let row = counter(of: "height"), let column = counter(of: "width") else { return nil }
    return (row, column)
  }

  /// What a sum over whole masks adds at each pixel, where it stands within the loops over them: of `np.sum(prediction * label)` that is
  /// `prediction[row, column] * label[row, column]`.
  ///
  /// - Parameters:
  ///   - value: what is added up.
  ///   - index: where it stands.
  ///   - text: the text.
  /// - Returns: nil outside of loops, and where something else than masks and images is added up.
  static func term(of value: String, at index: Int, in text: CellText) -> String? {
    guard let loops = loops(around: index, in: text) else { return nil }
    let (names, pieces) = (names(in: text), CellText([value]))
    let words = pieces.tokens.indices.filter { pieces.tokens[$0].kind == .word && !pieces.sees("[", at: $0 - 1) }
    let signs = pieces.tokens.filter { $0.kind == .mark }.map(\.text)
    guard !words.isEmpty, words.allSatisfy({ names.contains(pieces.tokens[$0].text) }),
      signs.allSatisfy({ ["(", ")", "*", "+", "-", "&"].contains($0) })
    else { return nil }
    var edits = words.map {
      pieces.replace($0...$0, by: "\(pieces.tokens[$0].text)[\(loops.row), \(loops.column)]")
    }
    edits += pieces.tokens.indices.filter { pieces.sees("&", at: $0) }.map { pieces.replace($0...$0, by: "*") }
    // All of it in brackets needs none, where one sign stands in it.
    if pieces.closing(0) == pieces.tokens.count - 1, pieces.sees("(", at: 0), signs.count == 3 {
      edits += [0, pieces.tokens.count - 1].map { pieces.replace($0...$0, by: "") }
    }
    return pieces.applying(edits).first
  }
}
