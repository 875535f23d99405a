internal import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Writes files so that a reader sees the old one or the new one, whole, whenever the writer is killed.
public enum AtomicFile {
  /// Why a file could not be written.
  public struct Fault: Error, Equatable, Sendable {
    /// The file.
    public let path: String
    /// The system's error number.
    public let code: Int32
    /// The system's words for it, for example `No space left on device`.
    public var reason: String { String(cString: strerror(code)) }
  }

  /// Counts the writes of this process, so that two at once to one path do not meet.
  private static let writes = Atomic<UInt64>(0)

  /// Writes `bytes` beside `path` under a name of its own, waits until they are on the disk, then renames.
  ///
  /// - Parameters:
  ///   - bytes: what the file is to hold.
  ///   - path: the file.
  ///   - mode: who may do what with it, less what the process's mask takes away.
  /// - Throws: `Fault` with the system's reason; nothing is left behind, and what was at `path` is as it was.
  public static func write(_ bytes: some Sequence<UInt8>, to path: String, mode: UInt32 = 0o644) throws(Fault) {
    try write(parts: CollectionOfOne(ContiguousArray(bytes)), to: path, mode: mode)
  }

  /// Writes `parts`, one after the other, as one file; only one of them need be in memory at a time.
  ///
  /// - Throws: as ``write(_:to:)``.
  public static func write(
    parts: some Sequence<ContiguousArray<UInt8>>, to path: String, mode: UInt32 = 0o644
  ) throws(Fault) {
    let number = writes.wrappingAdd(1, ordering: .relaxed).newValue
    // The process stands last, so that whoever clears up knows what a living one is still writing.
    let aside = path + ".\(number).\(getpid()).part"
    let file = open(aside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode)
    guard file >= 0 else { throw Fault(path: path, code: errno) }
    var code: Int32 = 0
    for part in parts where code == 0 {
      part.withUnsafeBytes { buffer in
        var offset = 0
        while offset < buffer.count, code == 0 {
          let written = Glibc.write(file, buffer.baseAddress?.advanced(by: offset), buffer.count - offset)
          if written > 0 { offset += written } else if errno != EINTR { code = errno }
        }
      }
    }
    if code == 0, fsync(file) != 0 { code = errno }
    if close(file) != 0, code == 0 { code = errno }
    if code == 0, rename(aside, path) != 0 { code = errno }
    guard code == 0 else {
      unlink(aside)
      throw Fault(path: path, code: code)
    }
    syncFolder(of: path)
  }

  /// Writes `text` as UTF-8.
  public static func write(_ text: String, to path: String) throws(Fault) {
    try write(text.utf8, to: path)
  }

  /// Makes the folder that holds `path` remember its entries, where the file system can.
  public static func syncFolder(of path: String) {
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    let descriptor = open(folder.isEmpty ? "/" : folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    _ = fsync(descriptor)
    close(descriptor)
  }
}
