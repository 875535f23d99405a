extension Lab {
  /// Something to think about and answer.
  public struct Question: Sendable, Equatable {
    /// The question's name.
    public let id: String
    /// What is asked, as written.
    public let text: String
    /// What counts as an answer.
    public let form: Form
    /// The line of the cell's fence.
    public let line: Int

    /// What counts as an answer.
    public enum Form: Sendable, Equatable {
      /// One of several.
      case choice([Choice])
      /// A number; right when it is at most `tolerance` away from `value`.
      case number(value: Double, tolerance: Double, why: String)
      /// A few words, which nobody but a reader judges; `why` is shown to who wrote some.
      case text(why: String?)
    }
  }

  /// One of a question's answers.
  public struct Choice: Sendable, Equatable {
    /// What the learner writes to choose it, for example `b`.
    public let key: String
    /// The answer.
    public let text: String
    /// Whether it is right.
    public let isRight: Bool
    /// Why it is right or wrong: shown to who chose it.
    public let why: String
  }

  /// The learner's answer to a question.
  public struct Answer: Sendable, Equatable {
    /// The question, by name.
    public let question: String
    /// What the learner wrote, without white space around it; empty or `?` while it is open.
    public let text: String
    /// The line of the answer.
    public let line: Int
  }
}
