internal import Datasets
internal import Diagnostics
internal import Messages
internal import SegLab

/// Looks for holes that the learner has yet to fill.
enum HolesChecker {
  /// - Parameters:
  ///   - holes: the holes in the cell.
  ///   - line: the cell's first line.
  /// - Returns: passed without holes, else not attempted.
  static func check(holes: [Diagnostic], line: Int) -> CheckResult {
    CheckResult(
      .holes, holes.isEmpty ? .passed : .notAttempted, expected: .count(0), measured: .count(holes.count),
      message: holes.isEmpty ? nil : CheckPhrase.holesLeft(count: holes.count), line: holes.first?.line ?? line)
  }
}

/// Looks at what the compiler says of a cell.
enum CompilesChecker {
  /// - Parameters:
  ///   - errors: the compiler's errors in the cell.
  ///   - blocker: the broken cell whose constants this one lacks, where that is all that is wrong.
  ///   - line: the cell's first line.
  /// - Returns: passed without errors, blocked behind another cell.
  static func check(errors: [Diagnostic], blocker: String?, line: Int) -> CheckResult {
    if let blocker {
      return CheckResult(
        .compiles, .blocked, expected: .count(0), message: CheckPhrase.blockedByCell(blocker), line: line)
    }
    // Notes belong to the error before them.
    let mistakes = errors.filter { $0.severity == .error }
    // What is not the compiler's says by itself what is asked for.
    let own = mistakes.first { $0.summary is WorkbenchPhrase }?.summary
    return CheckResult(
      .compiles, errors.isEmpty ? .passed : .notYet, expected: .count(0), measured: .count(mistakes.count),
      message: errors.isEmpty ? nil : own ?? CheckPhrase.doesNotCompile(count: mistakes.count),
      line: mistakes.first?.line ?? line)
  }
}

/// Looks whether a set's images can be prepared as the learner wrote it.
enum PreprocessingChecker {
  /// The first step that cannot be done, or a pass.
  ///
  /// - Parameters:
  ///   - preprocessing: the preprocessing.
  ///   - problem: what keeps the lab's images from being prepared so; nil where nothing does.
  /// - Returns: the result, on the line of the step, or of the whole preprocessing.
  static func check(_ preprocessing: Preprocessing, problem: PreprocessingProblem?) -> CheckResult {
    guard let problem else {
      return CheckResult(.preprocessing, .passed, line: preprocessing.line)
    }
    return CheckResult(
      .preprocessing, .notYet, message: problem.phrase,
      line: problem.line > 0 ? problem.line : preprocessing.line)
  }
}
