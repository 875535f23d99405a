internal import Checking
internal import Courses
internal import Digests
internal import Foundation
internal import Labs
internal import Messages
public import Pages
public import Sessions

/// A course, alive in browsers: its labs' pages, where exercises are written, checked and trained.
public struct CourseNotebook: Sendable {
  let runner: LabRunner
  private let theme: Theme
  private let token: AccessToken
  private let assets: StaticFiles
  private let isReadOnly: Bool
  private let version: String
  private let pages: LiveLab
  let shelf: RunShelf
  private let desks: Desks
  let queue: TrainingQueue

  /// So often the labs' files are looked at.
  private static let pace: Duration = .milliseconds(300)
  /// A cell may be as long as a lab.
  private static let mostCellBytes = 6 * CourseFolder.mostLabBytes
  private static let fewBytes = 1 << 16
  /// No cell that is longer is read while it is typed; in JSON each byte may be six.
  private static let mostSketchBytes = 6 << 16

  /// - Parameters:
  ///   - runner: runs the labs of the course.
  ///   - theme: how pages look.
  ///   - site: the folder of the theme, whose `assets` are served.
  ///   - token: what lets browsers in.
  ///   - isReadOnly: whether nothing may be written or run, for a lecture.
  ///   - version: the program's version: a page of another one is told to load itself anew.
  public init(
    runner: LabRunner, theme: Theme, site: String, token: AccessToken, isReadOnly: Bool, version: String
  ) {
    var runner = runner
    // What is looked at in the order of the lab is shown all the same where it was run before.
    runner.options.stopsAtFirst = false
    runner.options.withOverlays = true
    self.runner = runner
    self.theme = theme
    self.token = token
    self.isReadOnly = isReadOnly
    self.version = version
    assets = StaticFiles(folder: site + "/assets")
    pages = LiveLab(theme: theme, language: runner.language)
    shelf = RunShelf(of: runner.folder)
    let desks = Desks(runner: runner, pages: pages, version: version)
    self.desks = desks
    queue = TrainingQueue(of: runner.folder) { await desks.desk($0) }
  }

  /// Answers browsers until the task is cancelled.
  ///
  /// - Parameters:
  ///   - server: where it listens.
  ///   - begin: told once browsers are answered.
  /// - Throws: what the system says where the server cannot go on, or `CancellationError`.
  public func run(on server: LoopbackServer, begin: @escaping @Sendable () -> Void) async throws {
    try await withThrowingTaskGroup(of: Bool.self) { group in
      group.addTask {
        while !Task.isCancelled {
          for desk in await desks.all { await desk.refresh() }
          try await Task.sleep(for: Self.pace)
        }
        return false
      }
      group.addTask {
        if !isReadOnly { await queue.resume() }
        return false
      }
      group.addTask {
        try await server.run(routes(port: server.port), begin: begin) { await desks.all.map(\.log) }
        return true
      }
      // Without a server there is nothing to look at files for.
      while let isServer = try await group.next(), !isServer {}
      group.cancelAll()
    }
  }

  /// All that is answered.
  ///
  /// - Parameter port: the server's port.
  /// - Returns: the table.
  public func routes(port: Int) -> Routes {
    let closed = pages.notice(
      title: NotebookPhrase.closedTitle.text(in: runner.language),
      [NotebookPhrase.closed, NotebookPhrase.closedAgain])
    var routes = Routes(behind: Gate(.holders(token), port: port, isReadOnly: isReadOnly, closedPage: closed))
    routes.get("") { _, _ in await home(port: port) }
    routes.get("assets/*") { request, _ in assets.reply(Array((request.path ?? []).dropFirst()), to: request) }
    routes.get("words") { _, _ in .json(CompletionWords(theme: theme, language: runner.language)) }
    routes.get("labs/:lab") { _, names in await lab(names[0], port: port) }
    routes.get("labs/:lab/state") { request, names in
      await desk(names[0]) { desk in
        guard let state = await desk.state(withParts: request.query["parts"] == "1") else {
          return .json(["problem": await desk.trouble()], status: 422)
        }
        return .json(state)
      }
    }
    routes.get("labs/:lab/events") { request, names in
      await desk(names[0]) { await events(of: $0, request) }
    }
    routes.get("labs/:lab/page") { _, names in await desk(names[0]) { await page(of: $0) } }
    routes.get("labs/:lab/file") { _, names in await desk(names[0]) { await file(of: $0) } }
    routes.get("labs/:lab/runs/:experiment") { _, names in
      await desk(names[0]) { desk in
        guard let lab = await desk.text?.lab else { return .json([RunShelf.Run]()) }
        return .json(shelf.runs(of: names[1], lab: lab.id))
      }
    }
    routes.get("runs/:run") { _, names in .json(shelf.looks(of: names[0])) }
    routes.post("runs/:run", mostBytes: RunShelf.mostImageBytes) { request, names in
      look(at: request, with: names[0])
    }
    routes.post("labs/:lab/save", mostBytes: Self.mostCellBytes) { request, names in
      await desk(names[0]) { await save(request, in: $0) }
    }
    routes.post("labs/:lab/sketch", mostBytes: Self.mostSketchBytes) { request, names in
      await desk(names[0]) { await sketch(request, in: $0) }
    }
    routes.post("labs/:lab/write", mostBytes: Self.fewBytes) { request, names in
      await desk(names[0]) { desk in
        guard let asked = JSONText.value(Window.self, of: request.body) else { return Self.misunderstood }
        await desk.takeOver(asked.window)
        return Reply(204)
      }
    }
    routes.post("labs/:lab/leave", mostBytes: Self.fewBytes) { request, names in
      await desk(names[0]) { desk in
        guard let asked = JSONText.value(Window.self, of: request.body) else { return Self.misunderstood }
        await desk.leave(asked.window)
        return Reply(204)
      }
    }
    routes.post("labs/:lab/run", mostBytes: Self.fewBytes) { request, names in
      await desk(names[0]) { await run(request, in: $0) }
    }
    routes.post("labs/:lab/stop", mostBytes: Self.fewBytes) { _, names in
      await queue.stop(names[0])
      return Reply(204)
    }
    return routes
  }

