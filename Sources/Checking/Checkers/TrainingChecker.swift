internal import Phrases
internal import SegLab

/// Looks whether a training's numbers are numbers to train with.
enum TrainingChecker {
  /// The most epochs that a lab trains.
  static let mostEpochs = 10_000
  /// The most images in one step.
  static let mostImages = 4_096

  /// The first number that is not one to train with, or a pass.
  static func check(_ training: Training) -> CheckResult {
    let rules: [(field: String, holds: Bool, found: String, expected: String)] = [
      (
        "learningRate", training.learningRate > 0 && training.learningRate <= 1_000, "\(training.learningRate)",
        "> 0, <= 1000"
      ),
      ("decayRate", training.decayRate > 0 && training.decayRate <= 1, "\(training.decayRate)", "> 0, <= 1"),
      ("decaySteps", training.decaySteps >= 1, "\(training.decaySteps)", ">= 1"),
      ("epochs", (1...mostEpochs).contains(training.epochs), "\(training.epochs)", "1 … \(mostEpochs)"),
      ("batchSize", (1...mostImages).contains(training.batchSize), "\(training.batchSize)", "1 … \(mostImages)"),
    ]
    for rule in rules where !rule.holds {
      return CheckResult(
        name: "training", verdict: .notYet, expected: "\(rule.field) \(rule.expected)", measured: rule.found,
        message: CheckPhrase.trainingNumber(field: rule.field, found: rule.found, expected: rule.expected),
        line: training.line)
    }
    return CheckResult(name: "training", verdict: .passed, line: training.line)
  }
}
