/// What is told of a data set, a line each.
public enum SetFactPhrase: Phrase {
  /// One line in the list of sets.
  case listed(name: String, images: Int, sizes: String, patients: Int, foreground: Double, digest: String)
  /// How many images there are, of what sizes.
  case images(count: Int, sizes: [String])
  /// How many patients they come from.
  case patients(count: Int)
  /// The share of the pixels that belong to each class.
  case classes(shares: [Double])
  /// Labels that are grey: their values, and what share is at least half of white.
  case greyLabels(mean: Double, deviation: Double, least: Int, most: Int, binary: Double)
  /// What a generated set is made like, and what is known of networks trained on it.
  case cardiacCard
  /// What a generated set is made like, and what its labels hold.
  case kneeCard
  /// How many labels hold nothing but background.
  case emptyLabels(count: Int)
  /// The intensities: mean, standard deviation, least, most.
  case intensities(mean: Double, deviation: Double, least: Double, most: Double)
  /// The accuracy of calling every pixel background.
  case baseline(accuracy: Double)
  /// How a rule divides the set, and how many patients stand on both sides.
  case split(rule: String, training: Int, validation: Int, shared: Int)
  /// The digest of its content.
  case digest(String)

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: english
    case .korean: korean
    }
  }
}
