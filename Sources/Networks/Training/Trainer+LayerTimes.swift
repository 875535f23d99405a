internal import SegLab

/// What a layer's pass took in a training step, and what it had to do.
public struct LayerTime: Sendable {
  /// The layer's name; `loss` and `update` are no layers.
  public let layer: String
  /// The pass; nil for what is no layer.
  public let pass: LayerPass?
  /// How it is worked out, for example `winograd`; nil where there is one way.
  public let algorithm: String?
  /// The least time of several steps.
  public let seconds: Double
  /// Multiply-adds by the definition.
  public let counted: Double
  /// Multiply-adds that the processor does: fewer in Winograd's way, more where channels are filled up to whole lanes.
  public let done: Double
  /// Bytes of maps and weights that must pass between memory and processor, each once.
  public let bytes: Double
}

extension Trainer {
  /// Runs a part of a step, its time taken where somebody asks.
  func timing<Result>(_ part: StepWatch.Part, _ body: () -> Result) -> Result {
    if let watch = graph.watch { watch.time(part, body) } else { body() }
  }

  /// Trains for some steps and takes the time of each layer's passes.
  ///
  /// - Parameters:
  ///   - samples: the images to learn from.
  ///   - steps: how many steps; one more warms up before them.
  ///   - clock: what tells the time, in seconds from any beginning.
  /// - Returns: the layers forward in order, the loss, the layers backward, and the optimizer. Layers whose work is done by others are left out.
  /// - Throws: `TrainingFailure`, as ``train(on:validation:from:stepLimit:onStep:withHistograms:onHistograms:onValidation:isCalledOff:onCheckpoint:)``.
  public func layerTimes(
    on samples: some SampleSource, steps: Int, clock: @escaping () -> Double
  ) throws(TrainingFailure) -> [LayerTime] {
    let watch = StepWatch(clock: clock)
    defer { graph.watch = nil }
    _ = try train(on: samples, stepLimit: steps + 1) { _ in
      // Nothing was timed in the step that warms up.
      watch.end()
      graph.watch = watch
      return true
    }
    func row(_ index: Int, _ pass: LayerPass) -> LayerTime? {
      guard let seconds = watch.fastest[.node(index, pass)] else { return nil }
      let node = graph.nodes[index]
      let work = node.work(pass, batch: training.batchSize)
      // Nobody wants the gradient of the images.
      guard work.bytes > 0 else { return nil }
      return LayerTime(
        layer: node.io.layer, pass: pass, algorithm: work.algorithm, seconds: seconds, counted: work.counted,
        done: work.done, bytes: work.bytes)
    }
    func other(_ name: String, _ part: StepWatch.Part) -> LayerTime? {
      watch.fastest[part].map {
        LayerTime(layer: name, pass: nil, algorithm: nil, seconds: $0, counted: 0, done: 0, bytes: 0)
      }
    }
    let places = graph.nodes.indices
    return places.compactMap { row($0, .forward) } + [other("loss", .loss)].compactMap { $0 }
      + places.reversed().flatMap { index in
        [LayerPass.weightGradient, .inputGradient].compactMap { row(index, $0) }
      } + [other("update", .update)].compactMap { $0 }
  }
}
