internal import Checking
internal import Diagnostics
internal import Experiments
internal import Labs
internal import Messages
internal import Networks
internal import Pages
internal import Tensors

/// The messages about the lines of one exercise.
struct Marks: Codable, Sendable {
  /// The exercise.
  let cell: String
  let marks: [Mark]

  /// One message.
  struct Mark: Codable, Sendable {
    /// The line in the cell, from 0.
    let line: Int
    let severity: String
    /// What a click changes, from the last line up; empty where the help is words alone.
    let fixes: [Fix]
  }

  /// The messages of a report, by exercise; the given cells' are left out.
  static func of(_ report: LabReport, in lab: Lab) -> [Marks] {
    lab.exercises.map { code in
      let own = report.diagnostics.filter { $0.file == lab.file && code.lines.contains($0.line) }.prefix(50)
      return Marks(
        cell: code.id,
        marks: own.map { message in
          Mark(
            line: message.line - code.line, severity: message.severity.rawValue, fixes: Fix.all(of: message, in: code))
        })
    }
  }
}

/// One of the changes of lines that a message's help writes out.
struct Fix: Codable, Sendable, Equatable {
  /// The first line in the cell, from 0.
  let first: Int
  /// The last line that it replaces; the line before ``first`` where it only puts lines before it.
  let last: Int
  /// What stands there then; empty where the lines go.
  let text: String

  /// What a message's help comes to in a cell.
  ///
  /// - Returns: the changes, from the last line up; none where the help is words alone, or changes a line of another cell.
  static func all(of message: Diagnostic, in code: Lab.Code) -> [Fix] {
    let changes = message.advice?.changes(at: message.line, of: message.message) ?? []
    guard !changes.isEmpty else { return [] }
    let lines = code.body.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let fixes = changes.compactMap { change -> Fix? in
      let (first, last) = (change.line - code.line, change.through - code.line)
      guard lines.indices.contains(first), lines.indices.contains(last) || last == first - 1 else { return nil }
      let indent = String(lines[first].prefix { $0 == " " || $0 == "\t" })
      return Fix(first: first, last: last, text: indented(change.text, indent))
    }
    return fixes.count == changes.count ? fixes : []
  }

  private static func indented(_ text: String, _ indent: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.first?.isWhitespace == true || line.isEmpty ? String(line) : indent + line
    }.joined(separator: "\n")
  }
}

/// A network's layers, as they stand beside the cell that makes it.
struct NetworkNews: Codable, Sendable {
  let constant: String
  /// The exercise that its layers are written in; nil where they stand elsewhere.
  let cell: String?
  let layers: [Layer]
  let parameters: Int
  let multiplyAdds: Int
  /// Whether these are all of its layers.
  let isWhole: Bool

  /// One layer.
  struct Layer: Codable, Sendable {
    let name: String
    let output: [Int]
    let parameters: Int
    let multiplyAdds: Int
  }

  /// The most layers that are told.
  private static let mostLayers = 200

  init(_ network: NetworkSummary, in lab: Lab) {
    // Layers of a function may stand in an exercise above.
    let code = lab.exercises.last { code in network.layers.contains { code.lines.contains($0.line) } }
    self.init(network, in: code?.id)
  }

  init(_ network: NetworkSummary, in cell: String?) {
    (constant, self.cell) = (network.constant, cell)
    layers = network.layers.prefix(Self.mostLayers).map { layer in
      Layer(
        name: layer.name, output: layer.dimensions, parameters: layer.parameters, multiplyAdds: layer.multiplyAdds)
    }
    (parameters, multiplyAdds) = (network.parameters, network.multiplyAdds)
    isWhole = network.isWhole
  }
}

/// How a training goes.
struct TrainingNews: Codable, Sendable {
  /// The experiment.
  private(set) var experiment: String
  private(set) var number = 1
  private(set) var count = 1
  private(set) var now: Step?
  /// Losses and accuracies on the way, thinned where there are many.
  private(set) var points: [Point] = []
  /// Of a sweep, the trainings that are done.
  private(set) var sweep: [SweepRun] = []

  /// One step.
  struct Step: Codable, Sendable {
    let experiment: String
    let number: Int
    let count: Int
    let step: Int
    let steps: Int
    let epoch: Int
    let epochs: Int
    let loss: Double
    let accuracy: Double
    let stepsPerSecond: Double
    let secondsLeft: Double
    /// Something to know, as HTML; empty where there is nothing.
    var note = ""
  }

  /// One point of a curve.
  struct Point: Codable, Sendable {
    let step: Int
    let loss: Double
    let accuracy: Double
  }

  /// As many points as a curve on a page can show.
  private static let mostPoints = 600

  init(experiment: String) { self.experiment = experiment }

  /// Takes in what happened.
  ///
  /// - Returns: whether there is something new to show.
  mutating func take(_ event: LaboratoryEvent, _ language: Language) -> Bool {
    switch event {
    case .began(let name, let number, let count):
      if name != experiment { sweep = [] }
      (experiment, self.number, self.count) = (name, number, count)
      (points, now) = ([], nil)
      return false
    case .step(let progress):
      let point = progress.point
      guard point.loss.isFinite, point.accuracy.isFinite else { return false }
      points.append(Point(step: point.step, loss: point.loss, accuracy: point.accuracy))
      if points.count > Self.mostPoints {
        points = points.enumerated().filter { $0.offset.isMultiple(of: 2) }.map(\.element)
      }
      now = Step(
        experiment: experiment, number: number, count: count, step: progress.stepsDone, steps: progress.steps,
        epoch: point.epoch + 1, epochs: progress.epochs, loss: point.loss, accuracy: point.accuracy,
        stepsPerSecond: progress.stepsPerSecond, secondsLeft: progress.secondsLeft)
      return true
    case .note(let message):
      now?.note = LiveLab.html(of: message.phrase, in: language)
      return now != nil
    case .member(let member):
      let runs = sweep + [SweepRun(training: member.training, metrics: member.metrics, run: member.run, isBest: false)]
      let scores = runs.map { $0.metrics?.dice ?? -1 }
      let best = scores.max().flatMap { $0 < 0 ? nil : scores.firstIndex(of: $0) }
      sweep = zip(runs.indices, runs).map { index, run in
        SweepRun(training: run.training, metrics: run.metrics, run: run.run, isBest: index == best)
      }
      return false
    case .overBudget, .forecast, .checkpoint, .ended, .run, .validated, .histograms, .preview, .missing,
      .failed:
      return false
    }
  }
}

/// What a network that trains makes of a few validation images.
struct PreviewNews: Codable, Sendable {
  let experiment: String
  /// The epoch that ended, from 1.
  let epoch: Int
  let pictures: [Picture]

  /// One image with its prediction.
  struct Picture: Codable, Sendable {
    /// The address of the picture, which holds it.
    let source: String
    /// What it shows, for who cannot see it.
    let words: String
    let name: String
    let dice: Double
  }

  init(_ preview: TrainingPreview, of experiment: String, _ language: Language) {
    self.experiment = experiment
    epoch = preview.epoch + 1
    pictures = preview.images.map { image in
      let (label, prediction) = ([UInt8](image.label), [UInt8](image.prediction))
      let overlay = Overlay(
        name: image.name, width: image.width, height: image.height, image: [UInt8](image.intensities), label: label,
        prediction: prediction, dice: ConfusionCounts(labels: label, prediction: prediction).dice)
      let shown = LiveLab.prediction(in: overlay, language)
      return Picture(source: shown.source, words: shown.words, name: image.name, dice: overlay.dice)
    }
  }
}
