internal import SegLab
internal import Tensors

extension AveragePool2D: PlannedLayer {
  var written: [WrittenExtents] {
    [WrittenExtents(label: "window", number: window), WrittenExtents(label: "stride", number: stride)]
  }

  func plan(reading arriving: [Arrival]) throws(Mismatch) -> LayerPlan {
    let map = try arriving[0].map(for: name)
    let sliding = SlidingWindow(layer: name, height: window, width: window, stride: stride, padding: padding)
    let (height, width) = try sliding.windows(over: map, from: arriving[0].name)
    return LayerPlan(
      output: Shape([height, width, map.channels]), work: sliding.poolWork(of: map, results: height.times(width)))
  }
}
