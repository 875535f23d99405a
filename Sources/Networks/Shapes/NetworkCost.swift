/// What a network costs, worked out from its shapes alone; numbers beyond `Int` stay at its largest.
public struct NetworkCost: Sendable, Equatable {
  /// How many learnable numbers there are.
  public let parameters: Int
  /// Multiply-adds for one image, forward.
  public let multiplyAdds: Int
  /// Multiply-adds for one image in a training step: forward, the gradient of the weights, and the gradient of every layer's input
  /// but the first's.
  public let trainingMultiplyAdds: Int
  /// How many numbers all layers together give for one image.
  public let values: Int

  /// Bytes of memory while training with `batchSize` images a step: the weights once, and each layer's numbers and their gradients.
  public func bytes(batchSize: Int) -> Int {
    let images = values.times(batchSize).times(2)
    return parameters.plus(images).times(MemoryLayout<Float>.stride)
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
