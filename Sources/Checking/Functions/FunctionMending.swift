internal import Labs
internal import Messages
internal import Workbench

extension LabJudge {
  /// So many changes of one lab are tried.
  private static let mostTried = 8

  /// The change of a few lines that mends each function whose mistake is known; each was compiled and tried with all that the lab tries.
  ///
  /// - Parameters:
  ///   - lab: the lab as it stands in the learner's file.
  ///   - trials: the functions that the lab asks for.
  ///   - outcome: what came of its cells.
  /// - Returns: the changes by function; empty where nothing that was tried is right.
  func mendedFunctions(
    of lab: Lab, _ trials: [FunctionTrial], _ outcome: Outcome
  ) async -> [String: LineChange] {
    guard options.triesMending else { return [:] }
    var mended: [String: LineChange] = [:]
    var tried = 0
    for trial in trials {
      guard case .outputs(let outputs)? = outcome.functions[trial.rule.name],
        let wrong = trial.counterExample(to: outputs), let trouble = FunctionDifference(trial, outputs).trouble,
        let edits = FunctionEdits(of: trial.rule.name, in: lab)
      else { continue }
      let expected = ValueFigure.text(of: [wrong.expected])
      for candidate in edits.candidates(for: trouble, expected: expected) where tried < Self.mostTried {
        tried += 1
        guard let changed = Lab.parse(text: lab.text.replacing(candidate), file: lab.file).lab,
          let other = try? await workbench.answer(for: changed, calls: [trial.call]),
          case .outputs(let results)? = other.functions[trial.rule.name],
          trial.counterExample(to: results) == nil
        else { continue }
        mended[trial.rule.name] = candidate
        break
      }
    }
    return mended
  }
}

extension String {
  /// The text with some of its lines written anew.
  fileprivate func replacing(_ candidate: LineChange) -> String {
    var lines = split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }.map(String.init)
    guard candidate.line >= 1, candidate.through <= lines.count else { return self }
    lines.replaceSubrange((candidate.line - 1)..<candidate.through, with: [candidate.text])
    return lines.joined(separator: "\n")
  }
}
