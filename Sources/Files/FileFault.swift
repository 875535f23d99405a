#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Why a file or folder cannot be written.
public struct FileFault: Error, Equatable, Sendable {
  /// What is in the way.
  public enum Cause: Equatable, Sendable {
    /// The system refuses, for the reason that its error number stands for.
    case system(Int32)
    /// A symbolic link stands where a file or folder of SegLab's own should be.
    case link
    /// Something else than a file stands where one should be.
    case notAFile
    /// Something else than a folder stands where one should be.
    case notAFolder
    /// The folder belongs to another user, by number.
    case foreign(owner: Int)
    /// Nobody reads what is written into a pipe.
    case noReader
  }

  /// The file or folder.
  public let path: String
  /// What is in the way.
  public let cause: Cause

  /// - Parameters:
  ///   - path: the file or folder.
  ///   - cause: what is in the way.
  public init(path: String, cause: Cause) {
    self.path = path
    self.cause = cause
  }

  init(path: String, code: Int32) { self.init(path: path, cause: .system(code)) }

  /// A few words for it, the system's own where it refused: `No space left on device`.
  public var reason: String {
    switch cause {
    case .system(let code): String(cString: strerror(code))
    case .link: "a symbolic link stands there"
    case .notAFile: "something else than a file stands there"
    case .notAFolder: "something else than a folder stands there"
    case .foreign(let owner): "it belongs to another user (number \(owner))"
    case .noReader: "nobody reads from this pipe"
    }
  }
}
