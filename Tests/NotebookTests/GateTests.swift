import Courses
import Digests
import Files
import Foundation
import Messages
import Pages
import Sessions
import Testing

@testable import Notebook

/// A course's notebook that nobody runs: what it answers is asked of its table of routes.
struct TestedNotebook {
  static let port = 8734
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  let folder: URL
  let token = AccessToken(AccessToken.drawn())
  let notebook: CourseNotebook

  init(isReadOnly: Bool = false) throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("notebook-\(UUID().uuidString)")
    let labs = folder.appendingPathComponent("labs")
    try FileManager.default.createDirectory(at: labs, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      at: Self.root.appendingPathComponent("labs/02-fcn.md"), to: labs.appendingPathComponent("02-fcn.md"))
    // The judge is a program that ends at once: nothing here is about what it finds.
    let runner = LabRunner(
      folder: CourseFolder(root: folder), engine: "test", threads: 1, process: JudgeProcess(program: "/bin/false"))
    let site = Self.root.appendingPathComponent("site").path
    notebook = CourseNotebook(
      runner: runner, theme: try Theme(folder: site), site: site, token: token, isReadOnly: isReadOnly, version: "test")
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }

  var routes: Routes { notebook.routes(port: Self.port) }

  /// What a browser that was let in sends.
  var cookie: String { "seglab-\(Self.port)=\(token.cookie(port: Self.port))" }
  var reads: [String: String] { ["Host": "127.0.0.1:\(Self.port)", "Cookie": cookie] }
  var writes: [String: String] {
    reads.merging(
      ["Origin": "http://127.0.0.1:\(Self.port)", AccessToken.header: token.writing(port: Self.port)]
    ) { $1 }
  }

  /// A path for each route, with names that are there.
  func target(of route: Routes.Route) -> String {
    "/"
      + route.pattern.map { $0 == ":lab" ? "02-fcn" : $0 == "*" ? "page.css" : $0.hasPrefix(":") ? "x" : $0 }
      .joined(separator: "/")
  }
}

struct GateTests {
  @Test func noRouteAnswersWithoutTheCookie() async throws {
    let tested = try TestedNotebook()
    defer { tested.remove() }
    #expect(tested.routes.all.count >= 10)
    for route in tested.routes.all {
      let target = tested.target(of: route)
      var headers = route.method == .get ? tested.reads : tested.writes
      for cookie in [nil, "seglab-8734=", "seglab-8734=" + String(repeating: "0", count: 64), "other=1"] {
        headers["Cookie"] = cookie
        let reply = await tested.routes.reply(to: Request(route.method.rawValue, target, headers: headers))
        #expect(reply.status == 403, "\(route.method) \(target)")
      }
    }
    // A place that is none tells as little.
    let reply = await tested.routes.reply(to: Request("GET", "/nowhere", headers: ["Host": "127.0.0.1:8734"]))
    #expect(reply.status == 403)
  }

  @Test func everyRouteWantsOurHost() async throws {
    let tested = try TestedNotebook()
    defer { tested.remove() }
    for route in tested.routes.all {
      for host in [nil, "evil.example", "127.0.0.1", "127.0.0.1:80", "127.0.0.1.evil.example:8734", "[::1]:1"] {
        var headers = tested.writes
        headers["Host"] = host
        headers["Origin"] = host.map { "http://\($0)" }
        let request = Request(route.method.rawValue, tested.target(of: route), headers: headers)
        #expect(await tested.routes.reply(to: request).status == 421, "\(host ?? "none") \(tested.target(of: route))")
      }
    }
  }

