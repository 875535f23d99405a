import Diagnostics
import Messages
import SegLab

/// Reads an `experiment` cell.
struct ExperimentReader {
  /// - Parameters:
  ///   - value: the YAML of the cell.
  ///   - cell: the cell.
  ///   - findings: where mistakes are noted.
  /// - Returns: nil where it does not say which network to train.
  static func experiment(_ value: YAMLValue, _ cell: RawCell, _ findings: inout Findings) -> Lab.Experiment? {
    let known = ["network", "training", "preparation", "split", "quick", "show"]
    let example = "network: fcn"
    guard let fields = FieldReader(value, of: "experiment", .experiment, known: known, example: example, &findings)
    else {
      return nil
    }
    let network = fields.required("network", example: example, &findings)?.name(for: "network", &findings)
    let defaults = Lab.TrainingSource.values(Lab.WrittenTraining())
    let training = fields.optional("training").map { source(of: $0, &findings) } ?? defaults
    let preparation = fields.optional("preparation")?.name(for: "preparation", &findings)
    let split = fields.optional("split")?.option(SplitRule.self, for: "split", &findings) ?? .image
    let quick = fields.optional("quick").flatMap { quickSteps($0, &findings) }
    let show = fields.optional("show").map { exhibits($0, &findings) } ?? []
    guard let network else { return nil }
    return Lab.Experiment(
      id: cell.name, network: network, training: training ?? defaults, preparation: preparation, split: split,
      quickSteps: quick, show: show, line: cell.line)
  }

  /// A constant's name, or the numbers themselves.
  private static func source(of value: YAMLValue, _ findings: inout Findings) -> Lab.TrainingSource? {
    switch value.form {
    case .scalar:
      guard value.kind != .nothing else {
        return value.mistaken("training", .nameOrMapping, example: "training: training", &findings)
      }
      return value.name(for: "training", &findings).map { .constant($0) }
    case .list: return value.mistaken("training", .nameOrMapping, example: "training: training", &findings)
    case .mapping: return TrainingReader.training(value, &findings).map { .values($0) }
    }
  }

  private static func quickSteps(_ value: YAMLValue, _ findings: inout Findings) -> Int? {
    let example = "quick: {steps: 20}"
    guard let fields = FieldReader(value, of: "quick", .quick, known: ["steps"], example: example, &findings) else {
      return nil
    }
    return fields.required("steps", example: "steps: 20", &findings)?
      .wholeNumber(for: "steps", in: .fromOne, &findings)
  }

  private static func exhibits(_ value: YAMLValue, _ findings: inout Findings) -> [Lab.Exhibit] {
    var exhibits: [Lab.Exhibit] = []
    for item in value.list(for: "show", example: "show: [curves, predictions]", &findings) ?? [] {
      guard let exhibit = item.option(Lab.Exhibit.self, for: "show", &findings) else { continue }
      if exhibits.contains(exhibit) {
        findings.error(item.place, .repeatedOption(key: "show", found: exhibit.rawValue), help: .keepOne)
      } else {
        exhibits.append(exhibit)
      }
    }
    return exhibits
  }
}
