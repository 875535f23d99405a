internal import Foundation

/// Bytes as an address that holds them.
enum DataURI {
  /// A PNG file's content.
  static func png(_ bytes: [UInt8]) -> String {
    "data:image/png;base64," + Data(bytes).base64EncodedString()
  }
}
