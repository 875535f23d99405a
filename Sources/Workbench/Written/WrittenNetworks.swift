public import Labs
public import SegLab

/// A network as it is read from a lab's text, without the compiler.
public struct WrittenNetwork: Sendable {
  /// The constant that holds it.
  public let constant: String
  /// The cell that makes the constant.
  public let cell: String
  /// The network.
  public let network: Network

  /// The networks that an exercise makes, as far as they can be read at once: for whoever types, in the moment before the compiler answers.
  ///
  /// Read are calls of layers with numbers, texts and words, calculations with them, loops, and functions that do no more. Of anything
  /// else nothing is said: the compiler has the last word, and judges alone.
  /// - Parameters:
  ///   - lab: the lab.
  ///   - cell: the exercise.
  ///   - text: what stands in it now.
  /// - Returns: the networks in order.
  public static func all(in lab: Lab, cell: String, asOf text: String) -> [WrittenNetwork] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let cells = Cell.all(in: lab).map { $0.isExercise && $0.id == cell ? $0.with(lines) : $0 }
    return WrittenCells(cells).networks(in: cell)
  }
}

/// The cells of a lab, as far as networks can be read from them.
struct WrittenCells {
  /// A function that makes layers.
  struct Function {
    /// Its parameters in order: the label, nil for none, the name and the type.
    let parameters: [(label: String?, name: String, type: String)]
    /// The position of the first piece behind `{`.
    let body: Int
    let page: Page
  }

  /// A cell in pieces.
  struct Page {
    let cell: Cell
    let pieces: [CodePiece]
  }

  private let pages: [Page]
  /// The functions by name; those of which there are two are left out.
  private(set) var functions: [String: Function] = [:]
  /// The numbers and texts that cells give a name.
  private(set) var constants: [String: WrittenValue] = [:]
  /// Where networks begin: the position of the text behind `Network(`.
  private var networks: [(name: String, page: Page, start: Int)] = []

  /// - Parameter cells: the cells in order. One that is too long, or does not end what it begins, is passed over.
  init(_ cells: [Cell]) {
    pages = cells.compactMap { cell in
      let bytes = cell.lines.reduce(0) { $0 + $1.utf8.count }
      guard cell.lines.count <= CellText.most.lines, bytes <= CellText.most.bytes else { return nil }
      return CodePiece.all(in: cell.lines).map { Page(cell: cell, pieces: $0) }
    }
    // A learner's own `Conv2D` is another than ours.
    let own = cells.reduce(into: Set<String>()) { $0.formUnion($1.scan.names) }
    guard own.isDisjoint(with: Self.names) else { return }
    var made: [String: Int] = [:]
    for name in cells.flatMap({ $0.scan.constants.map(\.name) }) { made[name, default: 0] += 1 }
    var seen: Set<String> = []
    for page in pages {
      for place in Self.definitions(in: page) {
        switch place {
        case .constant(let name, let type, let start):
          guard made[name] == 1 else { continue }
          if let text = Self.network(at: start, in: page) {
            guard type == nil || type == "Network" else { continue }
            networks.append((name, page, text))
          } else if let value = NetworkReader(page, self).constant(at: start, type: type) {
            constants[name] = value
          }
        case .function(let name, let start):
          functions[name] = seen.insert(name).inserted ? Self.function(at: start, in: page) : nil
        }
      }
    }
  }

  /// What a network's text speaks of, and must not be anything else.
  private static let names = Set(Network.layerTypes.map { "\($0)" } + ["Network", "Int", "Double", "String", "Bool"])

  /// The networks of one cell that can be read, in order.
  func networks(in cell: String) -> [WrittenNetwork] {
    networks.filter { $0.page.cell.id == cell }.compactMap { name, page, start in
      NetworkReader(page, self).network(at: start).map { WrittenNetwork(constant: name, cell: cell, network: $0) }
    }
  }

  private enum Definition {
    /// `let name: Type =`, with the position behind it; without a type nil.
    case constant(String, type: String?, Int)
    /// `func name`, with the position behind it.
    case function(String, Int)
  }

  /// What a cell defines outside of all brackets.
  private static func definitions(in page: Page) -> [Definition] {
    var found: [Definition] = []
    var depth = 0
    for (index, piece) in page.pieces.enumerated() {
      switch piece.kind {
      case .mark("{"), .mark("("), .mark("["): depth += 1
      case .mark("}"), .mark(")"), .mark("]"): depth -= 1
      case .word("let") where depth == 0:
        guard case .word(let name)? = page.kind(at: index + 1) else { continue }
        let type: String? =
          if page.kind(at: index + 2) == .mark(":"), case .word(let type)? = page.kind(at: index + 3) { type } else {
            nil
          }
        let sign = index + (type == nil ? 2 : 4)
        if page.kind(at: sign) == .mark("=") { found.append(.constant(name, type: type, sign + 1)) }
      case .word("func") where depth == 0:
        if case .word(let name)? = page.kind(at: index + 1) { found.append(.function(name, index + 2)) }
      default: break
      }
    }
    return found
  }

  private static func network(at start: Int, in page: Page) -> Int? {
    page.kind(at: start) == .word("Network") && page.kind(at: start + 1) == .mark("(") ? start + 2 : nil
  }

  /// `(_ name: String, _ from: Int) -> [any Layer] {`, with `@LayerBuilder` before it.
  private static func function(at start: Int, in page: Page) -> Function? {
    guard page.kind(at: start - 3) == .mark("@LayerBuilder"), page.kind(at: start) == .mark("(") else { return nil }
    var parameters: [(label: String?, name: String, type: String)] = []
    var index = start + 1
    while page.kind(at: index) != .mark(")") {
      guard case .word(let label)? = page.kind(at: index) else { return nil }
      var name = label
      if case .word(let inner)? = page.kind(at: index + 1) {
        name = inner
        index += 1
      }
      guard page.kind(at: index + 1) == .mark(":"), case .word(let type)? = page.kind(at: index + 2) else { return nil }
      parameters.append((label == "_" ? nil : label, name, type))
      index += 3
      guard page.kind(at: index) == .mark(",") else { break }
      index += 1
    }
    let ending: [CodePiece.Kind] = [
      .mark(")"), .mark("->"), .mark("["), .word("any"), .word("Layer"), .mark("]"), .mark("{"),
    ]
    guard ending.enumerated().allSatisfy({ page.kind(at: index + $0.offset) == $0.element }) else { return nil }
    return Function(parameters: parameters, body: index + ending.count, page: page)
  }
}

extension WrittenCells.Page {
  /// What the piece at a position is; nil outside.
  func kind(at index: Int) -> CodePiece.Kind? { pieces.indices.contains(index) ? pieces[index].kind : nil }

  /// Whether nothing stands between two pieces.
  func touch(_ a: Int, _ b: Int) -> Bool {
    pieces.indices.contains(a) && pieces.indices.contains(b) && pieces[a].range.upperBound == pieces[b].range.lowerBound
  }
}
