internal import Phrases
internal import SegLab
internal import Tensors

/// A layer that the engine can check and run. Each kind conforms in a file of its own in `Layers/`.
protocol PlannedLayer: Layer {
  /// How many layers it reads.
  static var reads: Int { get }
  /// The lists of extents that the learner wrote.
  var written: [WrittenExtents] { get }
  /// What the layer gives and costs.
  ///
  /// - Parameter arriving: what it reads, ``reads`` of them.
  /// - Returns: its output's shape and its weights.
  /// - Throws: `Mismatch` where what arrives is not what it is made for.
  func plan(reading arriving: [Arrival]) throws(Mismatch) -> LayerPlan
  /// Adds what computes it to a graph.
  ///
  /// - Parameters:
  ///   - graph: the graph that is being built.
  ///   - values: what it reads, ``reads`` of them.
  ///   - plan: what ``plan(reading:)`` gave.
  /// - Returns: what it gives; one of `values` where it changes no number.
  func build(in graph: GraphBuilder, reading values: [Value], plan: LayerPlan) -> Value
}

/// What a layer reads: whose output, and its shape.
struct Arrival {
  let name: String
  let shape: Shape
}

/// What a layer gives for one image, and what it costs.
struct LayerPlan {
  /// The shape of its output, without the batch.
  let output: Shape
  /// The shapes of its weights.
  var parameters: [Shape] = []
  /// Multiply-adds for one image, forward.
  var multiplyAdds = 0

  /// How many learnable numbers there are.
  var parameterCount: Int { parameters.reduce(0) { $0.plus($1.count ?? .max) } }
}

/// Why a layer does not fit, and what to try first.
struct Mismatch: Error {
  let summary: NetworkPhrase
  var help: NetworkAdvicePhrase?
}

/// A list of extents in the learner's code, such as `weights: [65536, 512]`.
struct WrittenExtents {
  /// The argument's label.
  let label: String
  /// What its numbers stand for, in order; nil where the layer takes any number of them.
  let axes: [String]?
  /// The numbers.
  let extents: [Int]
}
