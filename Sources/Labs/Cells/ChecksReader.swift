import Diagnostics
import Messages

/// Reads a `check` cell: a list of checks, each of one key.
struct ChecksReader {
  /// The checks that there are.
  private enum Name: String, CaseIterable {
    case shape, parameters, function, layers, preprocessing, training, sweep, matches
    case otherWays = "other_ways"
    case accuracy, dice, loss, beats
    case ownLabelGain = "own_label_gain"
    case iou, precision, recall, hausdorff95
    case meanDice = "mean_dice"

    /// The measure of that name, where it is one of ``MetricName``.
    var metric: MetricName? { MetricName(rawValue: rawValue) }

    /// Whether it is measured in a training; the others look at a network as it is written.
    var isMeasured: Bool {
      switch self {
      case .shape, .parameters, .function, .layers, .preprocessing, .training, .sweep, .matches, .otherWays: false
      case .accuracy, .dice, .loss, .beats, .ownLabelGain, .iou, .precision, .recall, .hausdorff95, .meanDice: true
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
      case .ownLabelGain: return "own_label_gain: \"<= 0.02\""
      case .iou, .precision, .recall, .meanDice: return "\(rawValue): \">= 0.7\""
      case .hausdorff95: return "hausdorff95: \"<= 10\""
      }
    }
  }

  private enum Loss: String, CaseIterable { case falls }
  private enum Rival: String, CaseIterable { case background }
  private enum Model: String, CaseIterable { case solution }

  /// - Parameters:
  ///   - value: the YAML of the cell.
  ///   - cell: the cell.
  ///   - kind: what the cell's target is; nil where that is not known.
  ///   - findings: where mistakes are noted.
  /// - Returns: the checks that could be read.
  static func checks(
    _ value: YAMLValue, _ cell: RawCell, of kind: CellKind?, _ findings: inout Findings
  ) -> Lab.Checks {
    let example = "- \(Name.loss.example)"
    var list: [Lab.Check] = []
    for item in value.list(for: "check", example: example, &findings) ?? [] {
      guard case .mapping(let entries) = item.form else {
        findings.error(
          item.place, .wrongType(key: "check", expected: .mapping, found: item.kind, text: item.excerpt),
          help: .writeLike(example: example))
        continue
      }
      let calibration = entries.first { $0.key == "calibrated" }.flatMap { self.calibration($0.value, &findings) }
      let quick = entries.first { $0.key == "quick" }
      let rules = entries.filter { $0.key != "calibrated" && $0.key != "quick" }
      if rules.isEmpty, let entry = entries.first {
        // These stand beside a check, and there is none.
        findings.error(entry.keyPlace, .unknownCheck(entry.key), help: .oneOf(Name.allCases.map(\.rawValue)))
      }
      if rules.count > 1 {
        findings.error(rules[1].keyPlace, .severalChecks(count: rules.count), help: .ownDash)
      }
      for entry in rules {
        guard let name = Name(rawValue: entry.key) else {
          let names = Name.allCases.map(\.rawValue)
          let near = Spelling.nearest(to: entry.key, among: names)
          findings.error(
            entry.keyPlace, .unknownCheck(entry.key), help: near.map { .didYouMean($0) } ?? .oneOf(names))
          continue
        }
        checkHome(of: name, at: entry.keyPlace, target: cell.name, kind, &findings)
        if let rule = rule(name, entry.value, &findings) {
          list.append(
            Lab.Check(
              rule: rule, line: entry.keyPlace.line, calibration: calibration,
              quick: quick.flatMap { self.quick($0, beside: rule, name, &findings) }))
        }
      }
    }
    return Lab.Checks(target: cell.name, list: list, line: cell.line)
  }

  /// The bar for shorter trainings, beside one for whole ones: `quick: ">= 0.2"`.
  private static func quick(
    _ entry: YAMLValue.Entry, beside rule: Lab.Rule, _ name: Name, _ findings: inout Findings
  ) -> Lab.Rule? {
    guard rule.bound != nil else {
      findings.error(
        entry.keyPlace, .unknownKey(entry.key, section: .named(name.rawValue)),
        help: .writeLike(example: "- \(name.example)"))
      return nil
    }
    return self.rule(name, entry.value, &findings)
  }

