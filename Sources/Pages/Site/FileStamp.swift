internal import Foundation

/// How a file stands on the disk: as long as none of it changes, nobody has written into the file or put another in its place.
struct FileStamp: Equatable, Sendable {
  /// Its number on the disk, its bytes, and when it was last written: seconds since 1970 and the billionths of a second behind them.
  let text: String

  /// - Parameter path: the file, which is no link; nil where there is none.
  init?(of path: String) {
    var facts = stat()
    guard lstat(path, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else { return nil }
    text = "\(facts.st_ino) \(facts.st_size) \(facts.st_mtim.tv_sec) \(facts.st_mtim.tv_nsec)"
  }

  /// A stamp as it was kept; nil where it is none.
  init?(text: String) {
    guard text.utf8.count < 100 else { return nil }
    self.text = text
  }
}
