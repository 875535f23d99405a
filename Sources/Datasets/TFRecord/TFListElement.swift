internal import Foundation
internal import SwiftProtobuf

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
