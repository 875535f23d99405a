internal import CFiles

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

extension OwnFolder {
  /// Makes the file called `name` of `bytes` where nothing stands there yet: it appears whole, and of several who try one succeeds.
  ///
  /// The bytes are written aside, and given the name by a hard link. That is one step of the file system, on NFS one of its server's, which
  /// no cache of a client's answers: locks and clocks are not asked. A file system without hard links refuses.
  /// - Parameters:
  ///   - bytes: what the file is to hold.
  ///   - name: what it is to be called.
  ///   - mode: who may do what with it.
  ///   - syncs: whether to wait until all is on the disk.
  /// - Returns: whether this call made it; false where something stands there.
  /// - Throws: `FileFault` with the system's reason; nothing is left behind.
  @discardableResult
  public func create(
    _ bytes: [UInt8], as name: String, mode: UInt32 = 0o644, syncs: Bool = true
  ) throws(FileFault) -> Bool {
    let place = "\(path)/\(name)"
    let aside: PartFile
    switch PartFile.make(in: descriptor, for: name, mode: mode) {
    case .success(let made): aside = made
    case .failure(let error): throw FileFault(path: place, code: error.number)
    }
    defer { aside.discard() }
    var code = bytes.withUnsafeBytes { WholeTransfer.write($0, to: aside.descriptor) }
    if code == 0, syncs, fsync(aside.descriptor) != 0 { code = errno }
    guard code == 0 else { throw FileFault(path: place, code: code) }
    guard linkat(descriptor, aside.name, descriptor, name, 0) != 0 else {
      if syncs { sync() }
      return true
    }
    code = errno
    // An answer that was lost on its way is asked for again, and the second says that the name is taken: by this file.
    if stands(aside.descriptor, as: name) { return true }
    guard code == EEXIST else { throw FileFault(path: place, code: code) }
    return false
  }

  /// Writes `bytes` over those from `offset` on in the file called `name`, which is there, and waits until they are on the disk.
  ///
  /// No room is asked for, so that a disk that is full does not refuse.
  /// - Throws: `FileFault`: `.link` or `.notAFile` for what else stands there, or the system's reason.
  public func overwrite(_ name: String, at offset: Int, with bytes: [UInt8]) throws(FileFault) {
    let place = "\(path)/\(name)"
    let file = openat(descriptor, name, O_WRONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else {
      let code = errno
      if code == ELOOP { throw FileFault(path: place, cause: .link) }
      throw FileFault(path: place, code: code)
    }
    defer { close(file) }
    var facts = stat()
    guard fstat(file, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else {
      throw FileFault(path: place, cause: .notAFile)
    }
    guard lseek(file, offset, SEEK_SET) == offset else { throw FileFault(path: place, code: errno) }
    var code = bytes.withUnsafeBytes { WholeTransfer.write($0, to: file) }
    if code == 0, fsync(file) != 0 { code = errno }
    guard code == 0 else { throw FileFault(path: place, code: code) }
  }

  /// Waits until all that was written to the folder's file system is on the disk.
  public func syncAll() { _ = seglab_sync_all(descriptor) }
}
