internal import Foundation
internal import SwiftProtobuf

/// One feature of a record, `tensorflow.Feature`: a list of one of three kinds.
struct TFFeature: Message, _MessageImplementationBase {
  static let protoMessageName = "tensorflow.Feature"
  private var bytesList: TFList<Data>?
  private var floatList: TFList<Float>?
  private var int64List: TFList<Int64>?
  var unknownFields = UnknownStorage()

  init() {}

  /// A feature that is a list of one row of bytes.
  init(bytes: some Sequence<UInt8>) { bytesList = TFList([Data(bytes)]) }

  /// A feature that is a list of one whole number.
  init(number: Int) { int64List = TFList([Int64(number)]) }

  /// The first row of bytes; nil where the feature is of another kind or empty.
  var bytes: [UInt8]? { bytesList?.values.first.map { [UInt8]($0) } }

  /// The first whole number; nil where the feature is of another kind or empty.
  var number: Int64? { int64List?.values.first }

  mutating func decodeMessage<D: SwiftProtobuf.Decoder>(decoder: inout D) throws {
    while let number = try decoder.nextFieldNumber() {
      switch number {
      case 1: try decoder.decodeSingularMessageField(value: &bytesList)
      case 2: try decoder.decodeSingularMessageField(value: &floatList)
      case 3: try decoder.decodeSingularMessageField(value: &int64List)
      default: continue
      }
    }
  }

  func traverse<V: Visitor>(visitor: inout V) throws {
    if let bytesList { try visitor.visitSingularMessageField(value: bytesList, fieldNumber: 1) }
    if let floatList { try visitor.visitSingularMessageField(value: floatList, fieldNumber: 2) }
    if let int64List { try visitor.visitSingularMessageField(value: int64List, fieldNumber: 3) }
    try unknownFields.traverse(visitor: &visitor)
  }
}
