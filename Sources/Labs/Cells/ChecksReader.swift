import Diagnostics
import Messages

/// Reads a `check` cell: a list of checks, each of one key.
struct ChecksReader {
  /// The checks that there are.
  private enum Name: String, CaseIterable {
    case shape, parameters, function, layers, preprocessing, training, sweep, matches
    case otherWays = "other_ways"
    case accuracy, dice, loss, beats
    case permutationGain = "permutation_gain"
    case iou, precision, recall, hausdorff95
    case meanDice = "mean_dice"

    /// The measure of that name, where it is one of ``MetricName``.
    var metric: MetricName? { MetricName(rawValue: rawValue) }

    /// Whether it is measured in a training; the others look at a network as it is written.
    var isMeasured: Bool {
      switch self {
      case .shape, .parameters, .function, .layers, .preprocessing, .training, .sweep, .matches, .otherWays: false
      case .accuracy, .dice, .loss, .beats, .permutationGain, .iou, .precision, .recall, .hausdorff95, .meanDice: true
      }
    }

    /// What it looks at the settings of, where it does.
    var subject: Lab.Subject? { Lab.Subject(rawValue: rawValue) }

    /// How it is written.
    var example: String {
      switch self {
      case .shape: return "shape: {hidden: [512]}"
      case .parameters: return "parameters: 5_000_000"
      case .function: return FunctionReader.example
      case .layers: return SettingsReader.example(of: .layers)
      case .preprocessing: return SettingsReader.example(of: .preprocessing)
      case .training: return SettingsReader.example(of: .training)
      case .sweep: return SettingsReader.example(of: .sweep)
      case .matches: return "matches: solution"
      case .otherWays: return SettingsReader.freeExample
      case .accuracy: return "accuracy: \">= 0.9\""
      case .dice: return "dice: \">= 0.5\""
      case .loss: return "loss: falls"
      case .beats: return "beats: background"
      case .permutationGain: return "permutation_gain: \"<= 0.02\""
      case .iou, .precision, .recall, .meanDice: return "\(rawValue): \">= 0.7\""
      case .hausdorff95: return "hausdorff95: \"<= 10\""
      }
    }
  }

  /// How each check is written in a lab.
  static var forms: [Lab.CheckForm] {
    Name.allCases.map { Lab.CheckForm(name: $0.rawValue, example: $0.example, isMeasured: $0.isMeasured) }
  }

  private enum Loss: String, CaseIterable { case falls }
  private enum Rival: String, CaseIterable { case background }
  private enum Model: String, CaseIterable { case solution }

  /// - Parameters:
  ///   - value: the YAML of the cell.
  ///   - cell: the cell.
  ///   - kind: what the cell's target is; nil where that is not known.
  ///   - diagnostics: where mistakes are noted.
  /// - Returns: the checks that could be read.
  static func checks(
    _ value: YAMLValue, _ cell: RawCell, of kind: CellKind?, _ diagnostics: inout DiagnosticList
  ) -> Lab.Checks {
    let example = "- \(Name.loss.example)"
    var list: [Lab.Check] = []
    for item in value.list(for: "check", example: example, &diagnostics) ?? [] {
      guard case .mapping(let entries) = item.form else {
        diagnostics.error(
          item.place, .wrongType(key: "check", expected: .mapping, found: item.kind, text: item.excerpt),
          help: .writeLike(example: example))
        continue
      }
      let calibration = entries.first { $0.key == "calibrated" }.flatMap { self.calibration($0.value, &diagnostics) }
      let quick = entries.first { $0.key == "quick" }
      let points = entries.first { $0.key == "points" }.flatMap { entry in
        entry.value.number(for: "points", in: .notNegative, &diagnostics)
      }
      let hidden = entries.first { $0.key == "hidden" }.flatMap { self.hidden($0.value, &diagnostics) }
      let rules = entries.filter { !Self.besides.contains($0.key) }
      if rules.isEmpty, let entry = entries.first {
        // These stand beside a check, and there is none.
        diagnostics.error(entry.keyPlace, .unknownCheck(entry.key), help: .oneOf(Name.allCases.map(\.rawValue)))
      }
      if rules.count > 1 {
        diagnostics.error(rules[1].keyPlace, .severalChecks(count: rules.count), help: .ownDash)
      }
      for entry in rules {
        guard let name = Name(rawValue: OldKeys.now(entry.key) ?? entry.key) else {
          let names = Name.allCases.map(\.rawValue)
          let near = Spelling.nearest(to: entry.key, among: names)
          diagnostics.error(
            entry.keyPlace, .unknownCheck(entry.key), help: near.map { .didYouMean($0) } ?? .oneOf(names))
          continue
        }
        checkHome(of: name, at: entry.keyPlace, target: cell.name, kind, &diagnostics)
        if let rule = rule(name, entry.value, &diagnostics) {
          list.append(
            Lab.Check(
              rule: rule, line: entry.keyPlace.line, calibration: calibration,
              quick: quick.flatMap { self.quick($0, beside: rule, name, &diagnostics) }, points: points, hidden: hidden)
          )
        }
      }
    }
    return Lab.Checks(target: cell.name, list: list, line: cell.line)
  }

  /// What may stand beside a check, in the same item.
  private static let besides = ["calibrated", "quick", "points", "hidden"]

  /// Whether learners are to know of a check, and what: `hidden: true`, or the words for them.
  private static func hidden(_ value: YAMLValue, _ diagnostics: inout DiagnosticList) -> Lab.Hidden? {
    if case .scalar(let text, false) = value.form, let isHidden = Bool(text) { return isHidden ? .silent : nil }
    return value.text(for: "hidden", &diagnostics).map { .told($0) }
  }

