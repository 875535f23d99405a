internal import Datasets
internal import Experiments
internal import Foundation
internal import Imaging
internal import Networks
internal import Protos
internal import SegLab
internal import Tensors

/// Which of a run's folders an event stands in: curves of one tag in several folders are drawn into one picture.
enum EventSide: String, CaseIterable {
  /// The run itself: words, hyperparameters.
  case run = ""
  /// What was seen while training.
  case train
  /// What was measured on the validation images.
  case validation
  /// What calling everything background comes to.
  case baseline
}

/// All that TensorBoard shows of a run.
struct RunEvents {
  private let run: ExportedRun
  private let weights: NetworkWeights?
  private let images: RunImages?

  /// How many validation images are shown; TensorBoard keeps ten pictures of a tag.
  private static let mostImages = 8

  /// - Parameters:
  ///   - run: the run.
  ///   - weights: its weights; nil where they were not kept.
  ///   - images: the images that it was measured on; nil where they are not at hand.
  init(_ run: ExportedRun, weights: NetworkWeights?, images: RunImages?) {
    (self.run, self.weights, self.images) = (run, weights, images)
  }

  private var record: RunRecord { run.record }
  private var ended: Double { record.ended }

  /// When a step was done, as far as is known.
  private func time(of step: Int) -> Double {
    record.ended - record.seconds + record.seconds * Double(step) / Double(max(1, record.steps))
  }

  /// The events of one folder, the file's version left out.
  ///
  /// - Parameters:
  ///   - side: the folder.
  ///   - withCurves: whether what a training tells on its way, curves and histograms, is among them.
  /// - Returns: the events in order.
  func events(_ side: EventSide, withCurves: Bool) -> [TBEvent] {
    switch side {
    case .run: words
    case .train: (withCurves ? trainingCurves + weightHistograms : []) + [trainingGraph]
    case .validation:
      (withCurves ? validationCurves : []) + measured + pictures + curve
        + [.graph(LayerGraph(run.layers, for: .evaluation).message, at: ended)]
    case .baseline:
      [0, record.steps].map {
        .scalar("accuracy", record.metrics.baselineAccuracy, step: $0, at: time(of: $0))
      }
    }
  }

  // MARK: Words

  private var words: [TBEvent] {
    let start = record.ended - record.seconds
    var events: [TBEvent] = [
      .hyperparameters("_hparams_/session_start_info", run.hparams.start, at: start),
      .text("run", facts, step: 0, at: start),
    ]
    if let source = run.names.first?.source, !source.isEmpty {
      // A fence that is longer than any in the cell.
      let fence = String(repeating: "`", count: 8)
      let text = source.map { "\(fence)swift\n\($0)\n\(fence)" }.joined(separator: "\n\n")
      events.append(.text("cell", text, step: 0, at: start))
    }
    return events + [.hyperparameters("_hparams_/session_end_info", run.hparams.end, at: ended)]
  }

  /// The run and its network as tables.
  private var facts: String {
    var text = "|   |   |\n|---|---|\n"
    text += "| run | `\(run.digest)` |\n| experiment | \(run.title) |\n| data set | \(run.dataset) |\n"
    text += "| images | \(record.trainingImages) + \(record.validationImages.count), by \(record.plan.split) |\n"
    text += "| steps | \(record.steps) |\n| weights | `\(record.weightsDigest)` |\n\n"
    text += "| layer | kind | gives | parameters |\n|---|---|---|---|\n"
    for layer in run.layers {
      let name = layer.name.replacingOccurrences(of: "|", with: "\\|")
      text += "| \(name) | \(layer.kind) | \(layer.output.dimensions) | \(layer.parameters) |\n"
    }
    return text
  }

  // MARK: Curves

  private var trainingCurves: [TBEvent] {
    record.history.flatMap { Self.curves(of: $0, at: time(of: $0.step + 1)) }
  }

  private var validationCurves: [TBEvent] {
    (record.validation ?? []).flatMap { Self.curves(of: $0, at: time(of: $0.step)) }
  }

