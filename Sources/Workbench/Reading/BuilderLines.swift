/// The lines of a cell that hold one layer or one step each: between the braces of a network, of a preprocessing, or of a function that makes layers.
struct BuilderLines {
  /// What stands on such a line.
  enum Kind { case layers, steps }

  private var kinds: [Int: Kind] = [:]

  /// Whether the cell has none.
  var isEmpty: Bool { kinds.isEmpty }

  /// What stands on a line; nil outside of such braces.
  func kind(ofLine line: Int) -> Kind? { kinds[line] }

  /// - Parameter text: the cell's text.
  init(_ text: CellText) {
    for index in text.tokens.indices {
      guard let (kind, open) = Self.block(at: index, in: text) else { continue }
      let first = text.tokens[open].line + 1
      for line in first..<max(first, Self.end(of: open, in: text)) { kinds[line] = kind }
    }
  }

  /// The brace that opens a block at `index`, and what stands in it.
  private static func block(at index: Int, in text: CellText) -> (kind: Kind, open: Int)? {
    switch text.tokens[index].text.lowercased() {
    case "network", "preprocessing":
      var open = index + 1
      if text.sees("(", at: open), let close = text.closing(open) { open = close + 1 }
      guard text.sees("{", at: open) else { return nil }
      return (text.tokens[index].text.lowercased() == "network" ? .layers : .steps, open)
    case "->":
      let isList = text.sees("[", at: index + 1) && text.sees("any", at: index + 2) && text.sees("Layer", at: index + 3)
      return isList && text.sees("]", at: index + 4) && text.sees("{", at: index + 5) ? (.layers, index + 5) : nil
    default: return nil
    }
  }

  /// The line behind a block's last: that of the brace that closes it, or where that is missing the next one that is not indented.
  private static func end(of open: Int, in text: CellText) -> Int {
    if let close = text.closing(open) { return text.tokens[close].line }
    let below = text.lines.indices.dropFirst(text.tokens[open].line + 1)
    return below.first { !text.lines[$0].trimmed.isEmpty && Brackets.indentation(text.lines[$0]) == 0 }
      ?? text.lines.count
  }
}
