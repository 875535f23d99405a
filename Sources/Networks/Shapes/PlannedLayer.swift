internal import SegLab
internal import Tensors

/// A layer whose shapes and cost the engine can work out. Each kind conforms in a file of its own in `Layers/`.
protocol PlannedLayer: Layer {
  /// How many layers it can read.
  var reads: ClosedRange<Int> { get }
  /// The whole numbers that the learner wrote.
  var written: [WrittenExtents] { get }
  /// The other numbers that the learner wrote.
  var fractions: [WrittenFraction] { get }
  /// What the layer gives and costs.
  ///
  /// - Parameter arriving: what it reads, as many as ``reads`` allows.
  /// - Returns: its output's shape and its weights.
  /// - Throws: `Mismatch` where what arrives is not what it is made for.
  func plan(reading arriving: [Arrival]) throws(Mismatch) -> LayerPlan
}

extension PlannedLayer {
  /// One layer, as most kinds do.
  var reads: ClosedRange<Int> { 1...1 }
  /// None.
  var written: [WrittenExtents] { [] }
  /// None.
  var fractions: [WrittenFraction] { [] }
}