  @Test func everyChangeWantsOurOriginAndTheTokenOfOurPage() async throws {
    let tested = try TestedNotebook()
    defer { tested.remove() }
    for route in tested.routes.all where route.method == .post {
      func status(_ change: (inout [String: String]) -> Void) async -> Int {
        var headers = tested.writes
        change(&headers)
        return await tested.routes.reply(to: Request("POST", tested.target(of: route), headers: headers)).status
      }
      #expect(await status { _ in } != 403, "\(tested.target(of: route))")
      #expect(await status { $0["Origin"] = nil } == 403)
      #expect(await status { $0["Origin"] = "null" } == 403)
      #expect(await status { $0["Origin"] = "http://evil.example" } == 403)
      #expect(await status { $0["Origin"] = "http://localhost:8734" } == 403)
      #expect(await status { $0["Origin"] = "https://127.0.0.1:8734" } == 403)
      #expect(await status { $0["Sec-Fetch-Site"] = "cross-site" } == 403)
      #expect(await status { $0["Sec-Fetch-Site"] = "same-site" } == 403)
      #expect(await status { $0[AccessToken.header] = nil } == 403)
      #expect(await status { $0[AccessToken.header] = tested.token.cookie(port: 8734) } == 403)
      #expect(await status { $0[AccessToken.header] = tested.token.writing(port: 8735) } == 403)
    }
  }

  @Test func aNotebookToBeReadChangesNothing() async throws {
    let tested = try TestedNotebook(isReadOnly: true)
    defer { tested.remove() }
    for route in tested.routes.all {
      let headers = route.method == .get ? tested.reads : tested.writes
      let request = Request(route.method.rawValue, tested.target(of: route), headers: headers)
      let reply = await tested.routes.reply(to: request)
      if route.method == .post { #expect(reply.status == 403) } else { #expect(reply.status != 403) }
    }
  }

  @Test func aTicketOpensOnceAndLeadsToACleanAddress() async throws {
    let tested = try TestedNotebook()
    defer { tested.remove() }
    let ticket = tested.token.ticket()
    let host = ["Host": "localhost:8734"]
    func open(_ query: String) async -> Reply {
      await tested.routes.reply(to: Request("GET", "/open?\(query)", headers: host))
    }
    let wrong = String(repeating: "a", count: 64)
    #expect(await open("token=\(wrong)").status == 403)
    let reply = await open("token=\(ticket)&to=/labs/02-fcn")
    #expect(reply.status == 303)
    #expect(reply.headers["Location"] == "/labs/02-fcn")
    #expect(
      reply.headers["Set-Cookie"]
        == "seglab-8734=\(tested.token.cookie(port: 8734)); HttpOnly; SameSite=Strict; Path=/")
    #expect(await open("token=\(ticket)").status == 403)
    for place in ["//evil.example", "https://evil.example", "/\\evil.example", "/%0d%0aX: 1", ""] {
      #expect(await open("token=\(tested.token.ticket())&to=\(place)").headers["Location"] == "/", "\(place)")
    }
  }

  @Test func looksAtWhatIsSentUseNoTicketUp() async throws {
    let tested = try TestedNotebook()
    defer { tested.remove() }
    let request = Request("GET", "/open?token=\(tested.token.ticket())", headers: ["Host": "127.0.0.1:8734"])
    _ = tested.routes.mostBytes(for: request)
    #expect(await tested.routes.reply(to: request).status == 303)
  }

