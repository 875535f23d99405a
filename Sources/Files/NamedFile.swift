#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// What stands at a place that a user named, once its links are followed.
enum NamedFile {
  /// A file, or nothing yet: to be replaced as a whole.
  case file(path: String)
  /// A pipe, a terminal or another device: its reader is there already, so it is written through.
  case stream(path: String)

  /// As many links as the system follows itself.
  private static let mostLinks = 40

  /// - Throws: `FileFault` where what stands there is not to be written: a folder, a disk, links that lead in a circle.
  init(_ path: String) throws(FileFault) {
    var place = path
    for _ in 0..<Self.mostLinks {
      var facts = stat()
      guard lstat(place, &facts) == 0 else {
        guard errno == ENOENT else { throw FileFault(path: path, code: errno) }
        self = .file(path: place)
        return
      }
      switch facts.st_mode & S_IFMT {
      case S_IFREG:
        self = .file(path: place)
        return
      case S_IFDIR: throw FileFault(path: path, code: EISDIR)
      case S_IFIFO, S_IFCHR:
        self = .stream(path: place)
        return
      case S_IFLNK:
        // What leads to a process's open file has no name that another could take: `/dev/stdout` is one.
        if place.hasPrefix("/proc/") {
          self = .stream(path: place)
          return
        }
        place = try Self.target(of: place, path: path)
      default: throw FileFault(path: path, cause: .notAFile)
      }
    }
    throw FileFault(path: path, code: ELOOP)
  }

  private static func target(of link: String, path: String) throws(FileFault) -> String {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink(link, &buffer, buffer.count)
    guard count > 0 else { throw FileFault(path: path, code: errno) }
    let target = String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    if target.hasPrefix("/") { return target }
    return (link.lastIndex(of: "/").map { String(link[...$0]) } ?? "") + target
  }
}

/// A pipe or a device that somebody reads.
struct OpenStream {
  /// How many seconds a reader that takes nothing is waited for.
  private static let patience: Int32 = 10

  /// Writes `parts` into what stands at `path`.
  ///
  /// - Throws: `FileFault`: `.noReader` where nobody takes them, `.notAFile` where it turns out to be a disk.
  static func write(parts: some Sequence<ContiguousArray<UInt8>>, to path: String) throws(FileFault) {
    // Without waiting: a pipe that nobody reads would keep us for ever.
    let file = open(path, O_WRONLY | O_APPEND | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
    guard file >= 0 else { throw fault(path, errno) }
    defer { close(file) }
    var facts = stat()
    guard fstat(file, &facts) == 0 else { throw FileFault(path: path, code: errno) }
    guard [S_IFREG, S_IFIFO, S_IFCHR, S_IFSOCK].contains(facts.st_mode & S_IFMT) else {
      throw FileFault(path: path, cause: .notAFile)
    }
    let code = withoutSignal { () -> Int32 in
      for part in parts {
        let code = part.withUnsafeBytes { WholeTransfer.write($0, to: file, patience: patience) }
        guard code == 0 else { return code }
      }
      return 0
    }
    guard code == 0 else { throw fault(path, code) }
  }

  /// Does `body` so that a reader that goes away is told by an error, not by a signal.
  ///
  /// The signal is held back from this thread alone: what the program does about it is one for all threads, and two that write at once
  /// would give each other's back too early.
  private static func withoutSignal(_ body: () -> Int32) -> Int32 {
    var pipes = sigset_t()
    sigemptyset(&pipes)
    sigaddset(&pipes, SIGPIPE)
    var before = sigset_t()
    pthread_sigmask(SIG_BLOCK, &pipes, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    let code = body()
    if code == EPIPE, sigismember(&before, SIGPIPE) == 0 {
      // It waits for this thread now, and is taken away.
      var never = timespec()
      while sigtimedwait(&pipes, nil, &never) < 0, errno == EINTR {}
    }
    return code
  }

  private static func fault(_ path: String, _ code: Int32) -> FileFault {
    [ENXIO, EPIPE, EAGAIN].contains(code) ? FileFault(path: path, cause: .noReader) : FileFault(path: path, code: code)
  }
}
