internal import Messages
internal import SegLab
internal import Tensors

extension Reshape: PlannedLayer {
  var written: [WrittenExtents] { [WrittenExtents(label: "shape", axes: nil, extents: shape)] }

  func plan(reading arriving: [Arrival]) throws(Mismatch) -> LayerPlan {
    let source = arriving[0]
    let count = source.shape.count ?? .max
    let wanted = Shape(shape)
    guard wanted.count == count else {
      throw Mismatch(
        summary: .reshapeCount(
          layer: name, shape: shape, holds: wanted.count, arriving: source.shape.extents, from: source.name,
          count: count),
        help: suggestion(for: count).map { .factorised(count: count, shape: $0) })
    }
    return LayerPlan(output: wanted, maps: 0)
  }

  /// The learner's shape with another last or first extent, where `count` divides.
  private func suggestion(for count: Int) -> [Int]? {
    for changed in [shape.count - 1, 0] {
      let others = shape.indices.filter { $0 != changed }.reduce(1) { $0.times(shape[$1]) }
      if count % others == 0 {
        var better = shape
        better[changed] = count / others
        return better
      }
    }
    return nil
  }
}
