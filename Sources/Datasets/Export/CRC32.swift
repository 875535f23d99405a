/// A cyclic redundancy check of 32 bits, as ZIP files have it.
enum CRC32 {
  private static let table = CRCTable(polynomial: 0xEDB8_8320)

  /// The check sum of `bytes`.
  static func of(_ bytes: some Sequence<UInt8>) -> UInt32 { table.sum(bytes) }
}

/// A cyclic redundancy check of 32 bits by Castagnoli's polynomial, as TFRecord files have it; RFC 3720, appendix B.4, has values to
/// compare with.
enum CRC32C {
  private static let table = CRCTable(polynomial: 0x82F6_3B78)

  /// The check sum of `bytes`.
  static func of(_ bytes: some Sequence<UInt8>) -> UInt32 { table.sum(bytes) }

  /// The check sum as TFRecord files keep it, turned and moved on, so that a sum of data that holds sums is no trap.
  static func masked(_ bytes: some Sequence<UInt8>) -> UInt32 {
    let sum = of(bytes)
    return (sum >> 15 | sum << 17) &+ 0xA282_EAD8
  }
}

/// What each byte does to a check sum, lowest bit first.
private struct CRCTable {
  private let table: [UInt32]

  /// - Parameter polynomial: the polynomial, its lowest power in the highest bit.
  init(polynomial: UInt32) {
    table = (0..<256).map { byte in
      (0..<8).reduce(UInt32(byte)) { value, _ in value & 1 == 1 ? value >> 1 ^ polynomial : value >> 1 }
    }
  }

  /// The check sum of `bytes`.
  func sum(_ bytes: some Sequence<UInt8>) -> UInt32 {
    table.withUnsafeBufferPointer { table in
      var value = UInt32.max
      for byte in bytes { value = table[Int(UInt8(truncatingIfNeeded: value) ^ byte)] ^ value >> 8 }
      return ~value
    }
  }
}
