package import Foundation
package import SwiftProtobuf

extension SwiftProtobuf.Message {
  /// The message's bytes, the same for the same content.
  package var bytes: Data {
    var options = BinaryEncodingOptions()
    options.useDeterministicOrdering = true
    // Messages of this room are smaller than what one may hold, and hold no fields that must be there.
    do { return try serializedBytes(options: options) } catch {
      preconditionFailure("a message of \(Self.protoMessageName) was not written: \(error)")
    }
  }
}
