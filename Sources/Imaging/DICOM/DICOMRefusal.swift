internal import Messages

/// Why a DICOM file gave no image.
public enum DICOMRefusal: Error, Equatable, Sendable {
  /// The bytes are no DICOM file.
  case notDICOM
  /// A tag that an image needs is not there.
  case tagMissing(tag: DICOMTag)
  /// A tag has a value that is not read here.
  case tagUnsupported(tag: DICOMTag, found: String)
  /// The image has more pixels than are read.
  case tooLarge(columns: Int, rows: Int)
  /// The pixel data has fewer bytes than the image needs.
  case tooShort(found: Int, expected: Int)
  /// The image claims more bytes than so few can be unpacked to.
  case implausible(found: Int, expected: Int)
  /// The pixels cannot be unpacked.
  case undecodable(syntax: String)
  /// Slope and intercept make numbers of the pixels that are beyond all counting, or next to nothing.
  case rescaled(slope: Double, intercept: Double)
  /// The decoder crashed on the file.
  case crashed
  /// The decoder took too long.
  case overTime(seconds: Int)

  /// What the decoder's answer blames; nil where it holds an image.
  init?(_ reply: DICOMReply) {
    func number(_ value: UInt64) -> Int { Int(min(value, UInt64(Int.max))) }
    let words = String(decoding: reply.payload.prefix(80), as: UTF8.self)
    let tag = DICOMTag(number: UInt32(truncatingIfNeeded: reply.tag))
    switch reply.outcome {
    case .decoded: return nil
    case .notDICOM: self = .notDICOM
    case .tagMissing: self = .tagMissing(tag: tag)
    case .tagUnsupported: self = .tagUnsupported(tag: tag, found: words)
    case .tooLarge: self = .tooLarge(columns: number(reply.found), rows: number(reply.expected))
    case .tooShort: self = .tooShort(found: number(reply.found), expected: number(reply.expected))
    case .implausible: self = .implausible(found: number(reply.found), expected: number(reply.expected))
    case .undecodable: self = .undecodable(syntax: words)
    }
  }

  /// What is wrong with the file at `path`, and what to try first.
  func phrase(path: String) -> DICOMPhrase {
    switch self {
    case .notDICOM: .notDICOM(path: path)
    case .tagMissing(let tag): .tagMissing(path: path, tag: tag.description)
    case .tagUnsupported(let tag, let found):
      .tagUnsupported(path: path, tag: tag.description, found: found, expected: tag.expectation)
    case .tooLarge(let columns, let rows):
      .tooLarge(
        path: path, width: columns, height: rows, sideLimit: PNGFile.sideLimit, pixelLimit: PNGFile.pixelLimit)
    case .tooShort(let found, let expected): .tooShort(path: path, found: found, expected: expected)
    case .implausible(let found, let expected): .implausible(path: path, found: found, expected: expected)
    case .undecodable(let syntax): .undecodable(path: path, syntax: syntax)
    case .rescaled(let slope, let intercept): .rescaled(path: path, slope: "\(slope)", intercept: "\(intercept)")
    case .crashed: .crashed(path: path)
    case .overTime(let seconds): .overTime(path: path, seconds: seconds)
    }
  }
}
