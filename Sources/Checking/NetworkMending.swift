internal import Diagnostics
internal import Labs
internal import Messages
internal import SegLab
internal import Workbench

/// What makes the layers of networks fit that do not: found by changing a few lines, and tried.
extension LabJudge {
  /// The change that mends each network whose layers do not fit; each was compiled and held against what the lab trains it with.
  ///
  /// - Parameters:
  ///   - lab: the lab as it stands in the learner's file.
  ///   - outcome: what came of its cells.
  /// - Returns: the messages by constant; empty where nothing that was tried fits.
  func mendedNetworks(of lab: Lab, _ outcome: Outcome) async -> [String: Diagnostic] {
    guard options.triesMending, outcome.answer?.networks.isEmpty == false else { return [:] }
    var mended: [String: Diagnostic] = [:]
    for facts in judged(outcome, lab).networks {
      guard let mismatch = facts.mismatch, mismatch.severity == .error, let home = facts.home, home.isExercise,
        outcome.cell(home.cell)?.holes.isEmpty == true,
        let edits = NetworkEdits(in: lab, cell: home.cell, line: home.line)
      else { continue }
      for candidate in edits.candidates(for: mismatch.summary, at: mismatch.line) {
        guard
          let changed = Lab.parse(text: candidate.changes.reduce(lab.text) { $0.replacing($1) }, file: lab.file).lab,
          let other = try? await workbench.answer(for: changed),
          let same = judged(other, changed).networks.first(where: { $0.constant == facts.constant }),
          same.mismatch == nil, keepsChecks(of: home.cell, outcome, lab, other, changed)
        else { continue }
        mended[facts.constant] = Diagnostic(
          .error, file: lab.file, line: candidate.line, candidate.cause, help: candidate.help)
        break
      }
    }
    return mended
  }

  /// Whether no check of a cell that was right is wrong after a change: what fits may still be another network than the lab asks for.
  private func keepsChecks(of cell: String, _ outcome: Outcome, _ lab: Lab, _ other: Outcome, _ changed: Lab) -> Bool {
    func right(_ outcome: Outcome, _ lab: Lab) -> [Int: Bool] {
      let judged = judged(outcome, lab)
      let report = lab.blocks.lazy.compactMap { ownCell($0, judged, []) }.first { $0.id == cell }
      return Dictionary(
        (report?.checks ?? []).enumerated().map { ($0.offset, $0.element.verdict.isRight) }, uniquingKeysWith: { $1 })
    }
    let (before, after) = (right(outcome, lab), right(other, changed))
    return before.allSatisfy { !$0.value || after[$0.key] == true }
  }
}

extension CellReport {
  /// This report with what was found out about a network by mending in the place of what does not fit in it.
  func saying(_ network: Diagnostic, insteadOf mismatch: Message) -> CellReport {
    let said = checks.map { check in
      check.name == .shapesFit && check.verdict == .notYet && check.message == mismatch
        ? check.saying(check.verdict, Message(network.summary)).moved(to: network.line) : check
    }
    return CellReport(id, kind, checks: said)
  }
}
