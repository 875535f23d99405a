#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A folder that nobody but this user can look into, and that is removed when it is of no more use.
///
/// It is held by a lock: one that a killed process left is removed by the next.
public final class PrivateFolder: Sendable {
  /// Its path.
  public let path: String
  private let above: OwnFolder
  private let name: String
  private let folder: OwnFolder

  private static let beginning = "seglab-private-"

  /// - Parameter above: the folder to make it in.
  /// - Throws: `FileFault` with the system's reason.
  public init(in above: OwnFolder) throws(FileFault) {
    Self.clear(above)
    let made = try above.makeHeldFolder(mode: 0o700) { Self.beginning + PartName.drawn() }
    (self.above, self.name, self.folder, path) = (above, made.name, made.folder, made.folder.path)
  }

  /// One among the system's temporary files.
  ///
  /// - Throws: `FileFault` with the system's reason.
  public static func temporary() throws(FileFault) -> PrivateFolder {
    let asked = getenv("TMPDIR").map { String(cString: $0) } ?? ""
    // That folder is the system's, and may be reached by a link.
    let real = realpath(asked.hasPrefix("/") ? asked : "/tmp", nil)
    defer { free(real) }
    return try PrivateFolder(in: OwnFolder(real.map { String(cString: $0) } ?? "/tmp"))
  }

  deinit {
    Self.empty(folder)
    above.removeFolder(name)
  }

  /// Writes a file in it.
  ///
  /// - Returns: its path.
  /// - Throws: `FileFault` with the system's reason.
  public func write(_ bytes: [UInt8], as name: String, mode: UInt32) throws(FileFault) -> String {
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    let file = openat(folder.descriptor, name, flags, mode)
    guard file >= 0 else { throw FileFault(path: "\(path)/\(name)", code: errno) }
    let code = bytes.withUnsafeBytes { WholeTransfer.write($0, to: file) }
    close(file)
    guard code == 0 else {
      folder.remove(name)
      throw FileFault(path: "\(path)/\(name)", code: code)
    }
    return "\(path)/\(name)"
  }

  /// Makes a folder in it.
  ///
  /// - Returns: its path.
  /// - Throws: `FileFault` with the system's reason.
  public func makeFolder(_ name: String) throws(FileFault) -> String {
    guard mkdirat(folder.descriptor, name, 0o700) == 0 else {
      throw FileFault(path: "\(path)/\(name)", code: errno)
    }
    return "\(path)/\(name)"
  }

  /// Removes a file or folder in it.
  public func remove(_ name: String) { Self.remove(name, in: folder, depth: 0) }

  /// Removes those that nobody holds.
  private static func clear(_ above: OwnFolder) {
    for name in above.names where name.hasPrefix(beginning) {
      guard PartName.isDigest(name.dropFirst(beginning.count), count: 16),
        let folder = try? above.folder(name, for: .writing), folder.hold()
      else { continue }
      empty(folder)
      above.removeFolder(name)
    }
  }

  private static func empty(_ folder: OwnFolder) {
    for name in folder.names { remove(name, in: folder, depth: 0) }
  }

  /// Links are removed, not followed: what a learner's compiler put here leads nowhere else.
  private static func remove(_ name: String, in folder: OwnFolder, depth: Int) {
    if folder.remove(name) { return }
    guard depth < 64, let inner = try? folder.folder(name, for: .writing) else { return }
    for name in inner.names { remove(name, in: inner, depth: depth + 1) }
    folder.removeFolder(name)
  }
}
