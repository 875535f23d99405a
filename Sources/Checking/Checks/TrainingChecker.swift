internal import Messages
internal import SegLab

/// Looks whether a training's numbers are numbers to train with.
enum TrainingChecker {
  /// The most epochs that a lab trains.
  static let mostEpochs = 10_000
  /// The most images in one step.
  static let mostImages = 4_096

  /// The least that a number may be which weights move by: below it they stay what they are.
  private static let least = 1e-12
  /// The least learning rate: single precision has no room for a step below it.
  private static let leastRate = 1e-7
  /// The most that a mean may keep of what was: in single precision more is all, and nothing new would come in.
  private static let mostKept = 0.999_999

  /// What is asked of one number.
  private struct Rule {
    let field: String
    let holds: Bool
    let found: String
    let expected: String
    /// What the number does where it is one to train with, but so small that it does nothing.
    var effect: TinyNumber?
    /// The least that does something.
    var least = TrainingChecker.least
  }

  /// The first number that is not one to train with, or a pass.
  ///
  /// - Parameters:
  ///   - training: the numbers.
  ///   - classes: how many classes the network tells apart; nil where that is not known.
  /// - Returns: the result, on the training's line.
  static func check(_ training: Training, classes: Int? = nil) -> CheckResult {
    let parts = training.loss.parts
    guard (1...Loss.mostParts).contains(parts.count) else {
      return result(
        training, .lossParts(found: parts.count, most: Loss.mostParts),
        expected: .setting("loss", "1 … \(Loss.mostParts)"),
        measured: .count(parts.count))
    }
    let rules =
      numbers(training) + Self.rules(for: training.optimizer.numbers)
      + (training.schedule.map { Self.rules(for: $0) } ?? []) + Self.rules(for: training.loss)
    for rule in rules where !rule.holds {
      let message: CheckPhrase =
        if let effect = rule.effect {
          .trainingNumberTiny(field: rule.field, found: rule.found, effect: effect, least: "\(rule.least)")
        } else {
          .trainingNumber(field: rule.field, found: rule.found, expected: rule.expected)
        }
      return result(
        training, message, expected: .setting(rule.field, rule.expected), measured: .setting("", rule.found))
    }
    let losses = parts.map(\.loss)
    if losses.contains(.crossEntropy), losses.contains(.binaryCrossEntropy) {
      return result(training, .lossContradicts)
    }
    if !training.classWeights.isEmpty, losses.allSatisfy({ if case .dice = $0 { true } else { false } }) {
      return result(training, .classWeightsUnused)
    }
    let weights = training.classWeights.count
    if let classes, weights > 0, weights != classes {
      return result(
        training, .classWeights(found: weights, classes: classes), expected: .count(classes),
        measured: .count(weights))
    }
    return CheckResult(.training, .passed, line: training.line)
  }

  /// What is asked of each number, by its name.
  static var bounds: [String: String] {
    let training = Training(
      classWeights: [1], clipNorm: 1, earlyStopping: EarlyStopping(patience: 1))
    var rules = numbers(training)
    for optimizer in Optimizer.all { rules += Self.rules(for: optimizer.numbers) }
    for loss in Loss.all { rules += Self.rules(for: loss) }
    for schedule in Schedule.all { rules += Self.rules(for: schedule) }
    return Dictionary(rules.map { ($0.field, $0.expected) }) { first, _ in first }
  }

  private static func result(
    _ training: Training, _ message: CheckPhrase, expected: CheckValue? = nil, measured: CheckValue? = nil
  ) -> CheckResult {
    CheckResult(
      .training, .notYet, expected: expected, measured: measured, message: message, line: training.line)
  }

  private static func numbers(_ training: Training) -> [Rule] {
    var rules = [
      moving("learningRate", training.learningRate, 1_000, least: leastRate),
      moving("decayRate", training.decayRate, 1),
      whole("decaySteps", training.decaySteps), whole("epochs", training.epochs, most: mostEpochs),
      whole("batchSize", training.batchSize, most: mostImages), fromZero("weightDecay", training.weightDecay, 1_000),
      whole("checkpointEvery", training.checkpointEvery),
    ]
    rules += training.clipNorm.map { [moving("clipNorm", $0, 1e9)] } ?? []
    rules += training.classWeights.map { fromZero("classWeights", $0, 1e6) }
    if !training.classWeights.isEmpty {
      let holds = training.classWeights.contains { $0 > 0 }
      rules.append(
        Rule(field: "classWeights", holds: holds, found: "\(training.classWeights.prefix(16))", expected: "> 0"))
    }
    if let stopping = training.earlyStopping {
      rules.append(whole("patience", stopping.patience))
      // A Dice cannot change by more than 1; no loss that can be trained changes by a thousand.
      rules.append(fromZero("minimumChange", stopping.minimumChange, stopping.metric == .dice ? 1 : 1_000))
    }
    return rules
  }

