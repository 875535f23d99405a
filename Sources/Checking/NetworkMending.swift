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
  ///   - solution: what came of them with the lab's solution in them; nil where that is not known.
  /// - Returns: the messages by constant; empty where nothing that was tried fits.
  func mendedNetworks(of lab: Lab, _ outcome: Outcome, solution: Outcome?) async -> [String: Diagnostic] {
    guard options.triesMending, outcome.answer?.networks.isEmpty == false else { return [:] }
    var mended: [String: Diagnostic] = [:]
    let own = judged(outcome, lab, solution: solution)
    for facts in own.networks {
      guard let mismatch = facts.mismatch, mismatch.severity == .error, let home = facts.home, home.isExercise,
        outcome.cell(home.cell)?.holes.isEmpty == true,
        let edits = NetworkEdits(in: lab, cell: home.cell, line: home.line)
      else { continue }
      let right = Self.right(checks(of: home.cell, own))
      let images = solution?.images(of: facts.constant)
      for candidate in edits.candidates(for: mismatch.summary, at: mismatch.line, images: images) {
        guard
          let changed = Lab.parse(text: candidate.changes.reduce(lab.text) { $0.replacing($1) }, file: lab.file).lab,
          let answer = try? await workbench.answer(for: changed),
          case let other = judged(answer, changed, solution: solution),
          let same = other.networks.first(where: { $0.constant == facts.constant }), same.mismatch == nil,
          // What fits may still be another network than the lab asks for.
          case let now = checks(of: home.cell, other), Self.right(now).isSuperset(of: right),
          !candidate.isForAll || Self.isAsSolved(now)
        else { continue }
        mended[facts.constant] = Diagnostic(
          .error, file: lab.file, line: candidate.line, candidate.cause, help: candidate.help)
        break
      }
    }
    return mended
  }

  private func judged(_ outcome: Outcome, _ lab: Lab, solution: Outcome?) -> JudgedAnswer {
    var judged = judged(outcome, lab)
    judged.solution = solution
    return judged
  }

  private func checks(of cell: String, _ judged: JudgedAnswer) -> [CheckResult] {
    judged.lab.exercises.first { $0.id == cell }.flatMap { ownCell(.exercise($0), judged, []) }?.checks ?? []
  }

  /// The places of those that are right.
  private static func right(_ checks: [CheckResult]) -> Set<Int> {
    Set(checks.enumerated().filter(\.element.verdict.isRight).map(\.offset))
  }

  /// Whether all are right, and one of them holds the exercise against the lab's solution: without one several networks are right, and the line
  /// that was meant is not known.
  private static func isAsSolved(_ checks: [CheckResult]) -> Bool {
    checks.allSatisfy(\.verdict.isRight) && checks.contains { $0.name == .matches }
  }
}

extension Outcome {
  /// The shape of the images that a network takes; nil where there is no such network, or it takes none.
  func images(of network: String) -> [Int]? { (answer?.networks[network]?.layers.first as? Input)?.shape }
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
