public import Diagnostics
public import Networks
public import Phrases

/// All that was found out about one lab in one go.
public struct LabReport: Sendable {
  /// The lab, by id.
  public let lab: String
  /// The verdict on the whole.
  public let verdict: Verdict
  /// A report for each exercise, experiment and question, in the order of the lab.
  public let cells: [CellReport]
  /// The trainings that were done or found.
  public let experiments: [ExperimentReport]
  /// Messages about places in the lab.
  public let diagnostics: [Diagnostic]
  /// What the learner's program printed.
  public let printed: String

  /// - Parameters: the parts, as documented on each property.
  public init(
    lab: String, cells: [CellReport], experiments: [ExperimentReport], diagnostics: [Diagnostic], printed: String
  ) {
    self.lab = lab
    self.verdict = Verdict(of: cells.map(\.verdict))
    self.cells = cells
    self.experiments = experiments
    self.diagnostics = diagnostics
    self.printed = printed
  }
}

/// What was found out about one exercise, experiment or question.
public struct CellReport: Sendable {
  /// The cell, by name.
  public let id: String
  /// The verdict on it: that of its checks together.
  public let verdict: Verdict
  /// Its checks in the order in which they are made.
  public let checks: [CheckResult]

  /// - Parameters:
  ///   - id: the cell, by name.
  ///   - checks: its checks in order.
  public init(id: String, checks: [CheckResult]) {
    self.id = id
    self.verdict = Verdict(of: checks.map(\.verdict))
    self.checks = checks
  }
}

/// What one check found.
public struct CheckResult: Sendable {
  /// What kind of check it is, for example `shape` or `accuracy`.
  public let name: String
  /// The verdict.
  public let verdict: Verdict
  /// What was asked for, as text: `[512]`, `>= 0.45`.
  public let expected: String
  /// What was measured, in the same form; empty where nothing could be.
  public let measured: String
  /// What it means and what to try first; nil where there is nothing to say.
  public let message: (any Phrase)?
  /// The line in the lab that it speaks of.
  public let line: Int

  /// - Parameters: the parts, as documented on each property.
  public init(
    name: String, verdict: Verdict, expected: String = "", measured: String = "", message: (any Phrase)? = nil,
    line: Int
  ) {
    self.name = name
    self.verdict = verdict
    self.expected = expected
    self.measured = measured
    self.message = message
    self.line = line
  }
}

/// One training as a report shows it.
public struct ExperimentReport: Sendable {
  /// The experiment, by name.
  public let id: String
  /// The run's digest: where its record is in the store.
  public let run: String
  /// Whether the run was found in the store and not trained again.
  public let reused: Bool
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

/// A validation image with its label and the network's prediction, one byte a pixel, row after row.
public struct Overlay: Sendable {
  /// The image's name.
  public let name: String
  /// Pixels in a row.
  public let width: Int
  /// Rows.
  public let height: Int
  /// Intensities, 0…255.
  public let image: [UInt8]
  /// The class of each pixel in the label.
  public let label: [UInt8]
  /// The class of each pixel in the prediction.
  public let prediction: [UInt8]
  /// 2·|L ∩ P| / (|L| + |P|) for class 1; 1 where both are empty.
  public let dice: Double

  /// - Parameters: the parts, as documented on each property.
  public init(
    name: String, width: Int, height: Int, image: [UInt8], label: [UInt8], prediction: [UInt8], dice: Double
  ) {
    self.name = name
    self.width = width
    self.height = height
    self.image = image
    self.label = label
    self.prediction = prediction
    self.dice = dice
  }
}
