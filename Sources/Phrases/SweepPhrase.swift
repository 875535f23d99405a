/// What is said of a sweep of trainings, and of experiments held against one another.
public enum SweepPhrase: Phrase {
  /// A sweep has no training, or more than can be done.
  case count(found: Int, most: Int)
  /// The heading of a sweep's table.
  case runs(count: Int)
  /// What a sweep's picture shows, for who cannot see it.
  case picture(axes: [String], best: String)
  /// The heading of a table of experiments.
  case comparison
  /// The column of the experiments' names.
  case experiment
  /// The column of the difference to the experiment before.
  case change
  /// A training that broke off.
  case brokeOff
  /// The training that was kept.
  case best

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: return english
    case .korean: return korean
    }
  }
}
