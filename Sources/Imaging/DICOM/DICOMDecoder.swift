internal import Files

/// Decodes DICOM files in a process of its own, one for a whole folder, which is started again where a file made it crash.
///
/// The library that decodes aborts on some malformed files, and a hostile one may do worse: the process may use so much memory and time
/// and no more, starts no other process, opens no connection, and ends with the thread that started it.
public final class DICOMDecoder {
  /// The decoding program's file name; it lies beside the program that uses it.
  public static let programName = "seglab-dicom"
  private let program: String
  private let seconds: Double
  private var child: DICOMChild?

  /// - Parameters:
  ///   - program: the decoding program's file.
  ///   - seconds: how long one file may take by the clock.
  public init(program: String, seconds: Double = 30) {
    self.program = program
    self.seconds = seconds
  }

  /// The image in the DICOM file at `path`, of any transfer syntax that is known.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - scaling: which values become black and white.
  /// - Returns: the image.
  /// - Throws: `ImagingError`, naming the file, the tag and the reason; a file of several images is an error too.
  public func image(at path: String, scaling: DICOMFile.Scaling = .range) throws(ImagingError) -> GreyImage {
    let bytes: [UInt8]
    do { bytes = try FileBytes.read(path, limit: DICOMFile.byteLimit) } catch { throw ImagingError(error) }
    return try image(in: bytes, path: path, scaling: scaling)
  }

  /// The image in the DICOM file whose content is `bytes`, as ``image(at:scaling:)`` gives it; errors call the file `path`.
  public func image(
    in bytes: [UInt8], path: String, scaling: DICOMFile.Scaling = .range
  ) throws(ImagingError) -> GreyImage {
    let frames = try frames(in: bytes, path: path, scaling: scaling)
    guard frames.count == 1 else {
      throw .dicom(path: path, .tagUnsupported(tag: DICOMTag(number: 0x0028_0008), found: "\(frames.count)"))
    }
    return frames[0]
  }

  /// All images in the DICOM file whose content is `bytes`, in order, at least one; errors call the file `path`.
  ///
  /// - Throws: as ``image(at:scaling:)``.
  public func frames(
    in bytes: [UInt8], path: String, scaling: DICOMFile.Scaling = .range
  ) throws(ImagingError) -> [GreyImage] {
    guard !bytes.isEmpty else { throw .empty(path: path) }
    let reply = try answer(to: bytes, path: path)
    if let rejection = DICOMRejection(reply) { throw .dicom(path: path, rejection) }
    do { return try DICOMFile.frames(of: reply, scaling: scaling) } catch { throw .dicom(path: path, error) }
  }

  /// The answer of the running decoder, or of a new one where that one broke: a file is to blame only if it breaks a fresh one.
  private func answer(to bytes: [UInt8], path: String) throws(ImagingError) -> DICOMReply {
    for _ in 0..<(child == nil ? 1 : 2) {
      do throws(DICOMChild.Fault) {
        return try running().answer(to: bytes, seconds: seconds)
      } catch {
        child = nil
        switch error {
        case .missing(let reason): throw .decoderMissing(program: program, reason: reason)
        case .overTime: throw .dicom(path: path, .overTime(seconds: Int(seconds.rounded())))
        case .broken: continue
        }
      }
    }
    throw .dicom(path: path, .crashed)
  }

  private func running() throws(DICOMChild.Fault) -> DICOMChild {
    if let child { return child }
    let fresh = try DICOMChild(program: program)
    child = fresh
    return fresh
  }
}
