public import SegLab

/// What a network costs, worked out from its shapes alone; numbers beyond `Int` stay at its largest.
public struct NetworkCost: Codable, Sendable, Equatable {
  /// How many learnable numbers there are.
  public let parameters: Int
  /// Multiply-adds for one image, forward.
  public let multiplyAdds: Int
  /// Multiply-adds for one image in a training step: forward, the gradient of the weights, and the gradient of every layer's input
  /// but the first's.
  public let trainingMultiplyAdds: Int
  /// How many numbers all layers together keep for one image, each map once.
  public let values: Int
  /// The numbers of the largest layer: as many more are needed to work in.
  let largest: Int

  /// What layers cost together.
  init(layers: [LayerSummary]) {
    var parameters = 0
    var multiplyAdds = 0
    var training = 0
    var values = 0
    var largest = 0
    for layer in layers {
      // The first layer with weights needs no gradient of its input.
      training = training.plus(layer.multiplyAdds.times(parameters == 0 ? 2 : 3))
      parameters = parameters.plus(layer.parameters)
      multiplyAdds = multiplyAdds.plus(layer.multiplyAdds)
      values = values.plus(layer.values)
      largest = max(largest, layer.values)
    }
    self.parameters = parameters
    self.multiplyAdds = multiplyAdds
    trainingMultiplyAdds = training
    self.values = values
    self.largest = largest
  }

  /// Bytes of memory that training takes at most: the weights and what the optimiser keeps for each, every map with its gradient, and
  /// room to work in.
  ///
  /// An estimate from the shapes: a running network reuses memory whose numbers are no longer needed.
  /// - Parameters:
  ///   - batchSize: how many images a step looks at.
  ///   - optimizer: how weights follow their gradients.
  /// - Returns: the bytes, or the largest `Int` where there are more.
  public func bytes(batchSize: Int, optimizer: Optimizer = .sgd) -> Int {
    let copies =
      switch optimizer {
      // Large layers follow their gradient while it is worked out, and never hold it.
      case .sgd: 1
      case .momentum, .nesterov: 3
      case .adam, .adamW: 4
      }
    let images = values.times(2).plus(largest).times(batchSize)
    return parameters.times(copies).plus(images).times(MemoryLayout<Float>.stride)
  }
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
