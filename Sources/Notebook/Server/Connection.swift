internal import FlyingSocks
internal import Foundation

/// A line to a browser: requests come in, one after the other, and replies go out.
///
/// Everything that the other side does has an end: a head that does not come, a body that stops, a reader that does not read. The line is
/// closed then. What a route does is bounded by the route.
struct Connection: Sendable {
  /// So long a line is held for.
  struct Patience: Sendable {
    /// Until the first sign of the next request.
    var idle: Duration = .seconds(75)
    /// From there to the end of its head.
    var head: Duration = .seconds(10)
    /// For each further part of what is sent along.
    var part: Duration = .seconds(15)
    /// Until a reply, or the next part of a stream, was taken.
    var writing: Duration = .seconds(60)
  }

  private let socket: AsyncSocket
  private let routes: Routes
  private let patience: Patience

  /// What is read of a body that nobody wants, so that its sender hears why.
  private static let mostUnwanted = 64 << 20
  private static let partBytes = 4096

  /// - Parameters:
  ///   - socket: the line.
  ///   - routes: what is answered.
  ///   - patience: how long it is held for.
  init(_ socket: AsyncSocket, _ routes: Routes, _ patience: Patience) {
    (self.socket, self.routes, self.patience) = (socket, routes, patience)
  }

  /// Answers until either side has enough; then the line is closed.
  func serve() async {
    defer { try? socket.close() }
    var held: [UInt8] = []
    // Whatever goes wrong on a line, it is closed, and that is all there is to it.
    while !Task.isCancelled, (try? await answer(&held)) == true {}
  }

  /// Answers the next request.
  ///
  /// - Parameter held: what came behind the request before.
  /// - Returns: whether another may follow.
  /// - Throws: what the system says, or `SocketError.timeout`; then the line is of no more use.
  private func answer(_ held: inout [UInt8]) async throws -> Bool {
    let head: RequestHead
    do {
      head = try await self.head(&held)
    } catch let fault as RequestHead.Fault {
      try await send(routes.reply(to: fault), isWhole: true, staysOpen: false)
      return false
    }
    var request = Request(head.method, head.target, headers: head.headers)
    let limit = routes.mostBytes(for: request)
    let isTooLong = head.length > limit
    if !isTooLong, head.asksFirst, head.length > held.count {
      try await write(Array("HTTP/1.1 100 Continue\r\n\r\n".utf8))
    }
    // Who asks before sending what nobody wants need not send it.
    let isUnsent = isTooLong && head.asksFirst && held.isEmpty
    let body = isUnsent ? nil : try await self.body(head.length, keeps: !isTooLong, &held)
    request.body = body ?? []
    let reply = await routes.reply(to: request, isTooLong: isTooLong)
    let staysOpen = head.staysOpen && body != nil
    return try await send(reply, isWhole: head.method != "HEAD", staysOpen: staysOpen) && staysOpen
  }

  // MARK: Reading

  private func head(_ held: inout [UInt8]) async throws -> RequestHead {
    if held.isEmpty { held = try await part(within: patience.idle) }
    let end = ContinuousClock.now + patience.head
    var looked = 0
    while true {
      if let place = try RequestHead.end(in: held, from: looked) {
        let head = try RequestHead(held[..<place])
        held.removeFirst(place)
        return head
      }
      looked = held.count
      held += try await part(within: end - .now)
    }
  }

  /// What is sent along.
  ///
  /// - Parameters:
  ///   - length: how many bytes that are.
  ///   - keeps: whether anybody wants them.
  ///   - held: what has come already; what is behind stays in it.
  /// - Returns: the bytes, none where nobody wants them; nil where it is so much that the line is better closed.
  /// - Throws: as ``answer(_:)``.
  private func body(_ length: Int, keeps: Bool, _ held: inout [UInt8]) async throws -> [UInt8]? {
    var body: [UInt8] = []
    var left = length
    let end = ContinuousClock.now + patience.part
    while true {
      let count = min(left, held.count)
      if keeps { body += held[..<count] }
      held.removeFirst(count)
      left -= count
      if left == 0 { return body }
      guard keeps || length - left < Self.mostUnwanted else { return nil }
      // What is wanted may come slowly, as long as it comes.
      held = try await part(within: keeps ? patience.part : end - .now)
    }
  }

  private func part(within time: Duration) async throws -> [UInt8] {
    let socket = socket
    return try await within(time) { try await socket.read(atMost: Self.partBytes) }
  }

  // MARK: Writing

  /// Sends a reply.
  ///
  /// - Returns: whether the line can be used again.
  @discardableResult
  private func send(_ reply: Reply, isWhole: Bool, staysOpen: Bool) async throws -> Bool {
    switch reply.body {
    case .bytes(let bytes):
      let hasLength = reply.status != 204 && reply.status != 304
      try await write(
        reply.head(hasLength ? ["Content-Length": "\(bytes.count)"] : [:], staysOpen: staysOpen)
          + (isWhole && hasLength ? bytes : []))
      return true
    case .events(let feed):
      // How long it will be nobody knows: it ends with the line.
      try await write(reply.head([:], staysOpen: false))
      while isWhole, !Task.isCancelled, let bytes = await feed.next() { try await write(bytes) }
      return false
    }
  }

  private func write(_ bytes: [UInt8]) async throws {
    let socket = socket
    try await within(patience.writing) { try await socket.write(Data(bytes)) }
  }

  /// What `body` gives, where it does in time.
  private func within<Value: Sendable>(
    _ time: Duration, _ body: @escaping @Sendable () async throws -> Value
  ) async throws -> Value {
    try await withThrowingTaskGroup(of: Value?.self) { group in
      group.addTask { try await body() }
      group.addTask {
        try await Task.sleep(for: time)
        return nil
      }
      defer { group.cancelAll() }
      guard let first = try await group.next(), let value = first else { throw SocketError.timeout(message: "") }
      return value
    }
  }
}

extension Reply {
  /// Status and headers, as HTTP writes them.
  fileprivate func head(_ more: [String: String], staysOpen: Bool) -> [UInt8] {
    let all = headers.merging(more) { _, new in new }.merging(["Connection": staysOpen ? "keep-alive" : "close"]) { $1 }
    // No value may begin a line of its own.
    let lines = all.sorted { $0.key < $1.key }.map { "\($0): \($1.filter { !$0.isNewline })\r\n" }
    return Array("HTTP/1.1 \(status) \(Self.words(of: status))\r\n\(lines.joined())\r\n".utf8)
  }

  /// The words that HTTP has for a status.
  private static func words(of status: Int) -> String {
    switch status {
    case 200: "OK"
    case 204: "No Content"
    case 303: "See Other"
    case 304: "Not Modified"
    case 400: "Bad Request"
    case 403: "Forbidden"
    case 404: "Not Found"
    case 405: "Method Not Allowed"
    case 409: "Conflict"
    case 411: "Length Required"
    case 413: "Content Too Large"
    case 414: "URI Too Long"
    case 421: "Misdirected Request"
    case 422: "Unprocessable Content"
    case 423: "Locked"
    case 431: "Request Header Fields Too Large"
    case 505: "HTTP Version Not Supported"
    default: "Unknown"
    }
  }
}
