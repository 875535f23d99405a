internal import Datasets
internal import Phrases

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
      .images(count: count, sizes: sizeWords), .patients(count: patients), .classes(shares: classShares),
      .emptyLabels(count: emptyLabels),
      .intensities(mean: mean, deviation: standardDeviation, least: minimum, most: maximum),
      .baseline(accuracy: baselineAccuracy),
    ]
  }
}
