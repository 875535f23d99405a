public import Tensors

/// One row of a network's shape table.
public struct LayerSummary: Codable, Sendable, Hashable {
  /// The layer's name.
  public let name: String
  /// The word for its kind, for example `dense`.
  public let kind: String
  /// The layers it reads, by name; empty for an input.
  public let inputs: [String]
  /// The shape of what it gives for one image, without the batch.
  public let output: Shape
  /// How many learnable numbers it has.
  public let parameters: Int
  /// Multiply-adds for one image, forward.
  public let multiplyAdds: Int
  /// How many maps like its output it keeps while training; 0 where its output is what it reads, seen in another way.
  public let maps: Int
  /// How a convolution is worked out; nil for other layers.
  public let choice: ConvolutionChoice?
  /// The line in the lab where it is written.
  public let line: Int
  /// Multiply-adds for one image, forward, as a processor does them: channels in whole lanes, and comparisons and sums
  /// of pools too.
  public let work: Int

  /// - Parameters: the parts, as documented on each property.
  public init(
    name: String, kind: String, inputs: [String], output: Shape, parameters: Int, multiplyAdds: Int, maps: Int = 1,
    choice: ConvolutionChoice? = nil, line: Int, work: Int? = nil
  ) {
    self.name = name
    self.kind = kind
    self.inputs = inputs
    self.output = output
    self.parameters = parameters
    self.multiplyAdds = multiplyAdds
    self.maps = maps
    self.choice = choice
    self.line = line
    self.work = work ?? multiplyAdds
  }

  /// The extents of ``output``, outermost first.
  public var extents: [Int] { output.extents }

  /// How many numbers it keeps for one image while training.
  public var values: Int { (output.count ?? .max).times(maps) }

  /// Bytes of its weights and of what it keeps of a step, with the gradients.
  ///
  /// - Parameter batchSize: how many images a step looks at.
  /// - Returns: the bytes, or the largest `Int` where there are more.
  public func bytes(batchSize: Int) -> Int {
    parameters.plus(values.times(batchSize).times(2)).times(MemoryLayout<Float>.stride)
  }
}
