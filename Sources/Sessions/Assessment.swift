public import Checking
public import Diagnostics
public import Messages

/// What came of the cells that somebody handed in, put into the lab that submissions are judged by.
public struct Assessment: Codable, Sendable {
  /// The report on the lab with these cells in it.
  public internal(set) var report: LabReport
  /// The text of that lab: places in the report are places in it.
  public let text: String
  /// The language that the submission says it is in.
  public let language: Language
  /// The trainings without which there are no verdicts on some experiments; none where all verdicts are there.
  public internal(set) var missing: [MissingRun] = []
  /// What is likely behind each training, by experiment, whatever the verdict on it: it is told where the training does not come to what the
  /// lab asks for. Nil in an assessment from before it was kept.
  public internal(set) var causes: [String: Diagnostic]?
  /// What was done with cells that could not be taken as they were.
  public internal(set) var remarks: [Message] = []

  /// - Parameters: the parts, as documented on each property.
  public init(report: LabReport, text: String, language: Language) {
    (self.report, self.text, self.language) = (report, text, language)
  }
}

/// A training that was not done yet, and that somebody's experiment asks for.
public struct MissingRun: Codable, Sendable, Hashable {
  /// The experiment of the lab, by name.
  public let experiment: String
  /// The digest of the training's plan.
  public let run: String
}
