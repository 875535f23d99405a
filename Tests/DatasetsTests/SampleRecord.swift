/// Records of a test's own, byte by byte.
enum SampleRecord {
  enum Feature {
    case number(Int)
    case bytes([UInt8])
  }

  /// An example with these features, as protocol buffers lie in a file.
  static func example(_ features: [String: Feature]) -> [UInt8] {
    let entries = features.sorted { $0.key < $1.key }.flatMap { name, feature in
      let value: [UInt8] =
        switch feature {
        case .number(let number): field(3, field(1, varint(number)))
        case .bytes(let bytes): field(1, field(1, bytes))
        }
      return field(1, field(1, Array(name.utf8)) + field(2, value))
    }
    return field(1, entries)
  }

  /// `content` as the one record of a file, its check sums worked out bit by bit.
  static func framed(_ content: [UInt8]) -> [UInt8] {
    let length = (0..<8).map { UInt8(truncatingIfNeeded: content.count >> (8 * $0)) }
    return length + sum(length) + content + sum(content)
  }

  private static func field(_ number: Int, _ content: [UInt8]) -> [UInt8] {
    [UInt8(number << 3 | 2)] + varint(content.count) + content
  }

  private static func varint(_ value: Int) -> [UInt8] {
    value < 128 ? [UInt8(value)] : [UInt8(value & 127 | 128)] + varint(value >> 7)
  }

  private static func sum(_ bytes: [UInt8]) -> [UInt8] {
    var value = UInt32.max
    for byte in bytes {
      for bit in 0..<8 {
        let isSet = (value ^ UInt32(byte) >> UInt32(bit)) & 1 == 1
        value = value >> 1 ^ (isSet ? 0x82F6_3B78 : 0)
      }
    }
    let turned = (~value >> 15 | ~value << 17) &+ 0xA282_EAD8
    return (0..<4).map { UInt8(truncatingIfNeeded: turned >> (8 * $0)) }
  }
}
