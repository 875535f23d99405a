public import Messages

/// What an import did, besides the set itself.
public struct ImportReport: Equatable, Sendable {
  /// The form that the data came in.
  public let format: SourceFormat
  /// What was left out, and why; empty unless problems were to be skipped.
  public let skipped: [ImportProblem]
  /// Files that were not looked at, because their names are not those of images.
  public let ignored: [String]
  /// How many labels have several values besides black, all of which became class 1.
  public let labelsWithGreyLevels: Int
  /// Whether the names do not tell the patients, so that each image counts as a patient of its own.
  public let patientsUnknown: Bool
  private let remarks: [DataPhrase]

  /// What is to be told of `imported`, which came in the form `format`.
  init(format: SourceFormat, of imported: ImportedSamples) {
    self.format = format
    skipped = imported.problems
    ignored = imported.ignored
    labelsWithGreyLevels = imported.labelsWithGreyLevels
    patientsUnknown = imported.samples.count > 1 && imported.samples.allSatisfy { $0.patient == $0.id }
    remarks = imported.remarks
  }

  /// What the person who imports should know, in order: the rule for labels first.
  public var notes: [DataPhrase] {
    var notes = remarks
    if labelsWithGreyLevels > 0 { notes.append(.labelsWithGreyLevels(count: labelsWithGreyLevels)) }
    if patientsUnknown { notes.append(.patientsUnknown) }
    if !ignored.isEmpty { notes.append(.filesIgnored(count: ignored.count, first: ignored[0])) }
    if !skipped.isEmpty { notes.append(.filesSkipped(problems: skipped.map(\.phrase))) }
    return notes
  }
}