  /// - Parameters:
  ///   - numbers: the numbers of an optimizer, a loss or a schedule.
  ///   - effect: what one does that is too small.
  /// - Returns: what is asked of each.
  private static func rules(for numbers: [SettingNumber], effect: TinyNumber = .countsAsZero) -> [Rule] {
    numbers.compactMap { number in
      switch number.bounds {
      case .belowOne: belowOne(number.name, number.value)
      case .positive(let most): moving(number.name, number.value, most, effect)
      case .notNegative(let most): fromZero(number.name, number.value, most)
      case .whole(let most): number.whole.map { whole(number.name, $0, most: most) }
      case .truth: nil
      }
    }
  }

  private static func rules(for schedule: Schedule) -> [Rule] {
    rules(for: schedule.numbers, effect: .noWeightMoves) + (schedule.next.map { rules(for: $0) } ?? [])
  }

  private static func rules(for loss: Loss) -> [Rule] {
    loss.parts.flatMap { [moving("weight", $0.weight, 1e6)] + rules(for: $0.loss.numbers) }
  }

  /// A number above 0, at most `most`, and not so small that nothing moves by it.
  private static func moving(
    _ field: String, _ found: Double, _ most: Double, _ effect: TinyNumber = .noWeightMoves, least: Double = Self.least
  ) -> Rule {
    Rule(
      field: field, holds: found >= least && found <= most, found: "\(found)", expected: "> 0, <= \(most.short)",
      effect: found > 0 && found < least ? effect : nil, least: least)
  }

  /// A number from 0 to `most`: 0, or not so small that single precision takes it for 0.
  private static func fromZero(_ field: String, _ found: Double, _ most: Double) -> Rule {
    Rule(
      field: field, holds: found == 0 || found >= least && found <= most, found: "\(found)",
      expected: ">= 0, <= \(most.short)", effect: found > 0 && found < least ? .countsAsZero : nil)
  }

  /// A share of a mean that is kept: from 0 to so near below 1 that something new still comes in.
  private static func belowOne(_ field: String, _ found: Double) -> Rule {
    Rule(
      field: field, holds: found >= 0 && found <= mostKept, found: "\(found)", expected: ">= 0, <= \(mostKept)")
  }

  private static func whole(_ field: String, _ found: Int, most: Int? = nil) -> Rule {
    guard let most else { return Rule(field: field, holds: found >= 1, found: "\(found)", expected: ">= 1") }
    return Rule(field: field, holds: (1...most).contains(found), found: "\(found)", expected: "1 … \(most)")
  }
}

extension Double {
  /// Without a point where it is whole.
  fileprivate var short: String { rounded() == self && magnitude < 1e6 ? "\(Int(self))" : "\(self)" }
}

/// What the settings of a training may be, as ``TrainingChecker`` holds them.
public enum TrainingBounds {
  /// The bounds by the setting's label, those of optimizers, schedules, losses and early stopping among them: `["epochs": "1 … 10000"]`.
  public static var all: [String: String] { TrainingChecker.bounds }
}

/// Looks whether a sweep has as many trainings as can be done.
enum SweepChecker {
  /// What is wrong with one of a sweep's trainings, under the name of the sweep's list where the number is one of several.
  static func named(_ result: CheckResult, of sweep: Sweep?) -> CheckResult {
    guard let sweep, case .trainingNumber(let field, let found, let expected)? = result.message?.phrase as? CheckPhrase
    else { return result }
    let varied: (list: String, values: Set<Double>)? =
      switch field {
      case "learningRate": ("learningRates", Set(sweep.trainings.map(\.learningRate)))
      case "decayRate": ("decayRates", Set(sweep.trainings.map(\.decayRate)))
      case "batchSize": ("batchSizes", Set(sweep.trainings.map { Double($0.batchSize) }))
      default: nil
      }
    guard let varied, varied.values.count > 1 else { return result }
    return result.saying(
      result.verdict, Message(CheckPhrase.trainingNumber(field: varied.list, found: found, expected: expected)))
  }

  /// What is wrong with their number; nil where nothing is.
  static func fault(in sweep: Sweep) -> CheckResult? {
    let count = sweep.trainings.count
    guard !(1...Sweep.most).contains(count) else { return nil }
    return CheckResult(
      .training, .notYet, expected: .upTo(Sweep.most), measured: .count(count),
      message: SweepPhrase.count(found: count, most: Sweep.most), line: sweep.line)
  }
}
