internal import CPNG
internal import Files

/// PNG files: images and masks out of any kind of them, and 8-bit pictures into them.
public enum PNGFile {
  /// The most pixels on a side that are read.
  public static let sideLimit = 16_384
  /// The most pixels that are read: 64 Mi.
  public static let pixelLimit = 1 << 26
  /// The most bytes of a file that are read: 512 MiB.
  public static let byteLimit = 1 << 29
  /// Deflate packs at most about 1,032 bytes into one; a file that claims more than that is not believed.
  private static let packingLimit = 1_032

  /// The image in the PNG file at `path`, of any bit depth and colour type, interlaced or not.
  ///
  /// Equal colour channels are grey; other colours become luminance (0.299 R + 0.587 G + 0.114 B). What is transparent
  /// is laid over black. The full scale is 65,535 for 16-bit files and 255 for all others, whose samples are stretched
  /// to it where they have fewer bits. It is turned as its EXIF note says that it is to be shown. Gamma and colour profiles are not applied: samples stay what they are.
  /// - Throws: `ImagingError`, naming the file and the reason.
  public static func image(at path: String) throws(ImagingError) -> GreyImage {
    try image(in: bytes(at: path), path: path)
  }

  /// The image in the PNG file whose content is `bytes`, as ``image(at:)`` gives it; errors call the file `path`.
  public static func image(in bytes: [UInt8], path: String) throws(ImagingError) -> GreyImage {
    let pixels = try pixels(in: bytes, path: path)
    return GreyImage(width: pixels.width, height: pixels.height, samples: pixels.grey, maximum: pixels.fullScale)
  }

  /// The label picture in the PNG file at `path`, as `rule` reads it; what is transparent is laid over black, and it is turned as an
  /// image is.
  ///
  /// - Throws: `ImagingError`, naming the file and the reason.
  public static func label(at path: String, by rule: LabelRule) throws(ImagingError) -> LabelValues {
    try label(in: bytes(at: path), path: path, by: rule)
  }

  /// The label picture in the PNG file whose content is `bytes`, as ``label(at:by:)`` gives it; errors call the file `path`.
  public static func label(
    in bytes: [UInt8], path: String, by rule: LabelRule
  ) throws(ImagingError) -> LabelValues {
    let pixels = try pixels(in: bytes, path: path)
    let places = try places(in: bytes, path: path)
    return pixels.label(by: rule, places: places)
  }

  /// How the samples of a picture lie.
  public enum Layout: Int, Sendable {
    /// One sample a pixel.
    case grey = 1
    /// Red, green, blue.
    case rgb = 3
    /// Red, green, blue, opacity.
    case rgba = 4
  }

  /// An 8-bit picture as the content of a PNG file; the same samples give the same bytes with the same libpng and zlib.
  ///
  /// - Parameters:
  ///   - samples: row after row from the top: `[height, width, channels]`.
  ///   - width: pixels in a row, 1 to ``sideLimit``.
  ///   - height: rows, 1 to ``sideLimit``.
  ///   - layout: how many channels there are, and which.
  /// - Returns: the bytes of the file.
  public static func encode(_ samples: [UInt8], width: Int, height: Int, layout: Layout) -> [UInt8] {
    precondition(
      (1...sideLimit).contains(width) && (1...sideLimit).contains(height),
      "a picture has 1 to \(sideLimit) pixels on a side, not \(width) x \(height)")
    let expected = width * height * layout.rawValue
    precondition(
      samples.count == expected, "\(width) x \(height) pixels need \(expected) samples, not \(samples.count)")
    return written(samples, width: width, height: height, channels: layout.rawValue)
  }

  /// A picture of at most 256 colours as the content of a PNG file: smaller than the same in RGB.
  ///
  /// - Parameters:
  ///   - indices: the place of each pixel's colour in `palette`, row after row from the top: `[height, width]`.
  ///   - width: pixels in a row, 1 to ``sideLimit``.
  ///   - height: rows, 1 to ``sideLimit``.
  ///   - palette: red, green and blue of each colour: `[colours, 3]`, 1 to 256 colours.
  ///   - isFirstClear: whether one looks through pixels of the first colour.
  /// - Returns: the bytes of the file.
  public static func encode(
    indices: [UInt8], width: Int, height: Int, palette: [UInt8], isFirstClear: Bool = false
  ) -> [UInt8] {
    precondition(
      (1...sideLimit).contains(width) && (1...sideLimit).contains(height),
      "a picture has 1 to \(sideLimit) pixels on a side, not \(width) x \(height)")
    precondition(
      indices.count == width * height, "\(width) x \(height) pixels need as many indices, not \(indices.count)")
    let colours = palette.count / 3
    precondition(
      palette.count == colours * 3 && (1...256).contains(colours),
      "1 to 256 colours have 3 samples each, not \(palette.count) in all")
    let last = Int(indices.max() ?? 0)
    precondition(last < colours, "an index of \(last) is beyond a palette of \(colours) colours")
    // Where a palette goes from dark to bright, a pixel's place is told by those around it; elsewhere it is not.
    let files = [false, true].map { predicts in
      written(
        indices, width: width, height: height, channels: 1, palette: palette, isFirstClear: isFirstClear,
        predicts: predicts)
    }
    return files[1].count < files[0].count ? files[1] : files[0]
  }

