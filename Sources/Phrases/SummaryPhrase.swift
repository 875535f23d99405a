/// What `seglab summary` says of a lab's networks and trainings.
public enum SummaryPhrase: Phrase {
  /// The heading of a network's table.
  case network(constant: String)
  /// The column of output shapes.
  case output
  /// The column of layers' names.
  case layer
  /// The column of learnable numbers.
  case parameters
  /// The column of multiply-adds.
  case multiplyAdds
  /// The column of bytes.
  case memory
  /// The column of lines.
  case line
  /// The column of the ways to work a layer out.
  case way
  /// The last row.
  case total
  /// What a training step takes of memory and work.
  case step(batchSize: Int, bytes: Int, multiplyAdds: Int)
  /// There are more learnable numbers than the lab allows.
  case overParameters(found: Int, limit: Int)
  /// How long a training will take here.
  case forecast(experiment: String, steps: Int, secondsPerStep: Double, seconds: Double)
  /// How long a step takes, measured on noise because the set is not at hand.
  case forecastOnNoise(experiment: String, dataset: String, secondsPerStep: Double)
  /// A training could not even begin.
  case notMeasured(experiment: String)
  /// A training will take longer than the lab's limit.
  case overTime(seconds: Double, limit: Double)
  /// No cell makes a network yet.
  case noNetwork

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: english
    case .korean: korean
    }
  }
}
