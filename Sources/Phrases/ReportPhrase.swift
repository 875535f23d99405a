/// What is said of reports as files, and of labs that are not as their course has them.
public enum ReportPhrase: Phrase {
  /// A report was written.
  case written(path: String)
  /// A report's file cannot be read.
  case notReadable(path: String, reason: String)
  /// A file is no report of this form.
  case notAReport(path: String, schema: String)
  /// A part of the lab's file that is its author's was changed: what it is, its name, and the line in `file`; 0 where it is gone.
  case changed(ReportPhrase.Part, name: String, file: String, line: Int)
  /// Messages that are not shown because there are so many before them.
  case moreMessages(count: Int)

  /// A part of a lab that is its author's.
  public enum Part: String, Codable, Sendable, Hashable {
    /// Title, data set, budget and what comes before.
    case frontMatter = "front-matter"
    /// A given cell.
    case given
    /// The checks of an exercise or experiment.
    case checks
    /// An experiment.
    case experiment
    /// A question.
    case question
    /// An exercise that is not in the file any more.
    case exercise
  }

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: english
    case .korean: korean
    }
  }
}
