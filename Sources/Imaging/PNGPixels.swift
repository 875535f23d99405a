/// What a PNG file holds, unpacked: 16-bit samples, whatever depth they were stored with.
struct PNGPixels {
  let width: Int
  let height: Int
  /// 1: grey; 2: grey and opacity; 3: red, green, blue; 4: red, green, blue and opacity.
  let channels: Int
  /// What 65,535 stands for in the result: 65,535 or 255.
  let fullScale: UInt16
  /// `[height, width, channels]`, full scale 65,535.
  let samples: [UInt16]

  /// One grey sample a pixel, in 0 ... `fullScale`, laid over black.
  var grey: [UInt16] {
    let count = width * height
    let divisor: UInt32 = fullScale == 255 ? 257 : 1
    return [UInt16](unsafeUninitializedCapacity: count) { target, filled in
      samples.withUnsafeBufferPointer { source in
        var place = 0
        for index in 0..<count {
          var value = UInt32(source[place])
          if channels > 2 {
            let (green, blue) = (UInt32(source[place + 1]), UInt32(source[place + 2]))
            if green != value || blue != value { value = (299 * value + 587 * green + 114 * blue + 500) / 1000 }
          }
          if channels & 1 == 0 { value = (value * UInt32(source[place + channels - 1]) + 32_767) / 65_535 }
          target[index] = UInt16(truncatingIfNeeded: (value + divisor / 2) / divisor)
          place += channels
        }
      }
      filled = count
    }
  }

  /// Class 1 where any channel is not 0 and the pixel is not wholly transparent; and whether there is more than one
  /// such value.
  var classes: (ids: [UInt8], hasGreyLevels: Bool) {
    let count = width * height
    let colours = channels > 2 ? 3 : 1
    var first: [UInt16] = []
    var differs = false
    let ids = [UInt8](unsafeUninitializedCapacity: count) { target, filled in
      samples.withUnsafeBufferPointer { source in
        var place = 0
        for index in 0..<count {
          var any = source[place]
          if colours == 3 { any |= source[place + 1] | source[place + 2] }
          if channels & 1 == 0, source[place + channels - 1] == 0 { any = 0 }
          target[index] = any == 0 ? 0 : 1
          if any != 0, !differs {
            if first.isEmpty { first = Array(source[place..<place + channels]) }
            for channel in 0..<channels where source[place + channel] != first[channel] { differs = true }
          }
          place += channels
        }
      }
      filled = count
    }
    return (ids, differs)
  }
}

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
