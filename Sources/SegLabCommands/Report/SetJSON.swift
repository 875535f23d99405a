internal import Datasets
internal import Messages

/// A data set in the form `seglab/set/v1`, for other programs.
struct SetJSON: Encodable {
  let schema = "seglab/set/v1"
  let name: String
  let digest: String
  let summary: SetSummary
  let notes: [String]

  /// - Parameters:
  ///   - name: the set's name.
  ///   - digest: the digest of its content.
  ///   - summary: the set in numbers.
  ///   - notes: what else is to be told.
  ///   - language: the language of the notes.
  init(name: String, digest: String, summary: SetSummary, notes: [any Phrase] = [], in language: Language) {
    self.name = name
    self.digest = digest
    self.summary = summary
    self.notes = notes.map { $0.text(in: language) }
  }
}

extension SetSummary {
  /// The set in numbers, a line each.
  var facts: [SetFactPhrase] {
    [
      .images(count: count, sizes: sizeWords), .patients(count: patients), labelFact,
      .emptyLabels(count: emptyLabels),
      .intensities(mean: mean, deviation: standardDeviation, least: minimum, most: maximum),
      .baseline(accuracy: baselineAccuracy),
    ]
  }

  private var labelFact: SetFactPhrase {
    guard hasGreyLabels else { return .classes(shares: classShares) }
    return .greyLabels(
      mean: labelValues.mean, deviation: labelValues.standardDeviation, least: labelValues.minimum,
      most: labelValues.maximum, binary: binaryLabelValues.mean)
  }
}

extension SetOrigin {
  /// What is known of sets of this kind; nil for imported ones.
  var card: SetFactPhrase? {
    switch self {
    case .cardiac: .cardiacCard
    case .knee: .kneeCard
    case .imported: nil
    }
  }
}
