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
    return CheckResult(
      name: name, verdict: errors.isEmpty ? .passed : .notYet, expected: "0", measured: String(errors.count),
      message: errors.isEmpty ? nil : CheckPhrase.doesNotCompile(count: errors.count), line: errors.first?.line ?? line)
  }
}
