/// What is said of DICOM files.
public enum DICOMPhrase: Phrase {
  /// Which values of a tag are read.
  public enum Expectation: Codable, Sendable, Hashable {
    /// 1.
    case one
    /// `MONOCHROME1` or `MONOCHROME2`.
    case monochrome
    /// 8, 16 or 32.
    case wholeBytes
    /// From 1 to the bits allocated.
    case upToAllocated
    /// One less than the bits stored.
    case lowestBits
    /// A number.
    case number
  }

  /// A file is no DICOM file.
  case notDICOM(path: String)
  /// A tag that an image needs is not there.
  case tagMissing(path: String, tag: String)
  /// A tag has a value that is not read.
  case tagUnsupported(path: String, tag: String, found: String, expected: Expectation)
  /// An image has more pixels than are read.
  case tooLarge(path: String, width: Int, height: Int, sideLimit: Int, pixelLimit: Int)
  /// The pixel data is shorter than the image.
  case tooShort(path: String, found: Int, expected: Int)
  /// An image claims more than its pixel data can hold.
  case implausible(path: String, found: Int, expected: Int)
  /// The pixels cannot be unpacked.
  case undecodable(path: String, syntax: String)
  /// Slope and intercept make numbers that no picture has.
  case rescaled(path: String, slope: String, intercept: String)
  /// The decoder crashed.
  case crashed(path: String)
  /// The decoder took too long.
  case overTime(path: String, seconds: Int)
  /// The decoding program cannot be started.
  case decoderMissing(program: String, reason: String)

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: english
    case .korean: korean
    }
  }
}
