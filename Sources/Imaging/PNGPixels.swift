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

  /// The pixels as they are to be shown.
  func turned(_ orientation: Orientation) -> PNGPixels {
    PNGPixels(
      width: orientation.exchangesSides ? height : width, height: orientation.exchangesSides ? width : height,
      channels: channels, fullScale: fullScale,
      samples: orientation.apply(to: samples, width: width, height: height, channels: channels))
  }
}
