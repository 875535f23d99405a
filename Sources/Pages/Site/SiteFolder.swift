internal import Digests
internal import Files
internal import Foundation
internal import Messages

/// The folder that a site is published from.
///
/// A new site is built aside, with hard links to what has not changed, and then takes the old one's place in one step: whoever looks, and
/// whenever the program is killed, there is one whole site. What is not the site's own (a `CNAME`, a `.git`) goes along and is never removed.
struct SiteFolder {
  /// The folder's path.
  let path: String
  /// Its name in the folder above it.
  private let name: String
  private let above: OwnFolder
  /// What it held before by its own account; empty where there was no site. Which files are the site's it tells, and nothing else is
  /// believed of it.
  let manifest: SiteManifest
  /// What is known of the site that stands there; nothing where it is not the one that was built last.
  private let known: [String: SiteMemory.KnownFile]

  /// The most files that are not the site's own.
  private static let mostForeign = 100_000

  /// Opens the folder; it need not be there yet.
  ///
  /// - Parameters:
  ///   - path: the folder.
  ///   - memory: what was kept of the site that was built last.
  /// - Throws: `PageError.notWritten` where it is no folder, or nothing can be written beside it.
  init(_ path: String, remembering memory: SiteMemory) throws(PageError) {
    let place = URL(fileURLWithPath: path, isDirectory: true).standardizedFileURL
    self.path = place.path
    name = place.lastPathComponent
    do throws(FileFault) {
      above = try OwnFolder(place.deletingLastPathComponent().path)
      guard above.isWritable else {
        throw FileFault(path: place.deletingLastPathComponent().path, cause: .system(EACCES))
      }
      switch above.facts(of: name)?.kind {
      case nil, .folder: break
      case .link: throw FileFault(path: place.path, cause: .link)
      case .file, .other: throw FileFault(path: place.path, cause: .notAFolder)
      }
    } catch {
      throw .notWritten(path: error.path, reason: error.reason)
    }
    let kept = try? FileBytes.read(place.path + "/" + SiteManifest.name, limit: SiteManifest.limit, followsLinks: false)
    if let kept, SHA256.hash(data: kept).hexadecimal == memory.manifest {
      known = memory.files
      manifest = SiteManifest(files: known.mapValues(\.entry))
    } else {
      known = [:]
      manifest = kept.flatMap { SiteManifest($0) } ?? SiteManifest()
    }
  }

  /// A file of the site that was made of what `key` stands for and is as it was; nil where it is not.
  func unchanged(_ path: String, key: String) -> SiteMemory.KnownFile? {
    guard let file = known[path], file.entry.key == key, let stamp = FileStamp(of: self.path + "/" + path) else {
      return nil
    }
    if stamp == file.stamp { return file }
    // A copy of the site, or one that was fetched again, has other stamps and may be the same all the same.
    guard self.file(path, of: file.entry) != nil else { return nil }
    return SiteMemory.KnownFile(entry: file.entry, stamp: stamp)
  }

  /// The bytes of a file of the site; nil where they are not what `entry` says.
  private func file(_ path: String, of entry: SiteManifest.Entry) -> [UInt8]? {
    let bytes = try? FileBytes.read(self.path + "/" + path, limit: 64 << 20, followsLinks: false)
    return bytes.flatMap { SHA256.hash(data: $0).hexadecimal == entry.digest ? $0 : nil }
  }

  /// The bytes of a file of the site as it was built; nil where it is not there as it was.
  func file(_ path: String) -> [UInt8]? { known[path].flatMap { file(path, of: $0.entry) } }

  /// The entries of `paths`, pictures of a page; nil where one of them is not as it was. A picture that stands in `seen` was looked at for
  /// another page.
  func unchanged(
    _ paths: [String], knowing seen: [String: SiteMemory.KnownFile]
  ) -> [String: SiteMemory.KnownFile]? {
    var files: [String: SiteMemory.KnownFile] = [:]
    for path in paths {
      guard let file = seen[path] ?? known[path].flatMap({ unchanged(path, key: $0.entry.key) }) else { return nil }
      files[path] = file
    }
    return files
  }

