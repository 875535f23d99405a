#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A file that one process holds; the system lets go of it when that process ends, however it does.
public final class FileLock: Sendable {
  private let descriptor: Int32

  fileprivate init(_ descriptor: Int32) { self.descriptor = descriptor }

  deinit { close(descriptor) }
}

extension OwnFolder {
  /// Holds the file called `name`, which is made where it is not there.
  ///
  /// A file system that knows no locks keeps nobody out.
  /// - Returns: the lock; nil where another holds it.
  /// - Throws: `FileFault`: `.link` or `.notAFile` for what else stands there, or the system's reason.
  public func lock(_ name: String) throws(FileFault) -> FileLock? {
    let place = "\(path)/\(name)"
    // One that is removed between the two steps is no lock: the next to come makes another.
    for _ in 0..<64 {
      let file = openat(descriptor, name, O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0o644)
      guard file >= 0 else {
        let code = errno
        switch facts(of: name)?.kind {
        case .link: throw FileFault(path: place, cause: .link)
        case .folder, .other: throw FileFault(path: place, cause: .notAFile)
        case .file, nil: throw FileFault(path: place, code: code)
        }
      }
      let lock = FileLock(file)
      var facts = stat()
      guard fstat(file, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else {
        throw FileFault(path: place, cause: .notAFile)
      }
      if flock(file, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK { return nil }
      if stands(file, as: name) { return lock }
    }
    return nil
  }

  /// Holds the folder itself until it is given up; false where another holds it.
  public func hold() -> Bool { flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK }

  /// As ``hold()``, after some waiting where another holds it.
  ///
  /// - Parameter seconds: how long to wait at most.
  /// - Returns: whether it is held now.
  public func waitsToHold(seconds: Double) -> Bool {
    for _ in 0..<Int(seconds * 100) {
      if hold() { return true }
      usleep(10_000)
    }
    return hold()
  }

  /// Removes the file called `name`, this user's own, unless somebody holds it.
  @discardableResult
  public func removeUnlessHeld(_ name: String) -> Bool {
    let file = openat(descriptor, name, FileBytes.flags | O_NOFOLLOW)
    guard file >= 0 else { return false }
    defer { close(file) }
    var facts = stat()
    guard fstat(file, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG, facts.st_uid == geteuid() else { return false }
    guard flock(file, LOCK_EX | LOCK_NB) == 0, stands(file, as: name) else { return false }
    return remove(name)
  }

  /// Removes the folder called `name`, this user's own, unless somebody holds it.
  ///
  /// - Parameters:
  ///   - name: what it is called.
  ///   - isOurs: whether a file in it is one that SegLab puts there; the folder stays with any other.
  /// - Returns: whether it is gone.
  @discardableResult
  public func removeFolderUnlessHeld(_ name: String, where isOurs: (String) -> Bool) -> Bool {
    guard let folder = try? self.folder(name, for: .writing), folder.hold() else { return false }
    folder.removeFiles(where: isOurs)
    return removeFolder(name)
  }

  /// Removes what stands in the folder and is no folder itself.
  ///
  /// - Parameter isOurs: whether something of this name goes.
  public func removeFiles(where isOurs: (String) -> Bool) {
    for name in names where isOurs(name) { remove(name) }
  }

  /// Makes a folder, and holds it.
  ///
  /// - Parameters:
  ///   - mode: who may do what with it.
  ///   - name: gives it a name that is not taken.
  /// - Returns: the folder and its name.
  /// - Throws: `FileFault` with the system's reason.
  public func makeHeldFolder(
    mode: UInt32, _ name: () -> String
  ) throws(FileFault) -> (name: String, folder: OwnFolder) {
    // Between its making and the lock it may be taken for one that was left behind.
    for _ in 0..<64 {
      let name = name()
      guard mkdirat(descriptor, name, mode) == 0 else {
        if errno == EEXIST { continue }
        throw FileFault(path: "\(path)/\(name)", code: errno)
      }
      if let folder = try? folder(name, for: .writing), folder.hold(), facts(of: name) != nil { return (name, folder) }
    }
    throw FileFault(path: path, code: EBUSY)
  }

  /// Whether the open file is the one that is called `name` now.
  func stands(_ file: Int32, as name: String) -> Bool {
    var (one, other) = (stat(), stat())
    guard fstat(file, &one) == 0, fstatat(descriptor, name, &other, AT_SYMLINK_NOFOLLOW) == 0 else { return false }
    return one.st_dev == other.st_dev && one.st_ino == other.st_ino
  }
}
