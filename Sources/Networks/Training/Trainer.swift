internal import Kernels
public import SegLab
internal import Tensors

/// Trains a network and measures it.
///
/// Equal plan, training, seed, samples, processor family and matrix library give the same weights to the bit, whatever the number of
/// threads. All memory is taken at the start.
public final class Trainer {
  /// The network.
  public let plan: NetworkPlan
  /// The numbers to train with.
  public let training: Training

  let pool: WorkerPool
  let graph: Graph
  private let loss: SoftmaxCrossEntropy
  private let optimiser: GradientDescent
  private let orders: SeededGenerator
  private var labels: [UInt8]

  /// Builds the network and draws its weights: from a normal distribution around 0 with deviation 0.1, cut off at two deviations;
  /// biases start at 0.
  ///
  /// - Parameters:
  ///   - plan: the network.
  ///   - training: the numbers to train with, all of them positive.
  ///   - seed: what random numbers start from.
  ///   - threads: how many threads to use.
  public init(_ plan: NetworkPlan, training: Training, seed: UInt64, threads: Int) {
    precondition(
      training.batchSize > 0 && training.epochs > 0 && training.decaySteps > 0, "nothing to train with: \(training)")
    self.plan = plan
    self.training = training
    pool = WorkerPool(threads: threads)
    let random = SeededGenerator(seed: seed)
    graph = Graph(plan, batch: training.batchSize, seed: random.derived(1), on: pool)
    orders = random.derived(2)
    loss = SoftmaxCrossEntropy(classes: plan.classes, pixels: plan.pixels * training.batchSize)
    optimiser = GradientDescent(training: training)
    labels = Array(repeating: 0, count: plan.pixels * training.batchSize)
  }

  /// Goes through the samples as often as the training says, in another order each time.
  ///
  /// - Parameters:
  ///   - samples: the images to learn from.
  ///   - stepLimit: the most steps; nil for all epochs.
  ///   - onStep: called after each step; false ends the training.
  /// - Returns: the course of the training.
  /// - Throws: `TrainingFailure` where the samples do not fit, the loss stops being a number, or the training was ended by `onStep` or by
  ///   cancelling the task.
  public func train(
    on samples: some SampleSource, stepLimit: Int? = nil, onStep: (TrainingProgress) -> Bool = { _ in true }
  ) throws(TrainingFailure) -> TrainingOutcome {
    try check(samples)
    let order = SampleOrder(count: samples.count, batchSize: training.batchSize, seed: orders)
    let steps = min(order.stepsPerEpoch.times(training.epochs), stepLimit ?? .max)
    let clock = ContinuousClock()
    let start = clock.now
    var history: [HistoryPoint] = []
    history.reserveCapacity(min(steps, 1 << 16))
    var images: [Int] = []
    for step in 0..<steps {
      let epoch = step / order.stepsPerEpoch
      if step % order.stepsPerEpoch == 0 { images = order.images(epoch: epoch) }
      let point = try take(step, epoch: epoch, images[order.range(step: step)], of: samples)
      history.append(point)
      let progress = TrainingProgress(
        point: point, steps: steps, epochs: training.epochs, seconds: (clock.now - start) / .seconds(1))
      guard onStep(progress), !Task.isCancelled else { throw .cancelled(step: step + 1) }
    }
    return TrainingOutcome(
      history: history, steps: steps, epochs: (steps + order.stepsPerEpoch - 1) / order.stepsPerEpoch,
      seconds: (clock.now - start) / .seconds(1))
  }

