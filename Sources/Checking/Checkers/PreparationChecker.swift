internal import Datasets
internal import Messages
internal import SegLab

/// Looks whether a set's images can be prepared as the learner wrote it.
enum PreparationChecker {
  /// The first step that cannot be done, or a pass.
  ///
  /// - Parameters:
  ///   - preparation: the preparation.
  ///   - problem: what keeps the lab's images from being prepared so; nil where nothing does.
  /// - Returns: the result, on the line of the step, or of the whole preparation.
  static func check(_ preparation: Preparation, problem: PreparationProblem?) -> CheckResult {
    guard let problem else {
      return CheckResult(.preparation, .passed, line: preparation.line)
    }
    return CheckResult(
      .preparation, .notYet, message: problem.phrase,
      line: problem.line > 0 ? problem.line : preparation.line)
  }
}
