internal import Foundation
internal import SwiftProtobuf

/// One record of a TFRecord file, `tensorflow.Example`: named features.
///
/// - SeeAlso: TensorFlow's `tensorflow/core/example/example.proto`, whose field numbers these are.
struct TFExample: Message, _MessageImplementationBase {
  static let protoMessageName = "tensorflow.Example"
  private var fields = TFFeatures()
  var unknownFields = UnknownStorage()

  /// The features by name.
  var features: [String: TFFeature] {
    get { fields.byName }
    set { fields.byName = newValue }
  }

  mutating func decodeMessage<D: SwiftProtobuf.Decoder>(decoder: inout D) throws {
    while let number = try decoder.nextFieldNumber() {
      guard number == 1 else { continue }
      var read: TFFeatures? = fields
      try decoder.decodeSingularMessageField(value: &read)
      fields = read ?? fields
    }
  }

  func traverse<V: Visitor>(visitor: inout V) throws {
    try visitor.visitSingularMessageField(value: fields, fieldNumber: 1)
    try unknownFields.traverse(visitor: &visitor)
  }
}
