/// How a training has gone so far: all that is needed to go on with it, besides the trainer's numbers.
public struct TrainingState: Sendable, Equatable {
  /// Where it stood after each step.
  public var history: [HistoryPoint] = []
  /// What was measured on the validation images after epochs.
  public var validation: [ValidationPoint] = []
  /// The best epoch so far, from 0, and what was measured then; nil where none was measured.
  public var best: Best?
  /// How many epochs in a row have passed without getting better.
  public var waited = 0
  /// Whether it ended before all epochs were done, because it no longer got better.
  public var stoppedEarly = false
  /// How many seconds it has taken.
  public var seconds = 0.0

  /// The best epoch of a training.
  public struct Best: Sendable, Equatable {
    /// The epoch, from 0.
    public var epoch: Int
    /// What was watched: a loss or a Dice.
    public var value: Double

    /// - Parameters:
    ///   - epoch: the epoch, from 0.
    ///   - value: what was watched.
    public init(epoch: Int, value: Double) {
      self.epoch = epoch
      self.value = value
    }
  }

  /// A training that has not begun.
  public init() {}

  /// How many steps have been taken.
  public var steps: Int { history.count }
}

/// Where a training stood after one step.
public struct HistoryPoint: Codable, Sendable, Equatable {
  /// The step, from 0.
  public var step: Int
  /// The epoch that it belongs to, from 0.
  public var epoch: Int
  /// The loss of the step's batch before the update.
  public var loss: Double
  /// The share of the batch's pixels given the right class before the update.
  public var accuracy: Double
  /// The learning rate of the step.
  public var learningRate: Double

  /// - Parameters: the parts, as documented on each property.
  public init(step: Int, epoch: Int, loss: Double, accuracy: Double, learningRate: Double) {
    self.step = step
    self.epoch = epoch
    self.loss = loss
    self.accuracy = accuracy
    self.learningRate = learningRate
  }
}

/// What a training measured on the validation images after an epoch.
public struct ValidationPoint: Codable, Sendable, Equatable {
  /// How many steps had been taken.
  public var step: Int
  /// The epoch that had ended, from 0.
  public var epoch: Int
  /// The loss.
  public var loss: Double
  /// The share of pixels given the right class.
  public var accuracy: Double
  /// 2·ΣI / (ΣL + ΣP) on class 1, the sums over all images together.
  public var dice: Double

  /// - Parameters: the parts, as documented on each property.
  public init(step: Int, epoch: Int, loss: Double, accuracy: Double, dice: Double) {
    self.step = step
    self.epoch = epoch
    self.loss = loss
    self.accuracy = accuracy
    self.dice = dice
  }
}

/// How far a training is.
public struct TrainingProgress: Codable, Sendable {
  /// The step that just ended.
  public let point: HistoryPoint
  /// How many steps the whole training has.
  public let steps: Int
  /// How many epochs the whole training has.
  public let epochs: Int
  /// How many seconds the training has taken so far.
  public let seconds: Double

  /// How many steps have ended.
  public var stepsDone: Int { point.step + 1 }
  /// How many steps a second there were on average.
  public var stepsPerSecond: Double { seconds > 0 ? Double(stepsDone) / seconds : 0 }
  /// How many seconds are left, at that pace.
  public var secondsLeft: Double { stepsPerSecond > 0 ? Double(steps - stepsDone) / stepsPerSecond : 0 }
}

/// What a training did.
public struct TrainingOutcome: Sendable {
  /// Where it stood after each step.
  public let history: [HistoryPoint]
  /// What was measured on the validation images after epochs, where the training watched them.
  public let validation: [ValidationPoint]
  /// How many steps there were.
  public let steps: Int
  /// How many epochs were begun.
  public let epochs: Int
  /// The best epoch, from 0, whose weights were kept; nil where the last weights were.
  public let bestEpoch: Int?
  /// Whether it ended before all epochs were done, because it no longer got better.
  public let stoppedEarly: Bool
  /// How many seconds it took, those before an interruption included.
  public let seconds: Double
  /// The share of the steps' time that was spent on getting images, by waiting for them or loading them; of the steps since the last
  /// interruption.
  public let dataShare: Double
}

/// What a network made of a set of labelled images.
public struct Evaluation: Sendable, Equatable {
  /// What was measured.
  public let metrics: Metrics
  /// The class of each pixel of each image, row after row.
  public let predictions: [[UInt8]]
}

/// How long the steps of a training took, and what of it went by before their images were there.
struct StepTimes {
  /// Seconds for all steps.
  var all = 0.0
  /// Seconds in which a step waited for its images, or loaded them itself.
  var data = 0.0

  /// The second as a share of the first; 0 where there was no step.
  var dataShare: Double { all > 0 ? min(1, data / all) : 0 }
}
