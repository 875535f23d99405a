/// What is said of files of records, and of the records in them.
public enum RecordPhrase: Phrase {
  /// A file ends within a record.
  case cutShort(offset: Int)
  /// A record's length does not fit its check sum.
  case lengthSum(offset: Int)
  /// A record's content does not fit its check sum.
  case contentSum(offset: Int)
  /// A record has more bytes than are read.
  case tooLarge(offset: Int, bytes: Int, limit: Int)
  /// A file holds no records.
  case empty
  /// A record is no `tf.train.Example`.
  case notExample
  /// A record lacks a feature of one of these names.
  case featureMissing(names: [String])
  /// A number is not one that is read.
  case numberOutOfRange(name: String, found: Int, highest: Int)
  /// A feature has another number of bytes than the image needs.
  case byteCount(name: String, found: Int, pixels: Int, widths: [Int])
  /// A pixel's value is not one that is read.
  case pixelOutOfRange(found: Int)
  /// A name that is too long or no text.
  case badName

  /// The words in `language`, to be put after the name of the file.
  public func text(in language: Language) -> String {
    switch language {
    case .english: english
    case .korean: korean
    }
  }
}
