internal import Messages
internal import SegLab
internal import Tensors

extension BatchNorm: PlannedLayer {
  var written: [WrittenExtents] { [WrittenExtents(label: "channels", number: channels)] }

  var fractions: [WrittenFraction] {
    [
      WrittenFraction(label: "momentum", number: momentum, least: 0, most: 1, takesLeast: true, takesMost: false),
      WrittenFraction(label: "epsilon", number: epsilon, least: 0, most: 1, takesLeast: false, takesMost: true),
    ]
  }

  func plan(reading arriving: [Arrival]) throws(Mismatch) -> LayerPlan {
    let map = try arriving[0].map(for: name)
    guard map.channels == channels else {
      throw Mismatch(
        summary: .normalisedChannels(
          layer: name, channels: channels, arriving: arriving[0].shape.extents, from: arriving[0].name),
        help: .writeChannels(map.channels))
    }
    return LayerPlan(
      output: map.shape, parameters: [Shape([channels]), Shape([channels])], multiplyAdds: map.shape.count ?? .max,
      maps: activation.keptMaps)
  }
}
