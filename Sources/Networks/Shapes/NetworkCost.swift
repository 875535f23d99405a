internal import Kernels
public import SegLab
internal import Tensors

/// What a network costs, worked out from its shapes alone; numbers beyond `Int` stay at its largest.
public struct NetworkCost: Sendable, Equatable {
  /// How many parameters there are.
  public let parameters: Int
  /// Multiply-adds for one image, forward.
  public let multiplyAdds: Int
  /// Multiply-adds for one image in a training step: forward, the gradient of the weights, and the gradient of every layer's input
  /// but the first's.
  public let trainingMultiplyAdds: Int
  /// How many numbers all layers together keep for one image, each map once.
  public let values: Int
  /// What training keeps in memory.
  let memory: TrainingMemory
  /// As ``trainingMultiplyAdds``, as a processor does them.
  private let work: Int

  /// What layers cost together.
  ///
  /// - Parameters:
  ///   - layers: the layers as a table.
  ///   - steps: the same layers as planned.
  init(layers: [LayerSummary], steps: [NetworkPlan.Step]) {
    var parameters = 0
    var multiplyAdds = 0
    var training = 0
    var work = 0
    var values = 0
    for layer in layers {
      // The first layer with weights needs no gradient of its input.
      let passes = parameters == 0 ? 2 : 3
      training = training.plus(layer.multiplyAdds.times(passes))
      work = work.plus(layer.work.times(passes))
      parameters = parameters.plus(layer.parameters)
      multiplyAdds = multiplyAdds.plus(layer.multiplyAdds)
      values = values.plus(layer.values)
    }
    self.parameters = parameters
    self.multiplyAdds = multiplyAdds
    trainingMultiplyAdds = training
    self.values = values
    self.work = work
    memory = TrainingMemory(steps)
  }

  /// Bytes of memory that training takes at most: the weights and what is kept for each, every map with its gradient,
  /// the images that wait, and room to work in.
  ///
  /// Worked out from the shapes: a running network reuses memory whose numbers are no longer needed. The program itself
  /// and the set of images come on top.
  /// - Parameters:
  ///   - batchSize: how many images a step looks at.
  ///   - optimizer: how weights follow their gradients.
  ///   - clips: whether long gradients are cut, so that all of them are kept.
  ///   - keepsBest: whether a copy of the best weights is kept.
  ///   - decays: whether weights fade.
  /// - Returns: the bytes, or the largest `Int` where there are more.
  public func bytes(
    batchSize: Int, optimizer: Optimizer = .sgd, clips: Bool = false, keepsBest: Bool = false, decays: Bool = false
  ) -> Int {
    memory.bytes(batchSize: batchSize, optimizer: optimizer, clips: clips, keepsBest: keepsBest, decays: decays)
  }

  /// Bytes of memory that a training takes at most; see ``bytes(batchSize:optimizer:clips:keepsBest:decays:)``.
  public func bytes(for limits: NetworkLimits) -> Int {
    bytes(
      batchSize: limits.batchSize, optimizer: limits.optimizer, clips: limits.clips, keepsBest: limits.keepsBest,
      decays: limits.decays)
  }

  /// What a training step has to do: multiply-adds as a processor does them, channels in whole lanes, and what pools
  /// compare and add up.
  ///
  /// - Parameter batchSize: how many images a step looks at.
  /// - Returns: their number, or the largest `Int` where there are more.
  public func work(batchSize: Int) -> Int { work.times(batchSize) }
}

extension Int {
  /// The product, or the largest `Int` where it is larger; for numbers that are not negative.
  func times(_ other: Int) -> Int {
    let (value, overflow) = multipliedReportingOverflow(by: other)
    return overflow ? .max : value
  }

  /// The sum, or the largest `Int` where it is larger; for numbers that are not negative.
  func plus(_ other: Int) -> Int {
    let (value, overflow) = addingReportingOverflow(other)
    return overflow ? .max : value
  }
}
