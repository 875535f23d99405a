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

/// A list in a feature: `tensorflow.BytesList`, `FloatList` or `Int64List`, by its elements.
struct TFList<Element: TFListElement>: Message, _MessageImplementationBase {
  static var protoMessageName: String { Element.listName }
  var values: [Element] = []
  var unknownFields = UnknownStorage()

  init() {}

  init(_ values: [Element]) { self.values = values }

  mutating func decodeMessage<D: SwiftProtobuf.Decoder>(decoder: inout D) throws {
    while let number = try decoder.nextFieldNumber() {
      if number == 1 { try Element.decode(&values, from: &decoder) }
    }
  }

  func traverse<V: Visitor>(visitor: inout V) throws {
    if !values.isEmpty { try Element.visit(values, with: &visitor) }
    try unknownFields.traverse(visitor: &visitor)
  }
}

/// What a feature's list can hold.
protocol TFListElement: Hashable, Sendable {
  /// The name of the list's message.
  static var listName: String { get }
  /// Reads field 1 of the list's message.
  static func decode<D: SwiftProtobuf.Decoder>(_ values: inout [Self], from decoder: inout D) throws
  /// Writes field 1 of the list's message.
  static func visit<V: Visitor>(_ values: [Self], with visitor: inout V) throws
}

extension Data: TFListElement {
  static var listName: String { "tensorflow.BytesList" }

  static func decode<D: SwiftProtobuf.Decoder>(_ values: inout [Data], from decoder: inout D) throws {
    try decoder.decodeRepeatedBytesField(value: &values)
  }

  static func visit<V: Visitor>(_ values: [Data], with visitor: inout V) throws {
    try visitor.visitRepeatedBytesField(value: values, fieldNumber: 1)
  }
}

extension Float: TFListElement {
  static var listName: String { "tensorflow.FloatList" }

  static func decode<D: SwiftProtobuf.Decoder>(_ values: inout [Float], from decoder: inout D) throws {
    try decoder.decodeRepeatedFloatField(value: &values)
  }

  static func visit<V: Visitor>(_ values: [Float], with visitor: inout V) throws {
    try visitor.visitPackedFloatField(value: values, fieldNumber: 1)
  }
}

extension Int64: TFListElement {
  static var listName: String { "tensorflow.Int64List" }

  static func decode<D: SwiftProtobuf.Decoder>(_ values: inout [Int64], from decoder: inout D) throws {
    try decoder.decodeRepeatedInt64Field(value: &values)
  }

  static func visit<V: Visitor>(_ values: [Int64], with visitor: inout V) throws {
    try visitor.visitPackedInt64Field(value: values, fieldNumber: 1)
  }
}
