/// What turns a record's content into features and back: TensorFlow's `Example`, whose generated messages only a program links that
/// hands files over to others.
public protocol RecordCoding: Sendable {
  /// The features of a record by their names; nil where `content` is no `tf.train.Example`.
  func features(of content: [UInt8]) -> [String: RecordFeature]?
  /// The bytes of a `tf.train.Example` with these features, the same for the same features.
  func content(of features: [String: RecordFeature]) -> [UInt8]
}

/// One feature of a record: the first of its rows of bytes, or the first of its whole numbers.
public enum RecordFeature: Sendable, Equatable {
  /// A row of bytes.
  case bytes([UInt8])
  /// A whole number.
  case number(Int64)
  /// A feature of another kind, or an empty one.
  case other

  /// The row of bytes; nil where the feature is none.
  var bytes: [UInt8]? { if case .bytes(let bytes) = self { bytes } else { nil } }
  /// The whole number; nil where the feature is none.
  var number: Int64? { if case .number(let number) = self { number } else { nil } }
}