  @Test func pathsLeadNowhereElse() async throws {
    let tested = try TestedNotebook()
    defer { tested.remove() }
    for path in [
      "/assets/../site.yml", "/assets/%2e%2e/site.yml", "/assets/..%2fsite.yml", "/assets/%5c..%5csite.yml",
      "/labs/..%2F..%2Fetc%2Fpasswd", "/assets//page.css", "/assets/%00", "assets/page.css", "/assets/%zz",
    ] {
      let reply = await tested.routes.reply(to: Request("GET", path, headers: tested.reads))
      #expect(reply.status == 400, "\(path)")
    }
    for path in ["/assets/.hidden", "/assets/missing.css", "/labs/03-none", "/labs/02-fcn.ko", "/assets"] {
      let reply = await tested.routes.reply(to: Request("GET", path, headers: tested.reads))
      #expect(reply.status == 404, "\(path)")
    }
    #expect(await tested.routes.reply(to: Request("GET", "/assets/page.css", headers: tested.reads)).status == 200)
    // A link out of the folder is no file of it.
    let folder = tested.folder.appendingPathComponent("out")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      at: folder.appendingPathComponent("x.txt"), withDestinationURL: URL(fileURLWithPath: "/etc/hostname"))
    #expect(StaticFiles(folder: folder.path).reply(["x.txt"], to: Request("GET", "/x.txt")).status == 404)
  }

  @Test func everyReplyForbidsWhatAPageNeedsNot() async throws {
    let tested = try TestedNotebook()
    defer { tested.remove() }
    for (method, target) in [("GET", "/"), ("GET", "/labs/02-fcn"), ("DELETE", "/"), ("GET", "/assets/page.css")] {
      let reply = await tested.routes.reply(to: Request(method, target, headers: tested.reads))
      let policy = try #require(reply.headers["Content-Security-Policy"])
      #expect(policy.hasPrefix("default-src 'none'; script-src 'self'; style-src 'self'; "))
      #expect(!policy.contains("unsafe"))
      #expect(policy.contains("frame-ancestors 'none'"))
      #expect(reply.headers["X-Content-Type-Options"] == "nosniff")
      #expect(reply.headers["Referrer-Policy"] == "no-referrer")
      #expect(reply.headers["Cross-Origin-Opener-Policy"] == "same-origin")
      #expect(reply.headers["Cross-Origin-Resource-Policy"] == "same-origin")
    }
    #expect(await tested.routes.reply(to: Request("DELETE", "/", headers: tested.reads)).status == 405)
  }

  @Test func thePageHoldsNeitherSecretNorCookie() async throws {
    let tested = try TestedNotebook()
    defer { tested.remove() }
    let reply = await tested.routes.reply(to: Request("GET", "/labs/02-fcn", headers: tested.reads))
    guard case .bytes(let bytes) = reply.body else { return #expect(Bool(false)) }
    let html = String(decoding: bytes, as: UTF8.self)
    #expect(reply.status == 200)
    #expect(html.contains(tested.token.writing(port: 8734)))
    #expect(!html.contains(tested.token.cookie(port: 8734)))
    // Nothing on it is a script or a style of the page's own.
    #expect(!html.contains("<style") && !html.contains(" style=") && !html.contains(" onclick"))
    for script in html.components(separatedBy: "<script").dropFirst() {
      #expect(script.hasPrefix(" defer src=\"/assets/"))
    }
  }
}

struct InstanceTests {
  @Test func theSecretIsItsUsersAloneAndALeftTicketOpensOnce() throws {
    let place = FileManager.default.temporaryDirectory.appendingPathComponent("run-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: place) }
    let instances = try Instances(environment: ["XDG_RUNTIME_DIR": place.path])
    let folder = CourseFolder(root: place)
    let token = try instances.token(of: folder)
    for name in try FileManager.default.contentsOfDirectory(atPath: place.path + "/seglab") {
      let facts = try FileManager.default.attributesOfItem(atPath: place.path + "/seglab/" + name)
      #expect(facts[.posixPermissions] as? Int == 0o600, "\(name)")
    }
    let other = try Instances(environment: ["XDG_RUNTIME_DIR": place.path])
    // Started again, it lets in whom it let in before.
    #expect(try other.token(of: folder).cookie(port: 1) == token.cookie(port: 1))
    let ticket = try other.leaveTicket(for: folder)
    #expect(token.redeem(ticket))
    #expect(!token.redeem(ticket))
    #expect(!token.redeem(String(repeating: "0", count: 64)))
  }

  @Test func whatIsOpenIsListedAndWhatEndedIsNot() throws {
    let place = FileManager.default.temporaryDirectory.appendingPathComponent("run-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: place) }
    let instances = try Instances(environment: ["XDG_RUNTIME_DIR": place.path])
    let folder = CourseFolder(root: place)
    let instance = Instances.Instance(folder: place.path, port: 8800, process: 1)
    var lock = try instances.hold(folder)
    #expect(lock != nil)
    try instances.note(instance, of: folder)
    #expect(instances.all == [instance])
    #expect(try instances.hold(folder) == nil)
    lock = nil
    #expect(instances.all == [])
    _ = lock
  }
}
