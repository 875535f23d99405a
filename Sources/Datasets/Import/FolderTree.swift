#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// The names in a folder, whatever bytes they are made of.
struct FolderListing {
  /// The names that are text, in order; neither `.` and `..` nor hidden ones.
  private(set) var names: [String] = []
  /// The names that are no UTF-8 text, as well as can be shown.
  private(set) var broken: [String] = []

  /// The most entries that are read.
  static let limit = 1_000_000

  /// - Parameter path: the folder.
  /// - Throws: `DatasetError.noSuchFolder`, `.notAFolder`, `.unreadable` or `.tooManyFiles`.
  init(of path: String) throws(DatasetError) {
    guard let folder = opendir(path) else {
      switch errno {
      case ENOENT: throw .noSuchFolder(path: path)
      case ENOTDIR: throw .notAFolder(path: path)
      default: throw .unreadable(path: path, reason: String(cString: strerror(errno)))
      }
    }
    defer { closedir(folder) }
    var count = 0
    errno = 0
    while let entry = readdir(folder) {
      count += 1
      guard count <= Self.limit else { throw .tooManyFiles(path: path, limit: Self.limit) }
      let bytes = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      guard bytes.first != UInt8(ascii: ".") else { continue }
      if let name = String(validating: bytes, as: UTF8.self) {
        names.append(name)
      } else {
        broken.append(String(decoding: bytes, as: UTF8.self))
      }
    }
    names.sort()
    broken.sort()
  }
}

/// All files below a folder, whatever their depth; links to other folders are not followed.
struct FolderTree {
  /// Paths of files, beginning with the folder's own, in order.
  private(set) var files: [String] = []
  /// Names that are no UTF-8 text, with the folder that they are in.
  private(set) var broken: [(folder: String, name: String)] = []

  /// How deep folders may lie in one another.
  private static let depthLimit = 16

  /// - Parameter root: the folder.
  /// - Throws: as `FolderListing`; `.tooManyFiles` counts all folders together.
  init(of root: String) throws(DatasetError) {
    var open: [(path: String, depth: Int)] = [(root, 0)]
    var seen = 0
    while let (path, depth) = open.popLast() {
      let listing = try FolderListing(of: path)
      seen += listing.names.count
      guard seen <= FolderListing.limit else { throw .tooManyFiles(path: root, limit: FolderListing.limit) }
      broken += listing.broken.map { (path, $0) }
      for name in listing.names {
        let whole = "\(path)/\(name)"
        switch Self.kind(of: whole) {
        case S_IFDIR where depth < Self.depthLimit: open.append((whole, depth + 1))
        case S_IFREG: files.append(whole)
        default: continue
        }
      }
    }
    files.sort()
  }

  /// What stands at `path`; of a link to a file, the file.
  private static func kind(of path: String) -> mode_t {
    var facts = stat()
    guard lstat(path, &facts) == 0 else { return 0 }
    guard facts.st_mode & S_IFMT == S_IFLNK else { return facts.st_mode & S_IFMT }
    guard stat(path, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else { return 0 }
    return S_IFREG
  }
}
