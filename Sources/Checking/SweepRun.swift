public import Networks
public import SegLab

/// One training of a sweep.
public struct SweepRun: Codable, Sendable {
  /// What it was trained with.
  public let training: Training
  /// What was measured on the validation images; nil where the training broke off.
  public let metrics: Metrics?
  /// The run's digest; empty where the training broke off.
  public let run: String
  /// Whether it is the one that was kept: the best pooled Dice, the first of equals.
  public let isBest: Bool

  /// - Parameters: the parts, as documented on each property.
  public init(training: Training, metrics: Metrics?, run: String, isBest: Bool) {
    self.training = training
    self.metrics = metrics
    self.run = run
    self.isBest = isBest
  }

  /// The numbers that differ between the runs of a sweep, and those of each: `learningRate`, `0.01`, `0.03`.
  public static func columns(of runs: [SweepRun]) -> [(name: String, values: [Double])] {
    let all: [(String, (Training) -> Double)] = [
      ("learningRate", { $0.learningRate }), ("decayRate", { $0.decayRate }), ("decaySteps", { Double($0.decaySteps) }),
      ("epochs", { Double($0.epochs) }), ("batchSize", { Double($0.batchSize) }),
      ("weightDecay", \.weightDecay), ("clipNorm", { $0.clipNorm ?? 0 }),
    ]
    let columns = all.map { (name: $0.0, values: runs.map(\.training).map($0.1)) }
    return columns.filter { Set($0.values).count > 1 }
  }
}
