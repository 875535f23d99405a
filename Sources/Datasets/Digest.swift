internal import Digests

/// SHA-256 as text.
enum Digest {
  /// SHA-256 of `bytes`, as 64 hexadecimal digits.
  static func of(_ bytes: ContiguousArray<UInt8>) -> String { SHA256.hash(data: bytes).hexadecimal }
}
