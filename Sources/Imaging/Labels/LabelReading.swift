/// Where the pixels of a picture lie in its palette.
struct PalettePlaces {
  /// Row after row from the top: `[height, width]`.
  let places: [UInt8]
  /// The colours, at most 256.
  let palette: [LabelColour]

  /// Whether a place, and not its colour, tells the class of a pixel.
  ///
  /// Programs that draw classes (for VOC, Cityscapes, CVAT, labelme) number them by their place, and give the places colours, or none at
  /// all. A palette of different greys is that of a grey picture that somebody packed, whose places may be in any order.
  var areClasses: Bool { palette.contains { !$0.isGrey } || mergesPlaces }

  /// Whether two places that occur have one colour.
  var mergesPlaces: Bool {
    var seen: Set<LabelColour> = []
    return occurring.contains { $0 < palette.count && !seen.insert(palette[$0]).inserted }
  }

  /// Whether a place that occurs, and is not the first, is black as the first one is.
  var hidesClasses: Bool {
    palette.first == .black && occurring.contains { $0 > 0 && $0 < palette.count && palette[$0] == .black }
  }

  private var occurring: [Int] {
    var counts = [Bool](repeating: false, count: 256)
    for place in places { counts[Int(place)] = true }
    return counts.indices.filter { counts[$0] }
  }
}

extension PNGPixels {
  /// The pixels as `rule` reads them.
  ///
  /// - Parameters:
  ///   - rule: what they mean.
  ///   - places: their places in the palette, where the picture has one.
  /// - Returns: the classes, or the values that are to become classes.
  func label(by rule: LabelRule, places: PalettePlaces?) -> LabelValues {
    func values(_ values: [UInt16], hasGreyLevels: Bool = false, from source: LabelValues.Source = .shades)
      -> LabelValues
    {
      LabelValues(width: width, height: height, values: values, hasGreyLevels: hasGreyLevels, source: source)
    }
    if let places {
      switch rule {
      case .values where places.areClasses: return values(places.places.map(UInt16.init), from: .places)
      case .any where places.hidesClasses:
        let several = Set(places.places).subtracting([0]).count > 1
        return values(places.places.map { $0 == 0 ? 0 : 1 }, hasGreyLevels: several, from: .places)
      default: break
      }
    }
    if case .colours(let colours) = rule { return nearest([.black] + colours) }
    if let opacity { return opacity.label(by: rule, places: nil).from(.opacity) }
    switch rule {
    case .any:
      let (ids, hasGreyLevels) = classes
      return values(ids.map(UInt16.init), hasGreyLevels: hasGreyLevels)
    case .values: return values(grey, from: colours.isEmpty ? .shades : .colours(colours))
    case .grey: return values(fullScale == 255 ? grey : grey.map { UInt16((UInt32($0) + 128) / 257) })
    case .threshold(let least):
      let bound = UInt32(least) * UInt32(fullScale) / 255
      return values(grey.map { UInt32($0) >= bound ? 1 : 0 })
    case .colours(let colours): return nearest([.black] + colours)
    }
  }

  /// The opacity as a grey picture, where it alone tells pixels apart: what can be seen at all has one colour, and not everything can.
  private var opacity: PNGPixels? {
    guard channels & 1 == 0 else { return nil }
    var seen: [UInt16]?
    var alphas: [UInt16] = []
    alphas.reserveCapacity(width * height)
    for place in stride(from: 0, to: samples.count, by: channels) {
      let alpha = samples[place + channels - 1]
      alphas.append(alpha)
      guard alpha > 0 else { continue }
      let colour = Array(samples[place..<place + channels - 1])
      if let seen, seen != colour { return nil }
      seen = colour
    }
    guard seen != nil, alphas.min() != alphas.max() else { return nil }
    return PNGPixels(width: width, height: height, channels: 1, fullScale: fullScale, samples: alphas)
  }

  /// The colours of a picture that is not grey, black left out, at most ``LabelRule/valueLimit``; none of a grey one.
  private var colours: [LabelColour] {
    guard channels > 2 else { return [] }
    var found: Set<LabelColour> = []
    for index in 0..<width * height where found.count < LabelRule.valueLimit {
      let (red, green, blue) = colour(of: index)
      found.insert(LabelColour(red: UInt8(red), green: UInt8(green), blue: UInt8(blue)))
    }
    guard found.contains(where: { !$0.isGrey }) else { return [] }
    return found.subtracting([.black]).sorted { $0.text < $1.text }
  }

  /// Red, green and blue of a pixel, 0...255, laid over black.
  private func colour(of index: Int) -> (red: Int, green: Int, blue: Int) {
    func part(_ channel: Int) -> Int {
      let value = Int(samples[index * channels + (channels > 2 ? channel : 0)])
      let opacity = channels & 1 == 0 ? Int(samples[index * channels + channels - 1]) : 65_535
      return (value * opacity / 65_535 + 128) / 257
    }
    return (part(0), part(1), part(2))
  }

  /// The place in `colours` of the one that is nearest to each pixel, laid over black.
  private func nearest(_ colours: [LabelColour]) -> LabelValues {
    var known: [Int: UInt16] = [:]
    let values = (0..<width * height).map { index in
      let (red, green, blue) = colour(of: index)
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
