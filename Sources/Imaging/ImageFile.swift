internal import CJPEG
internal import Files

/// Image files of any kind that is read here: PNG, JPEG or DICOM, told apart by their content.
public struct ImageFile {
  /// The endings of image files' names, without the point and in small letters.
  public static let endings: Set<String> = ["png", "jpg", "jpeg", "dcm", "dicom", "ima"]
  private let decoder: DICOMDecoder
  private let scaling: DICOMFile.Scaling

  /// - Parameters:
  ///   - decoder: what decodes DICOM files; started with the first of them.
  ///   - scaling: which values of a DICOM file become black and white.
  public init(decoder: DICOMDecoder, scaling: DICOMFile.Scaling = .range) {
    self.decoder = decoder
    self.scaling = scaling
  }

  /// The image in the file at `path`.
  ///
  /// - Throws: `ImagingError`, naming the file and the reason.
  public func image(at path: String) throws(ImagingError) -> GreyImage {
    let bytes: [UInt8]
    do { bytes = try FileBytes.read(path, limit: PNGFile.byteLimit) } catch { throw ImagingError(error) }
    guard !bytes.isEmpty else { throw .empty(path: path) }
    if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return try JPEGFile.image(in: bytes, path: path) }
    // A DICOM file need not say that it is one, but then its name does.
    let ending = path.lowercased().split(separator: ".").last.map(String.init) ?? ""
    if DICOMFile.isMarked(bytes) || ["dcm", "dicom", "ima"].contains(ending) {
      return try decoder.image(in: bytes, path: path, scaling: scaling)
    }
    return try PNGFile.image(in: bytes, path: path)
  }
}

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