  /// The bar for shorter trainings, beside one for whole ones: `quick: ">= 0.2"`.
  private static func quick(
    _ entry: YAMLValue.Entry, beside rule: Lab.Rule, _ name: Name, _ diagnostics: inout DiagnosticList
  ) -> Lab.Rule? {
    guard rule.bound != nil else {
      diagnostics.error(
        entry.keyPlace, .unknownKey(entry.key, section: .named(name.rawValue)),
        help: .writeLike(example: "- \(name.example)"))
      return nil
    }
    return self.rule(name, entry.value, &diagnostics)
  }

  /// What was measured over seeds, as ``Lab/Calibration/text`` writes it.
  private static func calibration(_ value: YAMLValue, _ diagnostics: inout DiagnosticList) -> Lab.Calibration? {
    let example = "calibrated: {mean: 0.58, deviation: 0.01, seeds: 5}"
    let known = ["mean", "deviation", "seeds"]
    guard
      let fields = FieldReader(
        value, of: "calibrated", .named("calibrated"), known: known, example: example, &diagnostics)
    else { return nil }
    let mean = fields.required("mean", example: "mean: 0.58", &diagnostics)?.number(for: "mean", &diagnostics)
    let deviation = fields.required("deviation", example: "deviation: 0.01", &diagnostics)?
      .number(for: "deviation", in: .notNegative, &diagnostics)
    let seeds = fields.required("seeds", example: "seeds: 5", &diagnostics)?
      .wholeNumber(for: "seeds", in: .fromOne, &diagnostics)
    guard let mean, let deviation, let seeds else { return nil }
    return Lab.Calibration(mean: mean, deviation: deviation, seeds: seeds)
  }

  private static func checkHome(
    of name: Name, at place: Place, target: String, _ kind: CellKind?, _ diagnostics: inout DiagnosticList
  ) {
    if kind == .exercise, name.isMeasured {
      diagnostics.error(place, .checkNeedsExperiment(check: name.rawValue, exercise: target), help: .moveToExperiment)
    }
    if kind == .experiment, !name.isMeasured {
      diagnostics.error(place, .checkNeedsExercise(check: name.rawValue, experiment: target), help: .moveToExercise)
    }
  }

  private static func rule(_ name: Name, _ value: YAMLValue, _ diagnostics: inout DiagnosticList) -> Lab.Rule? {
    switch name {
    case .shape: return shape(value, &diagnostics)
    case .parameters: return value.wholeNumber(for: "parameters", in: .fromOne, &diagnostics).map { .parameters($0) }
    case .function: return FunctionReader.rule(value, &diagnostics).map { .function($0) }
    case .layers, .preprocessing, .training, .sweep:
      return name.subject.flatMap { SettingsReader.rule($0, value, &diagnostics) }
    case .matches: return value.option(Model.self, for: "matches", &diagnostics).map { _ in .matchesSolution }
    case .otherWays: return SettingsReader.free(value, &diagnostics)
    case .accuracy: return bound(name, value, &diagnostics).map { .accuracy($0) }
    case .dice: return bound(name, value, &diagnostics).map { .dice($0) }
    case .permutationGain: return bound(name, value, &diagnostics).map { .permutationGain($0) }
    case .iou, .precision, .recall, .hausdorff95, .meanDice:
      guard let metric = name.metric else { return nil }
      return bound(name, value, &diagnostics).map { .metric(metric, $0) }
    case .loss: return value.option(Loss.self, for: "loss", &diagnostics).map { _ in .lossFalls }
    case .beats: return value.option(Rival.self, for: "beats", &diagnostics).map { _ in .beatsBackground }
    }
  }

  private static func shape(_ value: YAMLValue, _ diagnostics: inout DiagnosticList) -> Lab.Rule? {
    guard case .mapping(let entries) = value.form else {
      return value.mistaken("shape", .mapping, example: Name.shape.example, &diagnostics)
    }
    guard !entries.isEmpty else { return value.empty("shape", example: Name.shape.example, &diagnostics) }
    let shapes = entries.compactMap { entry -> (layer: String, dimensions: [Int])? in
      let example = "\(entry.key): [256, 256, 2]"
      guard let list = entry.value.list(for: entry.key, example: example, &diagnostics) else { return nil }
      guard !list.isEmpty else { return entry.value.empty(entry.key, example: example, &diagnostics) }
      let dimensions = list.compactMap { $0.wholeNumber(for: entry.key, in: .fromOne, &diagnostics) }
      return dimensions.count == list.count ? (entry.key, dimensions) : nil
    }
    return shapes.count == entries.count ? .shape(shapes) : nil
  }

  /// Reads `>= 0.45`: the side and the share.
  private static func bound(_ name: Name, _ value: YAMLValue, _ diagnostics: inout DiagnosticList) -> Lab.Bound? {
    let help = LabAdvicePhrase.writeLike(example: name.example)
    guard case .scalar(let text, _) = value.form, value.kind != .nothing else {
      return value.mistaken(name.rawValue, .limit, example: name.example, &diagnostics)
    }
    let side = Lab.Bound.Comparison.allCases.first { text.hasPrefix($0.rawValue) }
    let number = text.dropFirst(2).drop { $0 == " " }
    guard let side, let limit = YAMLNumber.real(String(number)) else {
      return value.mistaken(name.rawValue, .limit, example: name.example, &diagnostics)
    }
    let isShare = name.metric?.isShare ?? true
    guard limit >= 0, limit <= 1 || !isShare else {
      let found = String(number)
      let range: LabRange = isShare ? .share : .notNegative
      diagnostics.error(value.place, .outOfRange(key: name.rawValue, range: range, found: found), help: help)
      return nil
    }
    return Lab.Bound(comparison: side, limit: limit)
  }
}
