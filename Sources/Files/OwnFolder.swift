internal import CFiles

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A folder of SegLab's own: `.seglab` and what is in it.
///
/// A course folder may come from somebody else, so nothing here is believed to be what its name says. From `.seglab` on every folder of
/// the path has to be a real one: a link could lead to files that are none of ours. What is written and removed is reached through the
/// folder that was opened, not through its path once more.
public final class OwnFolder: Sendable {
  /// What SegLab's folder in a course is called.
  public static let stateName = ".seglab"

  /// What a folder is opened for.
  public enum Purpose: Sendable {
    /// To read in it; whose it is does not matter.
    case reading
    /// To write in it: it has to be this user's own.
    case writing
    /// As `writing`; where it is not there, it is made, and all above it, its rights as given.
    case making(mode: UInt32)
  }

  /// Its path.
  public let path: String
  let descriptor: Int32

  /// - Parameters:
  ///   - path: the folder.
  ///   - purpose: what it is opened for.
  /// - Throws: `FileFault`: `.link`, `.notAFolder`, `.foreign`, or the system's reason.
  public init(_ path: String, for purpose: Purpose = .reading) throws(FileFault) {
    self.path = path
    descriptor = try Self.open(path, purpose)
  }

  private init(opened path: String, _ descriptor: Int32) {
    self.path = path
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  /// The part of `path` that others may have made, and the part from `.seglab` on, name by name; the last name alone where there is no
  /// `.seglab`.
  private static func divided(_ path: String) -> (base: String, own: [Substring]) {
    let parts = path.split(separator: "/")
    let start = parts.lastIndex { $0 == stateName } ?? max(0, parts.count - 1)
    let base = parts[..<start].joined(separator: "/")
    return (path.hasPrefix("/") ? "/" + base : (base.isEmpty ? "." : base), Array(parts[start...]))
  }

  private static func open(_ path: String, _ purpose: Purpose) throws(FileFault) -> Int32 {
    let (base, own) = divided(path)
    if case .making = purpose { makeFolders(base) }
    var folder = Glibc.open(base, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { throw FileFault(path: path, code: errno) }
    var place = base == "/" ? "" : base
    for (number, name) in own.enumerated() {
      place += "/\(name)"
      let shown = base == "." ? String(place.dropFirst(2)) : place
      let above = folder
      defer { close(above) }
      var purpose = purpose
      if case .making = purpose, number < own.count - 1 { purpose = .making(mode: 0o755) }
      folder = try step(from: above, to: String(name), path: shown, purpose)
    }
    return folder
  }

  private static func step(
    from folder: Int32, to name: String, path: String, _ purpose: Purpose
  ) throws(FileFault) -> Int32 {
    let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
    var next = openat(folder, name, flags)
    if next < 0, errno == ENOENT, case .making(let mode) = purpose {
      guard mkdirat(folder, name, mode) == 0 || errno == EEXIST else { throw FileFault(path: path, code: errno) }
      next = openat(folder, name, flags)
    }
    let code = errno
    var facts = stat()
    guard next >= 0 else {
      guard fstatat(folder, name, &facts, AT_SYMLINK_NOFOLLOW) == 0 else { throw FileFault(path: path, code: code) }
      switch facts.st_mode & S_IFMT {
      case S_IFLNK: throw FileFault(path: path, cause: .link)
      case S_IFDIR: throw FileFault(path: path, code: code)
      default: throw FileFault(path: path, cause: .notAFolder)
      }
    }
    if case .reading = purpose { return next }
    guard fstat(next, &facts) == 0, facts.st_uid == geteuid() else {
      close(next)
      throw FileFault(path: path, cause: .foreign(owner: Int(facts.st_uid)))
    }
    return next
  }

  /// Makes the folder at `path` and those above it, where they are not there; who asks for it sees whether that went well.
  private static func makeFolders(_ path: String) {
    let ends = path.indices.dropFirst().filter { path[$0] == "/" } + [path.endIndex]
    for end in ends { mkdir(String(path[..<end]), 0o755) }
  }
}

extension OwnFolder {
  /// The most names that are looked at in one folder.
  private static let most = 200_000

  /// What stands under a name.
  public struct Facts: Sendable {
    /// What it is.
    public enum Kind: Sendable {
      /// A file, a folder, a link, or anything else.
      case file, folder, link, other
    }
    /// What it is.
    public let kind: Kind
    /// How many bytes it has.
    public let bytes: Int
    /// When it was last changed, in seconds since 1970.
    public let changed: Double
    /// Whether it is this user's own.
    public let isOwn: Bool
  }

  /// Whether others than its owner may remove names in it that are not theirs.
  public var isOpenToOthers: Bool {
    var facts = stat()
    return fstat(descriptor, &facts) == 0 && facts.st_mode & (S_IWGRP | S_IWOTH) != 0
      && facts.st_mode & S_ISVTX == 0
  }

  /// The names in the folder, in no order.
  public var names: [String] {
    let again = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard again >= 0 else { return [] }
    guard let listing = fdopendir(again) else {
      close(again)
      return []
    }
    defer { closedir(listing) }
    var names: [String] = []
    while names.count < Self.most, let entry = readdir(listing) {
      let bytes = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      // What is no text is no name that SegLab gave.
      if let name = String(validating: bytes, as: UTF8.self), name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  /// What stands under `name`; nil where nothing does. A link is told of, not followed.
  public func facts(of name: String) -> Facts? {
    var facts = stat()
    guard fstatat(descriptor, name, &facts, AT_SYMLINK_NOFOLLOW) == 0 else { return nil }
    let kind: Facts.Kind =
      switch facts.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .link
      default: .other
      }
    return Facts(
      kind: kind, bytes: Int(facts.st_size),
      changed: Double(facts.st_mtim.tv_sec) + Double(facts.st_mtim.tv_nsec) / 1e9, isOwn: facts.st_uid == geteuid())
  }

  /// The folder called `name` in this one.
  ///
  /// - Throws: as ``init(_:for:)``.
  public func folder(_ name: String, for purpose: Purpose = .reading) throws(FileFault) -> OwnFolder {
    let place = "\(path)/\(name)"
    return OwnFolder(opened: place, try Self.step(from: descriptor, to: name, path: place, purpose))
  }

  /// All bytes of the file called `name`, as ``FileBytes/read(_:limit:followsLinks:)`` reads them.
  public func read(_ name: String, limit: Int) throws(FileBytes.Fault) -> [UInt8] {
    let file = openat(descriptor, name, FileBytes.flags | O_NOFOLLOW)
    return try FileBytes.read(opened: file, path: "\(path)/\(name)", limit: limit)
  }

  /// A part of the file called `name`, which is not read whole.
  ///
  /// - Parameters:
  ///   - name: the file.
  ///   - offset: the number of the first byte.
  ///   - count: how many bytes there have to be.
  /// - Returns: the bytes.
  /// - Throws: `FileBytes.Fault` where there is no such file, or none with so many bytes.
  public func read(_ name: String, at offset: Int, count: Int) throws(FileBytes.Fault) -> [UInt8] {
    let place = "\(path)/\(name)"
    let file = openat(descriptor, name, FileBytes.flags | O_NOFOLLOW)
    guard file >= 0 else { throw errno == ELOOP ? .notAFile(path: place) : .refused(path: place, code: errno) }
    defer { close(file) }
    var facts = stat()
    guard fstat(file, &facts) == 0 else { throw .refused(path: place, code: errno) }
    guard facts.st_mode & S_IFMT == S_IFREG, offset >= 0, count >= 0, offset <= Int(facts.st_size) - count else {
      throw .notAFile(path: place)
    }
    switch PartTransfer.read(count, at: offset, from: file) {
    case .success(let bytes) where bytes.count == count: return bytes
    case .success: throw .notAFile(path: place)
    case .failure(let error): throw .refused(path: place, code: error.number)
    }
  }

  /// Writes `parts` as the file called `name`, in place of a file that was there.
  ///
  /// - Throws: `FileFault`: `.link` or `.notAFile` for what else stands there, or the system's reason.
  public func write(
    parts: some Sequence<ContiguousArray<UInt8>>, as name: String, mode: UInt32 = 0o644
  ) throws(FileFault) {
    switch facts(of: name)?.kind {
    case nil, .file: break
    case .link: throw FileFault(path: "\(path)/\(name)", cause: .link)
    case .folder, .other: throw FileFault(path: "\(path)/\(name)", cause: .notAFile)
    }
    let code = AtomicFile.write(parts: parts, in: descriptor, as: name, mode: mode)
    guard code == 0 else { throw FileFault(path: "\(path)/\(name)", code: code) }
  }

  /// As ``write(parts:as:mode:)``, in one piece.
  public func write(_ bytes: some Sequence<UInt8>, as name: String, mode: UInt32 = 0o644) throws(FileFault) {
    try write(parts: CollectionOfOne(ContiguousArray(bytes)), as: name, mode: mode)
  }

  /// Removes what is called `name` and is no folder: a link itself, never what is behind it.
  @discardableResult
  public func remove(_ name: String) -> Bool { unlinkat(descriptor, name, 0) == 0 }

  /// Removes the folder called `name` if nothing is left in it.
  @discardableResult
  public func removeFolder(_ name: String) -> Bool { unlinkat(descriptor, name, AT_REMOVEDIR) == 0 }

  /// Gives what is called `name` another name.
  ///
  /// - Throws: `FileFault` with the system's reason.
  public func rename(_ name: String, to other: String) throws(FileFault) {
    guard renameat(descriptor, name, descriptor, other) == 0 else {
      throw FileFault(path: "\(path)/\(other)", code: errno)
    }
  }

  /// Lets what is called `one` and what is called `other` change places in one step.
  ///
  /// - Returns: whether the file system can.
  public func exchange(_ one: String, _ other: String) -> Bool { seglab_exchange(descriptor, one, other) == 0 }

  /// Makes the folder remember its entries, where the file system can.
  public func sync() { _ = fsync(descriptor) }

  /// Notes that the folder is of use now.
  public func touch() { futimens(descriptor, nil) }

  /// Whether this user may reach what lies in the folder.
  public var isReachable: Bool { faccessat(descriptor, ".", X_OK, AT_EACCESS) == 0 }

  /// Whether this user may write in the folder, as far as its rights and the file system tell.
  public var isWritable: Bool { faccessat(descriptor, ".", W_OK, AT_EACCESS) == 0 }
}
