internal import Phrases
internal import SegLab

/// Looks whether a training's numbers are numbers to train with.
enum TrainingChecker {
  /// The most epochs that a lab trains.
  static let mostEpochs = 10_000
  /// The most images in one step.
  static let mostImages = 4_096

  /// What is asked of one number.
  private typealias Rule = (field: String, holds: Bool, found: String, expected: String)

  /// The first number that is not one to train with, or a pass.
  ///
  /// - Parameters:
  ///   - training: the numbers.
  ///   - classes: how many classes the network tells apart; nil where that is not known.
  /// - Returns: the result, on the training's line.
  static func check(_ training: Training, classes: Int? = nil) -> CheckResult {
    let rules =
      numbers(training) + Self.rules(for: training.optimizer)
      + (training.schedule.map { Self.rules(for: $0) } ?? []) + Self.rules(for: training.loss)
    for rule in rules where !rule.holds {
      return result(
        training, CheckPhrase.trainingNumber(field: rule.field, found: rule.found, expected: rule.expected),
        expected: .setting(rule.field, rule.expected), measured: .setting("", rule.found))
    }
    let losses = training.loss.parts.map(\.loss)
    if losses.contains(.crossEntropy), losses.contains(.binaryCrossEntropy) {
      return result(training, .lossContradicts)
    }
    let weights = training.classWeights.count
    if let classes, weights > 0, weights != classes {
      return result(
        training, .classWeights(found: weights, classes: classes), expected: .count(classes),
        measured: .count(weights))
    }
    return CheckResult(.training, .passed, line: training.line)
  }

  private static func result(
    _ training: Training, _ message: CheckPhrase, expected: CheckValue? = nil, measured: CheckValue? = nil
  ) -> CheckResult {
    CheckResult(
      .training, .notYet, expected: expected, measured: measured, message: message, line: training.line)
  }

  private static func numbers(_ training: Training) -> [Rule] {
    var rules = [
      real("learningRate", training.learningRate, 0, 1_000), real("decayRate", training.decayRate, 0, 1),
      whole("decaySteps", training.decaySteps), whole("epochs", training.epochs, most: mostEpochs),
      whole("batchSize", training.batchSize, most: mostImages), fromZero("weightDecay", training.weightDecay, 1_000),
      whole("checkpointEvery", training.checkpointEvery),
    ]
    rules += training.clipNorm.map { [real("clipNorm", $0, 0, 1e9)] } ?? []
    rules += training.classWeights.map { fromZero("classWeights", $0, 1e6) }
    if !training.classWeights.isEmpty {
      let holds = training.classWeights.contains { $0 > 0 }
      rules.append(("classWeights", holds, "\(training.classWeights)", "> 0"))
    }
    if let stopping = training.earlyStopping {
      rules.append(whole("patience", stopping.patience))
      rules.append(fromZero("minimumChange", stopping.minimumChange, 1e9))
    }
    return rules
  }

  private static func rules(for optimizer: Optimizer) -> [Rule] {
    switch optimizer {
    case .sgd: return []
    case .momentum(let momentum), .nesterov(let momentum): return [belowOne("momentum", momentum)]
    case .adam(let beta1, let beta2, let epsilon):
      return [belowOne("beta1", beta1), belowOne("beta2", beta2), real("epsilon", epsilon, 0, 1)]
    case .adamW(let beta1, let beta2, let epsilon, let weightDecay):
      return rules(for: .adam(beta1: beta1, beta2: beta2, epsilon: epsilon))
        + [fromZero("weightDecay", weightDecay, 1_000)]
    }
  }

  private static func rules(for schedule: Schedule) -> [Rule] {
    switch schedule {
    case .constant: return []
    case .exponential(let rate, let steps, _): return [real("rate", rate, 0, 1), whole("steps", steps)]
    case .step(let every, let factor): return [whole("every", every), real("factor", factor, 0, 1)]
    case .cosine(let steps, let final): return [whole("steps", steps), fromZero("final", final, 1)]
    case .warmUp(let steps, let then): return [whole("steps", steps)] + rules(for: then)
    }
  }

  private static func rules(for loss: Loss) -> [Rule] {
    let parts = loss.parts
    let number: Rule = ("loss", !parts.isEmpty, "[]", ">= 1")
    return [number]
      + parts.flatMap { part -> [Rule] in
        let weight = real("weight", part.weight, 0, 1e6)
        guard case .dice(let smoothing) = part.loss else { return [weight] }
        return [weight, fromZero("smoothing", smoothing, 1e9)]
      }
  }

  /// A number above `least`, at most `most`.
  private static func real(_ field: String, _ found: Double, _ least: Double, _ most: Double) -> Rule {
    (field, found > least && found <= most, "\(found)", "> \(least.short), <= \(most.short)")
  }

  /// A number from 0 to `most`.
  private static func fromZero(_ field: String, _ found: Double, _ most: Double) -> Rule {
    (field, found >= 0 && found <= most, "\(found)", ">= 0, <= \(most.short)")
  }

  /// A number from 0 to below 1.
  private static func belowOne(_ field: String, _ found: Double) -> Rule {
    (field, found >= 0 && found < 1, "\(found)", ">= 0, < 1")
  }

  private static func whole(_ field: String, _ found: Int, most: Int? = nil) -> Rule {
    guard let most else { return (field, found >= 1, "\(found)", ">= 1") }
    return (field, (1...most).contains(found), "\(found)", "1 … \(most)")
  }
}

extension Double {
  /// Without a point where it is whole.
  fileprivate var short: String { rounded() == self && magnitude < 1e6 ? "\(Int(self))" : "\(self)" }
}
