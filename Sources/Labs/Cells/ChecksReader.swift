import Diagnostics
import Messages

/// Reads a `check` cell: a list of checks, each of one key.
struct ChecksReader {
  /// The checks that there are.
  let forms: CheckForms

  /// - Parameters:
  ///   - value: the YAML of the cell.
  ///   - cell: the cell.
  ///   - kind: what the cell's target is; nil where that is not known.
  ///   - diagnostics: where mistakes are noted.
  /// - Returns: the checks that could be read.
  func checks(
    _ value: YAMLValue, _ cell: RawCell, of kind: CellKind?, _ diagnostics: inout DiagnosticList
  ) -> Lab.Checks {
    let example = forms.example
    var list: [Lab.Check] = []
    for item in value.list(for: "check", example: example, &diagnostics) ?? [] {
      guard case .mapping(let entries) = item.form else {
        diagnostics.error(
          item.place, .wrongType(key: "check", expected: .mapping, found: item.kind, text: item.excerpt),
          help: .writeLike(example: example))
        continue
      }
      let calibration = entries.first { $0.key == "calibrated" }.flatMap { Self.calibration($0.value, &diagnostics) }
      let quick = entries.first { $0.key == "quick" }
      let points = entries.first { $0.key == "points" }.flatMap { entry in
        entry.value.number(for: "points", in: .notNegative, &diagnostics)
      }
      let hidden = entries.first { $0.key == "hidden" }.flatMap { Self.hidden($0.value, &diagnostics) }
      let rules = entries.filter { !Self.besides.contains($0.key) }
      if rules.isEmpty, let entry = entries.first {
        // These stand beside a check, and there is none.
        diagnostics.error(entry.keyPlace, .unknownCheck(entry.key), help: .oneOf(forms.names))
      }
      if rules.count > 1 {
        diagnostics.error(rules[1].keyPlace, .severalChecks(count: rules.count), help: .ownDash)
      }
      for entry in rules {
        guard let form = forms[OldKeys.now(entry.key) ?? entry.key] else {
          let near = Spelling.nearest(to: entry.key, among: forms.names)
          diagnostics.error(
            entry.keyPlace, .unknownCheck(entry.key), help: near.map { .didYouMean($0) } ?? .oneOf(forms.names))
          continue
        }
        Self.checkHome(of: form, at: entry.keyPlace, target: cell.name, kind, &diagnostics)
        if let rule = form.rule(entry.value, &diagnostics) {
          list.append(
            Lab.Check(
              rule: rule, line: entry.keyPlace.line, calibration: calibration,
              quick: quick.flatMap { Self.quick($0, beside: rule, form, &diagnostics) }, points: points, hidden: hidden)
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

  /// The threshold for shorter trainings, beside one for whole ones: `quick: ">= 0.2"`.
  private static func quick(
    _ entry: YAMLValue.Entry, beside rule: any CheckRule, _ form: CheckForm, _ diagnostics: inout DiagnosticList
  ) -> (any CheckRule)? {
    guard rule.threshold != nil else {
      diagnostics.error(
        entry.keyPlace, .unknownKey(entry.key, section: .named(form.name)),
        help: .writeLike(example: "- \(form.example)"))
      return nil
    }
    return form.rule(entry.value, &diagnostics)
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
    of form: CheckForm, at place: Place, target: String, _ kind: CellKind?, _ diagnostics: inout DiagnosticList
  ) {
    if kind == .exercise, form.isMeasured {
      diagnostics.error(place, .checkNeedsExperiment(check: form.name, exercise: target), help: .moveToExperiment)
    }
    if kind == .experiment, !form.isMeasured {
      diagnostics.error(place, .checkNeedsExercise(check: form.name, experiment: target), help: .moveToExercise)
    }
  }
}
