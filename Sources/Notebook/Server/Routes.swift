/// What a server answers: a table of routes behind one gate.
public struct Routes: Sendable {
  /// One kind of request, and what answers it.
  public struct Route: Sendable {
    /// What is asked to be done.
    public let method: Request.Method
    /// The names of the path; one that begins with a colon stands for any name.
    public let pattern: [String]
    /// The most bytes that may be sent along.
    public let mostBytes: Int
    let answer: @Sendable (Request, [String]) async -> Reply

    /// What stands for any name, in order; nil where the path is another.
    func names(in path: [String]) -> [String]? {
      guard path.count == pattern.count || pattern.last == "*" && path.count >= pattern.count else { return nil }
      var names: [String] = []
      for (part, name) in zip(pattern, path) where part != "*" {
        if part.hasPrefix(":") { names.append(name) } else if part != name { return nil }
      }
      return names
    }
  }

  /// Every route, in the order in which they are tried.
  public private(set) var all: [Route] = []
  private let gate: Gate

  /// - Parameter gate: what stands before every route.
  public init(behind gate: Gate) { self.gate = gate }

  /// Adds a route.
  ///
  /// - Parameters:
  ///   - path: its names, divided by `/`: `labs/:name`; a last `*` takes all that follows.
  ///   - answer: what answers, with the names that the path holds.
  public mutating func get(_ path: String, _ answer: @escaping @Sendable (Request, [String]) async -> Reply) {
    add(.get, path, mostBytes: 0, answer)
  }

  /// Adds a route that does or changes something.
  ///
  /// - Parameters:
  ///   - path: as for ``get(_:_:)``.
  ///   - mostBytes: the most bytes that may be sent along.
  ///   - answer: what answers.
  public mutating func post(
    _ path: String, mostBytes: Int, _ answer: @escaping @Sendable (Request, [String]) async -> Reply
  ) {
    add(.post, path, mostBytes: mostBytes, answer)
  }

  private mutating func add(
    _ method: Request.Method, _ path: String, mostBytes: Int,
    _ answer: @escaping @Sendable (Request, [String]) async -> Reply
  ) {
    let pattern = path.split(separator: "/").map(String.init)
    all.append(Route(method: method, pattern: pattern, mostBytes: mostBytes, answer: answer))
  }

  /// The most bytes that are kept of what is sent along with a request; nothing of one that is answered without it.
  func mostBytes(for request: Request) -> Int {
    // Nothing is sent along to be read; and the link with its ticket is not to be used up by a look at it.
    guard request.method == .post, gate.reply(to: request) == nil else { return 0 }
    return route(for: request)?.route.mostBytes ?? 0
  }

  /// What a browser gets.
  ///
  /// - Parameters:
  ///   - request: what it asks for, with what it sent along.
  ///   - isTooLong: whether it sent more than ``mostBytes(for:)``.
  /// - Returns: the reply, with the headers that every reply has.
  public func reply(to request: Request, isTooLong: Bool = false) async -> Reply {
    var reply: Reply
    if let refusal = gate.reply(to: request) {
      reply = refusal
    } else if let (route, names) = route(for: request) {
      reply = isTooLong ? .text("That is more than this takes.\n", status: 413) : await route.answer(request, names)
    } else {
      reply = .text("There is no such place.\n", status: 404)
    }
    return reply.safe
  }

  /// What a browser gets whose request cannot be read.
  func reply(to fault: RequestHead.Fault) -> Reply {
    Reply.text("That request was not understood.\n", status: fault.status).safe
  }

  private func route(for request: Request) -> (route: Route, names: [String])? {
    guard let path = request.path else { return nil }
    for route in all where route.method == request.method {
      if let names = route.names(in: path) { return (route, names) }
    }
    return nil
  }
}

extension Reply {
  /// What every reply says: it loads nothing from elsewhere, runs no script but ours, stands in no frame and is kept nowhere.
  private static let safety = [
    "Content-Security-Policy": """
    default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; \
    form-action 'none'; base-uri 'none'; frame-ancestors 'none'
    """,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
  ]

  /// The reply with the headers that every reply has.
  fileprivate var safe: Reply {
    var reply = self
    reply.headers.merge(Self.safety) { own, _ in own }
    return reply
  }
}
