internal import Foundation

/// Who may ask for what: it stands before every route, and lets nothing through that it does not know to be right.
///
/// - A request has to name this server as its host: a page of somebody else's whose name was made to lead here does not (421).
/// - Whoever asks has to have the cookie (403). The one way to the cookie is a link with a ticket, which is
///   answered here and by no route.
/// - What changes anything has to come from a page of ours: its origin, and the token that only such a page can read.
public struct Gate: Sendable {
  /// Who is let in.
  public enum Admission: Sendable {
    /// Everybody on this machine, to read what is published anyway.
    case readers
    /// Who has the token.
    case holders(AccessToken)
  }

  /// Where the link in the terminal leads.
  static let door = "open"

  private let admission: Admission
  private let port: Int
  /// Whether nothing may be changed at all.
  private let isReadOnly: Bool
  /// The page for who is not let in.
  private let closedPage: String

  /// - Parameters:
  ///   - admission: who is let in.
  ///   - port: the server's port.
  ///   - isReadOnly: whether nothing may be changed at all.
  ///   - closedPage: the page for who is not let in.
  public init(_ admission: Admission, port: Int, isReadOnly: Bool = false, closedPage: String = "") {
    self.admission = admission
    self.port = port
    self.isReadOnly = isReadOnly
    self.closedPage = closedPage
  }

  /// What is answered in place of a route; nil where the request may pass.
  public func reply(to request: Request) -> Reply? {
    guard let host = request["host"], hosts.contains(host.lowercased()) else {
      return .text("This server has another name.\n", status: 421)
    }
    guard let method = request.method else {
      return Reply(405, headers: ["Allow": "GET, POST"])
    }
    guard let path = request.path else { return .text("There is no such place.\n", status: 400) }
    guard case .holders(let token) = admission else {
      return method == .get ? nil : Reply(405, headers: ["Allow": "GET"])
    }
    if method == .get, path == [Self.door], let ticket = request.query["token"] {
      return open(with: ticket, token, to: request.query["to"])
    }
    guard token.isCookie(request.cookie(cookieName), port: port) else { return closed }
    // A page of another site may show a picture of ours or load a script of ours: where a browser says so, it gets none.
    let site = request["sec-fetch-site"]
    let isNavigation = request["sec-fetch-mode"] == "navigate" && request["sec-fetch-dest"] == "document"
    guard site == nil || site == "same-origin" || site == "none" || isNavigation && method == .get else {
      return closed
    }
    guard method == .post else { return nil }
    guard !isReadOnly else { return .text("This notebook is only read.\n", status: 403) }
    guard isOurs(request), token.isWriting(request[AccessToken.header], port: port) else {
      return .text("Nothing was changed: this did not come from the notebook's own page.\n", status: 403)
    }
    return nil
  }

  /// The name of the cookie: cookies are shared between the ports of a host, so it names the port.
  private var cookieName: String { "seglab-\(port)" }

  /// The names that this server has.
  private var hosts: Set<String> { ["127.0.0.1:\(port)", "localhost:\(port)", "[::1]:\(port)"] }

  /// Whether a change comes from a page of this very host.
  private func isOurs(_ request: Request) -> Bool {
    guard let origin = request["origin"], let host = request["host"] else { return false }
    return origin.lowercased() == "http://\(host.lowercased())"
  }

  /// The way of the one-use link: it sets the cookie and leads to an address without the ticket.
  private func open(with ticket: String, _ token: AccessToken, to place: String?) -> Reply {
    guard token.redeem(ticket) else { return closed }
    // Only a place of ours, and never one that a browser could take for another host.
    let isOurs = place.map { $0.hasPrefix("/") && !$0.hasPrefix("//") && $0.allSatisfy(Self.isPlain) } ?? false
    var reply = Reply.see(isOurs ? place ?? "/" : "/")
    reply.headers["Set-Cookie"] = "\(cookieName)=\(token.cookie(port: port)); HttpOnly; SameSite=Strict; Path=/"
    return reply
  }

  private static func isPlain(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber || "/-_.".contains(character))
  }

  private var closed: Reply {
    closedPage.isEmpty
      ? .text("This needs the link that stands in the terminal.\n", status: 403) : .html(closedPage, status: 403)
  }
}
