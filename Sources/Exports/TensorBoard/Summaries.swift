internal import Foundation
internal import Imaging
internal import Networks
internal import Protos

/// The records of TensorBoard's event files that are written here, one for each kind of page.
extension TBEvent {
  /// What an event file begins with.
  static func version(at time: Double) -> TBEvent {
    var event = TBEvent()
    event.wallTime = time
    event.fileVersion = "brain.Event:2"
    return event
  }

  /// A training begins, or goes on after an interruption: what an earlier one wrote of this step and later ones is void.
  static func start(step: Int, at time: Double) -> TBEvent {
    var event = TBEvent()
    (event.wallTime, event.step) = (time, Int64(step))
    event.session.status = 1
    return event
  }

  /// A number, for the page of curves.
  static func scalar(_ tag: String, _ value: Double, step: Int, at time: Double) -> TBEvent {
    var tensor = TBTensor()
    (tensor.kind, tensor.floats) = (1, [Float(value)])
    return summary(tag, tensor, plugin: "scalars", class: 1, step: step, at: time)
  }

  /// Images of one size as PNG files.
  static func images(
    _ tag: String, _ files: [[UInt8]], width: Int, height: Int, details: String, step: Int, at time: Double
  ) -> TBEvent {
    var tensor = TBTensor()
    tensor.kind = 7
    tensor.shape.axes = [TBAxis(files.count + 2)]
    tensor.texts = [Data("\(width)".utf8), Data("\(height)".utf8)] + files.map { Data($0) }
    return summary(tag, tensor, plugin: "images", class: 3, details: details, step: step, at: time)
  }

  /// How values lie.
  static func histogram(_ tag: String, _ histogram: ValueHistogram, step: Int, at time: Double) -> TBEvent {
    let bins = histogram.counts.count
    let width = bins > 1 ? (histogram.most - histogram.least) / Double(bins) : 0
    var rows: [Double] = []
    for (number, count) in histogram.counts.enumerated() {
      let left = histogram.least + Double(number) * width
      rows += [left, number == bins - 1 ? histogram.most : left + width, Double(count)]
    }
    var tensor = TBTensor()
    tensor.kind = 2
    tensor.shape.axes = [TBAxis(bins), TBAxis(3)]
    tensor.content = rows.withUnsafeBytes { Data($0) }
    return summary(tag, tensor, plugin: "histograms", class: 2, step: step, at: time)
  }

  /// Words, as Markdown.
  static func text(_ tag: String, _ markdown: String, step: Int, at time: Double) -> TBEvent {
    var tensor = TBTensor()
    (tensor.kind, tensor.texts) = (7, [Data(markdown.utf8)])
    return summary(tag, tensor, plugin: "text", class: 2, step: step, at: time)
  }

  /// A precision-recall curve.
  static func curve(_ tag: String, _ curve: PRCurve, step: Int, at time: Double) -> TBEvent {
    var tensor = TBTensor()
    tensor.kind = 1
    tensor.shape.axes = [TBAxis(6), TBAxis(PRCurve.thresholds)]
    tensor.content = curve.rows.withUnsafeBytes { Data($0) }
    var content = TBPRCurveContent()
    content.thresholds = UInt32(PRCurve.thresholds)
    return summary(
      tag, tensor, plugin: "pr_curves", content: content.bytes, class: 2, step: step, at: time)
  }

  /// What the page of hyperparameters reads: it stands in the metadata alone.
  static func hyperparameters(_ tag: String, _ content: TBHParamsContent, at time: Double) -> TBEvent {
    var tensor = TBTensor()
    tensor.kind = 1
    tensor.shape.axes = [TBAxis(0)]
    return summary(tag, tensor, plugin: "hparams", content: content.bytes, class: 2, step: 0, at: time)
  }

  /// A graph.
  static func graph(_ graph: TBGraph, at time: Double) -> TBEvent {
    var event = TBEvent()
    event.wallTime = time
    event.graph = graph.bytes
    return event
  }

  private static func summary(
    _ tag: String, _ tensor: TBTensor, plugin: String, content: Data = Data(), class kind: Int32,
    details: String = "", step: Int, at time: Double
  ) -> TBEvent {
    var value = TBSummaryValue()
    (value.tag, value.tensor) = (tag, tensor)
    value.metadata.plugin.name = plugin
    value.metadata.plugin.content = content
    value.metadata.details = details
    value.metadata.dataClass = kind
    var event = TBEvent()
    (event.wallTime, event.step) = (time, Int64(step))
    event.summary.values = [value]
    return event
  }
}

extension TBAxis {
  init(_ size: Int) {
    self.init()
    self.size = Int64(size)
  }
}

/// How often class 1 is found and missed, by the probability from which on a pixel counts as class 1.
struct PRCurve {
  /// How many thresholds there are, from 0 to 1.
  static let thresholds = 127

  private var found = [Int](repeating: 0, count: thresholds)
  private var taken = [Int](repeating: 0, count: thresholds)
  private var positives = 0
  private var pixels = 0

  /// Counts one image.
  ///
  /// - Parameters:
  ///   - scores: the probability of class 1 of each pixel, in 0...1.
  ///   - labels: the class of each pixel.
  mutating func add(scores: [Float], labels: [UInt8]) {
    precondition(scores.count == labels.count, "\(scores.count) scores for \(labels.count) labels")
    for (score, label) in zip(scores, labels) {
      let bin = score.isFinite ? Int(max(0, min(1, score)) * Float(Self.thresholds - 1)) : 0
      taken[bin] += 1
      if label == 1 { found[bin] += 1 }
    }
    positives += labels.count { $0 == 1 }
    pixels += labels.count
  }

  /// True positives, false positives, true negatives, false negatives, precision and recall, a row each, a column for each threshold.
  var rows: [Float] {
    var (hits, calls) = ([Float](), [Float]())
    var (hit, call) = (0, 0)
    for bin in (0..<Self.thresholds).reversed() {
      hit += found[bin]
      call += taken[bin]
      hits.append(Float(hit))
      calls.append(Float(call))
    }
    hits.reverse()
    calls.reverse()
    let columns = zip(hits, calls)
    return hits + columns.map { $1 - $0 } + columns.map { Float(pixels - positives) - ($1 - $0) }
      + hits.map { Float(positives) - $0 } + columns.map { $1 > 0 ? $0 / $1 : 0 }
      + hits.map { positives > 0 ? $0 / Float(positives) : 0 }
  }
}
