internal import SegLab

/// Reads the layers of a network from its text: calls, loops, functions of layers, and calculations with whole numbers.
///
/// Whatever it is not sure of it does not read: what it returns is what the compiler's program would hand over.
struct NetworkReader {
  private(set) var page: WrittenCells.Page
  private let cells: WrittenCells
  /// The position of the next piece.
  var index = 0
  /// What names stand for.
  var scope: [String: WrittenValue]
  /// How many brackets, loops and calls this is within.
  var depth = 0
  let steps = Budget()

  /// What may still be done, together with all that is called.
  final class Budget {
    var left = 4_000
  }

  /// So many brackets, loops and calls within one another are read.
  static let deepest = 16

  /// - Parameters:
  ///   - page: the cell.
  ///   - cells: what the lab's cells define.
  init(_ page: WrittenCells.Page, _ cells: WrittenCells) {
    (self.page, self.cells) = (page, cells)
    scope = cells.constants
  }

  /// The number, text or truth at a position, where nothing but it stands on its line.
  ///
  /// - Parameters:
  ///   - start: the position.
  ///   - type: the type that is written before it; nil where none is.
  /// - Returns: the value; nil where it is of another type, or cannot be read.
  func constant(at start: Int, type: String?) -> WrittenValue? {
    var reader = self
    let kinds = type.map { type in Self.kinds.filter { $0.type == type } } ?? Self.kinds
    for (_, kind) in kinds {
      reader.index = start
      if let value = reader.value(kind), reader.isAtEndOfLine { return value }
    }
    return nil
  }

  /// The network whose name is at a position: `"fcn") { … }`.
  func network(at start: Int) -> Network? {
    var reader = self
    reader.index = start
    guard let name = reader.text(), reader.take(")"), reader.take("{") else { return nil }
    let line = page.pieces[start].line
    guard let layers = reader.layers(), reader.isAtEndOfLine else { return nil }
    return Network(name, line: page.cell.line + line, layers: layers)
  }

  /// What a constant or parameter of a type can be read as.
  private static let kinds: [(type: String, kind: CallValue.Kind)] = [
    ("Int", .whole), ("Double", .real), ("String", .text), ("Bool", .truth),
  ]

  // MARK: Pieces

  var kind: CodePiece.Kind? { page.kind(at: index) }

  mutating func take(_ mark: String) -> Bool {
    guard kind == .mark(mark) else { return false }
    index += 1
    return true
  }

  mutating func word() -> String? {
    guard case .word(let word)? = kind else { return nil }
    index += 1
    return word
  }

  /// Whether what was read is the last on its line, so that nothing can belong to it.
  private var isAtEndOfLine: Bool {
    guard index > 0, page.pieces.indices.contains(index) else { return true }
    guard page.pieces[index].line > page.pieces[index - 1].line else {
      return kind == .mark("}") || kind == .mark(";")
    }
    // A line that begins with a sign may go on with the last one.
    if case .word = page.pieces[index].kind { return true }
    return kind == .mark("}") || [.mark("@LayerBuilder"), .mark("@MainActor")].contains(kind)
  }

  // MARK: Layers

  /// The layers up to the closing brace.
  private mutating func layers() -> [any Layer]? {
    var found: [any Layer] = []
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else { return nil }
    while !take("}") {
      if take(";") {
        guard !found.isEmpty, kind != .mark(";") else { return nil }
        continue
      }
      steps.left -= 1
      guard steps.left > 0, let name = word(), let made = name == "for" ? loop() : call(name), isAtEndOfLine else {
        return nil
      }
      found += made
    }
    return found
  }

  /// `stage in 1...3 { … }`.
  private mutating func loop() -> [any Layer]? {
    guard let name = word(), word() == "in", let first = whole() else { return nil }
    let isClosed = take("...")
    guard isClosed || take("..<"), let last = whole(), take("{") else { return nil }
    let (count, isTooMany) = last.subtractingReportingOverflow(first)
    // A range that is turned round stops the program.
    guard !isTooMany, count < 1_000, isClosed ? count >= 0 : count > 0 else { return nil }
    let (start, before) = (index, name == "_" ? nil : scope[name])
    var found: [any Layer] = []
    for number in 0..<(isClosed ? count + 1 : count) {
      index = start
      steps.left -= 1
      if name != "_" { scope[name] = .whole(first + number) }
      guard steps.left > 0, let made = layers() else { return nil }
      found += made
    }
    if name != "_" { scope[name] = before }
    return found
  }

  /// What a call of a layer or of a function of layers makes; the name is read already.
  private mutating func call(_ name: String) -> [any Layer]? {
    let line = page.cell.line + page.pieces[index - 1].line
    guard take("(") else { return nil }
    if let function = cells.functions[name] { return made(by: function) }
    guard let signature = CallSignature.of(name), signature.isLayer else { return nil }
    var values: [String: WrittenValue] = [:]
    var position = 0
    while !take(")") {
      let label = self.label()
      guard let next = signature.parameters[position...].firstIndex(where: { $0.label == label ?? "_" }) else {
        return nil
      }
      let parameter = signature.parameters[next]
      guard let value = value(parameter.kind) else { return nil }
      values[parameter.label] = value
      position = next + 1
      guard take(",") else {
        guard take(")") else { return nil }
        break
      }
      if kind == .mark(")") { return nil }
    }
    guard signature.parameters.allSatisfy({ $0.needed == 0 || values[$0.label] != nil }) else { return nil }
    return Network.layer(name, values, line: line).map { [$0] }
  }

  /// The label before a value: nil where there is none.
  mutating func label() -> String? {
    guard case .word(let label)? = kind, page.kind(at: index + 1) == .mark(":") else { return nil }
    index += 2
    return label
  }

  private mutating func made(by function: WrittenCells.Function) -> [any Layer]? {
    var inside = cells.constants
    for (number, parameter) in function.parameters.enumerated() {
      guard label() == parameter.label, let kind = Self.kinds.first(where: { $0.type == parameter.type })?.kind,
        let value = value(kind)
      else { return nil }
      inside[parameter.name] = value
      guard number == function.parameters.count - 1 || take(",") else { return nil }
    }
    guard take(")") else { return nil }
    var reader = self
    (reader.page, reader.index, reader.scope) = (function.page, function.body, inside)
    return reader.layers()
  }
}
