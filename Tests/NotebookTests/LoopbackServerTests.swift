import Foundation
import Testing

@testable import Notebook

/// What comes over the line: requests as browsers send them, and as nobody should.
struct RequestHeadTests {
  private static func head(_ text: String) throws -> RequestHead { try RequestHead(Array(text.utf8)[...]) }

  @Test func whatABrowserSendsIsRead() throws {
    let head = try Self.head(
      "POST /labs/a/save?x=%20 HTTP/1.1\r\nHost: 127.0.0.1:8734\r\nContent-Length: 12\r\nX-Empty:\r\ncookie:  a=b \r\n\r\n"
    )
    #expect(head.method == "POST" && head.target == "/labs/a/save?x=%20" && head.length == 12 && head.staysOpen)
    #expect(
      head.headers["host"] == "127.0.0.1:8734" && head.headers["cookie"] == "a=b" && head.headers["x-empty"] == "")
    #expect(try !Self.head("GET / HTTP/1.1\r\nConnection: close\r\n\r\n").staysOpen)
    #expect(try !Self.head("GET / HTTP/1.0\r\n\r\n").staysOpen)
  }

  @Test(arguments: [
    "GET /\r\n\r\n", "GET  / HTTP/1.1\r\n\r\n", " / HTTP/1.1\r\n\r\n", "GET / HTTP/1.1\nHost: a\n\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: a\n\r\n\r\n", "GET / HTTP/1.1\r\nHost : a\r\n\r\n", "GET / HTTP/1.1\r\n folded\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: a\r\nhost: b\r\n\r\n", "GET / HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
    "GET / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n", "GET / HTTP/1.1\r\nContent-Length: 0x1\r\n\r\n",
    "GET / HTTP/1.1\r\nContent-Length: 99999999999999999999\r\n\r\n", "GET / HTTP/1.1\r\nA: b\rc\r\n\r\n",
    "GET / HTTP/1.1\r\nA: \u{0}\r\n\r\n", "G\u{1b}T / HTTP/1.1\r\n\r\n", "\r\n\r\n",
  ])
  func whatCouldBeReadInTwoWaysIsRefused(_ text: String) {
    #expect(throws: RequestHead.Fault.malformed) { try Self.head(text) }
  }

  @Test func otherFaultsAreNamed() {
    #expect(throws: RequestHead.Fault.lengthMissing) {
      try Self.head("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n")
    }
    #expect(throws: RequestHead.Fault.otherVersion) { try Self.head("GET / HTTP/2.0\r\n\r\n") }
    let invalid: [UInt8] = Array("GET /".utf8) + [0xFF] + Array(" HTTP/1.1\r\n\r\n".utf8)
    #expect(throws: RequestHead.Fault.malformed) { try RequestHead(invalid[...]) }
  }

  @Test func theEndIsFoundHoweverItComes() throws {
    let text = Array("GET / HTTP/1.1\r\n\r\nrest".utf8)
    for count in 0...text.count {
      let place = try RequestHead.end(in: Array(text.prefix(count)), from: max(0, count - 1))
      #expect(place == (count == 18 ? 18 : nil) || count > 18)
    }
    #expect(try RequestHead.end(in: text, from: 0) == 18)
    let long = [UInt8](repeating: 97, count: RequestHead.mostBytes)
    #expect(throws: RequestHead.Fault.tooLong(isFirstLine: true)) { try RequestHead.end(in: long, from: 0) }
    #expect(throws: RequestHead.Fault.tooLong(isFirstLine: false)) {
      try RequestHead.end(in: Array("GET / HTTP/1.1\r\n".utf8) + long, from: 0)
    }
  }
}

/// The server itself, on a port of this machine.
struct LoopbackServerTests {
  /// The machine may be busy for a while.
  private static let patient = Connection.Patience(
    idle: .seconds(120), head: .seconds(120), part: .seconds(120), writing: .seconds(120))

