internal import Labs
internal import Phrases
internal import SegLab
internal import Workbench

/// Holds what a learner's function gives against what should come out.
enum FunctionChecker {
  /// - Parameters:
  ///   - trial: what the function was tried with.
  ///   - reply: what came of it.
  ///   - line: the exercise's line.
  /// - Returns: passed where every call gave what it should; else the smallest call that did not.
  static func check(_ trial: FunctionTrial, _ reply: FunctionReply, line: Int) -> CheckResult {
    let name = trial.rule.name
    func result(_ verdict: Verdict, measured: Int = 0, _ message: FunctionPhrase?) -> CheckResult {
      CheckResult(
        name: "function", verdict: verdict, expected: "\(name) \(trial.inputs.count)", measured: "\(name) \(measured)",
        message: message, line: line)
    }
    switch reply {
    case .missing: return result(.notYet, .missing(name: name, signature: trial.rule.signature))
    case .unfit: return result(.notYet, .unfit(name: name, signature: trial.rule.signature))
    case .notTried: return result(.blocked, .notTried(name: name))
    case .stopped(let call):
      let inputs = trial.inputs.indices.contains(call) ? trial.inputs[call] : []
      return result(.notYet, measured: call, .stopped(name: name, inputs: ValueFigure.text(of: inputs)))
    case .outputs(let outputs):
      guard let wrong = trial.counterExample(to: outputs) else {
        return result(.passed, measured: outputs.count, nil)
      }
      let right = outputs.indices.count { trial.isRight($0, outputs[$0]) }
      let phrase = FunctionPhrase.wrong(
        name: name, inputs: ValueFigure.text(of: wrong.inputs), expected: ValueFigure.text(of: [wrong.expected]),
        found: ValueFigure.text(of: [wrong.found]), trouble: trouble(wrong.expected, wrong.found))
      return result(.notYet, measured: right, phrase)
    }
  }

  /// What is most likely behind it, where that can be told.
  private static func trouble(_ expected: Value, _ found: Value) -> FunctionPhrase.Trouble? {
    switch (expected, found) {
    case (.nothing, .number): return .shapesDiffer
    case (_, .number(let number)) where !number.isFinite: return .dividedByZero
    case (_, .grid(_, _, let numbers)) where numbers.contains { !$0.isFinite }: return .dividedByZero
    case (.grid(let height, let width, _), .grid(let otherHeight, let otherWidth, _))
    where height != otherHeight || width != otherWidth:
      return .otherShape
    default: return nil
    }
  }
}
