#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A file that is read piece by piece, because it may be too large to be in memory as a whole.
///
/// It is opened once: what was found out about it holds for every piece, whatever its name leads to later.
public final class OpenFile: Sendable {
  /// How many bytes it had when it was opened.
  public let length: Int
  private let path: String
  private let descriptor: Int32

  /// - Parameter path: the file; neither a link nor a pipe nor a device.
  /// - Throws: `FileBytes.Fault`.
  public init(_ path: String) throws(FileBytes.Fault) {
    let file = open(path, FileBytes.flags | O_NOFOLLOW)
    guard file >= 0 else { throw errno == ELOOP ? .notAFile(path: path) : .refused(path: path, code: errno) }
    var facts = stat()
    guard fstat(file, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else {
      close(file)
      throw .notAFile(path: path)
    }
    (self.path, descriptor, length) = (path, file, Int(facts.st_size))
  }

  deinit { close(descriptor) }

  /// The `count` bytes from `offset` on, or as many as there are; where reading goes on stays as it is.
  ///
  /// - Throws: `FileBytes.Fault.refused`.
  public func read(_ count: Int, at offset: Int) throws(FileBytes.Fault) -> [UInt8] {
    switch PartTransfer.read(count, at: offset, from: descriptor) {
    case .success(let bytes): return bytes
    case .failure(let error): throw .refused(path: path, code: error.number)
    }
  }

  /// Goes on reading at `offset`.
  public func seek(to offset: Int) { lseek(descriptor, offset, SEEK_SET) }

  /// The next `count` bytes, or as many as there are.
  ///
  /// - Throws: `FileBytes.Fault.refused`.
  public func read(_ count: Int) throws(FileBytes.Fault) -> [UInt8] {
    var code: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      (filled, code) = WholeTransfer.read(into: buffer, from: descriptor)
    }
    guard code == 0 else { throw .refused(path: path, code: code) }
    return bytes
  }
}
