import Diagnostics
import Messages
import SegLab

/// Reads an `experiment` cell.
struct ExperimentReader {
  /// - Parameters:
  ///   - value: the YAML of the cell.
  ///   - cell: the cell.
  ///   - diagnostics: where mistakes are noted.
  /// - Returns: nil where it does not say which network to train.
  static func experiment(_ value: YAMLValue, _ cell: RawCell, _ diagnostics: inout DiagnosticList) -> Lab.Experiment? {
    let known = ["network", "training", "preprocessing", "split", "quick", "show"]
    let example = "network: fcn"
    guard let fields = FieldReader(value, of: "experiment", .experiment, known: known, example: example, &diagnostics)
    else {
      return nil
    }
    let network = fields.required("network", example: example, &diagnostics)?.name(for: "network", &diagnostics)
    let defaults = Lab.TrainingSource.values(Lab.WrittenTraining())
    let training = fields.optional("training").map { source(of: $0, &diagnostics) } ?? defaults
    let preprocessing = fields.optional("preprocessing")?.name(for: "preprocessing", &diagnostics)
    let split = fields.optional("split")?.option(SplitRule.self, for: "split", &diagnostics) ?? .image
    let quick = fields.optional("quick").flatMap { quickSteps($0, &diagnostics) }
    let show = fields.optional("show").map { outputs($0, &diagnostics) } ?? []
    guard let network else { return nil }
    return Lab.Experiment(
      id: cell.name, network: network, training: training ?? defaults, preprocessing: preprocessing, split: split,
      quickSteps: quick, show: show, line: cell.line)
  }

  /// A constant's name, or the numbers themselves.
  private static func source(of value: YAMLValue, _ diagnostics: inout DiagnosticList) -> Lab.TrainingSource? {
    switch value.form {
    case .scalar:
      guard value.kind != .nothing else {
        return value.mistaken("training", .nameOrMapping, example: "training: training", &diagnostics)
      }
      return value.name(for: "training", &diagnostics).map { .constant($0) }
    case .list: return value.mistaken("training", .nameOrMapping, example: "training: training", &diagnostics)
    case .mapping: return TrainingReader.training(value, &diagnostics).map { .values($0) }
    }
  }

  private static func quickSteps(_ value: YAMLValue, _ diagnostics: inout DiagnosticList) -> Int? {
    let example = "quick: {steps: 20}"
    guard let fields = FieldReader(value, of: "quick", .quick, known: ["steps"], example: example, &diagnostics) else {
      return nil
    }
    return fields.required("steps", example: "steps: 20", &diagnostics)?
      .wholeNumber(for: "steps", in: .fromOne, &diagnostics)
  }

  private static func outputs(_ value: YAMLValue, _ diagnostics: inout DiagnosticList) -> [Lab.OutputKind] {
    var outputs: [Lab.OutputKind] = []
    for item in value.list(for: "show", example: "show: [curves, predictions]", &diagnostics) ?? [] {
      guard let output = item.option(Lab.OutputKind.self, for: "show", &diagnostics) else { continue }
      if outputs.contains(output) {
        diagnostics.error(item.place, .repeatedOption(key: "show", found: output.rawValue), help: .keepOne)
      } else {
        outputs.append(output)
      }
    }
    return outputs
  }
}
