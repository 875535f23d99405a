/// HMAC-SHA256 (RFC 2104, FIPS 198-1): a digest that only who has the key can make.
public struct HMAC {
  private static let blockLength = 64

  private let outerPad: [UInt8]
  private var inner = SHA256()

  /// A code of nothing yet.
  ///
  /// - Parameter key: the secret; longer ones than a block of SHA-256 are digested first.
  public init(key: some Collection<UInt8>) {
    let short = key.count > Self.blockLength ? Array(SHA256.hash(data: key)) : Array(key)
    let padded = short + [UInt8](repeating: 0, count: Self.blockLength - short.count)
    outerPad = padded.map { $0 ^ 0x5C }
    inner.update(data: padded.map { $0 ^ 0x36 })
  }

  /// Adds bytes.
  public mutating func update(bufferPointer bytes: UnsafeRawBufferPointer) { inner.update(bufferPointer: bytes) }

  /// Adds bytes.
  public mutating func update(data bytes: some Sequence<UInt8>) { inner.update(data: bytes) }

  /// The code of all bytes that were added.
  public func finalize() -> SHA256.Digest {
    var outer = SHA256()
    outer.update(data: outerPad)
    outer.update(data: inner.finalize())
    return outer.finalize()
  }

  /// The code of `bytes`.
  public static func code(for bytes: some Sequence<UInt8>, key: some Collection<UInt8>) -> SHA256.Digest {
    var code = HMAC(key: key)
    code.update(data: bytes)
    return code.finalize()
  }
}

extension SHA256.Digest {
  /// Whether the digest is `bytes`, looked at to the end whatever the first of them say.
  public func equals(_ bytes: some Collection<UInt8>) -> Bool {
    bytes.count == 32 && zip(self, bytes).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }
}
