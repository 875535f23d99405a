internal import Foundation

/// What a browser asks for, whatever brought it here.
public struct Request: Sendable {
  /// What is to be done.
  public enum Method: String, Sendable {
    /// Something is to be read.
    case get = "GET"
    /// Something is to be done or changed.
    case post = "POST"
  }

  /// What is to be done; nil for all that nobody here answers to.
  public let method: Method?
  /// The names in the path, decoded; nil for a path that leads outside, or that is none.
  public let path: [String]?
  /// What stands behind the question mark.
  public let query: [String: String]
  /// The headers, by small letters.
  public let headers: [String: String]
  /// What was sent along.
  public var body: [UInt8] = []

  /// - Parameters:
  ///   - method: what is to be done, as HTTP writes it.
  ///   - target: path and query, as HTTP writes them.
  ///   - headers: the headers; their names may be written in any way.
  ///   - body: what was sent along.
  public init(_ method: String, _ target: String, headers: [String: String] = [:], body: [UInt8] = []) {
    self.method = Method(rawValue: method)
    let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    path = Self.names(in: parts.first ?? "")
    query = parts.count > 1 ? Self.values(in: parts[1]) : [:]
    self.headers = Dictionary(headers.map { ($0.key.lowercased(), $0.value) }) { first, _ in first }
    self.body = body
  }

  /// What a header says; nil where there is none.
  public subscript(header: String) -> String? { headers[header] }

  /// The value of a cookie.
  func cookie(_ name: String) -> String? {
    for part in (self["cookie"] ?? "").split(separator: ";") {
      let pair = part.split(separator: "=", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
      if pair.count == 2, pair[0] == name { return pair[1] }
    }
    return nil
  }

  /// The names of a path; nil where one of them could lead anywhere else than down.
  private static func names(in path: Substring) -> [String]? {
    guard path.hasPrefix("/"), path.utf8.count <= 2048 else { return nil }
    var names: [String] = []
    for part in path.dropFirst().split(separator: "/", omittingEmptySubsequences: false) {
      guard let name = part.removingPercentEncoding else { return nil }
      let leadsAway = name == "." || name == ".." || name.contains { $0 == "/" || $0 == "\\" || $0 == "\0" }
      guard !leadsAway else { return nil }
      names.append(name)
    }
    // A last slash names the folder itself; an empty name in between is none.
    if names.last == "" { names.removeLast() }
    return names.contains("") ? nil : names
  }

  private static func values(in query: Substring) -> [String: String] {
    var values: [String: String] = [:]
    for part in query.split(separator: "&").prefix(32) {
      let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let words = pair.map { $0.replacing("+", with: " ").removingPercentEncoding ?? "" }
      values[words[0]] = words.count > 1 ? words[1] : ""
    }
    return values
  }
}

/// What a browser gets.
public struct Reply: Sendable {
  /// What is sent.
  public enum Body: Sendable {
    /// These bytes.
    case bytes([UInt8])
    /// Events, one after the other, until the browser goes away.
    case events(EventFeed)
  }

  /// The status, as HTTP counts: 200 where all is well.
  public var status: Int
  /// Headers beside those that every reply has.
  public var headers: [String: String]
  /// What is sent.
  public var body: Body

  /// - Parameters: the parts, as documented on each property.
  public init(_ status: Int, headers: [String: String] = [:], body: Body = .bytes([])) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  /// Text of a kind.
  public static func text(_ text: String, type: String = "text/plain; charset=utf-8", status: Int = 200) -> Reply {
    Reply(status, headers: ["Content-Type": type], body: .bytes(Array(text.utf8)))
  }

  /// A page.
  public static func html(_ text: String, status: Int = 200) -> Reply {
    .text(text, type: "text/html; charset=utf-8", status: status)
  }

  /// Data for a script.
  public static func json(_ value: some Encodable, status: Int = 200) -> Reply {
    Reply(status, headers: ["Content-Type": "application/json"], body: .bytes(JSONText.bytes(of: value)))
  }

  /// A stream of events.
  public static func events(_ feed: EventFeed) -> Reply {
    Reply(200, headers: ["Content-Type": "text/event-stream", "X-Accel-Buffering": "no"], body: .events(feed))
  }

  /// Another place to look at.
  public static func see(_ place: String) -> Reply { Reply(303, headers: ["Location": place]) }
}

/// JSON as it goes over the wire.
enum JSONText {
  /// A value's bytes.
  static func bytes(of value: some Encodable) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    guard let bytes = try? encoder.encode(value) else { preconditionFailure("\(type(of: value)) cannot be encoded") }
    return [UInt8](bytes)
  }

  /// What bytes say; nil where they say something else.
  static func value<Value: Decodable>(_ type: Value.Type, of bytes: [UInt8]) -> Value? {
    try? JSONDecoder().decode(type, from: Data(bytes))
  }
}