  private static func written<Sample: BitwiseCopyable>(
    _ samples: [Sample], width: Int, height: Int, channels: Int, palette: [UInt8] = [], isFirstClear: Bool = false,
    predicts: Bool = false
  ) -> [UInt8] {
    var reason = Reason()
    var sink = cpng_sink()
    defer { free(sink.bytes) }
    let bits = Int32(MemoryLayout<Sample>.size * 8)
    let done = cpng_write(
      samples, UInt32(width), UInt32(height), UInt32(channels), bits, palette, Int32(palette.count / 3),
      isFirstClear ? 1 : 0, predicts ? 1 : 0, &sink, &reason.words)
    guard done == 1 else {
      preconditionFailure("\(samples.count) samples did not become a PNG file: \(reason.text)")
    }
    return [UInt8](UnsafeBufferPointer(start: sink.bytes, count: sink.count))
  }

  /// An image as the content of a grey PNG file that keeps its intensities: of 8 bits where its full scale is at most 255, and of 16 bits
  /// otherwise; its full scale is white.
  ///
  /// - Parameter image: the image, at most ``sideLimit`` pixels on a side.
  /// - Returns: the bytes of the file.
  public static func encodeDeep(_ image: GreyImage) -> [UInt8] {
    guard image.maximum > 255 else { return encode(image) }
    precondition(
      image.width <= sideLimit && image.height <= sideLimit,
      "a picture has at most \(sideLimit) pixels on a side, not \(image.width) x \(image.height)")
    let maximum = UInt32(image.maximum)
    let samples = image.samples.map { UInt16((UInt32($0) * 65_535 + maximum / 2) / maximum) }
    return written(samples, width: image.width, height: image.height, channels: 1)
  }

  /// An image as the content of an 8-bit grey PNG file, its full scale as white.
  ///
  /// - Parameter image: the image, at most ``sideLimit`` pixels on a side.
  /// - Returns: the bytes of the file.
  public static func encode(_ image: GreyImage) -> [UInt8] {
    let maximum = UInt32(image.maximum)
    let samples = image.samples.map { UInt8((UInt32($0) * 255 + maximum / 2) / maximum) }
    return encode(samples, width: image.width, height: image.height, layout: .grey)
  }

  /// Writes the content of a PNG file to `path`, aside first, then renamed.
  ///
  /// - Throws: `ImagingError.notWritten` with the system's reason; what was at `path` is then as it was.
  public static func write(_ content: [UInt8], to path: String) throws(ImagingError) {
    do { try AtomicFile.write(content, to: path) } catch { throw .notWritten(path: path, reason: error.reason) }
  }

  private static func bytes(at path: String) throws(ImagingError) -> [UInt8] {
    do { return try FileBytes.read(path, limit: byteLimit) } catch { throw ImagingError(error) }
  }

  private static func pixels(in bytes: [UInt8], path: String) throws(ImagingError) -> PNGPixels {
    guard !bytes.isEmpty else { throw .empty(path: path) }
    guard bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) else {
      if let format = ForeignFormat(content: bytes) { throw .foreign(path: path, format) }
      throw .notPNG(path: path)
    }
    var reason = Reason()
    var header = cpng_header()
    guard cpng_read_header(bytes, bytes.count, &header, &reason.words) == 1 else {
      throw .damaged(path: path, reason: reason.text)
    }
    let (width, height, channels) = (Int(header.width), Int(header.height), Int(header.channels))
    guard width <= sideLimit, height <= sideLimit, width * height <= pixelLimit else {
      throw .imageTooLarge(path: path, width: width, height: height)
    }
    guard width * height * Int(header.storedPixelBits) / 8 <= bytes.count * packingLimit else {
      throw .implausible(path: path, width: width, height: height, bytes: bytes.count)
    }
    let count = width * height * channels
    var whole = false
    let samples = [UInt16](unsafeUninitializedCapacity: count) { buffer, filled in
      guard let start = buffer.baseAddress else { return }
      whole = cpng_read_samples(bytes, bytes.count, start, count, &reason.words) == 1
      filled = whole ? count : 0
    }
    guard whole else { throw .damaged(path: path, reason: reason.text) }
    let pixels = PNGPixels(
      width: width, height: height, channels: channels, fullScale: header.storedBits == 16 ? 65_535 : 255,
      samples: samples)
    return Orientation(png: bytes).map(pixels.turned) ?? pixels
  }

  /// The places of the pixels in the file's palette; nil where it has none.
  ///
  /// The file is one that ``pixels(in:path:)`` has read, so that its size is known to be one that is read.
  private static func places(in bytes: [UInt8], path: String) throws(ImagingError) -> PalettePlaces? {
    var reason = Reason()
    var header = cpng_header()
    guard cpng_read_header(bytes, bytes.count, &header, &reason.words) == 1 else {
      throw .damaged(path: path, reason: reason.text)
    }
    guard header.hasPalette != 0, let entries = PNGChunk.content("PLTE", of: bytes) else { return nil }
    let (width, height) = (Int(header.width), Int(header.height))
    var places = [UInt8](repeating: 0, count: width * height)
    guard cpng_read_indices(bytes, bytes.count, &places, places.count, &reason.words) == 1 else {
      throw .damaged(path: path, reason: reason.text)
    }
    if let orientation = Orientation(png: bytes) {
      places = orientation.apply(to: places, width: width, height: height)
    }
    let parts = Array(entries)
    let palette = stride(from: 0, to: parts.count - 2, by: 3).map {
      LabelColour(red: parts[$0], green: parts[$0 + 1], blue: parts[$0 + 2])
    }
    return PalettePlaces(places: places, palette: palette)
  }

  /// Room for the library's words.
  private struct Reason {
    var words = [CChar](repeating: 0, count: CPNG_REASON_SIZE)
    var text: String { String(decoding: words.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self) }
  }
}
