internal import Messages
internal import SegLab
internal import Tensors

extension Dense: PlannedLayer {
  var written: [WrittenExtents] { [WrittenExtents(label: "weights", axes: ["in", "out"], extents: weights)] }

  var fractions: [WrittenFraction] { initializer.fractions }

  func plan(reading arriving: [Arrival]) throws(Mismatch) -> LayerPlan {
    let source = arriving[0]
    let (inputs, outputs) = (weights[0], weights[1])
    guard source.shape.rank == 1, let count = source.shape.count else {
      throw Mismatch(
        summary: .denseNeedsARow(layer: name, arriving: source.shape.extents, from: source.name),
        help: .putFlattenBefore(layer: name, count: source.shape.count))
    }
    guard inputs == count else {
      throw Mismatch(
        summary: .denseInputs(layer: name, weights: weights, arriving: count, from: source.name),
        help: outputs == count
          ? .swapWeights(weights: [outputs, inputs]) : .changeFirstExtent(weights: [count, outputs]))
    }
    return LayerPlan(
      output: Shape([outputs]), parameters: [Shape(weights)] + (bias ? [Shape([outputs])] : []),
      multiplyAdds: inputs.times(outputs), maps: activation.keptMaps)
  }
}
