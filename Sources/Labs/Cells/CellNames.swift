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
  ///   - diagnostics: where mistakes are noted.
  init(of cells: [RawCell], hidden: Set<String>, _ diagnostics: inout DiagnosticList) {
    self.hidden = hidden
    var owners: [String: RawCell] = [:]
    var answers: [String: RawCell] = [:]
    for cell in cells {
      if cell.kind.ownsName {
        add(cell, to: &owners, of: cells, &diagnostics)
      } else if cell.kind == .answer {
        add(cell, to: &answers, of: cells, &diagnostics)
      }
    }
    self.owners = owners
  }

  private mutating func add(
    _ cell: RawCell, to owners: inout [String: RawCell], of cells: [RawCell], _ diagnostics: inout DiagnosticList
  ) {
    guard let first = owners[cell.name] else {
      owners[cell.name] = cell
      return
    }
    guard let (own, name) = Self.lostName([first, cell], in: cells) else {
      diagnostics.error(cell.namePlace, .duplicateName(cell.name, line: first.line), help: .removeOne)
      return
    }
    hidden.insert(name)
    let other = own.line == first.line ? cell : first
    diagnostics.error(
      own.namePlace, .duplicateName(own.name, line: other.line),
      help: .beginFenceWith(own.kind.opening(name, signs: own.fence.mark.closing)))
  }

  /// Which of two cells of one name has the name of the other: the one that stands before what is for a cell of another name, which nothing
  /// has.
  private static func lostName(_ twins: [RawCell], in cells: [RawCell]) -> (cell: RawCell, name: String)? {
    let names = Set(cells.filter(\.kind.ownsName).map(\.name))
    let lost = cells.filter { cell in
      !cell.kind.targets.isEmpty && !names.contains(cell.name) && twins.contains { cell.kind.targets.contains($0.kind) }
    }
    // Nearly called as the two are, it is misspelt itself.
    guard let first = lost.first, lost.allSatisfy({ $0.name == first.name }),
      Spelling.nearest(to: first.name, among: twins.map(\.name)) == nil,
      let owner = cells.last(where: { $0.kind.ownsName && $0.line < first.line }),
      twins.contains(where: { $0.line == owner.line })
    else { return nil }
    return (owner, first.name)
  }

  /// What the cell of a name is; nil where there is none.
  func kind(of name: String) -> CellKind? { owners[name]?.kind }

  /// The one answer that is for nothing, where one of the questions alone has none: its fence has lost the name.
  private func renamed(_ answers: [RawCell], for unanswered: [RawCell]) -> (answer: RawCell, question: String)? {
    let lost = answers.filter { owners[$0.name] == nil && !hidden.contains($0.name) }
    guard lost.count == 1, unanswered.count == 1 else { return nil }
    return (lost[0], unanswered[0].name)
  }

  /// The block of Swift right above what is for an exercise that is not there.
  private func lostFence(of cell: RawCell, _ unnamed: [Int]) -> LabAdvicePhrase? {
    let above = owners.values.map(\.line).filter { $0 < cell.line }.max() ?? 0
    guard cell.kind.targets.contains(.exercise), let line = unnamed.last(where: { (above..<cell.line).contains($0) })
    else { return nil }
    return .nameFence(CellKind.exercise.opening(cell.name), line: line)
  }

  /// A number for the next cell of given code.
  mutating func nextGiven() -> String {
    given += 1
    return String(given)
  }

  /// Says which hints, checks and answers are for something that is not there.
  ///
  /// - Parameters:
  ///   - cells: the cells of the file in order.
  ///   - unnamed: the lines of blocks of Swift that are no cells: one may have been a cell, and lost its name.
  ///   - diagnostics: where mistakes are noted.
  func checkReferences(of cells: [RawCell], besides unnamed: [Int], _ diagnostics: inout DiagnosticList) {
    let asked = cells.filter { !$0.kind.targets.isEmpty }.reduce(into: [String: Int]()) { $0[$1.name, default: 0] += 1 }
    var misspelt: Set<String> = []
    // What all of a cell's hints and checks lack is one thing, and said once.
    var told: Set<String> = []
    let answers = cells.filter { $0.kind == .answer }
    let answered = Set(answers.map(\.name)).union(hidden)
    let unanswered = cells.filter { $0.kind == .question && !answered.contains($0.name) }
    let renamed = renamed(answers, for: unanswered)
    for cell in cells where !cell.kind.targets.isEmpty && !hidden.contains(cell.name) {
      guard let owner = owners[cell.name] else {
        if let renamed, cell.line == renamed.answer.line {
          diagnostics.error(
            cell.namePlace, .unknownTarget(kind: cell.kind.rawValue, name: cell.name),
            help: .beginFenceWith(cell.kind.opening(renamed.question, signs: cell.fence.mark.closing)))
          continue
        }
        let possible = owners.values.filter { cell.kind.targets.contains($0.kind) }.sorted { $0.line < $1.line }
        let near = Spelling.nearest(to: cell.name, among: possible.map(\.name))
        // A cell that nothing is for, nearly called as one that several are for: its own fence has the slip.
        if let own = possible.first(where: { $0.name == near && asked[$0.name] == nil }),
          asked[cell.name] ?? 0 > 1
        {
          if misspelt.insert(cell.name).inserted {
            diagnostics.error(
              own.namePlace, .nameNotAsked(own.name, asked: cell.name),
              help: .beginFenceWith(own.kind.opening(cell.name, signs: own.fence.mark.closing)))
          }
          continue
        }
        guard told.insert(cell.kind == .answer ? "answer=" + cell.name : cell.name).inserted else { continue }
        let kinds = cell.kind.targets.map(\.rawValue)
        diagnostics.error(
          cell.namePlace, .unknownTarget(kind: cell.kind.rawValue, name: cell.name),
          help: lostFence(of: cell, unnamed) ?? near.map { .didYouMean($0) }
            ?? .addTarget(kinds: kinds, name: cell.name))
        continue
      }
      if cell.kind.targets.contains(owner.kind) { continue }
      if cell.kind == .check {
        diagnostics.error(cell.namePlace, .checkOfQuestion(cell.name), help: .questionJudgesItself)
      } else {
        let near = cell.kind.targets.map(\.rawValue)
        diagnostics.error(
          cell.namePlace, .targetOfOtherKind(kind: cell.kind.rawValue, name: cell.name),
          help: .addTarget(kinds: near, name: cell.name))
      }
    }
    // A cell whose name cannot be one may be the answer that is missed: what is said of its name comes first.
    guard !hidden.contains(where: { owners[$0] == nil }) else { return }
    for cell in unanswered where cell.name != renamed?.question {
      diagnostics.warning(cell.namePlace, .questionWithoutAnswer(cell.name), help: .addAnswerCell(cell.name))
    }
  }
}