  /// What was measured over seeds, as ``Lab/Calibration/text`` writes it.
  private static func calibration(_ value: YAMLValue, _ findings: inout Findings) -> Lab.Calibration? {
    let example = "calibrated: {mean: 0.58, deviation: 0.01, seeds: 5}"
    let known = ["mean", "deviation", "seeds"]
    guard
      let fields = FieldReader(value, of: "calibrated", .named("calibrated"), known: known, example: example, &findings)
    else { return nil }
    let mean = fields.required("mean", example: "mean: 0.58", &findings)?.number(for: "mean", &findings)
    let deviation = fields.required("deviation", example: "deviation: 0.01", &findings)?
      .number(for: "deviation", in: .notNegative, &findings)
    let seeds = fields.required("seeds", example: "seeds: 5", &findings)?
      .wholeNumber(for: "seeds", in: .fromOne, &findings)
    guard let mean, let deviation, let seeds else { return nil }
    return Lab.Calibration(mean: mean, deviation: deviation, seeds: seeds)
  }

  private static func checkHome(
    of name: Name, at place: Place, target: String, _ kind: CellKind?, _ findings: inout Findings
  ) {
    if kind == .exercise, name.isMeasured {
      findings.error(place, .checkNeedsExperiment(check: name.rawValue, exercise: target), help: .moveToExperiment)
    }
    if kind == .experiment, !name.isMeasured {
      findings.error(place, .checkNeedsExercise(check: name.rawValue, experiment: target), help: .moveToExercise)
    }
  }

  private static func rule(_ name: Name, _ value: YAMLValue, _ findings: inout Findings) -> Lab.Rule? {
    switch name {
    case .shape: return shape(value, &findings)
    case .parameters: return value.wholeNumber(for: "parameters", in: .fromOne, &findings).map { .parameters($0) }
    case .function: return FunctionReader.rule(value, &findings).map { .function($0) }
    case .layers, .preprocessing, .training, .sweep:
      return name.subject.flatMap { SettingsReader.rule($0, value, &findings) }
    case .matches: return value.option(Model.self, for: "matches", &findings).map { _ in .matchesSolution }
    case .otherWays: return SettingsReader.free(value, &findings)
    case .accuracy: return bound(name, value, &findings).map { .accuracy($0) }
    case .dice: return bound(name, value, &findings).map { .dice($0) }
    case .ownLabelGain: return bound(name, value, &findings).map { .ownLabelGain($0) }
    case .iou, .precision, .recall, .hausdorff95, .meanDice:
      guard let metric = name.metric else { return nil }
      return bound(name, value, &findings).map { .metric(metric, $0) }
    case .loss: return value.option(Loss.self, for: "loss", &findings).map { _ in .lossFalls }
    case .beats: return value.option(Rival.self, for: "beats", &findings).map { _ in .beatsBackground }
    }
  }

  private static func shape(_ value: YAMLValue, _ findings: inout Findings) -> Lab.Rule? {
    guard case .mapping(let entries) = value.form else {
      return value.mistaken("shape", .mapping, example: Name.shape.example, &findings)
    }
    guard !entries.isEmpty else { return value.empty("shape", example: Name.shape.example, &findings) }
    let shapes = entries.compactMap { entry -> (layer: String, extents: [Int])? in
      let example = "\(entry.key): [256, 256, 2]"
      guard let list = entry.value.list(for: entry.key, example: example, &findings) else { return nil }
      guard !list.isEmpty else { return entry.value.empty(entry.key, example: example, &findings) }
      let extents = list.compactMap { $0.wholeNumber(for: entry.key, in: .fromOne, &findings) }
      return extents.count == list.count ? (entry.key, extents) : nil
    }
    return shapes.count == entries.count ? .shape(shapes) : nil
  }

  /// Reads `>= 0.45`: the side and the share.
  private static func bound(_ name: Name, _ value: YAMLValue, _ findings: inout Findings) -> Lab.Bound? {
    let help = LabAdvicePhrase.writeLike(example: name.example)
    guard case .scalar(let text, _) = value.form, value.kind != .nothing else {
      return value.mistaken(name.rawValue, .limit, example: name.example, &findings)
    }
    let side = Lab.Bound.Comparison.allCases.first { text.hasPrefix($0.rawValue) }
    let number = text.dropFirst(2).drop { $0 == " " }
    guard let side, let limit = YAMLNumber.real(String(number)) else {
      return value.mistaken(name.rawValue, .limit, example: name.example, &findings)
    }
    let isShare = name.metric?.isShare ?? true
    guard limit >= 0, limit <= 1 || !isShare else {
      let found = String(number)
      let range: LabRange = isShare ? .share : .notNegative
      findings.error(value.place, .outOfRange(key: name.rawValue, range: range, found: found), help: help)
      return nil
    }
    return Lab.Bound(comparison: side, limit: limit)
  }
}
