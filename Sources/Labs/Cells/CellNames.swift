import Diagnostics
import Messages

/// The names of a file's cells, and whether what refers to them refers to something.
struct CellNames {
  private var owners: [String: RawCell] = [:]
  private var hidden: Set<String> = []
  private var given = 0

  /// No names.
  init() {}

  /// - Parameters:
  ///   - cells: the cells of a file in order.
  ///   - hidden: names that mistaken cells may have had: nothing is said about what refers to them.
  ///   - findings: where mistakes are noted.
  init(of cells: [RawCell], hidden: Set<String>, _ findings: inout Findings) {
    self.hidden = hidden
    var answers: [String: RawCell] = [:]
    for cell in cells {
      if cell.kind.ownsName {
        Self.add(cell, to: &owners, &findings)
      } else if cell.kind == .answer {
        Self.add(cell, to: &answers, &findings)
      }
    }
  }

  private static func add(_ cell: RawCell, to cells: inout [String: RawCell], _ findings: inout Findings) {
    if let first = cells[cell.name] {
      findings.error(cell.namePlace, .duplicateName(cell.name, line: first.line), help: .rename)
    } else {
      cells[cell.name] = cell
    }
  }

  /// What the cell of a name is; nil where there is none.
  func kind(of name: String) -> CellKind? { owners[name]?.kind }

  /// A number for the next cell of given code.
  mutating func nextGiven() -> String {
    given += 1
    return String(given)
  }

  /// Says which hints, checks and answers are for something that is not there.
  func checkReferences(of cells: [RawCell], _ findings: inout Findings) {
    for cell in cells where !cell.kind.targets.isEmpty && !hidden.contains(cell.name) {
      guard let owner = owners[cell.name] else {
        let possible = owners.values.filter { cell.kind.targets.contains($0.kind) }.sorted { $0.line < $1.line }
        let near = Spelling.nearest(to: cell.name, among: possible.map(\.name))
        let kinds = cell.kind.targets.map(\.rawValue)
        findings.error(
          cell.namePlace, .unknownTarget(kind: cell.kind.rawValue, name: cell.name),
          help: near.map { .didYouMean($0) } ?? .addTarget(kinds: kinds, name: cell.name))
        continue
      }
      if cell.kind.targets.contains(owner.kind) { continue }
      if cell.kind == .check {
        findings.error(cell.namePlace, .checkOfQuestion(cell.name), help: .questionJudgesItself)
      } else {
        let near = cell.kind.targets.map(\.rawValue)
        findings.error(
          cell.namePlace, .targetOfOtherKind(kind: cell.kind.rawValue, name: cell.name),
          help: .addTarget(kinds: near, name: cell.name))
      }
    }
    let answered = Set(cells.filter { $0.kind == .answer }.map(\.name)).union(hidden)
    for cell in cells where cell.kind == .question && !answered.contains(cell.name) {
      findings.warning(cell.namePlace, .questionWithoutAnswer(cell.name), help: .addAnswerCell(cell.name))
    }
  }
}