  /// What is drawn of a step.
  static func curves(of point: HistoryPoint, at time: Double) -> [TBEvent] {
    [
      .scalar("loss", point.loss, step: point.step + 1, at: time),
      .scalar("accuracy", point.accuracy, step: point.step + 1, at: time),
      .scalar("learning_rate", point.learningRate, step: point.step + 1, at: time),
    ]
  }

  /// What is drawn of a measurement.
  static func curves(of point: ValidationPoint, at time: Double) -> [TBEvent] {
    [
      .scalar("loss", point.loss, step: point.step, at: time),
      .scalar("accuracy", point.accuracy, step: point.step, at: time),
      .scalar("dice", point.dice, step: point.step, at: time),
    ]
  }

  /// What was measured with the weights that were kept.
  private var measured: [TBEvent] {
    let metrics = record.metrics
    var values: [(String, Double?)] = [
      ("metrics/loss", metrics.loss), ("metrics/accuracy", metrics.accuracy), ("metrics/dice", metrics.dice),
      ("metrics/mean_dice", metrics.meanDice), ("metrics/iou", metrics.iou),
      ("metrics/baseline_accuracy", metrics.baselineAccuracy), ("metrics/shuffled_dice", metrics.swappedDice),
      ("metrics/precision", metrics.precision), ("metrics/recall", metrics.recall),
      ("metrics/hausdorff95", metrics.hausdorff95),
    ]
    if record.validation?.last?.step != record.steps {
      values += [("loss", metrics.loss), ("accuracy", metrics.accuracy), ("dice", metrics.dice)]
    }
    return values.compactMap { tag, value in
      value.map { .scalar(tag, $0, step: record.steps, at: ended) }
    }
  }

  // MARK: Weights and graph

  private var trainingGraph: TBEvent {
    .graph(LayerGraph(run.layers, for: .training(record.plan.training)).message, at: record.ended - record.seconds)
  }

  private var weightHistograms: [TBEvent] {
    (weights?.parts ?? []).map { part in
      let histogram = part.numbers.withUnsafeBufferPointer { ValueHistogram(of: $0) }
      return .histogram("\(run.layers[part.layer].name)/\(part.array.name)", histogram, step: record.steps, at: ended)
    }
  }

  /// The events of histograms that a training told on its way.
  static func events(of histograms: WeightHistograms, at time: Double) -> [TBEvent] {
    histograms.weights.sorted { $0.key < $1.key }.map {
      .histogram($0.key, $0.value, step: histograms.step, at: time)
    }
      + histograms.gradients.sorted { $0.key < $1.key }.map {
        .histogram("\($0.key)/gradient", $0.value, step: histograms.step, at: time)
      }
  }

  // MARK: Images

  /// The images that turned out worst: input, label, prediction, and where they differ.
  private var pictures: [TBEvent] {
    guard let seen = SeenImages(run, images) else { return [] }
    let (worst, size) = (seen.worstFirst.prefix(Self.mostImages), seen.size)
    let details = worst.map(\.name).joined(separator: ", ")
    let last = max(1, run.plan.classes - 1)
    func grey(_ values: [UInt8]) -> [UInt8] {
      PNGFile.encode(values, width: size.width, height: size.height, layout: .grey)
    }
    func event(_ tag: String, _ picture: (SeenImages.One) -> [UInt8]) -> TBEvent {
      .images(
        tag, worst.map(picture), width: size.width, height: size.height, details: details,
        step: record.steps, at: ended)
    }
    return [
      event("images/input") { grey($0.shades) },
      event("images/label") { grey($0.label.map { UInt8(Int($0) * 255 / last) }) },
      event("images/prediction") { grey($0.prediction.map { UInt8(min(255, Int($0) * 255 / last)) }) },
      event("images/difference") {
        PNGFile.encode($0.difference, width: size.width, height: size.height, layout: .rgb)
      },
    ]
  }

  /// The precision-recall curve of class 1: the network looks at each validation image again.
  private var curve: [TBEvent] {
    guard let images, let weights, let network = NetworkAtWork(run, weights: weights) else { return [] }
    var curve = PRCurve()
    for index in 0..<images.measuring.count {
      guard let scores = network.scores(of: images.measuring, index) else { return [] }
      curve.add(scores: scores, labels: images.measuring.pixels(index).label)
    }
    return [.curve("class_1", curve, step: record.steps, at: ended)]
  }
}
