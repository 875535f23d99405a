internal import Foundation
internal import SwiftProtobuf

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
