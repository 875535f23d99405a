internal import CCrypto

/// SHA-256, computed by the system's libcrypto.
///
/// The system's library and not a Swift package: the package compiles a whole cryptography library first, and a learner waits for it.
public struct SHA256 {
  private var context = Context()

  /// A digest of nothing yet.
  public init() {}

  /// Adds bytes.
  public mutating func update(bufferPointer bytes: UnsafeRawBufferPointer) {
    // A copy of this value goes on by itself from here.
    if !isKnownUniquelyReferenced(&context) { context = Context(copying: context) }
    context.add(bytes)
  }

  /// Adds bytes.
  public mutating func update(data bytes: some Sequence<UInt8>) {
    let isDone: Void? = bytes.withContiguousStorageIfAvailable { update(bufferPointer: UnsafeRawBufferPointer($0)) }
    guard isDone == nil else { return }
    let whole = ContiguousArray(bytes)
    whole.withUnsafeBytes { update(bufferPointer: $0) }
  }

  /// The digest of all bytes that were added.
  public func finalize() -> Digest { Context(copying: context).digest() }

  /// The digest of `bytes`.
  public static func hash(data bytes: some Sequence<UInt8>) -> Digest {
    var hash = SHA256()
    hash.update(data: bytes)
    return hash.finalize()
  }

  /// The digest of texts, each with its length, so that none can pass for two.
  ///
  /// - Parameter parts: the texts.
  /// - Returns: the digest.
  public static func hash(parts: [String]) -> Digest {
    var hash = SHA256()
    for part in parts {
      hash.update(data: "\(part.utf8.count):".utf8)
      hash.update(data: part.utf8)
    }
    return hash.finalize()
  }

  /// The 32 bytes of a digest.
  public struct Digest: Sequence, Hashable, Sendable {
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The digest that 64 hexadecimal digits stand for; nil where they are none.
    public init?(hexadecimal text: String) {
      let digits = text.utf8.compactMap { UInt8(String(Unicode.Scalar($0)), radix: 16) }
      guard text.utf8.count == 64, digits.count == 64 else { return nil }
      bytes = (0..<32).map { digits[$0 * 2] << 4 | digits[$0 * 2 + 1] }
    }

    /// The bytes in order.
    public func makeIterator() -> IndexingIterator<[UInt8]> { bytes.makeIterator() }

    /// The digest as 64 hexadecimal digits.
    public var hexadecimal: String {
      let digits = Array("0123456789abcdef".utf8)
      return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
  }

  /// Owns the library's state.
  private final class Context {
    private let state: OpaquePointer

    /// Whether the library stays as it is when the program ends: cleaned up, it takes a thread down that makes a digest at that moment.
    private static let isKept = OPENSSL_init_crypto(UInt64(OPENSSL_INIT_NO_ATEXIT), nil) == 1

    init() {
      guard Self.isKept, let state = EVP_MD_CTX_new(), EVP_DigestInit_ex(state, EVP_sha256(), nil) == 1 else {
        preconditionFailure("the system's libcrypto has no SHA-256")
      }
      self.state = state
    }

    init(copying other: Context) {
      guard let state = EVP_MD_CTX_new(), EVP_MD_CTX_copy_ex(state, other.state) == 1 else {
        preconditionFailure("the system has no memory left for a digest")
      }
      self.state = state
    }

    deinit { EVP_MD_CTX_free(state) }

    func add(_ bytes: UnsafeRawBufferPointer) {
      guard bytes.count > 0 else { return }
      precondition(
        EVP_DigestUpdate(state, bytes.baseAddress, bytes.count) == 1, "\(bytes.count) bytes were not digested")
    }

    func digest() -> Digest {
      var bytes = [UInt8](repeating: 0, count: 32)
      precondition(EVP_DigestFinal_ex(state, &bytes, nil) == 1, "a digest of \(bytes.count) bytes was not finished")
      return Digest(bytes)
    }
  }
}
