internal import Phrases
internal import SegLab

/// Looks whether a sweep has as many trainings as can be done, each with numbers to train with.
enum SweepChecker {
  /// The first thing that is wrong, or a pass.
  static func check(_ sweep: Sweep) -> CheckResult {
    let count = sweep.trainings.count
    guard (1...Sweep.most).contains(count) else {
      return CheckResult(
        name: "training", verdict: .notYet, expected: "1 … \(Sweep.most)", measured: "\(count)",
        message: SweepPhrase.count(found: count, most: Sweep.most), line: sweep.line)
    }
    let results = sweep.trainings.map { TrainingChecker.check($0) }
    return results.first { $0.verdict != .passed }
      ?? CheckResult(name: "training", verdict: .passed, line: sweep.line)
  }
}
