internal import Diagnostics
internal import Messages

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