  /// Puts a new site in the old one's place.
  ///
  /// - Parameters:
  ///   - written: the files that are new or changed.
  ///   - all: all the new site's files.
  ///   - account: the new site's manifest.
  /// - Returns: how the files stand on the disk that were written.
  /// - Throws: `PageError.notWritten` with the reason, `PageError.placeTaken` where a file that is not the site's stands in the way; the old
  ///   site is as it was.
  func publish(
    _ written: [SiteFile], _ all: [String], account: [UInt8]
  ) throws(PageError) -> [String: FileStamp] {
    var stamps: [String: FileStamp] = [:]
    do throws(FileFault) {
      let aside = try PrivateFolder(in: above)
      let site = try aside.makeFolder("site")
      var folders: Set<String> = []
      func place(_ path: String) throws(FileFault) -> String {
        let parts = path.split(separator: "/").dropLast()
        for count in 0..<parts.count {
          let folder = parts[...(parts.startIndex + count)].joined(separator: "/")
          guard folders.insert(folder).inserted else { continue }
          try SystemCall.makeFolder(site + "/" + folder)
        }
        return site + "/" + path
      }
      // Nobody reads it before it takes the old site's place. What a power failure takes of it, the next build misses by its digest.
      for file in written {
        let target = try place(file.path)
        try SystemCall.write(file.bytes, to: target)
        stamps[file.path] = FileStamp(of: target)
      }
      let fresh = Set(written.map(\.path))
      for path in all where !fresh.contains(path) {
        try SystemCall.link(self.path + "/" + path, to: try place(path))
      }
      let foreign = try foreign()
      let ours = Set(all)
      for path in foreign.folders { _ = try place(path + "/.") }
      for path in foreign.files {
        guard !ours.contains(path) else { throw FileFault(path: self.path + "/" + path, cause: .system(EEXIST)) }
        try SystemCall.carry(self.path + "/" + path, to: try place(path))
      }
      try AtomicFile.write(account, to: site + "/" + SiteManifest.name)
      SystemCall.open(site)
      let made = URL(fileURLWithPath: aside.path).lastPathComponent + "/site"
      if above.facts(of: name) == nil {
        try above.rename(made, to: name)
      } else if !above.exchange(made, name) {
        throw FileFault(path: path, cause: .system(errno))
      }
      above.sync()
    } catch {
      throw .notWritten(path: error.path, reason: error.reason)
    }
    return stamps
  }

  /// What stands in the folder and is not the site's, in order; a folder of the site that is empty now is not among it.
  private func foreign() throws(FileFault) -> (folders: [String], files: [String]) {
    guard let walk = FileManager.default.enumerator(atPath: path) else { return ([], []) }
    var (folders, files): ([String], [String]) = ([], [])
    let ours = Set(
      manifest.files.keys.flatMap { path in
        path.indices.filter { path[$0] == "/" }.map { String(path[..<$0]) }
      })
    while let path = walk.nextObject() as? String {
      guard manifest.files[path] == nil, path != SiteManifest.name else { continue }
      if walk.fileAttributes?[.type] as? FileAttributeType == .typeDirectory {
        if !ours.contains(path) { folders.append(path) }
      } else {
        files.append(path)
      }
      guard folders.count + files.count <= Self.mostForeign else {
        throw FileFault(path: self.path, cause: .system(EMLINK))
      }
    }
    return (folders.sorted(), files.sorted())
  }
}

/// The few calls of the system that Foundation does not give as they are.
private enum SystemCall {
  static func makeFolder(_ path: String) throws(FileFault) {
    guard mkdir(path, 0o755) == 0 || errno == EEXIST else { throw FileFault(path: path, cause: .system(errno)) }
  }

  /// A new file.
  static func write(_ bytes: [UInt8], to path: String) throws(FileFault) {
    let file = Glibc.open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o644)
    guard file >= 0 else { throw FileFault(path: path, cause: .system(errno)) }
    defer { close(file) }
    let code = bytes.withUnsafeBytes { WholeTransfer.write($0, to: file) }
    guard code == 0 else { throw FileFault(path: path, cause: .system(code)) }
  }

  /// One file under a second name; a copy where the disk has no links.
  static func link(_ path: String, to other: String) throws(FileFault) {
    guard Glibc.link(path, other) != 0 else { return }
    guard errno == EPERM || errno == EMLINK || errno == ENOTSUP || errno == EXDEV else {
      throw FileFault(path: path, cause: .system(errno))
    }
    guard let bytes = try? FileBytes.read(path, limit: 1 << 30, followsLinks: false) else {
      throw FileFault(path: path, cause: .system(EIO))
    }
    try AtomicFile.write(bytes, to: other)
  }

  /// Somebody else's file or link, as it is, under a second name.
  static func carry(_ path: String, to other: String) throws(FileFault) {
    var facts = stat()
    guard lstat(path, &facts) == 0 else { throw FileFault(path: path, cause: .system(errno)) }
    switch facts.st_mode & S_IFMT {
    case S_IFREG: try link(path, to: other)
    case S_IFLNK:
      guard let target = try? FileManager.default.destinationOfSymbolicLink(atPath: path),
        symlink(target, other) == 0
      else { throw FileFault(path: path, cause: .system(errno)) }
    default: throw FileFault(path: path, cause: .notAFile)
    }
  }

  /// Lets everybody look into a folder that is published.
  static func open(_ path: String) { chmod(path, 0o755) }
}
