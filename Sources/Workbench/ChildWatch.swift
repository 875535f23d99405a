internal import Foundation

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// Reads what a child writes until it ends, and ends it where it goes beyond its limits.
struct ChildWatch {
  /// The child, which leads a process group of its own.
  let number: pid_t
  /// Where its output and its errors come in.
  let output: Int32
  let errors: Int32
  /// The bytes of output after which it is killed; errors beyond a sixteenth are dropped.
  let outputLimit: Int
  /// The seconds after which it is killed.
  let wallSeconds: Double
  /// The seconds without a byte of output after which it is killed; nil for any number.
  let silentSeconds: Double?
  /// Takes output as it comes, in place of keeping it.
  let onOutput: (@Sendable ([UInt8]) -> Void)?
  /// Whether it is to end by itself, once true.
  let isToEnd: @Sendable () -> Bool

  /// The seconds after which it is killed where it was told to end and does not: of the minute that a cluster gives, a little is left.
  static let patience = 50.0

  /// Waits for the end. When this returns the child is no more, and what it started has been killed.
  func wait(isCancelled: () -> Bool) -> Child.Ending {
    var ending = Child.Ending(cause: .exited(0), output: [], errors: [])
    var killed: Child.Ending.Cause?
    var listening = [
      pollfd(fd: output, events: Int16(POLLIN), revents: 0), pollfd(fd: errors, events: Int16(POLLIN), revents: 0),
    ]
    let deadline = Self.now + wallSeconds
    var lastSign = Self.now
    var taken = 0
    var told: Double?
    while true {
      if listening.contains(where: { $0.fd >= 0 }), poll(&listening, 2, 100) > 0 {
        if listening[0].revents != 0 {
          lastSign = Self.now
          if !read(&listening[0], into: &ending.output, limit: outputLimit - taken) { killed = .overOutput }
          hand(&ending.output, &taken)
        }
        if listening[1].revents != 0 { _ = read(&listening[1], into: &ending.errors, limit: outputLimit / 16) }
      }
      let isSilent = listening.allSatisfy { $0.fd < 0 }
      if killed == nil, isCancelled() { killed = .cancelled }
      if told == nil, isToEnd() {
        kill(number, SIGUSR2)
        told = Self.now
      }
      if killed == nil, let told, Self.now > told + Self.patience { killed = .cancelled }
      if killed == nil, Self.now > deadline { killed = .overTime }
      if killed == nil, let silentSeconds, Self.now > lastSign + silentSeconds { killed = .silent }
      if killed != nil || hasEnded { break }
      if isSilent { usleep(2000) }
    }
    // Before the child is reaped, while its number still stands for its group: something that it started may live on.
    kill(-number, SIGKILL)
    var status: Int32 = 0
    while waitpid(number, &status, 0) < 0, errno == EINTR {}
    drain(&listening, into: &ending)
    hand(&ending.output, &taken)
    ending.cause = killed ?? Self.cause(status)
    return ending
  }

  /// Gives what came to who takes it, where somebody does.
  private func hand(_ output: inout [UInt8], _ taken: inout Int) {
    guard let onOutput, !output.isEmpty else { return }
    taken += output.count
    onOutput(output)
    output = []
  }

  /// Whether the child is no longer running; it is not reaped.
  private var hasEnded: Bool {
    var facts = siginfo_t()
    return waitid(P_PID, id_t(number), &facts, WEXITED | WNOHANG | WNOWAIT) == 0 && facts.si_signo == SIGCHLD
  }

  private static var now: Double { ProcessInfo.processInfo.systemUptime }

  private static func cause(_ status: Int32) -> Child.Ending.Cause {
    let signal = status & 0x7F
    return signal == 0 ? .exited((status >> 8) & 0xFF) : .signalled(signal)
  }

  /// Reads once. Returns whether all of it still fits.
  private func read(_ source: inout pollfd, into bytes: inout [UInt8], limit: Int) -> Bool {
    let count = withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 16) { buffer in
      let count = Glibc.read(source.fd, buffer.baseAddress, buffer.count)
      if count > 0 { bytes.append(contentsOf: buffer[..<min(count, max(0, limit - bytes.count))]) }
      return count
    }
    if count == 0 || (count < 0 && errno != EINTR) { source.fd = -1 }
    return bytes.count < limit
  }

  /// Reads what is in the pipes once nobody writes to them any more: no more than a pipe holds.
  private func drain(_ listening: inout [pollfd], into ending: inout Child.Ending) {
    for _ in 0..<64 where poll(&listening, 2, 0) > 0 {
      if listening[0].revents != 0 { _ = read(&listening[0], into: &ending.output, limit: outputLimit) }
      if listening[1].revents != 0 { _ = read(&listening[1], into: &ending.errors, limit: outputLimit / 16) }
    }
  }
}

/// What a program wrote, taken apart: its own printing, the cells that it came to, and the answer.
struct Transcript {
  /// The number of the last cell that the program came to; nil where it came to none.
  private(set) var cell: Int?
  /// The number of the last call of a function, where the program came to one in that cell.
  private(set) var call: Int?
  /// The bytes of the answer; nil where none was handed over.
  private(set) var answer: ArraySlice<UInt8>?
  /// Everything else that was written.
  private(set) var printed: [UInt8] = []

  /// - Parameters:
  ///   - bytes: what the program wrote.
  ///   - marker: the word, drawn for this run, that its own lines begin with.
  /// - Complexity: one pass over the bytes.
  init(_ bytes: [UInt8], marker: String) {
    let sign = Array("\n\(marker) ".utf8)
    var rest = bytes[...]
    while let start = Self.first(sign, in: rest) {
      printed += rest[..<start]
      rest = rest[(start + sign.count)...]
      let end = rest.firstIndex(of: UInt8(ascii: "\n")) ?? rest.endIndex
      let words = String(decoding: rest[..<end].prefix(40), as: UTF8.self).split(separator: " ")
      rest = rest[min(end + 1, rest.endIndex)...]
      if words.first == "enter", words.count == 2 {
        cell = Int(words[1])
        call = nil
      } else if words.first == "call", words.count == 2 {
        call = Int(words[1])
      } else if words == ["answer"] {
        let last = rest.firstIndex(of: UInt8(ascii: "\n")) ?? rest.endIndex
        answer = rest[..<last]
        rest = rest[min(last + 1, rest.endIndex)...]
      }
    }
    printed += rest
  }

  private static func first(_ sign: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
    bytes.withUnsafeBytes { all in
      var offset = 0
      while let base = all.baseAddress, offset < all.count {
        guard let found = memchr(base + offset, Int32(sign[0]), all.count - offset) else { return nil }
        let place = UnsafeRawPointer(found) - base
        if all[place...].starts(with: sign) { return bytes.startIndex + place }
        offset = place + 1
      }
      return nil
    }
  }
}
