/// A cyclic redundancy check of 32 bits, lowest bit first, as files keep it against damage.
struct CyclicSum {
  /// By Castagnoli's polynomial, as TFRecord files have it; RFC 3720, appendix B.4, has values to compare with.
  static let castagnoli = CyclicSum(polynomial: 0x82F6_3B78)
  /// As ZIP files have it.
  static let zip = CyclicSum(polynomial: 0xEDB8_8320)

  private let table: [UInt32]

  private init(polynomial: UInt32) {
    table = (0..<256).map { byte in
      (0..<8).reduce(UInt32(byte)) { value, _ in value & 1 == 1 ? value >> 1 ^ polynomial : value >> 1 }
    }
  }

  /// The check sum of `bytes`.
  func of(_ bytes: some Sequence<UInt8>) -> UInt32 {
    table.withUnsafeBufferPointer { table in
      var value = UInt32.max
      for byte in bytes { value = table[Int(UInt8(truncatingIfNeeded: value) ^ byte)] ^ value >> 8 }
      return ~value
    }
  }

  /// The check sum as TFRecord files keep it, turned and moved on, so that a sum of data that holds sums is no trap.
  func masked(_ bytes: some Sequence<UInt8>) -> UInt32 {
    let sum = of(bytes)
    return (sum >> 15 | sum << 17) &+ 0xA282_EAD8
  }
}
