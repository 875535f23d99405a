internal import CFiles

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Writes files so that a reader sees the old one or the new one, whole, whenever the writer is killed.
public enum AtomicFile {
  /// Why a file could not be written.
  public typealias Fault = FileFault

  /// Whose a file is, which settles what may stand in its place.
  public enum Kind: Sendable {
    /// One that a user named: a link is followed and stays, a pipe or a device is written through.
    case named
    /// One of SegLab's own, where nothing but a file, in folders that are no links, is ever replaced: see ``OwnFolder``.
    case own
  }

  /// Writes `bytes` beside `path` under a name of its own, waits until they are on the disk, then renames.
  ///
  /// - Parameters:
  ///   - bytes: what the file is to hold.
  ///   - path: the file.
  ///   - kind: whose file it is.
  ///   - mode: who may do what with it, less what the process's mask takes away; a file that a user named keeps its own.
  /// - Throws: `Fault` with the reason; nothing is left behind, and what was at `path` is as it was.
  public static func write(
    _ bytes: some Sequence<UInt8>, to path: String, kind: Kind = .named, mode: UInt32 = 0o644
  ) throws(Fault) {
    try write(parts: CollectionOfOne(ContiguousArray(bytes)), to: path, kind: kind, mode: mode)
  }

  /// Writes many files of a folder as ``write(_:to:kind:mode:)`` does one that a user named, and waits for the disk once, behind the last.
  ///
  /// After a power cut some of them may be empty: whoever notes that they were written does so when this has returned.
  /// - Parameters:
  ///   - folder: the folder.
  ///   - body: writes them, with what it is given: bytes, and a name in the folder.
  /// - Throws: what `body` throws; `Fault` where the folder cannot be opened.
  public static func writeMany(
    in folder: String,
    _ body: (_ write: @Sendable (_ text: String, _ name: String) throws(Fault) -> Void) throws -> Void
  ) throws {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Fault(path: folder, code: errno) }
    defer { close(descriptor) }
    try body { text, name throws(Fault) in
      let parts = CollectionOfOne(ContiguousArray(text.utf8))
      let code = write(parts: parts, in: descriptor, as: name, mode: 0o644, syncs: false)
      guard code == 0 else { throw Fault(path: "\(folder)/\(name)", code: code) }
    }
    _ = seglab_sync_all(descriptor)
  }

  /// Writes `parts`, one after the other, as one file; only one of them need be in memory at a time.
  ///
  /// - Throws: as ``write(_:to:kind:mode:)``.
  public static func write(
    parts: some Sequence<ContiguousArray<UInt8>>, to path: String, kind: Kind = .named, mode: UInt32 = 0o644
  ) throws(Fault) {
    switch kind {
    case .own:
      let (folder, name) = divided(path)
      try OwnFolder(folder, for: .writing).write(parts: parts, as: name, mode: mode)
    case .named:
      switch try NamedFile(path) {
      case .stream(let place): try OpenStream.write(parts: parts, to: place)
      case .file(let place):
        let (folder, name) = divided(place)
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Fault(path: path, code: errno) }
        defer { close(descriptor) }
        var facts = stat()
        let isThere = fstatat(descriptor, name, &facts, AT_SYMLINK_NOFOLLOW) == 0
        let code = write(
          parts: parts, in: descriptor, as: name, mode: isThere ? facts.st_mode & 0o777 : mode, isExact: isThere)
        guard code == 0 else { throw Fault(path: path, code: code) }
      }
    }
  }

  /// Writes `text` as UTF-8.
  public static func write(_ text: String, to path: String, kind: Kind = .named) throws(Fault) {
    try write(text.utf8, to: path, kind: kind)
  }

  /// Writes a file in the folder that is open as `folder`; the system's error number, or 0.
  static func write(
    parts: some Sequence<ContiguousArray<UInt8>>, in folder: Int32, as name: String, mode: UInt32,
    isExact: Bool = false,
    syncs: Bool = true
  ) -> Int32 {
    let aside: PartFile
    switch PartFile.make(in: folder, for: name, mode: mode) {
    case .success(let made): aside = made
    case .failure(let code): return code.number
    }
    for part in parts {
      let code = part.withUnsafeBytes { WholeTransfer.write($0, to: aside.descriptor) }
      guard code == 0 else {
        aside.discard()
        return code
      }
    }
    if isExact { fchmod(aside.descriptor, mode) }
    let code = aside.finish(as: name, syncs: syncs)
    if code == 0, syncs { _ = fsync(folder) }
    return code
  }

  /// The folder of `path`, and the name in it.
  private static func divided(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return (".", path) }
    let folder = String(path[..<slash])
    return (folder.isEmpty ? "/" : folder, String(path[path.index(after: slash)...]))
  }
}
