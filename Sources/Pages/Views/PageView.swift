/// The frame of a page as templates show it.
struct PageView {
  /// The fixed words by name.
  let words: [String: String]
  /// The language of the page.
  let language: String
  /// What the browser calls the page.
  let pageTitle: String
  /// The site's name.
  let siteTitle: String
  /// What the site is.
  let siteDescription: String
  /// The words at the foot.
  let footer: String
  /// The style sheet.
  let style: String
  /// The page's content as HTML.
  let content: String
}

/// A lab's page as templates show it.
struct LabView {
  /// The fixed words by name.
  let words: [String: String]
  /// The lab's heading.
  let title: String
  /// Data set, budget and the like.
  let about: [FactView]
  /// How much of the whole trainings was done, where a quick profile stopped them; nil for whole trainings.
  let quickBand: String?
  /// The verdicts in short; nil without a report.
  let summary: SummaryView?
  /// What the work is worth; nil where nobody grades it.
  var grade: GradePanel?
  /// The table of contents.
  let contents: ContentsView
  /// Messages about places that no cell holds; nil where there are none.
  let looseMessages: MessagesView?
  /// Prose and cells in order.
  let blocks: [BlockView]
  /// What the learner's program printed; nil where nothing.
  let printout: PrintoutView?
}

/// What the learner's program printed.
struct PrintoutView {
  /// The text.
  let text: String
  /// How much of it is not shown; nil where all is.
  let omitted: String?
}

/// A stretch of prose or a cell: one of these is not nil.
struct BlockView {
  var prose: String?
  var code: CodeView?
  var hint: HintView?
  var experiment: ExperimentView?
  var question: QuestionView?
}

/// A hint.
struct HintView {
  /// What opens it: which hint it is, for what.
  let opener: String
  /// What it is for.
  let target: String
  /// The hint as HTML.
  let body: String
}

/// The verdicts in short.
struct SummaryView {
  /// The verdict on the whole.
  let overall: VerdictView
  /// How many parts passed.
  let tally: String
  /// The parts in order.
  let parts: [Part]
  /// The first thing to do next; nil where all passed.
  let todo: Todo?
  /// What else is to be known: what in the lab's file is not as the course has it, and how the cells were run; as HTML.
  let notes: [String]

  /// One exercise, experiment or question.
  struct Part {
    /// Where it is on the page; nil where it is not.
    let anchor: String?
    /// What kind of cell it is.
    let kind: String
    /// Its name.
    let name: String
    /// What was said of it.
    let outcome: VerdictView
  }

  /// What to do next.
  struct Todo {
    /// Where on the page.
    let anchor: String?
    /// The cell's name.
    let name: String
    /// What to do, as HTML; nil where nothing was said.
    let advice: String?
  }
}

/// The table of contents.
struct ContentsView {
  /// Headings and cells in order.
  let entries: [Entry]

  /// One heading or cell.
  struct Entry {
    /// Where it is on the page.
    let anchor: String
    /// 1 for chapters, 2 for what is in them.
    let depth: Int
    /// Its words as HTML.
    let label: String
    /// What was said of it; nil for headings.
    let outcome: VerdictView?
  }
}

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
  /// Whether the answer is not told below the choices: one of them is marked, or nobody answers here.
  let hidesAnswer: Bool
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
