public import Diagnostics
internal import Messages
public import SegLab
public import Tensors

/// What the engine works out about a network before anything trains: each layer's shape and cost, or where it does not fit.
///
/// Nothing is allocated, whatever the numbers are.
public struct ShapeReport: Sendable {
  /// The layers in order, down to the first that does not fit.
  public let layers: [LayerSummary]
  /// What is wrong, in order: all holes and faulty numbers, or else the first mismatch between layers; warnings too.
  public let diagnostics: [Diagnostic]
  /// What the layers above cost.
  public let cost: NetworkCost
  /// The network, ready to train; nil where anything is wrong.
  public let plan: NetworkPlan?

  /// Checks a network.
  ///
  /// - Parameters:
  ///   - network: what the learner describes.
  ///   - file: the lab as the reader knows it, for the messages.
  ///   - limits: what it may cost, and what it must fit.
  ///   - withAdvice: whether changes are tried that may mend it, which takes far longer than all else.
  public init(
    of network: Network, file: String, limits: NetworkLimits = NetworkLimits(), withAdvice: Bool = true
  ) {
    var structure = StructureCheck(network: network, file: file)
    structure.run()
    guard structure.isSound else {
      self.init(layers: [], steps: [], diagnostics: structure.diagnostics, plan: nil)
      return
    }
    var shapes = ShapeCheck(file: file, limits: limits, layers: structure.resolved, networkLine: network.line)
    shapes.isAdvising = withAdvice
    shapes.run()
    self.init(
      layers: shapes.summaries, steps: shapes.planned, diagnostics: structure.diagnostics + shapes.diagnostics,
      plan: shapes.isSound ? NetworkPlan(layers: shapes.planned) : nil)
  }

  private init(layers: [LayerSummary], steps: [NetworkPlan.Step], diagnostics: [Diagnostic], plan: NetworkPlan?) {
    self.layers = layers
    self.diagnostics = diagnostics
    self.plan = plan
    cost = NetworkCost(layers: layers, steps: steps)
  }
}

/// A bias that a layer of a network has, or could have.
public struct LayerBias: Sendable {
  /// The layer's name.
  public let layer: String
  /// The line in the lab where it is written.
  public let line: Int
  /// Whether the layer has it.
  public let isOn: Bool
  /// How many parameters it is; nil where the layer does not say yet.
  public let count: Int?
}

extension Network {
  /// The biases of its layers, in order; layers without a choice are left out.
  public var biases: [LayerBias] {
    layers.compactMap { layer in
      (layer as? any NetworkLayer)?.biasOption.map {
        LayerBias(layer: layer.name, line: layer.line, isOn: $0.isOn, count: $0.count)
      }
    }
  }
}

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
  /// How many parameters it has.
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

  /// The dimensions of ``output``, outermost first.
  public var dimensions: [Int] { output.dimensions }

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
