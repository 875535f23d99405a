internal import Experiments
internal import Foundation
internal import Networks
internal import Protos
internal import SegLab
internal import Tensors

/// A run for TensorBoard's page of hyperparameters.
struct HParams {
  /// What a hyperparameter of a run is.
  enum Value {
    case number(Double)
    case text(String)
    case flag(Bool)
  }

  /// A metric that runs are compared by: its tag in the validation run, and its title.
  static let metrics = [
    (tag: "metrics/dice", title: "Dice"), (tag: "metrics/mean_dice", title: "mean Dice"),
    (tag: "metrics/accuracy", title: "accuracy"), (tag: "metrics/loss", title: "loss"),
  ]

  private let run: ExportedRun

  /// - Parameter run: the run.
  init(_ run: ExportedRun) { self.run = run }

  /// All hyperparameters, the same ones for every run: one that some lack would be left out of all.
  var values: [(name: String, value: Value)] {
    let (plan, training) = (run.record.plan, run.record.plan.training)
    return [
      ("learning_rate", .number(training.learningRate)), ("batch_size", .number(Double(training.batchSize))),
      ("epochs", .number(Double(training.epochs))), ("decay_rate", .number(training.decayRate)),
      ("decay_steps", .number(Double(training.decaySteps))), ("weight_decay", .number(training.weightDecay)),
      ("clip_norm", .number(training.clipNorm ?? 0)), ("optimizer", .text(training.optimizer.title)),
      (
        "loss",
        .text(
          training.loss.parts.map { "\($0.weight == 1 ? "" : "\($0.weight) ")\($0.loss.title)" }.joined(
            separator: " + ")
        )
      ),
      ("keep_best", .flag(training.keepBest)), ("seed", .number(Double(plan.seed))), ("split", .text(plan.split)),
      ("dataset", .text(run.dataset)), ("steps", .number(Double(run.record.steps))),
      ("parameters", .number(Double(run.parameters))),
      ("layers", .number(Double(run.layers.count))),
      ("preprocessing", .text((plan.preparation ?? "none").replacingOccurrences(of: "\n", with: ", "))),
    ]
  }

  /// What stands in the folder above runs that are compared.
  ///
  /// - Parameters:
  ///   - runs: the runs, at least one.
  ///   - name: what they are compared as.
  /// - Returns: hyperparameters and metrics, by name.
  static func experiment(_ runs: [ExportedRun], name: String) -> TBHParamsContent {
    var content = TBHParamsContent()
    content.experiment.name = name
    content.experiment.created = runs.map { $0.record.ended - $0.record.seconds }.min() ?? 0
    content.experiment.hyperparameters = runs[0].hparams.values.map { name, value in
      var info = TBHParamInfo()
      info.name = name
      switch value {
      case .text: info.kind = 1
      case .flag: info.kind = 2
      case .number: info.kind = 3
      }
      return info
    }
    content.experiment.metrics = metrics.map { metric in
      var info = TBMetricInfo()
      info.name.group = "validation"
      info.name.tag = metric.tag
      (info.title, info.side) = (metric.title, 2)
      return info
    }
    return content
  }

  /// What says how the run was begun.
  var start: TBHParamsContent {
    var content = TBHParamsContent()
    for (name, value) in values {
      var written = TBHParamValue()
      switch value {
      case .text(let text): written.text = text
      case .flag(let flag): written.flag = flag
      case .number(let number): written.number = number
      }
      content.start.values[name] = written
    }
    // Runs that differ in their seed alone are one setting.
    var plan = run.record.plan
    plan.seed = 0
    content.start.group = String(plan.digest.prefix(16))
    content.start.started = run.record.ended - run.record.seconds
    return content
  }

  /// What says how the run ended.
  var end: TBHParamsContent {
    var content = TBHParamsContent()
    content.end.status = 1
    content.end.ended = run.record.ended
    return content
  }
}

extension ExportedRun {
  var hparams: HParams { HParams(self) }
}
