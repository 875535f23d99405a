internal import Messages

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
  /// A name has more bytes than are read, or is no text.
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
    case .badName: .badName
    }
  }
}