  /// Measures the network on labelled images.
  ///
  /// - Parameter samples: the images, at least one.
  /// - Returns: the metrics and the class of each pixel.
  /// - Throws: `TrainingFailure` where the samples do not fit or the loss is not a number.
  public func evaluate(on samples: some SampleSource) throws(TrainingFailure) -> Evaluation {
    try check(samples)
    // Postponed updates go into the weights now: each would cost every image some work.
    withParameters { _, _ in }
    var counter = MetricsCounter()
    var swapped = MetricsCounter.Overlap()
    var predictions: [[UInt8]] = []
    var first: [UInt8] = []
    for index in 0..<samples.count {
      try load([index], of: samples)
      graph.forward(batch: 1, on: pool)
      var prediction = [UInt8](repeating: 0, count: plan.pixels)
      let result = loss.measure(
        graph.logits.numbers.pointer, labels: labels, pixels: plan.pixels, gradient: nil, scale: 0,
        predictions: &prediction, on: pool)
      guard result.lossSum.isFinite else {
        throw .notFiniteInValidation(layer: graph.firstNotFinite(batch: 1) ?? lastLayer)
      }
      let truth = Array(labels.prefix(plan.pixels))
      counter.add(loss: result.lossSum, labels: truth, prediction: prediction)
      if let previous = predictions.last { swapped.add(MetricsCounter.Overlap(truth, previous)) } else { first = truth }
      predictions.append(prediction)
    }
    if let last = predictions.last { swapped.add(MetricsCounter.Overlap(first, last)) }
    return Evaluation(metrics: counter.metrics(swapped: swapped), predictions: predictions)
  }

  /// Shows all learnable numbers, layer after layer: what a digest of the weights is taken over.
  ///
  /// - Parameter body: called with the name of each array (the layer's and `weights` or `bias`) and its numbers, which are valid during
  ///   the call.
  public func withWeights(_ body: (_ name: String, _ numbers: UnsafeBufferPointer<Float>) -> Void) {
    withParameters { body($0, UnsafeBufferPointer($1)) }
  }

  /// As ``withWeights(_:)``, and the numbers can be changed.
  func withParameters(_ body: (_ name: String, _ numbers: UnsafeMutableBufferPointer<Float>) -> Void) {
    for node in graph.nodes {
      for parameter in node.parameters { body("\(node.layer)/\(parameter.name)", parameter.numbers(pool)) }
    }
  }

  /// Bytes of weights that pass between memory and processor in a training step, on average.
  public var weightTraffic: Double { graph.nodes.reduce(0) { $0 + $1.weightTraffic(batch: training.batchSize) } }

  private var lastLayer: String { plan.steps[plan.steps.count - 1].layer.name }

  private func check(_ samples: some SampleSource) throws(TrainingFailure) {
    guard samples.count > 0 else { throw .noImages }
    guard samples.shape == plan.input else { throw .imagesDiffer(network: plan.input, images: samples.shape) }
  }

  /// Puts images and labels where the next pass looks for them.
  private func load(_ images: some Collection<Int>, of samples: some SampleSource) throws(TrainingFailure) {
    let size = graph.images.count
    let pixels = plan.pixels
    let target = graph.images.numbers.elements
    labels.withUnsafeMutableBufferPointer { labels in
      for (position, image) in images.enumerated() {
        samples.image(
          image, into: UnsafeMutableBufferPointer(rebasing: target[position * size..<(position + 1) * size]))
        samples.labels(
          image, into: UnsafeMutableBufferPointer(rebasing: labels[position * pixels..<(position + 1) * pixels]))
      }
    }
    for (position, image) in images.enumerated() {
      let highest = labels[position * pixels..<(position + 1) * pixels].max() ?? 0
      guard Int(highest) < plan.classes else {
        throw .unknownClass(image: samples.name(image), label: Int(highest), classes: plan.classes)
      }
    }
  }

  /// One step: forward, loss, backward with the update.
  private func take(
    _ step: Int, epoch: Int, _ images: ArraySlice<Int>, of samples: some SampleSource
  ) throws(TrainingFailure) -> HistoryPoint {
    try load(images, of: samples)
    let batch = images.count
    let pixels = batch * plan.pixels
    graph.forward(batch: batch, on: pool)
    let result = loss.measure(
      graph.logits.numbers.pointer, labels: labels, pixels: pixels, gradient: graph.logits.gradient?.pointer,
      scale: 1 / Float(pixels), predictions: nil, on: pool)
    let rate = optimiser.learningRate(at: step)
    guard result.lossSum.isFinite else {
      throw .notFinite(step: step, layer: graph.firstNotFinite(batch: batch) ?? lastLayer, learningRate: rate)
    }
    graph.backward(batch: batch, descent: optimiser.descent(at: step), on: pool)
    return HistoryPoint(
      step: step, epoch: epoch, loss: result.lossSum / Double(pixels),
      accuracy: Double(result.correct) / Double(pixels), learningRate: rate)
  }
}
