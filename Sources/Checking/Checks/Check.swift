public import Labs
public import Messages
internal import Networks

/// What every check says of itself: how it is written in a lab (`CheckForm`), what it asks, and who judges it.
protocol PlannedCheck: CheckRule {
  /// The word for it in a report.
  var name: CheckName { get }

  /// What is asked, before anything is measured: a value for each thing, nil where that goes without saying.
  var planned: [CheckValue?] { get }

  /// What it looks at.
  var kind: CheckKind { get }
}

/// What a check looks at, with what judges it.
enum CheckKind {
  /// A network as it is written.
  case network(any NetworkCheck)
  /// A function of the learner's.
  case function(FunctionCheck)
  /// Everything that an exercise makes.
  case answer(any AnswerCheck)
  /// What a training came to.
  case run(any RunCheck)
  /// Nothing: it names what the learner may choose.
  case choice([String])
}

/// A check that looks at what a learner wrote, and needs no training.
protocol WrittenCheck: PlannedCheck {}

extension WrittenCheck {
  static var isMeasured: Bool { false }
  var threshold: Lab.Bound? { nil }
}

/// A check that looks at a network as it is written.
protocol NetworkCheck: WrittenCheck {
  /// What it finds.
  ///
  /// - Parameters:
  ///   - facts: the network.
  ///   - places: where its layers stand.
  /// - Returns: a result for each thing that is asked.
  func results(about facts: NetworkFacts, _ places: AnswerPlaces) -> [CheckResult]

  /// Notes what it asks of a network, so that advice on one that does not fit leads there.
  func note(in wanted: inout WantedNetwork)
}

extension NetworkCheck {
  var kind: CheckKind { .network(self) }
  var hiddenCases: Int { 0 }
}

/// A check that looks at what a training came to.
protocol RunCheck: PlannedCheck {
  /// The number that is held against its threshold; nil where it has none, or where these predictions have no such number.
  func measured(in metrics: Metrics) -> Double?

  /// What it finds.
  ///
  /// - Parameters:
  ///   - run: the training.
  ///   - line: the experiment's line.
  /// - Returns: the result.
  func result(for run: CheckedRun, line: Int) -> CheckResult
}

extension RunCheck {
  static var isMeasured: Bool { true }
  var kind: CheckKind { .run(self) }
  var wantedShapes: [(layer: String, dimensions: [Int])] { [] }
  var wantedFunction: (name: String, type: String)? { nil }
  var hiddenCases: Int { 0 }
}

/// What a training came to, as checks look at it.
struct CheckedRun {
  /// What was measured on the validation images.
  let metrics: Metrics
  /// The losses of its steps.
  var history: [HistoryPoint] = []
  /// Whether it stopped after the few steps of a quick profile.
  var isQuick = false
}

extension Lab.Check {
  /// What judges it.
  private var check: any PlannedCheck {
    guard let check = rule as? any PlannedCheck else { preconditionFailure("\(rule) is none of CheckForms.all") }
    return check
  }

  /// What it looks at, with what judges it.
  var kind: CheckKind { check.kind }

  /// The word for this kind of check in a report.
  public var name: CheckName { check.name }

  /// What is asked, before anything is measured: a value for each thing, nil where that goes without saying.
  public var planned: [CheckValue?] { check.planned }

  /// Whether anything is asked: what a learner may choose is no check.
  public var isJudged: Bool { if case .choice = kind { false } else { true } }

  /// What looks at a network, where this does.
  var networkCheck: (any NetworkCheck)? { if case .network(let check) = kind { check } else { nil } }

  /// What looks at everything that an exercise makes, where this does.
  var answerCheck: (any AnswerCheck)? { if case .answer(let check) = kind { check } else { nil } }

  /// What a function must give, where this asks for one.
  var function: FunctionRule? { if case .function(let check) = kind { check.rule } else { nil } }

  /// The number that is held against a threshold of this kind; nil where it is none, or has no value for these predictions.
  public func measured(in run: ExperimentReport) -> Double? {
    if case .run(let check) = kind { check.measured(in: run.metrics) } else { nil }
  }
}
