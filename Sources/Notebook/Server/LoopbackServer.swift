internal import FlyingSocks
internal import Foundation
internal import Synchronization

/// Answers browsers on this machine, and on no other: it listens at 127.0.0.1 and ::1 alone.
public struct LoopbackServer: Sendable {
  /// Why a server cannot listen.
  public enum Fault: Error, Equatable, Sendable {
    /// Another program listens at the port that was asked for.
    case taken(port: Int)
    /// So many ports from this one on are all taken.
    case noneFree(from: Int, count: Int)
    /// The system refuses, for its own `reason`.
    case refused(port: Int, reason: String)
  }

  /// The port that is tried first where none is asked for.
  public static let usualPort = 8734
  /// So many ports are tried.
  private static let tries = 64
  /// So many browsers' lines are held at once; more wait.
  private static let mostLines = 512
  /// So often a line that says nothing is tried, so that one that is dead is known to be.
  private static let heartbeat: Duration = .seconds(5)

  /// The port that it listens at.
  public let port: Int
  private let sockets: [Socket]

  /// Begins to listen; nobody is answered yet, and whoever comes waits.
  ///
  /// - Parameter asked: the port; nil or 0 for the first that is free.
  /// - Throws: `Fault`.
  public init(port asked: Int?) throws(Fault) {
    if let asked, asked != 0 {
      guard let sockets = try Self.sockets(at: asked) else { throw .taken(port: asked) }
      (port, self.sockets) = (asked, sockets)
      return
    }
    for port in Self.usualPort..<(Self.usualPort + Self.tries) {
      if let sockets = try Self.sockets(at: port) {
        (self.port, self.sockets) = (port, sockets)
        return
      }
    }
    throw .noneFree(from: Self.usualPort, count: Self.tries)
  }

  /// Answers whoever asks, until the task is cancelled; then it listens no longer.
  ///
  /// - Parameters:
  ///   - routes: what is answered.
  ///   - begin: told once browsers are answered.
  ///   - logs: the logs whose listeners are to be known dead when they are.
  /// - Throws: what the system says where it cannot go on.
  public func run(
    _ routes: Routes, begin: @escaping @Sendable () -> Void, ringing logs: @escaping @Sendable () async -> [EventLog]
  ) async throws {
    try await run(routes, holdingFor: Connection.Patience(), begin: begin, ringing: logs)
  }

  /// As ``run(_:begin:ringing:)``, with lines held for so long.
  func run(
    _ routes: Routes, holdingFor patience: Connection.Patience, begin: @escaping @Sendable () -> Void,
    ringing logs: @escaping @Sendable () async -> [EventLog]
  ) async throws {
    defer { for socket in sockets { try? socket.close() } }
    let pool: some AsyncSocketPool = .make()
    try await pool.prepare()
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await pool.run() }
      let count = LineCount()
      for socket in sockets {
        let listener = try AsyncSocket(socket: socket, pool: pool)
        group.addTask { try await Self.answer(on: listener, routes, patience, count) }
      }
      group.addTask {
        begin()
        while !Task.isCancelled {
          try await Task.sleep(for: Self.heartbeat)
          for log in await logs() { log.ring() }
        }
      }
      // One that ends takes the others along.
      defer { group.cancelAll() }
      try await group.next()
    }
  }

  private static func answer(
    on listener: AsyncSocket, _ routes: Routes, _ patience: Connection.Patience, _ count: LineCount
  ) async throws {
    try await withThrowingDiscardingTaskGroup { group in
      while !Task.isCancelled {
        let line: AsyncSocket
        do {
          line = try await listener.accept()
        } catch let error as SocketError {
          // Who went away before being heard, or came when there was no room, ends nothing.
          guard case .failed(_, let code, _) = error,
            [EMFILE, ENFILE, ENOBUFS, ENOMEM, ECONNABORTED, EINTR].contains(code)
          else { throw error }
          try await Task.sleep(for: pause)
          continue
        }
        do { while !count.enter(most: mostLines) { try await Task.sleep(for: pause) } } catch {
          try? line.close()
          throw error
        }
        group.addTask {
          await Connection(line, routes, patience).serve()
          count.leave()
        }
      }
    }
  }

  /// So long nobody new is heard while there is no room.
  private static let pause: Duration = .milliseconds(100)

  /// How many lines are held.
  private final class LineCount: Sendable {
    private let lines = Mutex(0)

    func enter(most: Int) -> Bool {
      lines.withLock { lines in
        guard lines < most else { return false }
        lines += 1
        return true
      }
    }

    func leave() { lines.withLock { $0 -= 1 } }
  }

  /// Sockets at both addresses, or at the first alone where the machine has no other; nil where one of them is taken: who listens there
  /// would get what is meant for us.
  private static func sockets(at port: Int) throws(Fault) -> [Socket]? {
    do {
      let four = try bound(try sockaddr_in.inet(ip4: "127.0.0.1", port: UInt16(port)))
      do {
        return [four, try bound(try sockaddr_in6.inet6(ip6: "::1", port: UInt16(port)))]
      } catch let error as SocketError {
        guard case .failed(_, let code, _) = error, code != EADDRINUSE else {
          try? four.close()
          return nil
        }
        return [four]
      }
    } catch let error as SocketError {
      if case .failed(_, let code, _) = error, code == EADDRINUSE { return nil }
      if case .failed(_, _, let message) = error { throw .refused(port: port, reason: message) }
      throw .refused(port: port, reason: error.localizedDescription)
    } catch {
      throw .refused(port: port, reason: error.localizedDescription)
    }
  }

  private static func bound(_ address: some SocketAddress) throws -> Socket {
    let socket = try Socket(domain: Int32(address.family))
    do {
      try socket.setValue(true, for: .localAddressReuse)
      try socket.bind(to: address)
      try socket.listen()
      return socket
    } catch {
      try? socket.close()
      throw error
    }
  }
}
