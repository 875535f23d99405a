internal import CJPEG

/// JPEG files: images out of them. Labels are never JPEG, because it blurs the edges between classes.
public enum JPEGFile {
  /// A pixel takes at least so little of a byte that one holds this many.
  private static let packingLimit = 1024

  /// The image in the JPEG file whose content is `bytes`; errors call the file `path`.
  ///
  /// Of a colour picture the luminance is taken, as of PNG files; the full scale is 255. Damaged pictures are refused, not painted over.
  /// - Throws: `ImagingError`, naming the file and the reason.
  public static func image(in bytes: [UInt8], path: String) throws(ImagingError) -> GreyImage {
    var reason = [CChar](repeating: 0, count: Int(CJPEG_REASON_SIZE))
    func words() -> String {
      String(decoding: reason.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
    var header = cjpeg_header()
    guard cjpeg_read_header(bytes, bytes.count, &header, &reason) == 1 else {
      throw .damaged(path: path, reason: words())
    }
    let (width, height, channels) = (Int(header.width), Int(header.height), Int(header.channels))
    guard width <= PNGFile.sideLimit, height <= PNGFile.sideLimit, width * height <= PNGFile.pixelLimit else {
      throw .imageTooLarge(path: path, width: width, height: height)
    }
    guard width * height <= bytes.count * packingLimit else {
      throw .implausible(path: path, width: width, height: height, bytes: bytes.count)
    }
    var samples = [UInt8](repeating: 0, count: width * height * channels)
    guard cjpeg_read_samples(bytes, bytes.count, &samples, samples.count, &reason) == 1 else {
      throw .damaged(path: path, reason: words())
    }
    let pixels = PNGPixels(
      width: width, height: height, channels: channels, fullScale: 255, samples: samples.map { UInt16($0) * 257 })
    return GreyImage(width: width, height: height, samples: pixels.grey)
  }
}
