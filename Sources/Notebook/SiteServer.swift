internal import Foundation
internal import Synchronization

/// A site on this machine, for whoever writes it: its files as any host shows them, and pages that load themselves again after a build.
public final class SiteServer: Sendable {
  /// The script that pages get beside their own.
  private static let script = """
    (function () {
      "use strict";
      // The build that this page is of: one that ended while it loaded is another.
      var known = new URL(document.currentScript.src).searchParams.get("build");
      setInterval(function () {
        fetch("/reload/build", { cache: "no-store", signal: AbortSignal.timeout(5000) }).then(function (reply) { return reply.text(); }).then(function (build) {
          if (known !== build) { known = build; location.reload(); }
        }).catch(function () { /* The program was ended; the page stays. */ });
      }, 500);
    })();
    """

  private let files: StaticFiles
  private let builds = Mutex(0)

  /// - Parameter folder: the site's folder.
  public init(folder: String) { files = StaticFiles(folder: folder, index: "index.html") }

  /// Tells pages that there is a new build.
  public func announce() { builds.withLock { $0 += 1 } }

  /// All that is answered.
  ///
  /// - Parameter port: the server's port.
  /// - Returns: the table.
  public func routes(port: Int) -> Routes {
    var routes = Routes(behind: Gate(.readers, port: port))
    routes.get("reload/build") { [self] _, _ in .text(String(builds.withLock { $0 })) }
    routes.get("reload/script.js") { _, _ in .text(Self.script, type: "text/javascript; charset=utf-8") }
    routes.get("") { [self] request, _ in page([], request) }
    routes.get("*") { [self] request, _ in page(request.path ?? [], request) }
    return routes
  }

  /// A file of the site; a page with the script, and the page for lost visitors where there is none.
  private func page(_ names: [String], _ request: Request) -> Reply {
    let build = builds.withLock { $0 }
    var reply = files.reply(names, to: request)
    if reply.status == 404, case let lost = files.reply(["404.html"], to: request), lost.status == 200 {
      reply = lost
      reply.status = 404
    }
    guard reply.headers["Content-Type"]?.hasPrefix("text/html") == true, case .bytes(let bytes) = reply.body
    else { return reply }
    var text = String(decoding: bytes, as: UTF8.self)
    // A page that runs no script, as the one that leads on to a language, gets none here.
    guard text.contains("script-src 'self'") else { return reply }
    text = text.replacing("default-src 'none';", with: "default-src 'none'; connect-src 'self';", maxReplacements: 1)
    text = text.replacing(
      "</head>", with: "<script defer src=\"/reload/script.js?build=\(build)\"></script>\n</head>", maxReplacements: 1)
    // What a browser knows of the file is not what it gets here.
    reply.headers["ETag"] = nil
    reply.body = .bytes(Array(text.utf8))
    return reply
  }

  /// Answers browsers until the task is cancelled.
  ///
  /// - Parameters:
  ///   - server: where it listens.
  ///   - begin: told once browsers are answered.
  /// - Throws: what the system says where the server cannot go on, or `CancellationError`.
  public func run(on server: LoopbackServer, begin: @escaping @Sendable () -> Void) async throws {
    try await server.run(routes(port: server.port), begin: begin) { [] }
  }
}
