internal import Messages
internal import SegLab

/// Looks whether a sweep has as many trainings as can be done.
enum SweepChecker {
  /// What is wrong with their number; nil where nothing is.
  static func fault(in sweep: Sweep) -> CheckResult? {
    let count = sweep.trainings.count
    guard !(1...Sweep.most).contains(count) else { return nil }
    return CheckResult(
      .training, .notYet, expected: .upTo(Sweep.most), measured: .count(count),
      message: SweepPhrase.count(found: count, most: Sweep.most), line: sweep.line)
  }
}
