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
