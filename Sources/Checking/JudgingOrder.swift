/// What was found out of a lab's exercises and questions so far, as trainings that come after them need it.
struct JudgingOrder {
  /// Whether nothing is trained beyond the first of them that is not right.
  let stopsAtFirst: Bool
  /// The verdicts on the exercises, by name.
  private(set) var exercises: [String: Verdict] = [:]
  private var firstOpen: String?

  /// - Parameter stopsAtFirst: whether nothing is trained beyond the first exercise or question that is not right.
  init(stopsAtFirst: Bool) { self.stopsAtFirst = stopsAtFirst }

  /// Notes what came of an exercise or question.
  mutating func pass(_ cell: CellReport) {
    let verdict = cell.verdictOnShown
    if cell.kind == .exercise { exercises[cell.id] = verdict }
    if verdict != .passed, firstOpen == nil { firstOpen = cell.id }
  }

  /// The exercise or question that trainings wait for; nil where they wait for none.
  var waitsFor: String? { stopsAtFirst ? firstOpen : nil }
}
