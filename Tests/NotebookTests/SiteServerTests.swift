import Foundation
import Testing

@testable import Notebook

/// The site on this machine: what it answers is asked of its table of routes.
struct SiteServerTests {
  private static let port = 8734
  private static let policy =
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'self' file:\">"

  /// A folder with a page of each kind, and something that is nobody's.
  private struct Site {
    let folder: URL
    let server: SiteServer

    init() throws {
      folder = FileManager.default.temporaryDirectory.appendingPathComponent("site-\(UUID().uuidString)")
      let files = [
        "index.html": "<head><meta content=\"default-src 'none'\"></head>doorway",
        "404.html": "<head>\(SiteServerTests.policy)</head>lost",
        "en/index.html": "<head>\(SiteServerTests.policy)</head>home",
        "assets/page.css": "p {}", ".seglab-site.json": "{}",
      ]
      for (name, text) in files {
        let place = folder.appendingPathComponent(name)
        try FileManager.default.createDirectory(
          at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: place)
      }
      server = SiteServer(folder: folder.path)
    }

    func remove() { try? FileManager.default.removeItem(at: folder) }

    func get(_ target: String, method: String = "GET", host: String = "127.0.0.1:8734") async -> (
      status: Int, text: String
    ) {
      let reply = await server.routes(port: SiteServerTests.port).reply(
        to: Request(method, target, headers: ["Host": host]))
      guard case .bytes(let bytes) = reply.body else { return (reply.status, "") }
      return (reply.status, String(decoding: bytes, as: UTF8.self))
    }
  }

  @Test func pagesLoadThemselvesAgainAndNothingElseDoes() async throws {
    let site = try Site()
    defer { site.remove() }
    let home = await site.get("/en/")
    #expect(home.status == 200 && home.text.contains("home"))
    #expect(home.text.contains("<script defer src=\"/reload/script.js?build=0\">"))
    #expect(home.text.contains("default-src 'none'; connect-src 'self'; script-src 'self'"))
    #expect(await site.get("/").text == "<head><meta content=\"default-src 'none'\"></head>doorway")
    #expect(await site.get("/assets/page.css").text == "p {}")
    #expect(await site.get("/reload/script.js").text.contains("/reload/build"))
  }

  @Test func aBuildIsAnnounced() async throws {
    let site = try Site()
    defer { site.remove() }
    let before = await site.get("/reload/build").text
    #expect(await site.get("/reload/build").text == before)
    site.server.announce()
    #expect(await site.get("/reload/build").text != before)
    // A page says which build it is of, so that one that was loading just then knows, too.
    #expect(await site.get("/en/").text.contains("/reload/script.js?build=1"))
  }

  @Test func whatIsNotThereIsTheLostPage() async throws {
    let site = try Site()
    defer { site.remove() }
    for target in ["/en/nowhere.html", "/.seglab-site.json", "/assets/x/y/z"] {
      let lost = await site.get(target)
      #expect(lost.status == 404 && lost.text.contains("lost"), "\(target)")
    }
  }

  @Test func nothingIsChangedAndNoOtherNameIsAnswered() async throws {
    let site = try Site()
    defer { site.remove() }
    #expect(await site.get("/en/", method: "POST").status == 405)
    #expect(await site.get("/en/", host: "evil.example:8734").status == 421)
    #expect(await site.get("/../secret").status == 400)
    #expect(await site.get("/%2e%2e/secret").status == 400)
  }
}
