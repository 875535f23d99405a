internal import Crypto

/// SHA-256 as text.
enum Digest {
  /// SHA-256 of `bytes`, as 64 hexadecimal digits.
  static func of(_ bytes: ContiguousArray<UInt8>) -> String {
    var hash = SHA256()
    bytes.withUnsafeBytes { hash.update(bufferPointer: $0) }
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: hash.finalize().flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
