internal import Messages
internal import SegLab
internal import Tensors

extension Add: PlannedLayer {
  var reads: ClosedRange<Int> { 2...NetworkLimits.joined }

  func plan(reading arriving: [Arrival]) throws(Mismatch) -> LayerPlan {
    let (maps, height, width) = try Joining(layer: name, crop: crop).size(of: arriving)
    if let other = maps.firstIndex(where: { $0.channels != maps[0].channels }) {
      let (first, second) = (arriving[0], arriving[other])
      throw Mismatch(
        summary: .addedChannels(
          layer: name, first: first.name, firstShape: first.shape.extents, second: second.name,
          secondShape: second.shape.extents),
        help: .matchChannels(layer: second.name, channels: maps[0].channels))
    }
    return LayerPlan(
      output: Shape([height, width, maps[0].channels]),
      multiplyAdds: (maps.count - 1).times(height).times(width).times(maps[0].channels))
  }
}
