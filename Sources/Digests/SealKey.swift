public import Files

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// The secret by which SegLab knows again what it made itself.
///
/// Compiled programs, runs and checkpoints lie in the course folder, and a course folder may come from somebody else. What is believed
/// of them carries a seal that only this key makes, and the key is never in a course: it lies among the user's own state.
public struct SealKey: Sendable {
  private let bytes: [UInt8]
  /// Where it lies; empty where it lies nowhere.
  public let place: String

  private init(_ bytes: [UInt8], from place: String = "") { (self.bytes, self.place) = (bytes, place) }

  /// A key that is forgotten with this process, and the same all through it.
  public static let ofThisProcess = ephemeral()

  /// A new key that nobody else has.
  static func ephemeral() -> SealKey { SealKey(drawn()) }

  /// A code of 32 bytes over `parts`, which nobody makes who has not the key.
  ///
  /// - Parameters:
  ///   - purpose: what is sealed; a seal for one purpose is worth nothing for another.
  ///   - parts: what is sealed; where one ends and the next begins is sealed too.
  /// - Returns: the seal.
  public func seal(_ purpose: String, _ parts: [UInt8]...) -> SHA256.Digest {
    var code = self.code(for: purpose)
    for part in parts {
      code.update(data: (0..<8).map { UInt8(truncatingIfNeeded: part.count >> ($0 * 8)) })
      code.update(data: part)
    }
    return code.finalize()
  }

  /// A code to which bytes are added piece by piece; what is sealed with it is worth nothing for another `purpose`.
  public func code(for purpose: String) -> HMAC {
    HMAC(key: Array(HMAC.code(for: Array("seglab/seal/v1 ".utf8) + Array(purpose.utf8), key: bytes)))
  }

  /// A number that is always the same for this key and `label`, and that nobody can foresee who has not the key.
  public func derived(_ label: String) -> UInt64 {
    seal("number", Array(label.utf8)).prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
  }

  private static func drawn() -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    return (0..<Self.length).map { _ in generator.next() }
  }

  fileprivate static let length = 32
}

extension SealKey {
  private static let fileName = "seal.key"

  /// Why the user's key cannot be used.
  public enum Problem: Error, Equatable, Sendable {
    /// Neither `XDG_STATE_HOME` nor `HOME` names a folder.
    case noHome
    /// The file is not one that only this user can read, or not a key.
    case unsafe(path: String)
    /// The file can neither be read nor made.
    case refused(FileFault)
  }

  /// The user's key, which is made where there is none yet.
  ///
  /// It lies in `$XDG_STATE_HOME/seglab/seal.key`, or in `$HOME/.local/state/seglab/seal.key`.
  /// - Parameter environment: the process's environment.
  /// - Returns: the key; where the user's cannot be used, one that is forgotten with this process, and why. What was sealed before is
  ///   then not known again, and made anew.
  public static func load(environment: [String: String]) -> (key: SealKey, problem: Problem?) {
    do throws(Problem) {
      return (try find(environment), nil)
    } catch {
      return (.ofThisProcess, error)
    }
  }

  /// Where the user's key lies; nil where no folder is named for it.
  public static func place(environment: [String: String]) -> String? {
    folder(environment).map { "\($0)/\(fileName)" }
  }

  private static func folder(_ environment: [String: String]) -> String? {
    if let state = environment["XDG_STATE_HOME"], state.hasPrefix("/") { return state + "/seglab" }
    if let own = environment["HOME"], own.hasPrefix("/") { return own + "/.local/state/seglab" }
    return nil
  }

  private static func find(_ environment: [String: String]) throws(Problem) -> SealKey {
    guard let home = folder(environment) else { throw .noHome }
    let folder: OwnFolder
    do { folder = try OwnFolder(home, for: .making(mode: 0o700)) } catch { throw .refused(error) }
    do {
      return SealKey(try SecretFile.bytes(of: fileName, in: folder, or: drawn()), from: "\(home)/\(fileName)")
    } catch {
      switch error {
      case .unsafe(let path): throw .unsafe(path: path)
      case .refused(let fault): throw .refused(fault)
      }
    }
  }
}
