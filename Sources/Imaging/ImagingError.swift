internal import Files
public import Messages

/// Why an image file could not be read or written.
public enum ImagingError: Error, Equatable, Sendable {
  /// The system refuses to read the file, for `reason`.
  case unreadable(path: String, reason: String)
  /// There is a folder, a pipe or a device where a file was expected.
  case notAFile(path: String)
  /// The file has no bytes.
  case empty(path: String)
  /// The file does not begin as PNG files do.
  case notPNG(path: String)
  /// The file is of a form that is known, and not read here.
  case foreign(path: String, ForeignFormat)
  /// The file is sound, but of a kind of its form that is not read here; `reason` is the library's.
  case kindUnsupported(path: String, reason: String)
  /// The file is broken; `reason` is the PNG library's.
  case damaged(path: String, reason: String)
  /// The file has more bytes than are read.
  case fileTooLarge(path: String, bytes: Int, limit: Int)
  /// The image has more pixels than are read.
  case imageTooLarge(path: String, width: Int, height: Int)
  /// The image claims more pixels than so few bytes can hold.
  case implausible(path: String, width: Int, height: Int, bytes: Int)
  /// The system refuses to write the file, for `reason`.
  case notWritten(path: String, reason: String)
  /// The file is no DICOM file with an image that is read here.
  case dicom(path: String, DICOMRejection)
  /// The program that decodes DICOM files cannot be started, for the system's `reason`.
  case decoderMissing(program: String, reason: String)
  /// A line of a contour file does not hold a column and a row.
  case contourLine(path: String, line: Int, found: String)
  /// A contour has more corners than are read.
  case contourTooLong(path: String, limit: Int)

  /// The file.
  public var path: String {
    switch self {
    case .unreadable(let path, _), .notAFile(let path), .empty(let path), .notPNG(let path), .damaged(let path, _),
      .foreign(let path, _), .kindUnsupported(let path, _),
      .fileTooLarge(let path, _, _), .imageTooLarge(let path, _, _), .implausible(let path, _, _, _),
      .notWritten(let path, _), .dicom(let path, _), .decoderMissing(let path, _),
      .contourLine(let path, _, _), .contourTooLong(let path, _):
      path
    }
  }

  /// What is wrong, and what to try first.
  public var phrase: DataPhrase {
    switch self {
    case .unreadable(let path, let reason): .fileUnreadable(path: path, reason: reason)
    case .notAFile(let path): .notAFile(path: path)
    case .empty(let path): .fileEmpty(path: path)
    case .notPNG(let path): .notPNG(path: path)
    case .foreign(let path, let format): format.phrase(path: path)
    case .kindUnsupported(let path, let reason): .kindUnsupported(path: path, reason: reason)
    case .damaged(let path, let reason): .fileDamaged(path: path, reason: reason)
    case .fileTooLarge(let path, let bytes, let limit): .fileTooLarge(path: path, bytes: bytes, limit: limit)
    case .imageTooLarge(let path, let width, let height):
      .imageTooLarge(
        path: path, width: width, height: height, sideLimit: PNGFile.sideLimit, pixelLimit: PNGFile.pixelLimit)
    case .implausible(let path, let width, let height, let bytes):
      .imageImplausible(path: path, width: width, height: height, bytes: bytes)
    case .notWritten(let path, let reason): .fileNotWritten(path: path, reason: reason)
    case .dicom(let path, let rejection): .dicom(rejection.phrase(path: path))
    case .decoderMissing(let program, let reason): .dicom(.decoderMissing(program: program, reason: reason))
    case .contourLine(let path, let line, let found): .contour(.line(path: path, line: line, found: found))
    case .contourTooLong(let path, let limit): .contour(.tooLong(path: path, limit: limit))
    }
  }

  /// What the reading of a file's bytes says.
  init(_ fault: FileBytes.Fault) {
    switch fault {
    case .refused(let path, _): self = .unreadable(path: path, reason: fault.systemReason ?? "")
    case .notAFile(let path): self = .notAFile(path: path)
    case .tooLarge(let path, let bytes, let limit): self = .fileTooLarge(path: path, bytes: bytes, limit: limit)
    }
  }
}

extension ForeignFormat {
  /// That the file at `path` has this form, and what to make of it.
  public func phrase(path: String) -> DataPhrase {
    // A volume is read where it has its label.
    if self == .nifti { return .nifti(.alone(path: path)) }
    return .formatNotRead(path: path, format: rawValue, kind: isArchive ? .archive : isVolume ? .volume : .picture)
  }
}
