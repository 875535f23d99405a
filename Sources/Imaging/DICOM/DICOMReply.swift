internal import Messages

/// What the decoding process says of one file: whole numbers of 64 bits, then the pixels.
///
/// Both ends run on one machine, so numbers lie in its byte order.
public struct DICOMReply: Equatable, Sendable {
  /// What became of the file.
  public enum Outcome: UInt64, Sendable {
    /// The pixels follow.
    case decoded = 0
    /// The bytes are no DICOM file.
    case notDICOM
    /// A tag that an image needs is not there.
    case tagMissing
    /// A tag has a value that is not read here.
    case tagUnsupported
    /// The image has more pixels than are read.
    case tooLarge
    /// The pixel data is shorter than the image.
    case tooShort
    /// The image claims more pixels than its file can hold.
    case implausible
    /// The pixels cannot be unpacked.
    case undecodable
    /// The file ends before its pixels do.
    case cutShort
  }

  /// How a window makes shades of values: the functions of PS3.3 C.11.2.1.2 and C.11.2.1.3.
  public enum WindowFunction: UInt64, Sendable {
    /// Linear, the window's borders in the middle of the outermost values.
    case linear = 0
    /// Linear, from border to border.
    case linearExact
    /// A logistic curve.
    case sigmoid
  }

  /// What became of the file.
  public var outcome = Outcome.undecodable
  /// Columns of an image.
  public var columns: UInt64 = 0
  /// Rows of an image.
  public var rows: UInt64 = 0
  /// How many images of that size the file holds.
  public var frames: UInt64 = 1
  /// Bits that a value takes: 8, 16 or 32.
  public var allocatedBits: UInt64 = 0
  /// Bits of them that count, from the lowest on.
  public var storedBits: UInt64 = 0
  /// Whether values are two's complement.
  public var isSigned = false
  /// Whether the smallest value is white.
  public var isInverted = false
  /// What a value is multiplied by.
  public var slope = 1.0
  /// What is added after that.
  public var intercept = 0.0
  /// The centre of the window that the file asks for.
  public var windowCentre = 0.0
  /// The width of that window; 0 where there is none.
  public var windowWidth = 0.0
  /// How that window is applied.
  public var windowFunction = WindowFunction.linear
  /// Whether the file asks for a table (VOI LUT) in the place of a window.
  public var hasWindowTable = false
  /// The tag that is to blame, group in the upper 16 of its 32 bits; 0 where none is.
  public var tag: UInt64 = 0
  /// What was found there.
  public var found: UInt64 = 0
  /// What was expected.
  public var expected: UInt64 = 0
  /// The values, frame after frame, or what was found where that is text.
  public var payload: [UInt8] = []

  /// How many bytes stand before the payload.
  public static let headCount = 18 * 8

  /// An answer with nothing set.
  public init() {}

  /// The bytes before the payload.
  public var head: [UInt8] {
    let numbers = [
      outcome.rawValue, columns, rows, allocatedBits, storedBits, isSigned ? 1 : 0, isInverted ? 1 : 0,
      slope.bitPattern, intercept.bitPattern, windowCentre.bitPattern, windowWidth.bitPattern, tag, found, expected,
      UInt64(payload.count), frames, windowFunction.rawValue, hasWindowTable ? 1 : 0,
    ]
    return numbers.withUnsafeBytes(Array.init)
  }

  /// Reads what ``head`` wrote.
  ///
  /// - Parameter head: exactly ``headCount`` bytes.
  /// - Returns: the answer without its payload, and how many bytes that has; nil where no outcome, or no
  ///   function of a window, has that number.
  public static func reading(head: [UInt8]) -> (reply: DICOMReply, payloadCount: UInt64)? {
    precondition(head.count == headCount, "an answer begins with \(headCount) bytes, not \(head.count)")
    let numbers = head.withUnsafeBytes { bytes in
      (0..<18).map { bytes.loadUnaligned(fromByteOffset: 8 * $0, as: UInt64.self) }
    }
    guard let outcome = Outcome(rawValue: numbers[0]), let function = WindowFunction(rawValue: numbers[16]) else {
      return nil
    }
    var reply = DICOMReply()
    reply.outcome = outcome
    (reply.columns, reply.rows) = (numbers[1], numbers[2])
    (reply.allocatedBits, reply.storedBits) = (numbers[3], numbers[4])
    (reply.isSigned, reply.isInverted) = (numbers[5] != 0, numbers[6] != 0)
    (reply.slope, reply.intercept) = (Double(bitPattern: numbers[7]), Double(bitPattern: numbers[8]))
    (reply.windowCentre, reply.windowWidth) = (Double(bitPattern: numbers[9]), Double(bitPattern: numbers[10]))
    (reply.tag, reply.found, reply.expected) = (numbers[11], numbers[12], numbers[13])
    (reply.frames, reply.windowFunction, reply.hasWindowTable) = (numbers[15], function, numbers[17] != 0)
    return (reply, numbers[14])
  }
}

/// Why a DICOM file gave no image.
public enum DICOMRejection: Error, Equatable, Sendable {
  /// The bytes are no DICOM file.
  case notDICOM
  /// A tag that an image needs is not there.
  case tagMissing(tag: DICOMTag)
  /// A tag has a value that is not read here.
  case tagUnsupported(tag: DICOMTag, found: String)
  /// The images have more pixels than are read.
  case tooLarge(columns: Int, rows: Int, frames: Int)
  /// The pixel data has fewer bytes than the image needs.
  case tooShort(found: Int, expected: Int)
  /// The image claims more bytes than so few can be unpacked to.
  case implausible(found: Int, expected: Int)
  /// The file ends before its pixels do.
  case cutShort
  /// The pixels cannot be unpacked.
  case undecodable(syntax: String)
  /// The file asks for a table in the place of a window.
  case windowTable
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
    case .tooLarge:
      self = .tooLarge(
        columns: number(reply.found), rows: number(reply.expected), frames: number(max(1, reply.frames)))
    case .tooShort: self = .tooShort(found: number(reply.found), expected: number(reply.expected))
    case .implausible: self = .implausible(found: number(reply.found), expected: number(reply.expected))
    case .undecodable: self = .undecodable(syntax: words)
    case .cutShort: self = .cutShort
    }
  }

  /// What is wrong with the file at `path`, and what to try first.
  func phrase(path: String) -> DICOMPhrase {
    switch self {
    case .notDICOM: .notDICOM(path: path)
    case .tagMissing(let tag): .tagMissing(path: path, tag: tag.description)
    case .tagUnsupported(let tag, let found):
      .tagUnsupported(path: path, tag: tag.description, found: found, expected: tag.expectation)
    case .tooLarge(let columns, let rows, let frames):
      .tooLarge(
        path: path, width: columns, height: rows, frames: frames, sideLimit: PNGFile.sideLimit,
        pixelLimit: PNGFile.pixelLimit)
    case .tooShort(let found, let expected): .tooShort(path: path, found: found, expected: expected)
    case .implausible(let found, let expected): .implausible(path: path, found: found, expected: expected)
    case .cutShort: .cutShort(path: path)
    case .undecodable(let syntax): .undecodable(path: path, syntax: syntax)
    case .windowTable: .windowTable(path: path)
    case .rescaled(let slope, let intercept): .rescaled(path: path, slope: "\(slope)", intercept: "\(intercept)")
    case .crashed: .crashed(path: path)
    case .overTime(let seconds): .overTime(path: path, seconds: seconds)
    }
  }
}
