internal import Messages

/// Pixels of masks and images as other languages read them: `label(row, column)`, `label.at(row, column)`, `label.pixels[row, column]`.
enum PixelPlaces {
  /// What is found.
  static func slips(in text: CellText) -> [Slip] {
    let names = names(in: text)
    guard !names.isEmpty else { return [] }
    return text.tokens.indices.compactMap { index -> Slip? in
      guard names.contains(text.tokens[index].text), !text.sees(".", at: index - 1) else { return nil }
      return slip(at: index, in: text)
    }
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

  /// The loops' names for a row and a column: those that count to a height and to a width; nil without both.
  static func loops(in text: CellText) -> (row: String, column: String)? {
    func counter(of side: String) -> String? {
      text.tokens.indices.first { index in
        text.sees("for", at: index)
          && text.tokens[text.indices(ofLine: text.tokens[index].line)].contains { $0.text == side }
      }.flatMap { text[at: $0 + 1]?.text }
    }
    guard let row = counter(of: "height"), let column = counter(of: "width") else { return nil }
    return (row, column)
  }
}
