/// A question as templates show it.
struct QuestionView {
  /// Its `id` on the page.
  let anchor: String
  /// The level of its heading.
  let level: Int
  /// The question's name.
  let name: String
  /// What is asked, as HTML.
  let text: String
  /// What can be chosen; nil where a number is asked for.
  let options: Options?
  /// What the learner answered; nil where nothing yet.
  let answer: String?
  /// Whether one of the choices is marked as the answer.
  let isMarked: Bool
  /// What was said of the answer; nil without a report.
  let outcome: VerdictView?
  /// Why the answer is right or wrong, or what to do, as HTML.
  let reasons: String?

  /// What can be chosen.
  struct Options {
    /// The choices in order.
    let list: [Option]
  }

  /// One choice.
  struct Option {
    /// What the learner writes to choose it.
    let key: String
    /// The answer, as HTML.
    let choice: String
    /// Whether the learner chose it.
    let isChosen: Bool
  }
}
