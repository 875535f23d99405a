internal import Diagnostics
internal import Phrases

/// Looks at what the compiler says of a cell.
enum CompilesChecker {
  /// - Parameters:
  ///   - errors: the compiler's errors in the cell.
  ///   - blocker: the broken cell whose constants this one lacks, where that is all that is wrong.
  ///   - line: the cell's first line.
  /// - Returns: passed without errors, blocked behind another cell.
  static func check(errors: [Diagnostic], blocker: String?, line: Int) -> CheckResult {
    let name = "compiles"
    if let blocker {
      return CheckResult(
        name: name, verdict: .blocked, expected: "0", message: CheckPhrase.blockedByCell(blocker), line: line)
    }
    // Notes belong to the error before them.
    let mistakes = errors.filter { $0.severity == .error }
    // What is not the compiler's says by itself what is asked for.
    let own = mistakes.first { $0.summary is WorkbenchPhrase }?.summary
    return CheckResult(
      name: name, verdict: errors.isEmpty ? .passed : .notYet, expected: "0", measured: String(mistakes.count),
      message: errors.isEmpty ? nil : own ?? CheckPhrase.doesNotCompile(count: mistakes.count),
      line: mistakes.first?.line ?? line)
  }
}
