#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Reads and writes through an open descriptor until all is done: the system may take or give less at a time, and signals interrupt it.
public enum WholeTransfer {
  /// Reads until `buffer` is full or the file ends.
  ///
  /// - Returns: how many bytes there were, and the system's error number, or 0.
  public static func read(into buffer: UnsafeMutableBufferPointer<UInt8>, from file: Int32) -> (count: Int, code: Int32)
  {
    var filled = 0
    while filled < buffer.count {
      let taken = Glibc.read(file, buffer.baseAddress?.advanced(by: filled), buffer.count - filled)
      if taken > 0 { filled += taken } else if taken == 0 { break } else if errno != EINTR { return (filled, errno) }
    }
    return (filled, 0)
  }

  /// Writes all of `bytes`.
  ///
  /// - Parameters:
  ///   - bytes: what is written.
  ///   - file: the descriptor.
  ///   - patience: how many seconds a reader that takes nothing is waited for, where the descriptor does not wait by itself.
  /// - Returns: the system's error number, `EAGAIN` where patience ended; or 0.
  public static func write(_ bytes: UnsafeRawBufferPointer, to file: Int32, patience: Int32 = 0) -> Int32 {
    var offset = 0
    while offset < bytes.count {
      let written = Glibc.write(file, bytes.baseAddress?.advanced(by: offset), bytes.count - offset)
      if written > 0 {
        offset += written
      } else if written == 0 {
        return ENOSPC
      } else if errno == EAGAIN {
        var waiting = pollfd(fd: file, events: Int16(POLLOUT), revents: 0)
        guard patience > 0, poll(&waiting, 1, patience * 1000) != 0 else { return EAGAIN }
      } else if errno != EINTR {
        return errno
      }
    }
    return 0
  }
}
