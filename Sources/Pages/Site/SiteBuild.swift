internal import Digests
internal import Labs

/// A site while it is put together: what stands in its folder and stays, and what is to be written.
struct SiteBuild {
  /// Where it goes.
  let folder: SiteFolder
  /// The files that stay as they are.
  private(set) var kept: [String: SiteMemory.KnownFile] = [:]
  /// The files that are new or changed.
  private(set) var written: [SiteFile] = []
  /// What those are made from.
  private var entries: [String: SiteManifest.Entry] = [:]

  /// A file that is not a page: its bytes are asked for where they do not stand there already.
  struct Shared: Sendable {
    let path: String
    /// SHA-256 of the bytes.
    let digest: String
    let bytes: @Sendable () throws(PageError) -> [UInt8]
  }

  /// - Parameter folder: where it goes.
  init(folder: SiteFolder) { self.folder = folder }

  /// All its files.
  var manifest: SiteManifest { SiteManifest(files: kept.mapValues(\.entry).merging(entries) { $1 }) }

  /// What is to be kept of it, where `stamps` tells how the files stand on the disk that were written.
  func known(_ stamps: [String: FileStamp]) -> [String: SiteMemory.KnownFile] {
    var known = kept
    for (path, entry) in entries {
      if let stamp = stamps[path] { known[path] = SiteMemory.KnownFile(entry: entry, stamp: stamp) }
    }
    return known
  }

  /// SHA-256 of a file of the site; nil where it has none of that name.
  func digest(of path: String) -> String? { entries[path]?.digest ?? kept[path]?.entry.digest }

  /// Keeps the pages that are made of what they were made of before, and whose pictures are as they were.
  ///
  /// - Parameters:
  ///   - pages: the pages.
  ///   - keys: what each is made of.
  /// - Returns: the numbers of the others.
  mutating func keep(_ pages: [SitePage], keys: [String]) -> [Int] {
    let folder = folder
    let there = Parallel.map(pages.count) { Found(file: folder.unchanged(pages[$0].path, key: keys[$0])) }
    return pages.indices.filter { place in
      guard let file = there[place].file, let pictures = folder.unchanged(file.entry.pictures ?? [], knowing: kept)
      else { return true }
      kept[pages[place].path] = file
      kept.merge(pictures) { $1 }
      return false
    }
  }

  /// Keeps a file that is made of what it was made of before; whether it is there.
  mutating func keep(_ path: String, key: String) -> Bool {
    kept[path] = folder.unchanged(path, key: key)
    return kept[path] != nil
  }

  /// Adds a file that was made anew.
  mutating func add(_ file: SiteFile, _ entry: SiteManifest.Entry) {
    guard entries.updateValue(entry, forKey: file.path) == nil else { return }
    written.append(file)
  }

  /// Adds the pictures of a page: one that another page shows as well, or that stands there, is not written again.
  mutating func add(pictures: [String: [UInt8]]) {
    for (path, bytes) in pictures.sorted(by: { $0.key < $1.key }) where kept[path] == nil && entries[path] == nil {
      let digest = SHA256.hash(data: bytes).hexadecimal
      guard !keep(path, key: digest) else { continue }
      add(SiteFile(path: path, bytes: bytes), SiteManifest.Entry(key: digest, digest: digest))
    }
  }

  /// Adds files that are not pages.
  ///
  /// - Throws: what the first of them throws whose bytes cannot be had.
  mutating func add(_ files: [Shared]) throws(PageError) {
    let folder = folder
    let there = Parallel.map(files.count) { Found(file: folder.unchanged(files[$0].path, key: files[$0].digest)) }
    for (file, found) in zip(files, there) {
      if let known = found.file {
        kept[file.path] = known
      } else {
        add(
          SiteFile(path: file.path, bytes: try file.bytes()),
          SiteManifest.Entry(key: file.digest, digest: file.digest))
      }
    }
  }

  /// What stands in a file's place, or nothing.
  private struct Found: Sendable {
    let file: SiteMemory.KnownFile?
  }
}
