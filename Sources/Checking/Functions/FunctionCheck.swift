internal import Labs
internal import Messages
internal import SegLab
internal import Workbench

/// Holds what a learner's function gives against what should come out.
struct FunctionCheck: WrittenCheck {
  static let form = CheckForm(.function, like: "{name: dice, reference: dice}") { value, diagnostics in
    FunctionReader.rule(value, &diagnostics).map { FunctionCheck(rule: $0) }
  }

  let rule: FunctionRule

  var name: CheckName { .function }

  var kind: CheckKind { .function(self) }

  var wantedShapes: [(layer: String, dimensions: [Int])] { [] }

  var wantedFunction: (name: String, type: String)? { rule.signature.isEmpty ? nil : (rule.name, rule.signature) }

  var hiddenCases: Int { rule.hiddenCases }

  var planned: [CheckValue?] { [.text("\(rule.name) \(rule.signature)")] }

  /// - Parameters:
  ///   - trial: what the function was tried with.
  ///   - reply: what came of it.
  ///   - stop: why the program stopped, where it did.
  ///   - line: the exercise's line.
  /// - Returns: passed where every call gave what it should; else the smallest call that did not.
  func result(
    of trial: FunctionTrial, _ reply: FunctionReply, stop: ProgramPhrase? = nil, line: Int
  ) -> CheckResult {
    let name = rule.name
    func result(_ verdict: Verdict, measured: Int = 0, _ message: FunctionPhrase?) -> CheckResult {
      CheckResult(
        .function, verdict, expected: .calls(function: name, trial.inputs.count),
        measured: .calls(function: name, measured), message: message, line: line)
    }
    switch reply {
    case .missing: return result(.notYet, .missing(name: name, signature: rule.signature))
    case .unfit: return result(.notYet, .unfit(name: name, signature: rule.signature))
    case .notTried: return result(.blocked, .notTried(name: name))
    case .stopped(let call) where trial.isHidden(call):
      return result(.notYet, measured: call, .wrongWhereHidden(name: name))
    case .stopped(let call):
      let inputs = trial.inputs.indices.contains(call) ? trial.inputs[call] : []
      return result(
        .notYet, measured: call, .stopped(name: name, inputs: ValueFigure.text(of: inputs), why: why(stop)))
    case .outputs(let outputs):
      guard let wrong = trial.counterExample(to: outputs) else {
        return result(.passed, measured: outputs.count, nil)
      }
      let right = outputs.indices.count { trial.isRight($0, outputs[$0]) }
      let isShown = outputs.indices.contains { !trial.isHidden($0) && !trial.isRight($0, outputs[$0]) }
      guard isShown else { return result(.notYet, measured: right, .wrongWhereHidden(name: name)) }
      let phrase = FunctionPhrase.wrong(
        name: name, inputs: ValueFigure.text(of: wrong.inputs), expected: ValueFigure.text(of: [wrong.expected]),
        found: ValueFigure.text(of: [wrong.found]), trouble: FunctionDifference(trial, outputs).trouble)
      return result(.notYet, measured: right, phrase)
    }
  }

  private func why(_ stop: ProgramPhrase?) -> FunctionPhrase.Stop {
    switch stop {
    case .overTime(let seconds): .noEnd(seconds: seconds)
    case .crashed(_, let words?): .words(words)
    default: .unknown
    }
  }
}
