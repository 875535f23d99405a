#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Reads whole files that come from elsewhere, and never more of them than was agreed.
public enum FileBytes {
  /// Why a file could not be read.
  public enum Fault: Error, Equatable, Sendable {
    /// The system refuses, for the reason that its error number `code` stands for.
    case refused(path: String, code: Int32)
    /// There is a folder, a pipe or a device where a file was expected.
    case notAFile(path: String)
    /// The file has `bytes` bytes, more than `limit`.
    case tooLarge(path: String, bytes: Int, limit: Int)

    /// The system's words where it refused, for example `Permission denied`; nil otherwise.
    public var systemReason: String? {
      guard case .refused(_, let code) = self else { return nil }
      return String(cString: strerror(code))
    }
  }

  /// How a file is opened that may be anything: without waiting for whoever writes into a pipe.
  static let flags = O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC

  /// All bytes of the file at `path`.
  ///
  /// A pipe or a device is refused instead of waited for.
  /// - Parameters:
  ///   - path: the file.
  ///   - limit: the most bytes that it may have.
  ///   - followsLinks: whether a symbolic link at `path` is followed; otherwise it is not a file.
  /// - Returns: the bytes.
  /// - Throws: `Fault` where there is no such file, or one larger than `limit` bytes.
  public static func read(_ path: String, limit: Int, followsLinks: Bool = true) throws(Fault) -> [UInt8] {
    try read(
      opened: open(path, followsLinks ? flags : flags | O_NOFOLLOW), path: path, limit: limit,
      refusesLinks: !followsLinks)
  }

  /// All bytes of the file that was just opened as `file`, which is closed; below 0 where the system refused, for the reason that
  /// stands in `errno`.
  static func read(opened file: Int32, path: String, limit: Int, refusesLinks: Bool = true) throws(Fault) -> [UInt8] {
    guard file >= 0 else {
      // A link where none may be is told as such by the one that followed none.
      throw errno == ELOOP && refusesLinks ? .notAFile(path: path) : .refused(path: path, code: errno)
    }
    defer { close(file) }
    var facts = stat()
    guard fstat(file, &facts) == 0 else { throw .refused(path: path, code: errno) }
    guard facts.st_mode & S_IFMT == S_IFREG else { throw .notAFile(path: path) }
    let count = Int(facts.st_size)
    guard count <= limit else { throw .tooLarge(path: path, bytes: count, limit: limit) }
    var code: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      (filled, code) = WholeTransfer.read(into: buffer, from: file)
    }
    guard code == 0 else { throw .refused(path: path, code: code) }
    return bytes
  }
}
