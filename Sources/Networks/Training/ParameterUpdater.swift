internal import Kernels
public import SegLab
internal import Tensors

/// The optimizer at work: turns gradients into new weights, all parameters of a network together.
///
/// As PyTorch does, the decay of weights acts on all that is learned, biases and the numbers of batch normalisation too.
final class ParameterUpdater {
  /// What it keeps from step to step, parameter after parameter: nothing, a velocity, or two moments each.
  let state: [AlignedBuffer]

  private let rule: Optimizer
  private let decay: Double
  private let clip: Double?
  private let squares: SquaredSum
  private let places: [ObjectIdentifier: Int]
  private var waiting: [Parameter] = []
  private var step = 0
  private var rate = 0.0

  /// Whether gradients are followed as they are, so that a layer can do so by itself and store none.
  static func isPlain(_ training: Training) -> Bool {
    training.optimizer == .sgd && training.weightDecay == 0 && training.clipNorm == nil
  }

  /// - Parameters:
  ///   - training: says how.
  ///   - parameters: all that is learned; memory for the state is taken now.
  init(_ training: Training, parameters: [Parameter]) {
    rule = training.optimizer
    decay = training.weightDecay
    clip = training.clipNorm
    let each = training.optimizer.buffersPerParameter
    state = parameters.flatMap { parameter in (0..<each).map { _ in AlignedBuffer(count: parameter.count) } }
    squares = SquaredSum(count: parameters.map(\.count).max() ?? 0)
    places = Dictionary(
      uniqueKeysWithValues: parameters.enumerated().map { (ObjectIdentifier($0.element), $0.offset * each) })
    waiting.reserveCapacity(parameters.count)
  }

  /// Begins step `step`, counted from 0, at its learning rate.
  func begin(step: Int, rate: Double) {
    self.step = step
    self.rate = rate
    waiting.removeAll(keepingCapacity: true)
  }

  /// Takes up parameters whose gradients are known: they are changed at once, or at the end where all gradients count for each.
  func note(_ parameters: [Parameter], on pool: WorkerPool) {
    for parameter in parameters where parameter.gradient != nil {
      if clip == nil { change(parameter, scale: 1, on: pool) } else { waiting.append(parameter) }
    }
  }

  /// Ends the step.
  func end(on pool: WorkerPool) {
    guard let clip, !waiting.isEmpty else { return }
    let norm = waiting.reduce(0.0) { sum, parameter in
      guard let gradient = parameter.gradient?.pointer else { return sum }
      return sum + squares.measure(gradient, count: parameter.count, on: pool)
    }.squareRoot()
    let scale = min(1, clip / (norm + 1e-6))
    for parameter in waiting { change(parameter, scale: Float(scale), on: pool) }
  }

  private func change(_ parameter: Parameter, scale: Float, on pool: WorkerPool) {
    guard let gradient = parameter.gradient?.pointer, let place = places[ObjectIdentifier(parameter)] else {
      preconditionFailure("\(parameter.count) \(parameter.name) are not among the \(places.count) parameters")
    }
    let weights = parameter.pointer(on: pool)
    let count = parameter.count
    let (rate, decay) = (Float(rate), Float(decay))
    switch rule {
    case .sgd:
      SGDStep(rate: rate, decay: decay, scale: scale).apply(to: weights, gradient: gradient, count: count, on: pool)
    case .momentum(let momentum):
      MomentumStep(rate: rate, momentum: Float(momentum), decay: decay, scale: scale).apply(
        to: weights, gradient: gradient, velocity: state[place].pointer, count: count, on: pool)
    case .nesterov(let momentum):
      MomentumStep(rate: rate, momentum: Float(momentum), isNesterov: true, decay: decay, scale: scale).apply(
        to: weights, gradient: gradient, velocity: state[place].pointer, count: count, on: pool)
    case .adam(let beta1, let beta2, let epsilon):
      AdamStep(
        rate: rate, beta1: beta1, beta2: beta2, epsilon: Float(epsilon), decay: decay, isDecoupled: false, scale: scale
      ).apply(
        to: weights, gradient: gradient, mean: state[place].pointer, square: state[place + 1].pointer, step: step,
        count: count, on: pool)
    case .adamW(let beta1, let beta2, let epsilon, let own):
      AdamStep(
        rate: rate, beta1: beta1, beta2: beta2, epsilon: Float(epsilon), decay: decay + Float(own), isDecoupled: true,
        scale: scale
      ).apply(
        to: weights, gradient: gradient, mean: state[place].pointer, square: state[place + 1].pointer, step: step,
        count: count, on: pool)
    }
  }
}

extension Optimizer {
  /// How many numbers it keeps from step to step for each parameter: none, a velocity, or two moments.
  var buffersPerParameter: Int {
    switch self {
    case .sgd: 0
    case .momentum, .nesterov: 1
    case .adam, .adamW: 2
    }
  }

  /// What it is called in other programs.
  public var title: String {
    switch self {
    case .sgd: "SGD"
    case .momentum: "Momentum"
    case .nesterov: "Nesterov"
    case .adam: "Adam"
    case .adamW: "AdamW"
    }
  }

  /// The learning rates between which a training is usually quick.
  public var usualRates: ClosedRange<Double> {
    switch self {
    case .sgd: 5e-4...1
    case .momentum, .nesterov: 2e-4...0.3
    case .adam, .adamW: 5e-5...0.02
    }
  }
}
