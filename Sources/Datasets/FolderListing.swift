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
