extension RecordPhrase {
  var english: String {
    switch self {
    case .cutShort(let offset):
      return "the file ends within the record that begins at byte \(offset.grouped). Copy it again from where it came."
    case .lengthSum(let offset):
      return "the record at byte \(offset.grouped) does not begin as records do: its length fails the CRC-32C "
        + "check. Check "
        + "that it is an uncompressed TFRecord file, or copy it again."
    case .contentSum(let offset):
      return "the record at byte \(offset.grouped) is damaged: its content fails the CRC-32C check. Copy the "
        + "file again."
    case .tooLarge(let offset, let bytes, let limit):
      return "the record at byte \(offset.grouped) claims \(bytes.grouped) bytes; at most \(limit.grouped) are read."
    case .empty: return "there are no records in it. Copy it again from where it came."
    case .notExample: return "it is not a `tf.train.Example`. Write the file with that message."
    case .featureMissing(let names):
      return "it has no feature \(names.map { "`\($0)`" }.joined(separator: " or ")) of the kind that was expected."
    case .numberOutOfRange(let name, let found, let highest):
      return "`\(name)` is \(found.grouped), and a number from 1 to \(highest.grouped) was expected."
    case .byteCount(let name, let found, let pixels, let widths):
      let words = widths.map { ($0 * pixels).grouped }.joined(separator: " or ")
      return "`\(name)` has \(found.grouped) bytes, and \(pixels.grouped) pixels need \(words)."
    case .pixelOutOfRange(let found):
      return "a pixel is \(found.grouped), and 0 to 65,535 was expected."
    case .badName: return "`name` is not UTF-8 text of at most 200 bytes."
    }
  }
}
