internal import CJPEG

/// JPEG files: images out of them. Labels are never JPEG, because it blurs the edges between classes.
public enum JPEGFile {
  /// A pixel takes at least so little of a byte that one holds this many.
  private static let packingLimit = 1024

  /// The image in the JPEG file whose content is `bytes`; errors call the file `path`.
  ///
  /// Of a colour picture the luminance is taken, as of PNG files, also where its colours are those of print (CMYK, YCCK); the full
  /// scale is 255. It is turned as its EXIF note says that it is to be shown. Damaged pictures are refused, not painted over.
  /// - Throws: `ImagingError`, naming the file and the reason.
  public static func image(in bytes: [UInt8], path: String) throws(ImagingError) -> GreyImage {
    var reason = [CChar](repeating: 0, count: Int(CJPEG_REASON_SIZE))
    func problem() -> ImagingError {
      let words = String(decoding: reason.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
      // What libjpeg cannot do is no damage.
      return words.hasPrefix("Unsupported") || words.hasPrefix("neither")
        ? .kindUnsupported(path: path, reason: words) : .damaged(path: path, reason: words)
    }
    var header = cjpeg_header()
    guard cjpeg_read_header(bytes, bytes.count, &header, &reason) == 1 else { throw problem() }
    let (width, height, channels) = (Int(header.width), Int(header.height), Int(header.channels))
    guard width <= PNGFile.sideLimit, height <= PNGFile.sideLimit, width * height <= PNGFile.pixelLimit else {
      throw .imageTooLarge(path: path, width: width, height: height)
    }
    guard width * height <= bytes.count * packingLimit else {
      throw .implausible(path: path, width: width, height: height, bytes: bytes.count)
    }
    var samples = [UInt8](repeating: 0, count: width * height * channels)
    guard cjpeg_read_samples(bytes, bytes.count, &samples, samples.count, &reason) == 1 else { throw problem() }
    if channels == 4 { samples = colours(ofInks: samples, areLight: header.inverted != 0) }
    var pixels = PNGPixels(
      width: width, height: height, channels: min(3, channels), fullScale: 255,
      samples: samples.map { UInt16($0) * 257 })
    if let orientation = Orientation(jpeg: bytes) { pixels = pixels.turned(orientation) }
    return GreyImage(width: pixels.width, height: pixels.height, samples: pixels.grey)
  }

  /// Red, green and blue of cyan, magenta, yellow and black: the light that each ink leaves, less what black takes.
  ///
  /// - Parameters:
  ///   - samples: the four of each pixel.
  ///   - areLight: whether they say how much light is left, as Adobe's programs write them, and not how much ink there is.
  /// - Returns: three samples a pixel.
  private static func colours(ofInks samples: [UInt8], areLight: Bool) -> [UInt8] {
    var colours: [UInt8] = []
    colours.reserveCapacity(samples.count / 4 * 3)
    for place in stride(from: 0, to: samples.count, by: 4) {
      let light = samples[place..<place + 4].map { areLight ? Int($0) : 255 - Int($0) }
      for ink in light.prefix(3) { colours.append(UInt8((ink * light[3] + 127) / 255)) }
    }
    return colours
  }
}
