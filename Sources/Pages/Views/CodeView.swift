/// A cell of Swift as templates show it.
struct CodeView {
  /// Its `id` on the page.
  let anchor: String
  /// The level of its heading.
  let level: Int
  /// Whether it is not to be changed.
  let isGiven: Bool
  /// Whether it is a learner's exercise.
  let isExercise: Bool
  /// Its name; nil for given code, whose names are numbers.
  let name: String?
  /// Where it stands in the lab.
  let lines: String
  /// How many holes are left; nil where none is.
  let holes: String?
  /// The code as HTML.
  let listing: String
  /// How many lines are not shown; nil where all are.
  let omitted: String?
  /// What was said of it; nil without a report and for given code.
  let outcome: VerdictView?
  /// Messages about its lines.
  let messages: MessagesView?
  /// What was checked, or will be.
  let checkList: ChecksView?
}

/// The checks of one cell.
struct ChecksView {
  /// The level of their heading.
  let checksLevel: Int
  /// The checks in order.
  let items: [CheckView]
}

/// Messages about places in the lab.
struct MessagesView {
  /// The messages in order.
  let diagnostics: [DiagnosticView]
  /// How many are not shown; nil where all are.
  let omittedMessages: String?
}
