internal import Labs
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
  /// What names of constants stand for, at this place of the program.
  private let constants: [String: WrittenValue]
  /// How many brackets, loops and calls this is within.
  var depth = 0
  let budget: Budget

  /// What may still be done, for everything that is asked at once.
  final class Budget {
    private var left = 4_000

    /// Takes one step; false where there is none left.
    func step() -> Bool {
      left -= 1
      return left >= 0
    }
  }

  /// So many brackets, loops and calls within one another are read.
  static let deepest = 16
  /// No layer reads more layers than this.
  static let mostInputs = 64

  /// - Parameters:
  ///   - page: the cell.
  ///   - cells: what the lab's cells define.
  ///   - constants: the numbers and texts that have a name at this place of the program.
  ///   - budget: what may still be done.
  init(_ page: WrittenCells.Page, _ cells: WrittenCells, constants: [String: WrittenValue], _ budget: Budget) {
    (self.page, self.cells, self.constants, self.budget) = (page, cells, constants, budget)
    scope = constants
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
      guard let value = reader.value(kind), reader.isAtEndOfLine else { continue }
      // Whole numbers alone are no `Double`, also where they cannot be worked out.
      if case .real = value, type == nil, !(start..<reader.index).contains(where: reader.isReal) { return nil }
      return value
    }
    return nil
  }

  private func isReal(_ index: Int) -> Bool {
    switch page.kind(at: index) {
    case .real?: true
    case .word(let name)?: if case .real? = scope[name] { true } else { false }
    default: false
    }
  }

  /// The network at a position: `Network("fcn") { … }`.
  ///
  /// - Parameter start: the position.
  /// - Returns: the network down to the first line that cannot be read, and whether that is all of it; nil without a first layer.
  func network(at start: Int) -> (network: Network, isWhole: Bool)? {
    var reader = self
    reader.index = start + 1
    guard reader.open(), let name = reader.text(), reader.take(")"), reader.take("{") else { return nil }
    var (layers, isWhole) = reader.layers()
    isWhole = isWhole && reader.isAtEndOfLine
    guard !layers.isEmpty else { return nil }
    return (Network(name, line: page.cell.line + page.pieces[start].line, layers: layers), isWhole)
  }

  /// What a constant or parameter of a type can be read as.
  private static let kinds: [(type: String, kind: CallValue.Kind)] = [
    ("Int", .whole), ("Double", .real), ("String", .text), ("Bool", .truth),
  ]

  /// Whether something may be called so that is neither a layer, nor a type, nor a word of Swift's.
  static func isName(_ name: String) -> Bool {
    guard let first = name.utf8.first, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first) else { return false }
    return !SwiftLexer.reservedWords.contains(name)
  }

  // MARK: Pieces

  var kind: CodePiece.Kind? { page.kind(at: index) }

  mutating func take(_ mark: String) -> Bool {
    guard kind == .mark(mark) else { return false }
    index += 1
    return true
  }

  /// Takes a parenthesis that belongs to the name before it.
  mutating func open() -> Bool { page.touch(index - 1, index) && take("(") }

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
    if case .word(let word) = page.pieces[index].kind { return word != "as" && word != "is" }
    return kind == .mark("}") || kind == .mark("@LayerBuilder")
  }

  // MARK: Layers

  /// The layers up to the closing brace, or to the first line that cannot be read.
  private mutating func layers() -> (found: [any Layer], isWhole: Bool) {
    var found: [any Layer] = []
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else { return ([], false) }
    while !take("}") {
      if take(";") {
        guard !found.isEmpty, kind != .mark(";") else { return (found, false) }
        continue
      }
      guard budget.step(), let name = word(), let made = name == "for" ? loop() : call(name), isAtEndOfLine else {
        return (found, false)
      }
      found += made
    }
    return (found, true)
  }

  /// All layers up to the closing brace; nil where one cannot be read.
  private mutating func allLayers() -> [any Layer]? {
    let (found, isWhole) = layers()
    return isWhole ? found : nil
  }

  /// `stage in 1...3 { … }`.
  private mutating func loop() -> [any Layer]? {
    guard let name = word(), name == "_" || Self.isName(name), word() == "in", let first = bound() else { return nil }
    let isClosed = kind == .mark("...")
    // A sign that touches one of its numbers alone, or another sign, belongs to that one.
    guard isClosed || kind == .mark("..<"), page.touch(index - 1, index) == page.touch(index, index + 1) else {
      return nil
    }
    index += 1
    guard let last = bound(), take("{") else { return nil }
    let (count, isTooMany) = last.subtractingReportingOverflow(first)
    // A range that is turned round stops the program.
    guard !isTooMany, count < 1_000, isClosed ? count >= 0 : count > 0 else { return nil }
    let (start, before) = (index, name == "_" ? nil : scope[name])
    var found: [any Layer] = []
    for number in 0..<(isClosed ? count + 1 : count) {
      index = start
      if name != "_" { scope[name] = .whole(first + number) }
      guard budget.step(), let made = allLayers() else { return nil }
      found += made
    }
    if name != "_" { scope[name] = before }
    return found
  }

  /// An end of a range, which begins with no sign.
  private mutating func bound() -> Int? { kind == .mark("-") ? nil : whole() }

  /// What a call of a layer or of a function of layers makes; the name is read already.
  private mutating func call(_ name: String) -> [any Layer]? {
    let line = page.cell.line + page.pieces[index - 1].line
    guard scope[name] == nil, open() else { return nil }
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
    var inside = constants
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
    return reader.allLayers()
  }
}
