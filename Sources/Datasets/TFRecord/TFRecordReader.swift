internal import Files
internal import Messages

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// How a record lies in a TFRecord file.
public enum TFRecordFrame {
  /// `content` with its length and check sums around it.
  public static func around(_ content: [UInt8]) -> ContiguousArray<UInt8> {
    let length = (0..<8).map { UInt8(truncatingIfNeeded: content.count >> (8 * $0)) }
    var bytes: ContiguousArray<UInt8> = []
    bytes.reserveCapacity(content.count + 16)
    bytes += length
    bytes += number(CRC32C.masked(length))
    bytes += content
    bytes += number(CRC32C.masked(content))
    return bytes
  }

  private static func number(_ value: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }
}

/// Reads a TFRecord file record by record, each check sum held against what is there.
///
/// A record is its length (64 bits), that length's check sum, its content, and that content's check sum, lower bytes first.
final class TFRecordReader {
  /// The most bytes of a record that are read: 1 GiB.
  static let recordLimit = 1 << 30
  /// How many bytes the file has.
  let byteCount: Int
  /// Where the next record begins.
  private(set) var offset = 0
  private let file: Int32
  private let path: String

  /// - Parameter path: the file.
  /// - Throws: `DatasetError.unreadable` where the system refuses, or where it is no file.
  init(path: String) throws(DatasetError) {
    let file = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
    guard file >= 0 else { throw .unreadable(path: path, reason: String(cString: strerror(errno))) }
    var facts = stat()
    guard fstat(file, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else {
      let reason = String(cString: strerror(facts.st_mode & S_IFMT == S_IFDIR ? EISDIR : EINVAL))
      close(file)
      throw .unreadable(path: path, reason: reason)
    }
    self.file = file
    self.path = path
    byteCount = Int(facts.st_size)
  }

  deinit { close(file) }

  /// The content of the next record; nil at the end of the file.
  ///
  /// - Throws: `DatasetError.records` with the record's place; what comes after it cannot be found any more.
  func next() throws(DatasetError) -> [UInt8]? {
    guard offset < byteCount else { return nil }
    let start = offset
    let head = try take(12, from: start)
    guard CRC32C.masked(head[..<8]) == Self.number(head[8...]) else {
      throw damaged(.lengthSum(offset: start))
    }
    let length = UInt64(Self.number(head[..<4])) | UInt64(Self.number(head[4..<8])) << 32
    guard length <= UInt64(Self.recordLimit) else {
      throw damaged(.tooLarge(offset: start, bytes: length, limit: Self.recordLimit))
    }
    guard Int(length) + 4 <= byteCount - offset else { throw damaged(.cutShort(offset: start)) }
    let content = try take(Int(length), from: start)
    let sum = try take(4, from: start)
    guard CRC32C.masked(content) == Self.number(sum[...]) else {
      throw damaged(.contentSum(offset: start))
    }
    return content
  }

  private func damaged(_ problem: RecordProblem) -> DatasetError { .records(path: path, problem) }

  private static func number(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    bytes.reversed().reduce(0) { $0 << 8 | UInt32($1) }
  }

  private func take(_ count: Int, from start: Int) throws(DatasetError) -> [UInt8] {
    guard count <= byteCount - offset else { throw damaged(.cutShort(offset: start)) }
    var code: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      (filled, code) = WholeTransfer.read(into: buffer, from: file)
    }
    guard code == 0 else { throw .unreadable(path: path, reason: String(cString: strerror(code))) }
    guard bytes.count == count else { throw damaged(.cutShort(offset: start)) }
    offset += count
    return bytes
  }
}

/// What is wrong with a file of records, or with one of them.
public enum RecordProblem: Error, Equatable, Sendable {
  /// The file ends within a record that begins at byte `offset`.
  case cutShort(offset: Int)
  /// The length of the record at byte `offset` does not fit its check sum.
  case lengthSum(offset: Int)
  /// The content of the record at byte `offset` does not fit its check sum.
  case contentSum(offset: Int)
  /// The record at byte `offset` has more bytes than are read.
  case tooLarge(offset: Int, bytes: UInt64, limit: Int)
  /// The file holds no records.
  case empty
  /// The record is no `tf.train.Example`.
  case notExample
  /// The record lacks a feature of one of these names.
  case featureMissing(names: [String])
  /// A number of the record is not one that is read.
  case numberOutOfRange(name: String, found: Int64, highest: Int)
  /// A feature has another number of bytes than the image needs.
  case byteCount(name: String, found: Int, pixels: Int, widths: [Int])
  /// A pixel's value is not one that is read.
  case pixelOutOfRange(found: Int64)
  /// Pixels of 16 bits are negative numbers by the look of them.
  case signedPixels(name: String, found: Int)
  /// A name is no text.
  case badName

  /// What is wrong, and what to try first.
  var phrase: RecordPhrase {
    switch self {
    case .cutShort(let offset): .cutShort(offset: offset)
    case .lengthSum(let offset): .lengthSum(offset: offset)
    case .contentSum(let offset): .contentSum(offset: offset)
    case .tooLarge(let offset, let bytes, let limit):
      .tooLarge(offset: offset, bytes: Int(clamping: bytes), limit: limit)
    case .empty: .empty
    case .notExample: .notExample
    case .featureMissing(let names): .featureMissing(names: names)
    case .numberOutOfRange(let name, let found, let highest):
      .numberOutOfRange(name: name, found: Int(found), highest: highest)
    case .byteCount(let name, let found, let pixels, let widths):
      .byteCount(name: name, found: found, pixels: pixels, widths: widths)
    case .pixelOutOfRange(let found): .pixelOutOfRange(found: Int(found))
    case .signedPixels(let name, let found): .signedPixels(name: name, found: found)
    case .badName: .badName
    }
  }
}
