internal import CHost

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// A running decoder, spoken to over a pair of sockets; it ends when this value is given up.
final class DICOMChild {
  /// Why there is no answer.
  enum Fault: Error {
    /// It took longer than agreed.
    case overTime
    /// It ended, or said what cannot be understood.
    case broken
    /// It could not be started, for the system's `reason`.
    case missing(reason: String)
  }

  /// Neither waiting nor a signal where the other end is gone.
  private static let promptly = Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT)
  private let socket: Int32
  private let number: pid_t
  /// What a decoder may take: enough for the largest image that is read, several times over.
  private static let addressSpace: UInt64 = 4 << 30
  /// Seconds of processor time, over all files of a folder; a decoder that used them up is replaced.
  private static let processorSeconds: UInt64 = 900

  init(program: String) throws(Fault) {
    guard access(program, X_OK) == 0 else { throw .missing(reason: String(cString: strerror(errno))) }
    var ends: [Int32] = [-1, -1]
    let stream = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, stream, 0, &ends) == 0 else { throw .missing(reason: String(cString: strerror(errno))) }
    let silence = open("/dev/null", O_WRONLY | O_CLOEXEC)
    defer {
      close(ends[1])
      if silence >= 0 { close(silence) }
    }
    let started = Self.start(program: program, end: ends[1], errors: silence)
    guard started > 0 else {
      close(ends[0])
      throw .missing(reason: String(cString: strerror(-started)))
    }
    socket = ends[0]
    number = started
  }

  deinit {
    close(socket)
    kill(number, SIGKILL)
    var status: Int32 = 0
    while waitpid(number, &status, 0) < 0, errno == EINTR {}
  }

  private static func start(program: String, end: Int32, errors: Int32) -> pid_t {
    var words = [strdup(program), nil]
    var variables = [strdup("LC_ALL=C"), strdup("PATH=/nonexistent"), nil]
    if let libraries = getenv("LD_LIBRARY_PATH") {
      variables.insert(strdup("LD_LIBRARY_PATH=" + String(cString: libraries)), at: 0)
    }
    defer { for text in words + variables { free(text) } }
    return program.withCString { path in
      words.withUnsafeMutableBufferPointer { words in
        variables.withUnsafeMutableBufferPointer { variables in
          var child = seglab_child()
          child.path = path
          child.arguments = UnsafePointer(words.baseAddress)
          child.environment = UnsafePointer(variables.baseAddress)
          child.input = end
          child.output = end
          child.error = errors
          child.limits.processor_seconds = processorSeconds
          child.limits.address_space = addressSpace
          // It writes no file at all.
          child.limits.file_size = 1
          child.seccomp = SEGLAB_SECCOMP_PROGRAM
          child.ruleset = -1
          return seglab_start(&child)
        }
      }
    }
  }

  /// What it says of the file whose content is `bytes`.
  func answer(to bytes: [UInt8], seconds: Double) throws(Fault) -> DICOMReply {
    let deadline = Self.now + seconds
    try send(withUnsafeBytes(of: UInt64(bytes.count), Array.init), until: deadline)
    try send(bytes, until: deadline)
    let head = try receive(DICOMReply.headCount, until: deadline)
    guard let (said, count) = DICOMReply.reading(head: head) else { throw .broken }
    // The decoder may be in the hands of the file: nothing that it says is believed.
    guard count <= UInt64(PNGFile.pixelLimit) * 4 else { throw .broken }
    var reply = said
    reply.payload = try receive(Int(count), until: deadline)
    guard reply.outcome != .decoded || reply.isWhole else { throw .broken }
    return reply
  }

  private func send(_ bytes: [UInt8], until deadline: Double) throws(Fault) {
    var done = 0
    while done < bytes.count {
      try wait(for: POLLOUT, until: deadline)
      let given = bytes.withUnsafeBytes { source in
        Glibc.send(socket, source.baseAddress?.advanced(by: done), source.count - done, Self.promptly)
      }
      if given > 0 { done += given } else if errno != EINTR && errno != EAGAIN { throw .broken }
    }
  }

  private func receive(_ count: Int, until deadline: Double) throws(Fault) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    var filled = 0
    while filled < count {
      try wait(for: POLLIN, until: deadline)
      let taken = bytes.withUnsafeMutableBytes { target in
        recv(socket, target.baseAddress?.advanced(by: filled), count - filled, Self.promptly)
      }
      if taken > 0 { filled += taken } else if taken == 0 || (errno != EINTR && errno != EAGAIN) { throw .broken }
    }
    return bytes
  }

  private func wait(for event: Int32, until deadline: Double) throws(Fault) {
    while true {
      let left = deadline - Self.now
      guard left > 0 else { throw .overTime }
      var waiting = pollfd(fd: socket, events: Int16(event), revents: 0)
      let ready = poll(&waiting, 1, Int32(min(left * 1000 + 1, 1_000_000)))
      if ready > 0 { return }
      if ready < 0, errno != EINTR { throw .broken }
    }
  }

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}

extension DICOMReply {
  /// Whether a decoded image is one that is read here, with exactly its pixels.
  fileprivate var isWhole: Bool {
    (1...UInt64(PNGFile.sideLimit)).contains(columns) && (1...UInt64(PNGFile.sideLimit)).contains(rows)
      && (1...UInt64(PNGFile.pixelLimit)).contains(frames) && columns * rows * frames <= UInt64(PNGFile.pixelLimit)
      && [8, 16, 32].contains(allocatedBits)
      && (1...allocatedBits).contains(storedBits) && slope.isFinite && intercept.isFinite && windowCentre.isFinite
      && windowWidth.isFinite && UInt64(payload.count) == columns * rows * frames * (allocatedBits / 8)
  }
}
