extension PNGPixels {
  /// The pixels as `rule` reads them.
  func label(by rule: LabelRule) -> LabelValues {
    switch rule {
    case .any:
      let (ids, hasGreyLevels) = classes
      return LabelValues(width: width, height: height, values: ids.map(UInt16.init), hasGreyLevels: hasGreyLevels)
    case .values: return LabelValues(width: width, height: height, values: grey, hasGreyLevels: false)
    case .grey:
      let values = fullScale == 255 ? grey : grey.map { UInt16((UInt32($0) + 128) / 257) }
      return LabelValues(width: width, height: height, values: values, hasGreyLevels: false)
    case .threshold(let least):
      let bound = UInt32(least) * UInt32(fullScale) / 255
      return LabelValues(
        width: width, height: height, values: grey.map { UInt32($0) >= bound ? 1 : 0 }, hasGreyLevels: false)
    case .colours(let colours): return nearest([.black] + colours)
    }
  }

  /// The place in `colours` of the one that is nearest to each pixel, laid over black.
  private func nearest(_ colours: [LabelColour]) -> LabelValues {
    var known: [Int: UInt16] = [:]
    let values = (0..<width * height).map { index in
      func part(_ channel: Int) -> Int {
        let value = Int(samples[index * channels + (channels > 2 ? channel : 0)])
        let opacity = channels & 1 == 0 ? Int(samples[index * channels + channels - 1]) : 65_535
        return (value * opacity / 65_535 + 128) / 257
      }
      let (red, green, blue) = (part(0), part(1), part(2))
      let key = red << 16 | green << 8 | blue
      if let found = known[key] { return found }
      let distances = colours.map { $0.distance(red: red, green: green, blue: blue) }
      let best = distances.indices.min { (distances[$0], $0) < (distances[$1], $1) } ?? 0
      known[key] = UInt16(best)
      return UInt16(best)
    }
    return LabelValues(width: width, height: height, values: values, hasGreyLevels: false)
  }
}
