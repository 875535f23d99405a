internal import Kernels
public import SegLab
internal import Tensors

/// Trains a network and measures it.
///
/// Equal plan, training, seed, samples, processor family and matrix library give the same weights to the bit, whatever the number of
/// threads, and however often the training was interrupted at a checkpoint. All memory is taken at the start.
public final class Trainer {
  /// The network.
  public let plan: NetworkPlan
  /// The numbers to train with.
  public let training: Training

  let pool: WorkerPool
  let graph: Graph
  let updater: ParameterUpdater
  private let rate: LearningRate
  let objective: Objective
  private let orders: SeededGenerator
  let best: BestWeights?
  var labels: [UInt8]

  /// Builds the network and draws its weights as its layers say: where they say nothing, from a normal distribution around 0 with
  /// deviation 0.1, cut off at two deviations; biases start at 0.
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
    let configuration = Graph.Configuration(
      batch: training.batchSize, denseDescends: ParameterUpdater.isPlain(training),
      keepsGradients: training.clipNorm != nil)
    graph = Graph(plan, configuration, seed: random.derived(1), dropout: random.derived(3), on: pool)
    orders = random.derived(2)
    objective = Objective(training, channels: plan.channels, pixels: plan.pixels * training.batchSize)
    updater = ParameterUpdater(training, parameters: graph.parameters)
    rate = LearningRate(training)
    labels = Array(repeating: 0, count: plan.pixels * training.batchSize)
    best = training.keepBest ? BestWeights(graph) : nil
  }

  /// Goes through the samples as often as the training says, in another order each time.
  ///
  /// Where the training keeps the best weights or ends early, the validation images are measured after each epoch and at the end.
  /// - Parameters:
  ///   - samples: the images to learn from.
  ///   - validation: the images to measure; nil where nothing is to be watched.
  ///   - state: how the training has gone so far, where it goes on; the trainer then has the numbers of that time.
  ///   - stepLimit: the most steps; nil for all epochs.
  ///   - onStep: called after each step; false ends the training.
  ///   - withHistograms: whether `onHistograms` is called.
  ///   - onHistograms: called after each epoch's last step: how weights and gradients lie.
  ///   - onValidation: called where the validation images were measured.
  ///   - isCalledOff: asked after each step; true ends the training, with a checkpoint where one can be written then.
  ///   - onCheckpoint: called where the training can be written to the disk, with all that is needed besides ``withSaved(_:)``; not where
  ///     a number that would be written is NaN or infinite, so that the last good ones are kept.
  /// - Returns: the state of the training.
  /// - Throws: `TrainingFailure` where the samples do not fit, the loss stops being a number, or the training was ended by `onStep` or by
  ///   cancelling the task.
  public func train(
    on samples: some SampleSource, validation: (any SampleSource)? = nil, from state: TrainingState = .init(),
    stepLimit: Int? = nil, onStep: (TrainingProgress) -> Bool = { _ in true },
    withHistograms: Bool = false, onHistograms: (WeightHistograms) -> Void = { _ in },
    onValidation: (ValidationPoint) -> Void = { _ in }, isCalledOff: () -> Bool = { false },
    onCheckpoint: (TrainingState) -> Void = { _ in }
  ) throws(TrainingFailure) -> TrainingOutcome {
    try check(samples)
    let monitor = validation == nil ? nil : EarlyStoppingMonitor(training)
    let order = SampleOrder(count: samples.count, batchSize: training.batchSize, seed: orders)
    let checkpoints = CheckpointTimes(training, stepsPerEpoch: order.stepsPerEpoch)
    let steps = min(order.stepsPerEpoch.times(training.epochs), stepLimit ?? .max)
    let clock = ContinuousClock()
    let start = clock.now - .seconds(state.seconds)
    var state = state
    state.history.reserveCapacity(min(steps, 1 << 16))
    let batches = BatchOrder(order, steps: state.steps..<max(state.steps, steps))
    // Two walks through the same order: the one that loads ahead is not where the steps are.
    let stream = samples.batches(BatchOrder(order, steps: state.steps..<max(state.steps, steps)))
    var times = StepTimes()
    while state.steps < steps, !state.stoppedEarly {
      let step = state.steps
      guard let batch = batches.next() else { preconditionFailure("step \(step) of \(steps) has no images") }
      let epoch = batch.epoch
      let isLast = (step + 1) % order.stepsPerEpoch == 0 || step + 1 == steps
      // The weights end with the same bits, whether somebody looks on or not: updates that are put off are added up only where they
      // would be anyway.
      let isSettled = step + 1 == steps || monitor != nil || checkpoints.contains(step + 1) || !defersUpdates
      var histograms = withHistograms && isLast && isSettled ? WeightHistograms(step: step + 1) : nil
      let point = try take(step, batch, of: samples, from: stream, &times, &histograms)
      state.history.append(point)
      state.seconds = (clock.now - start) / .seconds(1)
      let progress = TrainingProgress(point: point, steps: steps, epochs: training.epochs, seconds: state.seconds)
      guard onStep(progress), !Task.isCancelled else { throw .cancelled(step: step + 1) }
      if checkpoints.contains(step + 1) { graph.settle(on: pool) }
      if let monitor, let validation, isLast {
        try measure(validation, step: step + 1, epoch: epoch, monitor, &state)
        if let point = state.validation.last { onValidation(point) }
      }
      if var histograms {
        withWeights { histograms.weights[$0] = ValueHistogram(of: $1) }
        onHistograms(histograms)
      }
      let isCalledOff = step + 1 < steps && isCalledOff()
      // Between its times a training can be written only where that leaves the order of sums as it is.
      let isTime = checkpoints.contains(step + 1) || isCalledOff && !defersUpdates
      if isTime, step + 1 < steps, !state.stoppedEarly, isFinite { onCheckpoint(state) }
      guard !isCalledOff else { throw .cancelled(step: step + 1) }
    }
    let kept = state.best.flatMap { found in best.map { _ in found.epoch } }
    if kept != nil { best?.restore(on: pool) }
    return TrainingOutcome(
      history: state.history, validation: state.validation, steps: state.steps,
      epochs: (state.steps + order.stepsPerEpoch - 1) / order.stepsPerEpoch, bestEpoch: kept,
      stoppedEarly: state.stoppedEarly, seconds: (clock.now - start) / .seconds(1), dataShare: times.dataShare)
  }

  /// Whether updates of some layer are put off and added up together: looking at images in between changes how they add up, and with it
  /// the last bits of the weights.
  public var defersUpdates: Bool { graph.parameters.contains { $0.gradient == nil } }

  /// Bytes of weights that pass between memory and processor in a training step, on average.
  public var weightTraffic: Double { graph.nodes.reduce(0) { $0 + $1.weightTraffic(batch: training.batchSize) } }

  /// Bytes that the network works in besides its weights: the numbers between layers, their gradients, and room for kernels.
  public var workingBytes: Int { graph.workingBytes }

  /// Stops where there are no images, or they are not of the network's size.
  func check(_ samples: some SampleSource) throws(TrainingFailure) {
    guard samples.count > 0 else { throw .noImages }
    guard samples.shape == plan.input else { throw .imagesDiffer(network: plan.input, images: samples.shape) }
  }

  /// Puts images and labels where the next pass looks for them, from the stream where they were loaded ahead.
  func load(
    _ images: some Collection<Int>, epoch: Int?, of samples: some SampleSource, from stream: (any BatchStream)? = nil
  ) throws(TrainingFailure) {
    let pixels = plan.pixels
    labels.withUnsafeMutableBufferPointer { labels in
      guard let stream else {
        for (position, image) in images.enumerated() {
          let place = UnsafeMutableBufferPointer(rebasing: labels[position * pixels..<(position + 1) * pixels])
          graph.images.load(at: position) { samples.load(image, epoch: epoch, image: $0, labels: place) }
        }
        return
      }
      let wasThere = stream.next { numbers, classes in
        precondition(
          classes.count == images.count * pixels && numbers.count % images.count == 0,
          "\(images.count) images of \(pixels) pixels were asked for, and \(classes.count) pixels came")
        let count = numbers.count / images.count
        for position in 0..<images.count {
          let image = numbers[position * count..<(position + 1) * count]
          graph.images.load(at: position) { _ = $0.update(fromContentsOf: image) }
        }
        _ = labels.update(fromContentsOf: classes)
      }
      precondition(wasThere, "\(images.count) images are wanted, and none are left of those loaded ahead")
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
    _ step: Int, _ batch: BatchOrder.Batch, of samples: some SampleSource, from stream: (any BatchStream)?,
    _ times: inout StepTimes, _ histograms: inout WeightHistograms?
  ) throws(TrainingFailure) -> HistoryPoint {
    let images = batch.images
    let start = ContinuousClock.now
    try load(images, epoch: batch.epoch, of: samples, from: stream)
    times.data += (.now - start) / .seconds(1)
    let rate = rate(step)
    let pass = graph.pass(batch: images.count, isTraining: true, step: step, rate: Float(rate), on: pool)
    graph.forward(pass)
    let result = timing(.loss) {
      objective.measure(
        graph.logits.numbers, labels: labels, batch: images.count,
        gradient: graph.logits.hasGradient ? graph.logits.gradient : nil, on: pool)
    }
    guard result.loss.isFinite else {
      let layer = try firstNotFinite(images, epoch: batch.epoch, of: samples, pass)
      throw .notFinite(step: step, layer: layer, learningRate: rate)
    }
    updater.begin(step: step, rate: rate)
    graph.backward(pass) { node in
      if histograms != nil {
        for parameter in node.parameters {
          guard let gradient = parameter.gradient?.pointer else { continue }
          histograms?.gradients["\(node.io.layer)/\(parameter.name)"] = ValueHistogram(
            of: UnsafeBufferPointer(start: gradient, count: parameter.count))
        }
      }
      timing(.update) { updater.note(node.parameters, on: pool) }
    }
    timing(.update) { updater.end(on: pool) }
    times.all += (.now - start) / .seconds(1)
    return HistoryPoint(
      step: step, epoch: batch.epoch, loss: result.loss,
      accuracy: Double(result.correct) / Double(images.count * plan.pixels), learningRate: rate)
  }

  /// The first layer whose output holds a number that is NaN or infinite for these images; the last layer where each is a number, so that
  /// only the loss is not.
  ///
  /// The pass is done again, because a layer's numbers are gone once the memory is needed by another.
  func firstNotFinite(
    _ images: some Collection<Int>, epoch: Int?, of samples: some SampleSource, _ pass: Pass
  ) throws(TrainingFailure) -> String {
    try load(images, epoch: epoch, of: samples)
    var found = plan.steps[plan.steps.count - 1].layer.name
    graph.forward(pass) { node in
      guard node.io.output.isFinite(batch: pass.batch) else {
        found = node.io.layer
        return false
      }
      return true
    }
    return found
  }
}
