internal import Digests
internal import Synchronization

/// The secret that lets a browser in: 32 bytes that only this user can read, and what is made from them.
///
/// The secret itself never leaves its file. A link in the terminal holds a ticket that opens once; the cookie holds a code of the secret and
/// the port, because browsers send cookies to every port of a host; what changes anything needs another code, which the page reads and
/// no other site can.
public final class AccessToken: Sendable {
  /// How many bytes it has.
  public static let length = 32
  /// The header that every change carries.
  public static let header = "x-seglab-token"
  /// So many links are good at once; the oldest makes room.
  private static let mostTickets = 16

  private let secret: [UInt8]
  private let tickets = Mutex<[SHA256.Digest]>([])
  private let takeLeft: @Sendable (SHA256.Digest) -> Bool

  /// - Parameters:
  ///   - secret: 32 bytes that nobody else knows.
  ///   - takeLeft: uses up a ticket that another process of this user's left, by its digest; whether there was one.
  init(_ secret: [UInt8], takeLeft: @escaping @Sendable (SHA256.Digest) -> Bool = { _ in false }) {
    precondition(secret.count == Self.length, "\(secret.count) bytes of \(Self.length)")
    self.secret = secret
    self.takeLeft = takeLeft
  }

  /// Bytes that nobody can foresee.
  public static func drawn() -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    return (0..<length).map { _ in generator.next() }
  }

  /// A word that opens the notebook once.
  public func ticket() -> String {
    let (word, digest) = Self.drawnTicket()
    tickets.withLock { $0 = $0.suffix(Self.mostTickets - 1) + [digest] }
    return word
  }

  /// A word that nobody can foresee, and the digest by which it is known again.
  static func drawnTicket() -> (word: String, digest: SHA256.Digest) {
    let word = SHA256.hash(data: drawn())
    return (word.hexadecimal, SHA256.hash(data: Array(word)))
  }

  /// Uses a ticket up.
  ///
  /// - Returns: whether it was one, and was not used before.
  public func redeem(_ ticket: String) -> Bool {
    guard let word = SHA256.Digest(hexadecimal: ticket) else { return false }
    let digest = SHA256.hash(data: word)
    let isKnown = tickets.withLock { tickets in
      // All are looked at, so that time tells nothing of which it was.
      var found: Int?
      for (number, known) in tickets.enumerated() where known.equals(Array(digest)) { found = number }
      if let found { tickets.remove(at: found) }
      return found != nil
    }
    return isKnown || takeLeft(digest)
  }

  /// The value of the cookie for a port.
  public func cookie(port: Int) -> String { code("cookie \(port)").hexadecimal }

  /// What a page of ours sends along with every change.
  public func writing(port: Int) -> String { code("writing \(port)").hexadecimal }

  /// Whether `word` is what ``cookie(port:)`` gives.
  func isCookie(_ word: String?, port: Int) -> Bool { matches(word, code("cookie \(port)")) }

  /// Whether `word` is what ``writing(port:)`` gives.
  func isWriting(_ word: String?, port: Int) -> Bool { matches(word, code("writing \(port)")) }

  private func code(_ purpose: String) -> SHA256.Digest {
    HMAC.code(for: Array("seglab/notebook/v1 \(purpose)".utf8), key: secret)
  }

  private func matches(_ word: String?, _ code: SHA256.Digest) -> Bool {
    guard let word, let given = SHA256.Digest(hexadecimal: word) else { return false }
    return code.equals(Array(given))
  }
}
