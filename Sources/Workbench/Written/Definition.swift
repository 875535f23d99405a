/// What a cell defines outside of all brackets.
struct Definition {
  /// What is defined.
  enum Kind {
    /// A constant: its type as written, nil for none, and the position of the first piece behind `=`.
    case constant(type: String?, Int)
    /// A function with `@LayerBuilder` before it, and the position behind its name.
    case layers(Int)
    /// Any other function.
    case function
  }

  let name: String
  let kind: Kind

  /// What a cell defines, in order; nil where anything else stands outside of brackets, which might make numbers, layers or operators mean
  /// something else.
  static func all(in page: WrittenCells.Page) -> [Definition]? {
    guard !page.pieces.contains(where: { $0.kind == .directive }) else { return nil }
    var found: [Definition] = []
    var isBuilder = false
    for statement in statements(of: page) {
      var start = statement[0]
      if page.kind(at: start) == .mark("@LayerBuilder"), !isBuilder {
        isBuilder = true
        guard statement.count > 1 else { continue }
        start += 1
      }
      guard let definition = definition(at: start, isBuilder, in: page) else { return nil }
      // Two words behind one another, or one behind a bracket, are two statements or none.
      let rest = statement.drop { $0 < start + 2 }
      guard !rest.contains(where: { isLoose($0, in: page) }) else { return nil }
      if case .constant = definition.kind, rest.contains(where: { page.kind(at: $0) == .mark(",") }) { return nil }
      found.append(definition)
      isBuilder = false
    }
    return isBuilder ? nil : found
  }

  private static func definition(at start: Int, _ isBuilder: Bool, in page: WrittenCells.Page) -> Definition? {
    guard case .word(let word)? = page.kind(at: start), case .word(let name)? = page.kind(at: start + 1) else {
      return nil
    }
    switch word {
    case "func": return Definition(name: name, kind: isBuilder ? .layers(start + 2) : .function)
    case "let" where !isBuilder:
      var type: String?
      var sign = start + 2
      if page.kind(at: sign) == .mark(":"), case .word(let written)? = page.kind(at: sign + 1) {
        type = written
        sign += 2
      }
      return page.kind(at: sign) == .mark("=") ? Definition(name: name, kind: .constant(type: type, sign + 1)) : nil
    default: return nil
    }
  }

  /// The positions outside of all brackets, statement by statement; an opening bracket and its closing one are both among them.
  private static func statements(of page: WrittenCells.Page) -> [[Int]] {
    var all: [[Int]] = []
    var depth = 0
    var isNew = true
    for (index, piece) in page.pieces.enumerated() {
      let isOutside = depth == 0
      if piece.kind.isOpening { depth += 1 }
      if piece.kind.isClosing { depth -= 1 }
      guard isOutside || depth == 0 else { continue }
      if piece.kind == .mark(";"), isOutside {
        isNew = true
        continue
      }
      if isOutside, index > 0, piece.line > page.pieces[index - 1].line, !goesOn(from: index - 1, in: page) {
        isNew = true
      }
      if isNew { all.append([]) }
      isNew = false
      all[all.count - 1].append(index)
    }
    return all
  }

  /// Whether the line that begins behind a piece belongs to the one above.
  private static func goesOn(from index: Int, in page: WrittenCells.Page) -> Bool {
    if case .mark(let mark)? = page.kind(at: index + 1), ".{?:+-*/%=".contains(mark) || mark == "->" { return true }
    if page.kind(at: index + 1) == .other { return true }
    guard case .mark(let mark)? = page.kind(at: index) else { return page.kind(at: index) == .other }
    return ",.?:+-*/%=".contains(mark) || mark == "->"
  }

  /// Whether a word stands behind another word, or behind a bracket, where no arrow or type calls for it.
  private static func isLoose(_ index: Int, in page: WrittenCells.Page) -> Bool {
    guard case .word(let word)? = page.kind(at: index) else { return false }
    if ["as", "is", "throws", "async", "where"].contains(word) { return false }
    switch page.kind(at: index - 1) {
    case .word(let before)?: return !["any", "some", "try", "as", "is", "throws", "async", "where"].contains(before)
    case .mark(")")?, .mark("]")?, .mark("}")?, .whole?, .real?, .text?: return true
    default: return false
    }
  }
}

extension CodePiece.Kind {
  fileprivate var isOpening: Bool { [.mark("{"), .mark("("), .mark("[")].contains(self) }
  fileprivate var isClosing: Bool { [.mark("}"), .mark(")"), .mark("]")].contains(self) }
}
