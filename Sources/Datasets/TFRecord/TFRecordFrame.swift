/// How a record lies in a TFRecord file.
enum TFRecordFrame {
  /// `content` with its length and check sums around it.
  static func around(_ content: [UInt8]) -> ContiguousArray<UInt8> {
    let length = (0..<8).map { UInt8(truncatingIfNeeded: content.count >> (8 * $0)) }
    var bytes: ContiguousArray<UInt8> = []
    bytes.reserveCapacity(content.count + 16)
    bytes += length
    bytes += number(CyclicSum.castagnoli.masked(length))
    bytes += content
    bytes += number(CyclicSum.castagnoli.masked(content))
    return bytes
  }

  private static func number(_ value: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }
}
