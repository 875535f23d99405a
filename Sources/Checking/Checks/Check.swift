public import Labs
public import Messages
internal import Networks

/// What every check says of itself.
protocol PlannedCheck {
  /// The word for it in a report.
  var name: CheckName { get }

  /// What is asked, before anything is measured: a value for each thing, nil where that goes without saying.
  var planned: [CheckValue?] { get }
}

/// A check that looks at a network as it is written.
protocol NetworkCheck: PlannedCheck {
  /// What it finds.
  ///
  /// - Parameters:
  ///   - facts: the network.
  ///   - places: where its layers stand.
  /// - Returns: a result for each thing that is asked.
  func results(about facts: NetworkFacts, _ places: AnswerPlaces) -> [CheckResult]
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

/// What a training came to, as checks look at it.
struct CheckedRun {
  /// What was measured on the validation images.
  let metrics: Metrics
  /// The losses of its steps.
  var history: [HistoryPoint] = []
  /// Whether it stopped after the few steps of a quick profile.
  var isQuick = false
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
  /// Nothing: it says what the learner may choose.
  case none
}

extension Lab.Rule {
  /// The check behind what a lab asks for: the one list of all that there are.
  var kind: CheckKind {
    switch self {
    case .shape(let layers): .network(ShapeCheck(layers: layers))
    case .parameters(let count): .network(ParametersCheck(count: count))
    case .function(let rule): .function(FunctionCheck(rule: rule))
    case .settings(let subject, let wishes): .answer(SettingsCheck(subject: subject, wishes: wishes))
    case .matchesSolution: .answer(MatchesCheck())
    case .otherWays: .none
    case .accuracy(let bound): .run(AccuracyCheck(bound: bound))
    case .dice(let bound): .run(DiceCheck(bound: bound))
    case .metric(let metric, let bound): .run(MetricCheck(metric: metric, bound: bound))
    case .permutationGain(let bound): .run(PermutationGainCheck(bound: bound))
    case .lossFalls: .run(LossFallsCheck())
    case .beatsBackground: .run(BeatsBackgroundCheck())
    }
  }

  /// The word for this kind of check in a report.
  public var name: CheckName { check.name }

  /// What is asked, before anything is measured: a value for each thing, nil where that goes without saying.
  public var planned: [CheckValue?] { check.planned }

  private var check: any PlannedCheck {
    switch kind {
    case .network(let check): check
    case .function(let check): check
    case .answer(let check): check
    case .run(let check): check
    case .none: OtherWays()
    }
  }

  /// What looks at a network, where this does.
  var networkCheck: (any NetworkCheck)? { if case .network(let check) = kind { check } else { nil } }

  /// What looks at everything that an exercise makes, where this does.
  var answerCheck: (any AnswerCheck)? { if case .answer(let check) = kind { check } else { nil } }

  /// The number that is held against a threshold of this kind; nil where it is none, or has no value for these predictions.
  public func measured(in run: ExperimentReport) -> Double? {
    if case .run(let check) = kind { check.measured(in: run.metrics) } else { nil }
  }
}
