/// Which of a patient's series holds the short-axis slices that the contours were drawn on.
///
/// The first release numbers its series and does not say what they show; the course looked at them and kept this table for the
/// challenge's training patients.
enum ShortAxisSeries {
  private static let numbers = [
    "SC-HF-I-01": 4, "SC-HF-I-02": 106, "SC-HF-I-04": 116, "SC-HF-I-40": 134,
    "SC-HF-NI-03": 379, "SC-HF-NI-04": 501, "SC-HF-NI-34": 446, "SC-HF-NI-36": 474,
    "SC-HYP-01": 550, "SC-HYP-03": 650, "SC-HYP-38": 734, "SC-HYP-40": 755,
    "SC-N-02": 898, "SC-N-03": 915, "SC-N-40": 944,
  ]

  /// The series of `patient` for the slices that have contours, and whether it was guessed.
  ///
  /// A folder whose name says short axis comes first; then what the table names; then the series that has most of the slices; then
  /// the first by name.
  /// - Parameters:
  ///   - series: the images of each series by slice, at least one series.
  ///   - patient: the patient, as in `SC-HF-I-01`.
  ///   - slices: the slices that have contours.
  /// - Returns: the series' key in `series`, and whether neither table nor name decided.
  static func choose(
    among series: [SeriesKey: [Int: String]], patient: String, slices: Set<Int>
  ) -> (key: SeriesKey, isGuess: Bool) {
    precondition(!series.isEmpty, "a choice needs a series, not 0")
    let keys = series.keys.sorted()
    let named = keys.filter { $0.folder.lowercased().contains("cinesax") }
    // Where folders have names, the release is the later one, which numbers series anew.
    if named.isEmpty, let number = numbers[patient], let known = keys.first(where: { Int($0.number) == number }) {
      return (known, false)
    }
    func covered(_ key: SeriesKey) -> Int { slices.count { series[key]?[$0] != nil } }
    let candidates = named.isEmpty ? keys : named
    let best = candidates.map(covered).max() ?? 0
    let chosen = candidates.first { covered($0) == best } ?? keys[0]
    return (chosen, candidates.count > 1)
  }
}
