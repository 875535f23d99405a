internal import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A file without a name, for what one process writes once and reads again later: it takes no memory, nobody else finds it, and it is gone
/// with the process, however that ends.
public final class ScratchFile: Sendable {
  /// Where some bytes lie in it.
  public struct Place: Sendable, Hashable {
    /// The number of the first byte.
    let offset: Int
    /// How many there are.
    public let count: Int
  }

  private let path: String
  private let descriptor: Int32
  private let end = Mutex(0)

  /// - Parameter folder: on whose file system it lies.
  /// - Throws: `FileFault` with the system's reason.
  public init(in folder: OwnFolder) throws(FileFault) {
    path = folder.path
    let name = PartName.make(for: "scratch")
    descriptor = openat(folder.descriptor, name, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw FileFault(path: path, code: errno) }
    // NFS keeps it under a name of its own until it is closed.
    folder.remove(name)
  }

  deinit { close(descriptor) }

  /// Adds bytes.
  ///
  /// - Returns: where they lie.
  /// - Throws: `FileFault` with the system's reason; what was added before is as it was.
  public func add(_ bytes: some Collection<UInt8>) throws(FileFault) -> Place {
    let bytes = Array(bytes)
    let written = end.withLock { end -> Result<Place, FileFault> in
      var done = 0
      while done < bytes.count {
        let count = bytes.withUnsafeBytes {
          pwrite(descriptor, $0.baseAddress?.advanced(by: done), bytes.count - done, off_t(end + done))
        }
        if count > 0 { done += count } else if count == 0 { return .failure(FileFault(path: path, code: ENOSPC)) }
        if count < 0, errno != EINTR { return .failure(FileFault(path: path, code: errno)) }
      }
      defer { end += bytes.count }
      return .success(Place(offset: end, count: bytes.count))
    }
    return try written.get()
  }

  /// The bytes that lie at a place.
  ///
  /// - Throws: `FileFault` with the system's reason.
  public func bytes(at place: Place) throws(FileFault) -> [UInt8] {
    switch PartTransfer.read(place.count, at: place.offset, from: descriptor) {
    case .success(let bytes) where bytes.count == place.count: return bytes
    case .success: throw FileFault(path: path, code: EIO)
    case .failure(let error): throw FileFault(path: path, code: error.number)
    }
  }
}

/// Reads a part of an open file.
enum PartTransfer {
  /// The bytes from `offset` on: `count`, or fewer where the file ends before; the system's error number where it refuses.
  static func read(_ count: Int, at offset: Int, from file: Int32) -> Result<[UInt8], SystemError> {
    var code: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = 0
      while filled < count {
        let taken = pread(file, buffer.baseAddress?.advanced(by: filled), count - filled, off_t(offset + filled))
        if taken > 0 { filled += taken } else if taken == 0 { return }
        if taken < 0, errno != EINTR {
          code = errno
          return
        }
      }
    }
    return code == 0 ? .success(bytes) : .failure(SystemError(number: code))
  }
}
