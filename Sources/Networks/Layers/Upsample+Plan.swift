internal import SegLab
internal import Tensors

extension Upsample: PlannedLayer {
  var written: [WrittenExtents] { [WrittenExtents(label: "factor", number: factor)] }

  func plan(reading arriving: [Arrival]) throws(Mismatch) -> LayerPlan {
    let map = try arriving[0].map(for: name)
    let output = Shape([map.height.times(factor), map.width.times(factor), map.channels])
    // A bilinear pixel is a mean of four.
    let work = method == .bilinear ? 4.times(output.count ?? .max) : 0
    return LayerPlan(output: output, multiplyAdds: work)
  }
}
