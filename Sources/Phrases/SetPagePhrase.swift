/// What the page about a data set says with numbers in it.
public enum SetPagePhrase: Phrase {
  /// Images that are not shown.
  case imagesOmitted(count: Int)
  /// Patients that are not shown.
  case patientsOmitted(count: Int)
  /// What a picture shows, for who cannot see it.
  case picture(name: String, share: Double)
  /// What the chart of intensities shows, for who cannot see it.
  case intensityChart(darkest: Double, bins: Int)
  /// What a chart of how often values occur shows, for who cannot see it.
  case histogram(least: Double, most: Double)

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: english
    case .korean: korean
    }
  }
}
