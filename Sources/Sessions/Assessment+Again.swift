internal import Checking
internal import Courses
public import Labs
internal import Messages

extension Assessment {
  /// What this assessment is by the lab as it is now: byte for byte what a judge would come to who compiles, runs and finds all trainings
  /// anew.
  ///
  /// - Parameters:
  ///   - lab: the lab that submissions are judged by; its ``Labs/Lab/measuredText`` is that of the lab that this assessment was made by.
  ///   - submission: the text that was assessed.
  ///   - releases: the lab as learners got it, one after the other.
  /// - Returns: the assessment; nil where this one does not hold all that it takes.
  public func judgedAgain(by lab: Lab, submission: String, releases: [Lab]) -> Assessment? {
    guard missing.isEmpty, let causes else { return nil }
    // A text that was read once is read the same again: only what stands between the cells is another.
    let merged = MergedSubmission(submission, into: lab, releases: releases)
    guard merged.language == language,
      var report = report.judgedAgain(by: merged.lab.translated(to: merged.language).value, causes: causes)
    else { return nil }
    report.changes = merged.changes
    var assessment = Assessment(report: report, text: merged.lab.text, language: language)
    (assessment.causes, assessment.remarks) = (causes, merged.remarks)
    return assessment
  }
}