  static let misunderstood = Reply.text("That was not understood.\n", status: 400)

  /// What the page's script has to know.
  ///
  /// - Parameters:
  ///   - port: the server's port.
  ///   - lab: the lab as addresses call it; empty on the list of labs.
  ///   - position: where the lab's log was when the page was made, so that nothing that happens while it loads is lost.
  /// - Returns: the values, by name.
  private func settings(port: Int, lab: String = "", position: String = "") -> [String: String] {
    [
      "lab": lab, "position": position, "token": token.writing(port: port), "version": version,
      "readonly": isReadOnly ? "yes" : "no",
      "words": String(decoding: JSONText.bytes(of: words), as: UTF8.self),
    ]
  }

  /// The words of the script: the notebook's own, and those that it shares with every page.
  private var words: [String: String] {
    let shared = [PageLabel.trainingLoss, .trainingAccuracy, .accuracy].map {
      ($0.rawValue, $0.text(in: runner.language))
    }
    return NotebookLabel.words(in: runner.language).merging(shared) { own, _ in own }
  }

  // MARK: Pages

  private func home(port: Int) async -> Reply {
    let list: CourseList
    do { list = try CourseList(of: runner.folder, in: runner.language) } catch {
      return .html(pages.notice(title: theme.title, [error.phrase]), status: 404)
    }
    let lines = list.lines.map { line in
      LiveLab.HomeLine(
        name: Course.name(of: line.file), title: line.title, file: line.file, passed: line.passed, cells: line.cells,
        verdict: line.verdict, isBegun: line.begun, isNext: line.next)
    }
    return .html(pages.home(title: theme.title, lines: lines, settings: settings(port: port)))
  }

  private func lab(_ name: String, port: Int) async -> Reply {
    guard let desk = await desks.desk(name) else { return noLab(name) }
    guard let (lab, report, position) = await desk.page() else {
      let words = await desk.trouble()
      return .html(pages.notice(title: name, html: words), status: 422)
    }
    let entries = (try? runner.folder.course())?.entries ?? []
    let frame = LiveLab.Frame(
      name: name, settings: settings(port: port, lab: name, position: position),
      labs: entries.compactMap { entry in
        entry.lab.map { (entry.name, $0.translated(to: runner.language).value.title) }
      })
    return .html(pages.html(lab: lab, report: report, in: frame))
  }

  private func noLab(_ name: String) -> Reply {
    .html(pages.notice(title: name, [NotebookPhrase.noLab(name: name)]), status: 404)
  }

  private func desk(_ name: String, _ body: (Desk) async -> Reply) async -> Reply {
    guard let desk = await desks.desk(name) else { return noLab(name) }
    return await body(desk)
  }

  /// The lab and what is known of it as one file, as `run --page` writes it.
  private func page(of desk: Desk) async -> Reply {
    guard let (lab, report, _) = await desk.page(),
      let html = try? LabPage(theme: theme, language: runner.language).html(lab: lab, report: report)
    else { return .text(await desk.trouble(), status: 422) }
    var reply = Reply.text(html, type: "application/octet-stream")
    reply.headers["Content-Disposition"] = "attachment; filename=\"\(desk.name.plainFileName).html\""
    return reply
  }

  /// The lab's file, to be handed in.
  private func file(of desk: Desk) async -> Reply {
    guard let text = await desk.text else { return .text(await desk.trouble(), status: 422) }
    var reply = Reply.text(text.lab.text, type: "application/octet-stream")
    reply.headers["Content-Disposition"] = "attachment; filename=\"\(desk.name.plainFileName).md\""
    return reply
  }
}

/// The labs of a course that lie open.
actor Desks {
  private let runner: LabRunner
  private let pages: LiveLab
  private let version: String
  private var open: [String: Desk] = [:]

  init(runner: LabRunner, pages: LiveLab, version: String) {
    self.runner = runner
    self.pages = pages
    self.version = version
  }

  /// Those that were asked for.
  var all: [Desk] { Array(open.values) }

  /// The lab of this name; nil where the course has none.
  func desk(_ name: String) async -> Desk? {
    if let desk = open[name] { return desk }
    guard let course = try? runner.folder.course(), course.entries.contains(where: { $0.name == name }) else {
      return nil
    }
    let desk = Desk(name, runner: runner, pages: pages, version: version)
    open[name] = desk
    await desk.refresh()
    return desk
  }
}

extension String {
  /// A file's name that no header or system takes for anything else.
  fileprivate var plainFileName: String { String(map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }) }
}
