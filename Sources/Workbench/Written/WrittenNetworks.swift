public import Labs
public import SegLab

/// A network as it is read from a lab's text, without the compiler.
public struct WrittenNetwork: Sendable {
  /// The constant that holds it.
  public let constant: String
  /// The network, down to the first line that cannot be read, as one with a hole in it.
  public let network: Network
  /// Whether that is all of it.
  public let isWhole: Bool

  /// The networks that an exercise makes, as far as they can be read at once: for whoever types, in the moment before the compiler answers.
  ///
  /// Read are calls of layers with numbers, texts and words, calculations with them, loops, and functions that do no more; and that only
  /// where nothing outside of all brackets, in any cell, could make them mean something else. Of anything else nothing is said: the
  /// compiler has the last word, and judges alone.
  /// - Parameters:
  ///   - lab: the lab.
  ///   - cell: the exercise.
  ///   - text: what stands in it now.
  /// - Returns: the networks in order.
  /// - Complexity: one pass over the text, and a bounded number of steps.
  public static func all(in lab: Lab, cell: String, asOf text: String) -> [WrittenNetwork] {
    guard text.utf8.count <= CellText.most.bytes else { return [] }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard lines.count <= CellText.most.lines else { return [] }
    let cells = Cell.all(in: lab).map { $0.isExercise && $0.id == cell ? $0.with(lines) : $0 }
    return WrittenCells(cells)?.networks(in: cell) ?? []
  }
}

/// The cells of a lab, taken apart, where all that they define outside of brackets is understood.
struct WrittenCells {
  /// A cell in pieces.
  struct Page {
    let cell: Cell
    let pieces: [CodePiece]
  }

  /// A function that makes layers.
  struct Function {
    /// Its parameters in order: the label, nil for none, the name and the type.
    let parameters: [(label: String?, name: String, type: String)]
    /// The position of the first piece behind `{`.
    let body: Int
    let page: Page
  }

  private let pages: [(page: Page, definitions: [Definition])]
  /// The functions that make layers, by name.
  let functions: [String: Function]

  /// Nil where a cell is too long, does not end what it begins, or holds more outside of brackets than constants and functions, each of its
  /// own name.
  ///
  /// - Parameter cells: the cells in order.
  init?(_ cells: [Cell]) {
    var pages: [(page: Page, definitions: [Definition])] = []
    var functions: [String: Function] = [:]
    var names: Set<String> = []
    var bytes = 0
    for cell in cells {
      bytes += cell.lines.reduce(0) { $0 + $1.utf8.count }
      guard bytes <= 4 * CellText.most.bytes, cell.scan.rejections.isEmpty, let pieces = CodePiece.all(in: cell.lines)
      else { return nil }
      let page = Page(cell: cell, pieces: pieces)
      guard let definitions = Definition.all(in: page) else { return nil }
      for definition in definitions {
        guard NetworkReader.isName(definition.name), names.insert(definition.name).inserted else { return nil }
        if case .layers(let start) = definition.kind {
          functions[definition.name] = Function(at: start, in: page)
        }
      }
      pages.append((page, definitions))
    }
    (self.pages, self.functions) = (pages, functions)
  }

  /// The networks of one cell that can be read, in order.
  func networks(in cell: String) -> [WrittenNetwork] {
    var found: [WrittenNetwork] = []
    // Constants get their values in the order of the program: above their lines they have none, in functions neither.
    var constants: [String: WrittenValue] = [:]
    let budget = NetworkReader.Budget()
    for (page, definitions) in pages {
      for case let definition in definitions {
        guard case .constant(let type, let start) = definition.kind else { continue }
        let reader = NetworkReader(page, self, constants: constants, budget)
        if page.kind(at: start) == .word("Network") {
          guard page.cell.id == cell, page.cell.isExercise, type == nil || type == "Network",
            let (network, isWhole) = reader.network(at: start)
          else { continue }
          found.append(WrittenNetwork(constant: definition.name, network: network, isWhole: isWhole))
        } else if let value = reader.constant(at: start, type: type) {
          constants[definition.name] = value
        }
      }
    }
    return found
  }
}

extension WrittenCells.Page {
  /// What the piece at a position is; nil outside.
  func kind(at index: Int) -> CodePiece.Kind? { pieces.indices.contains(index) ? pieces[index].kind : nil }

  /// Whether nothing stands between two pieces.
  func touch(_ a: Int, _ b: Int) -> Bool {
    pieces.indices.contains(a) && pieces.indices.contains(b) && pieces[a].range.upperBound == pieces[b].range.lowerBound
  }

  /// Whether a piece is the first on its line.
  func beginsLine(_ index: Int) -> Bool {
    pieces.indices.contains(index) && (index == 0 || pieces[index].line > pieces[index - 1].line)
  }
}

extension WrittenCells.Function {
  /// `(_ name: String, _ from: Int) -> [any Layer] {`; nil where it is anything else.
  fileprivate init?(at start: Int, in page: WrittenCells.Page) {
    guard page.kind(at: start) == .mark("(") else { return nil }
    var parameters: [(label: String?, name: String, type: String)] = []
    var index = start + 1
    while page.kind(at: index) != .mark(")") {
      guard case .word(let label)? = page.kind(at: index) else { return nil }
      var name = label
      if case .word(let inner)? = page.kind(at: index + 1) {
        name = inner
        index += 1
      }
      guard NetworkReader.isName(name), label == "_" || NetworkReader.isName(label),
        !parameters.contains(where: { $0.name == name }), page.kind(at: index + 1) == .mark(":"),
        case .word(let type)? = page.kind(at: index + 2)
      else { return nil }
      parameters.append((label == "_" ? nil : label, name, type))
      index += 3
      guard page.kind(at: index) == .mark(",") else { break }
      index += 1
    }
    let ending: [CodePiece.Kind] = [
      .mark(")"), .mark("->"), .mark("["), .word("any"), .word("Layer"), .mark("]"), .mark("{"),
    ]
    guard ending.enumerated().allSatisfy({ page.kind(at: index + $0.offset) == $0.element }) else { return nil }
    (self.parameters, body, self.page) = (parameters, index + ending.count, page)
  }
}
