internal import Labs
internal import Messages
internal import SegLab
internal import Workbench

extension LabJudge {
  /// So many changes of one lab are tried.
  private static let mostTried = 10

  /// The change of a few lines that mends each function that gives something wrong or stops the program; each was compiled and tried with all
  /// that the lab tries.
  ///
  /// - Parameters:
  ///   - lab: the lab as it stands in the learner's file.
  ///   - trials: the functions that the lab asks for.
  ///   - outcome: what came of its cells.
  /// - Returns: the changes by function; empty where nothing that was tried is right.
  func mendedFunctions(
    of lab: Lab, _ trials: [FunctionTrial], _ outcome: Outcome
  ) async -> [String: FunctionEdits.Candidate] {
    guard options.triesMending else { return [:] }
    var mended: [String: FunctionEdits.Candidate] = [:]
    var tried = 0
    for trial in trials {
      guard let candidates = candidates(for: trial, outcome, lab) else { continue }
      for candidate in candidates where tried < Self.mostTried {
        tried += 1
        guard let changed = Lab.parse(text: lab.text.replacing(candidate.change), file: lab.file).lab,
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

  /// What may mend a function; nil where it is right, or was not tried.
  private func candidates(
    for trial: FunctionTrial, _ outcome: Outcome, _ lab: Lab
  ) -> [FunctionEdits.Candidate]? {
    switch outcome.functions[trial.rule.name] {
    case .outputs(let outputs)?:
      guard let wrong = trial.counterExample(to: outputs) else { return nil }
      let expected = ValueFigure.text(of: [wrong.expected])
      return FunctionEdits(of: trial.rule.name, in: lab)?.candidates(
        for: FunctionDifference(trial, outputs).trouble, expected: expected)
    case .stopped(let call)?:
      let differ = trial.inputs.indices.contains(call) && trial.inputs[call].haveOtherShapes
      return FunctionEdits(of: trial.rule.name, in: lab)?.candidates(for: differ ? .shapesDiffer : nil, expected: "")
    case .missing?, .unfit?, .notTried?, nil: return nil
    }
  }
}

extension CellReport {
  /// This report with what was found out by mending in the place of what was guessed.
  func saying(_ mended: [String: FunctionEdits.Candidate]) -> CellReport {
    let said = checks.map { check -> CheckResult in
      guard case .wrong(let name, let inputs, let expected, let found, _)? = check.message?.phrase as? FunctionPhrase,
        let cause = mended[name]?.cause
      else { return check }
      let phrase = FunctionPhrase.wrong(name: name, inputs: inputs, expected: expected, found: found, trouble: cause)
      return check.saying(check.verdict, Message(phrase))
    }
    return said == checks ? self : CellReport(id, kind, checks: said)
  }
}

extension [Value] {
  /// Whether there are two grids, of different rows or columns.
  fileprivate var haveOtherShapes: Bool {
    guard count == 2, case .grid(let height, let width, _) = self[0], case .grid(let other, let wide, _) = self[1]
    else { return false }
    return height != other || width != wide
  }
}

extension FunctionEdits.Candidate {
  /// What to write.
  var help: SlipPhrase {
    if change.line < change.through { return .writeLines(change.text, through: change.through) }
    return change.text.isEmpty ? .removeLine : .write(change.text)
  }
}

extension String {
  /// The text with some of its lines written anew.
  func replacing(_ candidate: LineChange) -> String {
    var lines = split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }.map(String.init)
    guard candidate.line >= 1, candidate.through <= lines.count else { return self }
    lines.replaceSubrange((candidate.line - 1)..<candidate.through, with: [candidate.text])
    return lines.joined(separator: "\n")
  }
}