  /// A server with a few routes while `body` runs, both on a thread of their own: tests beside these keep the others busy for minutes.
  private static func serving(
    _ patience: Connection.Patience = patient, _ body: @Sendable @escaping (Int) async throws -> Void
  ) async throws {
    let server = try LoopbackServer(port: nil)
    let log = EventLog()
    log.add("progress", ["step": 1])
    var routes = Routes(behind: Gate(.readers, port: server.port))
    routes.get("hello") { request, _ in .text("hello \(request.query["name"] ?? "you")") }
    routes.get("events") { _, _ in .events(EventFeed(log, ofLog: nil, since: -1)) }
    try await withTaskExecutorPreference(OwnThread()) { [routes] in
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { try await server.run(routes, holdingFor: patience, begin: {}) { [log] } }
        group.addTask { try await body(server.port) }
        defer { group.cancelAll() }
        try await group.next()
      }
    }
  }

  /// All that comes back over a line on which `bytes` are sent, until the server closes it, what is looked for has come, or `seconds` are
  /// over.
  private static func reply(
    to bytes: [UInt8], at port: Int, until wanted: String? = nil, within seconds: Int = 120
  ) async -> String {
    await withCheckedContinuation { continuation in
      // A thread of its own: those that wait must not keep one another from asking.
      Thread.detachNewThread {
        let line = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(line) }
        var time = timeval(tv_sec: seconds, tv_usec: 0)
        setsockopt(line, SOL_SOCKET, SO_RCVTIMEO, &time, socklen_t(MemoryLayout<timeval>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(port).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        _ = withUnsafePointer(to: &address) {
          $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
            connect(line, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
          }
        }
        var left = bytes[...]
        while !left.isEmpty {
          let count = left.withUnsafeBytes { send(line, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
          guard count > 0 else { break }
          left = left.dropFirst(count)
        }
        var (all, part) = ([UInt8](), [UInt8](repeating: 0, count: 4096))
        while case let count = recv(line, &part, part.count, 0), count > 0 {
          all += part[..<count]
          if let wanted, String(decoding: all, as: UTF8.self).contains(wanted) { break }
        }
        continuation.resume(returning: String(decoding: all, as: UTF8.self))
      }
    }
  }

  private static func ask(_ target: String, _ port: Int, method: String = "GET", more: String = "Connection: close\r\n")
    -> [UInt8]
  {
    Array("\(method) \(target) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n\(more)\r\n".utf8)
  }

  @Test func requestsOnOneLineAreAnsweredInOrder() async throws {
    try await Self.serving { port in
      let both = Self.ask("/hello?name=a", port, more: "") + Self.ask("/hello?name=b", port)
      let said = await Self.reply(to: both, at: port)
      #expect(said.components(separatedBy: "HTTP/1.1 200 OK").count == 3)
      #expect(said.contains("hello a") && said.hasSuffix("hello b") && said.contains("Content-Security-Policy: "))
      let head = await Self.reply(to: Self.ask("/hello", port, method: "HEAD"), at: port)
      #expect(head.hasPrefix("HTTP/1.1 405 ") && head.hasSuffix("\r\n\r\n"))
    }
  }

  @Test func whatIsTooMuchIsRefusedAtOnceAndTheNextIsAnswered() async throws {
    try await Self.serving { port in
      let line = await Self.reply(to: Array("GET /".utf8) + [UInt8](repeating: 97, count: 2 << 20), at: port)
      #expect(line.isEmpty || line.hasPrefix("HTTP/1.1 414 "))
      let headers = Self.ask("/hello", port, more: String(repeating: "a: b\r\n", count: 100_000))
      #expect(["", "HTTP/1.1 431"].contains(String(await Self.reply(to: headers, at: port).prefix(12))))
      let body =
        Self.ask("/hello", port, method: "POST", more: "Content-Length: 5\r\nConnection: close\r\n")
        + Array("12345".utf8)
      #expect(await Self.reply(to: body, at: port).hasPrefix("HTTP/1.1 405 "))
      #expect(await Self.reply(to: Array("nonsense\r\n\r\n".utf8), at: port).hasPrefix("HTTP/1.1 400 "))
      #expect(await Self.reply(to: Self.ask("/hello", port), at: port).hasSuffix("hello you"))
    }
  }

  @Test func manyHalfRequestsKeepNobodyWaiting() async throws {
    try await Self.serving { port in
      await withTaskGroup(of: Void.self) { group in
        for _ in 0..<40 { group.addTask { _ = await Self.reply(to: Array("GET / HT".utf8), at: port, within: 2) } }
        #expect(await Self.reply(to: Self.ask("/hello", port), at: port).hasSuffix("hello you"))
      }
    }
  }

  @Test func eventsComeAsTheyHappen() async throws {
    try await Self.serving { port in
      let said = await Self.reply(to: Self.ask("/events", port), at: port, until: "\n\n")
      #expect(said.hasPrefix("HTTP/1.1 200 OK") && said.contains("Content-Type: text/event-stream"))
      #expect(said.contains("event: reset") || said.contains(": here"))
    }
  }

  @Test func whoKeepsTheServerWaitingIsLetGo() async throws {
    var patience = Self.patient
    (patience.head, patience.part) = (.milliseconds(200), .milliseconds(200))
    try await Self.serving(patience) { port in
      // Each of them gets an end, and no word.
      #expect(await Self.reply(to: Array("GET / HT".utf8), at: port).isEmpty)
      let body = Self.ask("/hello", port, method: "POST", more: "Content-Length: 5\r\n") + Array("12".utf8)
      #expect(await Self.reply(to: body, at: port).isEmpty)
    }
  }

  @Test func whoAsksBeforeSendingIsAnsweredAtOnce() async throws {
    try await Self.serving { port in
      let asked = Self.ask("/hello", port, method: "POST", more: "Content-Length: 5\r\nExpect: 100-continue\r\n")
      let said = await Self.reply(to: asked, at: port)
      #expect(said.hasPrefix("HTTP/1.1 405 ") && said.contains("Connection: close"))
    }
  }
}
