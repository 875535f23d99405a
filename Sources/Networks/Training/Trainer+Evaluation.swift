internal import Kernels
internal import SegLab
internal import Tensors

extension Trainer {
  /// Measures the network on labelled images, as many at once as a step looks at.
  ///
  /// - Parameter samples: the images, at least one.
  /// - Returns: the metrics and the class of each pixel.
  /// - Throws: `TrainingFailure` where the samples do not fit or the loss is not a number.
  public func evaluate(on samples: some SampleSource) throws(TrainingFailure) -> Evaluation {
    var counter = MetricsCounter(
      height: plan.output.dimensions[0], width: plan.output.dimensions[1], measuresDistances: true)
    var predictions: [[UInt8]] = []
    try predict(samples) { loss, labels, prediction in
      counter.add(loss: loss, labels: labels, prediction: prediction)
      predictions.append(prediction)
    }
    return Evaluation(metrics: counter.metrics, predictions: predictions)
  }

  /// Looks at images, as many at once as a step looks at, without measuring anything.
  ///
  /// - Parameter samples: the images, at least one.
  /// - Returns: the class of each pixel of each image.
  /// - Throws: `TrainingFailure` where the samples do not fit or the loss is not a number.
  public func classify(_ samples: some SampleSource) throws(TrainingFailure) -> [[UInt8]] {
    var classes: [[UInt8]] = []
    try predict(samples) { _, _, prediction in classes.append(prediction) }
    return classes
  }

  /// What the network gives for an image, before any softmax or sigmoid of the loss.
  ///
  /// - Parameters:
  ///   - samples: images of the network's size.
  ///   - index: the image, by number.
  /// - Returns: `[height, width, channels]`, row after row.
  /// - Throws: `TrainingFailure` where the images do not fit.
  public func logits(of samples: some SampleSource, _ index: Int) throws(TrainingFailure) -> [Float] {
    try check(samples)
    graph.settle(on: pool)
    try load([index], epoch: nil, of: samples)
    graph.forward(graph.pass(batch: 1, isTraining: false, step: 0, rate: 0, on: pool))
    let map = graph.logits.numbers
    return (0..<map.height * map.width * map.channels).map { number in
      map.pointer[number / map.channels * map.stride + number % map.channels]
    }
  }

  /// Copies what the network has learned, if this epoch is the best so far, and notes whether to end.
  func measure(
    _ samples: any SampleSource, step: Int, epoch: Int, _ monitor: EarlyStoppingMonitor, _ state: inout TrainingState
  ) throws(TrainingFailure) {
    var counter = MetricsCounter(
      height: plan.output.dimensions[0], width: plan.output.dimensions[1], measuresDistances: false)
    try predict(samples) { counter.add(loss: $0, labels: $1, prediction: $2) }
    let metrics = counter.metrics
    let point = ValidationPoint(
      step: step, epoch: epoch, loss: metrics.loss, accuracy: metrics.accuracy, dice: metrics.dice)
    if monitor.note(point, in: &state) { best?.keep(on: pool) }
  }

  /// Lets the network look at each sample, and hands over its loss, labels and prediction in order.
  private func predict(
    _ samples: any SampleSource, _ body: (_ loss: Double, _ labels: [UInt8], _ prediction: [UInt8]) -> Void
  ) throws(TrainingFailure) {
    try check(samples)
    // Postponed updates go into the weights now: each would cost every image some work.
    graph.settle(on: pool)
    for first in stride(from: 0, to: samples.count, by: training.batchSize) {
      let images = Array(first..<min(samples.count, first + training.batchSize))
      try load(images, epoch: nil, of: samples)
      let pass = graph.pass(batch: images.count, isTraining: false, step: 0, rate: 0, on: pool)
      graph.forward(pass)
      let result = objective.measure(
        graph.logits.numbers, labels: labels, batch: images.count, gradient: nil, on: pool)
      guard result.loss.isFinite else {
        throw .notFiniteInValidation(layer: try firstNotFinite(images, epoch: nil, of: samples, pass))
      }
      for position in images.indices {
        let pixels = position * plan.pixels..<(position + 1) * plan.pixels
        body(result.loss, Array(labels[pixels]), Array(objective.predictions[pixels]))
      }
    }
  }
}
