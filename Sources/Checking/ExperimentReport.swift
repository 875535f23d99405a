public import Experiments
public import Messages
public import Networks
public import SegLab

/// One training as a report shows it.
public struct ExperimentReport: Codable, Sendable {
  /// The experiment, by name.
  public let id: String
  /// The run's digest: where its record is in the store.
  public let run: String
  /// Whether the run was found in the store and not trained again.
  public internal(set) var reused: Bool
  /// How long the training took, in seconds.
  public let seconds: Double
  /// How many times the training set was gone through.
  public let epochs: Int
  /// How many steps there were.
  public let steps: Int
  /// What was measured on the validation images.
  public let metrics: Metrics
  /// SHA-256 of all weights at the end.
  public let weightsDigest: String
  /// Loss and accuracy on the way.
  public let history: [HistoryPoint]
  /// The layers with their shapes.
  public let layers: [LayerSummary]
  /// The data set's name, and how it was divided, for people: `cardiac`, 234 + 26 by image.
  public let dataset: String
  /// How many images were trained on.
  public let trainingImages: Int
  /// How many images were measured on.
  public let validationImages: Int
  /// How the set was divided: `image` or `patient`.
  public let split: String
  /// Validation images with their labels and predictions.
  public let overlays: [Overlay]

  /// The preprocessing, each step as a learner writes it; empty where there was none. Called as in reports from the beginning.
  public var preparation: [String] = []

  /// Everything that decided what the training ends with; nil in a report that was not made by a training.
  public var plan: RunPlan?

  /// How many patients the training images are of; nil in a report from before they were counted.
  public var trainingPatients: Int?

  /// Each validation image by itself, in the order of the set.
  public var images: [ImageScore] = []

  /// All trainings of a sweep, this one among them; empty where there was no sweep.
  public var sweep: [SweepRun] = []

  /// What was measured on the validation images after epochs, where the training watched them; nil where it did not, and in reports from
  /// before it was kept.
  public var validation: [ValidationPoint]?

  /// How much of the whole training was done, where a quick profile stopped it; of a sweep, of all its trainings together. Nil for whole
  /// trainings.
  public var quick: QuickRun?

  /// What the network made of a few validation images while it trained; nil where nothing is shown, nothing was kept, and in reports from
  /// before it was.
  public var film: RunFilm?

  /// - Parameters: the parts, as documented on each property.
  public init(
    id: String, run: String, reused: Bool, seconds: Double, epochs: Int, steps: Int, metrics: Metrics,
    weightsDigest: String, history: [HistoryPoint], layers: [LayerSummary], dataset: String, trainingImages: Int,
    validationImages: Int, split: String, overlays: [Overlay]
  ) {
    self.id = id
    self.run = run
    self.reused = reused
    self.seconds = seconds
    self.epochs = epochs
    self.steps = steps
    self.metrics = metrics
    self.weightsDigest = weightsDigest
    self.history = history
    self.layers = layers
    self.dataset = dataset
    self.trainingImages = trainingImages
    self.validationImages = validationImages
    self.split = split
    self.overlays = overlays
  }
}

extension ExperimentReport {
  /// The same as whoever has just trained it says it.
  public var asTrained: ExperimentReport {
    var copy = self
    copy.reused = false
    return copy
  }

  /// The same without its images: as much as a terminal shows.
  var withoutPictures: ExperimentReport {
    var copy = ExperimentReport(
      id: id, run: run, reused: reused, seconds: seconds, epochs: epochs, steps: steps, metrics: metrics,
      weightsDigest: weightsDigest, history: [], layers: [], dataset: dataset, trainingImages: trainingImages,
      validationImages: validationImages, split: split, overlays: [])
    (copy.preparation, copy.plan, copy.images, copy.sweep, copy.quick) = (preparation, plan, images, sweep, quick)
    return copy
  }
}

/// The steps of trainings that a quick profile stopped.
public struct QuickRun: Codable, Sendable, Hashable {
  /// How many steps were done.
  public let steps: Int
  /// How many steps the whole trainings have.
  public let all: Int

  /// - Parameters: the parts, as documented on each property.
  public init(steps: Int, all: Int) { (self.steps, self.all) = (steps, all) }

  /// What to say of it, for the lab of this id.
  public func phrase(lab: String) -> StandingPhrase { .quickRun(steps: steps, all: all, lab: lab) }

  /// Several trainings together; nil where none of them was stopped.
  init?(of trainings: [ExperimentReport]) {
    guard trainings.contains(where: { $0.quick != nil }) else { return nil }
    steps = trainings.reduce(0) { $0 + $1.steps }
    all = trainings.reduce(0) { sum, training in
      let (total, overflow) = sum.addingReportingOverflow(training.quick?.all ?? training.steps)
      return overflow ? .max : total
    }
  }
}

/// One validation image, and how its prediction turned out.
public struct ImageScore: Codable, Sendable, Hashable {
  /// The image's name.
  public let name: String
  /// Whose it is; empty where that is not known.
  public let patient: String
  /// How class 1 was found and missed in it.
  public let confusion: ConfusionCounts

  /// How far apart the outlines of class 1 are, in pixels, leaving out the farthest twentieth; nil where only one of label and prediction has
  /// one, and in reports from before it was kept.
  public var hausdorff95: Double?
  /// Whether label or prediction has classes besides 0 and 1; nil in reports from before that was kept.
  public var hasOtherClasses: Bool?

  /// 2·|L ∩ P| / (|L| + |P|) for class 1; 1 where both are empty.
  public var dice: Double { confusion.dice }

  /// - Parameters: the parts, as documented on each property.
  public init(
    name: String, patient: String, confusion: ConfusionCounts, hausdorff95: Double? = nil, hasOtherClasses: Bool? = nil
  ) {
    self.name = name
    self.patient = patient
    self.confusion = confusion
    self.hausdorff95 = hausdorff95
    self.hasOtherClasses = hasOtherClasses
  }
}

extension [ExperimentReport] {
  /// Each experiment with how much its pooled Dice is above that of the one before; nil for the first.
  public var withChanges: [(experiment: ExperimentReport, change: Double?)] {
    enumerated().map { index, experiment in
      (experiment, index == 0 ? nil : experiment.metrics.dice - self[index - 1].metrics.dice)
    }
  }
}

/// One training of a sweep.
public struct SweepRun: Codable, Sendable {
  /// What it was trained with.
  public let training: Training
  /// What was measured on the validation images; nil where the training diverged.
  public let metrics: Metrics?
  /// The run's digest; empty where the training diverged.
  public let run: String
  /// Whether it is the one that was kept: the best pooled Dice, the first of equals.
  public let isBest: Bool

  /// - Parameters: the parts, as documented on each property.
  public init(training: Training, metrics: Metrics?, run: String, isBest: Bool) {
    self.training = training
    self.metrics = metrics
    self.run = run
    self.isBest = isBest
  }

  /// The numbers that differ between the runs of a sweep, and those of each: `learningRate`, `0.01`, `0.03`.
  public static func columns(of runs: [SweepRun]) -> [(name: String, values: [Double])] {
    let all: [(String, (Training) -> Double)] = [
      ("learningRate", { $0.learningRate }), ("decayRate", { $0.decayRate }), ("decaySteps", { Double($0.decaySteps) }),
      ("epochs", { Double($0.epochs) }), ("batchSize", { Double($0.batchSize) }),
      ("weightDecay", \.weightDecay), ("clipNorm", { $0.clipNorm ?? 0 }),
    ]
    let columns = all.map { (name: $0.0, values: runs.map(\.training).map($0.1)) }
    return columns.filter { Set($0.values).count > 1 }
  }
}
