internal import Kernels
internal import SegLab
internal import Tensors

/// What a training keeps in memory, counted so that it never is more: nothing here relies on memory being reused.
struct TrainingMemory: Sendable, Equatable {
  /// A convolution, whose kernels need room to work in.
  private struct Convolution: Sendable, Equatable {
    let geometry: ConvolutionGeometry
    let isTransposed: Bool
  }

  /// How many threads have room of their own at most, as far as it is counted.
  private static let threads = 8

  /// All that is learned, and what batch normalization knows besides.
  private var parameters = 0
  private var state = 0
  /// Weights of dense layers: with SGD they follow their gradient while it is worked out, and never hold it.
  private var dense = 0
  /// What dense layers keep besides, whatever the batch.
  private var waiting = 0
  /// How many numbers each dense layer gives.
  private var denseOutputs: [Int] = []
  /// What is kept for one image: every map once, pixels in whole lanes.
  private var values = 0
  /// The largest map: as many more numbers are needed to work in.
  private var largest = 0
  /// The numbers of an image as it is loaded, and its pixels.
  private var image = 0
  private var pixels = 0
  private var convolutions: [Convolution] = []

  /// - Parameter steps: the layers, at least one with an output that can be counted.
  init(_ steps: [NetworkPlan.Step]) {
    for step in steps {
      parameters = parameters.plus(step.plan.parameterCount)
      let map = step.plan.output.padded.times(step.plan.maps)
      values = values.plus(map)
      largest = max(largest, map)
      let input = step.inputs.first.map { steps[$0].plan.output.dimensions } ?? []
      switch step.layer.kernel(reading: input, output: step.plan.output.dimensions) {
      case .matrix(let inputs, let outputs):
        dense = dense.plus(inputs.times(outputs))
        waiting = waiting.plus(inputs.inLanes.plus(outputs.inLanes).times(8))
        denseOutputs.append(outputs)
      case .normalization(let channels): state = state.plus(channels.times(2))
      case .convolution(let geometry, let isTransposed):
        convolutions.append(Convolution(geometry: geometry, isTransposed: isTransposed))
      case .plain: break
      }
    }
    guard let first = steps.first?.plan.output, let last = steps.last?.plan.output.dimensions else { return }
    image = first.count ?? .max
    pixels = last.prefix(2).reduce(1) { $0.times($1) }
  }

  /// The bytes; see ``NetworkCost/bytes(batchSize:optimizer:clips:keepsBest:decays:)``.
  func bytes(batchSize: Int, optimizer: Optimizer, clips: Bool, keepsBest: Bool, decays: Bool) -> Int {
    let isPlain = optimizer == .sgd && !clips && !decays
    let all = parameters.plus(state)
    let weights = all.times(1 + optimizer.buffersPerParameter + (keepsBest ? 1 : 0)).plus(
      isPlain ? parameters - min(parameters, dense) : parameters)
    let maps = values.times(2).plus(largest).plus(image.times(Self.batchesAhead)).times(batchSize)
    // Where the rows of weights are shared out, each part has sums of its own.
    let parts = denseOutputs.reduce(0) { $0.plus(min(1 << 22, $1.times(64).times(batchSize))) }
    let numbers = weights.plus(waiting).plus(parts).plus(maps)
    let bytes = numbers.times(MemoryLayout<Float>.stride).plus(pixels.times(Self.batchesAhead + 2).times(batchSize))
    // Where even that is absurd, the room of the kernels need not be counted.
    guard bytes < 1 << 44 else { return bytes }
    return bytes.plus(room(batchSize: batchSize).times(MemoryLayout<Float>.stride))
  }

  /// How many batches of images are loaded ahead.
  private static let batchesAhead = 3

  private func room(batchSize: Int) -> Int {
    convolutions.reduce(0) {
      max(
        $0,
        $1.geometry.roomCount(isTransposed: $1.isTransposed, batch: max(1, batchSize), threads: Self.threads))
    }
  }
}

extension Shape {
  /// How many numbers it takes in memory: the pixels of wide maps have whole lanes.
  fileprivate var padded: Int {
    guard rank == 3, let channels = dimensions.last else { return count ?? .max }
    // A hostile number of channels must not be rounded up beyond `Int`.
    guard channels < 1 << 60 else { return .max }
    return dimensions.prefix(2).reduce(FeatureMap.stride(channels: channels)) { $0.times($1) }
  }
}
