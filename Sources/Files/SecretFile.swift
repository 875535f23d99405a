#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A file of a few bytes that only its user can read.
public enum SecretFile {
  /// Why it cannot be used.
  public enum Fault: Error, Equatable, Sendable {
    /// Others can read it or put another in its place, it is a link, or it has not as many bytes as it should.
    case unsafe(path: String)
    /// The system refuses.
    case refused(FileFault)
  }

  /// The bytes of the file called `name`, which is made of `drawn` where there is none.
  ///
  /// Of several processes that make it at once one is the first, and all get what that one wrote.
  /// - Parameters:
  ///   - name: what it is called.
  ///   - folder: the folder that holds it.
  ///   - drawn: what it is to hold where it is new; it has to have as many bytes in any case.
  /// - Returns: the bytes.
  /// - Throws: `Fault`.
  public static func bytes(of name: String, in folder: OwnFolder, or drawn: [UInt8]) throws(Fault) -> [UInt8] {
    var facts = stat()
    guard fstat(folder.descriptor, &facts) == 0, facts.st_mode & 0o022 == 0 else {
      throw .unsafe(path: "\(folder.path)/\(name)")
    }
    if let found = try read(name, in: folder, count: drawn.count) { return found }
    try make(name, in: folder, of: drawn)
    guard let found = try read(name, in: folder, count: drawn.count) else {
      throw .refused(FileFault(path: "\(folder.path)/\(name)", code: ENOENT))
    }
    return found
  }

  private static func read(_ name: String, in folder: OwnFolder, count: Int) throws(Fault) -> [UInt8]? {
    let path = "\(folder.path)/\(name)"
    let file = openat(folder.descriptor, name, FileBytes.flags | O_NOFOLLOW)
    guard file >= 0 else {
      switch errno {
      case ENOENT: return nil
      case ELOOP: throw .unsafe(path: path)
      default: throw .refused(FileFault(path: path, code: errno))
      }
    }
    var facts = stat()
    let isSafe =
      fstat(file, &facts) == 0 && facts.st_mode & S_IFMT == S_IFREG && facts.st_uid == geteuid()
      && facts.st_mode & 0o077 == 0 && Int(facts.st_size) == count
    // Reading closes the file in any case.
    let bytes = try? FileBytes.read(opened: file, path: path, limit: isSafe ? count : 0)
    guard isSafe, let bytes, bytes.count == count else { throw .unsafe(path: path) }
    return bytes
  }

  private static func make(_ name: String, in folder: OwnFolder, of bytes: [UInt8]) throws(Fault) {
    // A second name, not a renaming: it takes the place of nothing, and appears with all its bytes.
    do { try folder.create(bytes, as: name, mode: 0o600) } catch { throw .refused(error) }
  }
}
