internal import Files

/// What an image file holds.
public struct ImageFrames: Sendable {
  /// The images in order, at least one; several only of a DICOM file with several frames.
  public let images: [GreyImage]
  /// Whether they were turned or mirrored, as the camera's note in the file (EXIF) says that they are to be shown.
  public let isTurned: Bool
}

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

  /// The images in the file at `path`.
  ///
  /// - Throws: `ImagingError`, naming the file and the reason.
  public func frames(at path: String) throws(ImagingError) -> ImageFrames {
    let bytes: [UInt8]
    do { bytes = try FileBytes.read(path, limit: PNGFile.byteLimit) } catch { throw ImagingError(error) }
    guard !bytes.isEmpty else { throw .empty(path: path) }
    if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
      let isTurned = Orientation(jpeg: bytes) != nil
      return ImageFrames(images: [try JPEGFile.image(in: bytes, path: path)], isTurned: isTurned)
    }
    // A DICOM file need not say that it is one, but then its name does.
    let ending = path.lowercased().split(separator: ".").last.map(String.init) ?? ""
    if DICOMFile.isMarked(bytes) || ["dcm", "dicom", "ima"].contains(ending) {
      return ImageFrames(images: try decoder.frames(in: bytes, path: path, scaling: scaling), isTurned: false)
    }
    return ImageFrames(
      images: [try PNGFile.image(in: bytes, path: path)], isTurned: Orientation(png: bytes) != nil)
  }

  /// The one image in the file at `path`.
  ///
  /// - Throws: `ImagingError`, naming the file and the reason; a file of several images is an error too.
  public func image(at path: String) throws(ImagingError) -> GreyImage {
    let frames = try frames(at: path).images
    guard frames.count == 1 else {
      throw .dicom(path: path, .tagUnsupported(tag: DICOMTag(number: 0x0028_0008), found: "\(frames.count)"))
    }
    return frames[0]
  }
}
