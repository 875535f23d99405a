public import Phrases

/// What an import did, besides the set itself.
public struct ImportReport: Equatable, Sendable {
  /// The folder that the images came from.
  public let imageFolder: String
  /// The folder that the labels came from.
  public let labelFolder: String
  /// What was left out, and why; empty unless problems were to be skipped.
  public let skipped: [ImportProblem]
  /// Files that were not looked at, because their names do not end in `.png`.
  public let ignored: [String]
  /// How many labels have several values besides black, all of which became class 1.
  public let labelsWithGreyLevels: Int
  /// Whether the names do not tell the patients, so that each image counts as a patient of its own.
  public let patientsUnknown: Bool

  /// What the person who imports should know, in order: the rule for labels first.
  public var notes: [DataPhrase] {
    var notes: [DataPhrase] = [.labelRule]
    if labelsWithGreyLevels > 0 { notes.append(.labelsWithGreyLevels(count: labelsWithGreyLevels)) }
    if patientsUnknown { notes.append(.patientsUnknown) }
    if !ignored.isEmpty { notes.append(.filesIgnored(count: ignored.count, first: ignored[0])) }
    if !skipped.isEmpty { notes.append(.filesSkipped(problems: skipped.map(\.phrase))) }
    return notes
  }
}
