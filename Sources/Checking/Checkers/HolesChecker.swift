internal import Diagnostics
internal import Messages

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
