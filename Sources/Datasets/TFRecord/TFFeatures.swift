internal import SwiftProtobuf

/// The features of a record: `tensorflow.Features`.
struct TFFeatures: Message, _MessageImplementationBase {
  static let protoMessageName = "tensorflow.Features"
  var byName: [String: TFFeature] = [:]
  var unknownFields = UnknownStorage()

  mutating func decodeMessage<D: SwiftProtobuf.Decoder>(decoder: inout D) throws {
    while let number = try decoder.nextFieldNumber() {
      guard number == 1 else { continue }
      try decoder.decodeMapField(fieldType: _ProtobufMessageMap<ProtobufString, TFFeature>.self, value: &byName)
    }
  }

  func traverse<V: Visitor>(visitor: inout V) throws {
    if !byName.isEmpty {
      try visitor.visitMapField(
        fieldType: _ProtobufMessageMap<ProtobufString, TFFeature>.self, value: byName, fieldNumber: 1)
    }
    try unknownFields.traverse(visitor: &visitor)
  }
}
