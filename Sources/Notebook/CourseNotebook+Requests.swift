internal import Imaging
internal import Labs
internal import Messages
internal import Pages
internal import Sessions

/// What pages ask of the notebook besides themselves.
extension CourseNotebook {
  struct Window: Codable {
    let window: String
  }

  func events(of desk: Desk, _ request: Request) async -> Reply {
    let window = String((request.query["window"] ?? "").prefix(64))
    let since = (request["last-event-id"] ?? request.query["since"] ?? "").split(separator: ".")
    let line = await desk.attach(window)
    let feed = EventFeed(
      desk.log, ofLog: since.first.map(String.init), since: since.count > 1 ? Int(since[1]) ?? -1 : -1
    ) {
      Task { await desk.detach(window, line: line) }
    }
    return .events(feed)
  }

  /// What a network makes of an image that was dropped.
  func look(at request: Request, with run: String) -> Reply {
    let name = String((request.query["name"] ?? "image").prefix(120))
    do throws(ImagingError) {
      guard let look = try shelf.look(of: run, at: request.body, name: name) else {
        return .json(SaveReply(html: LiveLab.html(of: NotebookPhrase.noWeights, in: runner.language)), status: 422)
      }
      return .json(look)
    } catch {
      return .json(SaveReply(html: LiveLab.html(of: error.phrase, in: runner.language)), status: 422)
    }
  }

  private struct Save: Codable {
    let window: String
    let kind: WrittenCell.Kind
    let name: String
    let text: String
    let base: String
  }

  private struct SaveReply: Codable {
    var digest: String?
    var theirs: String?
    var aside: String?
    var html: String?
  }

  func save(_ request: Request, in desk: Desk) async -> Reply {
    guard let save = JSONText.value(Save.self, of: request.body) else { return Self.misunderstood }
    let cell: Lab.Cell = save.kind == .exercise ? .exercise(save.name) : .answer(save.name)
    switch await desk.write(cell, save.text, knowing: save.base, from: save.window) {
    case .saved(let digest): return .json(SaveReply(digest: digest))
    case .notWriter: return .json(SaveReply(), status: 423)
    case .conflict(let theirs, let aside):
      let words = aside.map { LiveLab.html(of: NotebookPhrase.keptAside(path: $0), in: runner.language) }
      return .json(SaveReply(theirs: theirs, aside: words), status: 409)
    case .refused(let html): return .json(SaveReply(html: html), status: 422)
    }
  }

  private struct Sketch: Codable {
    let name: String
    let text: String
  }

  /// The shapes of what is being typed.
  func sketch(_ request: Request, in desk: Desk) async -> Reply {
    guard let sketch = JSONText.value(Sketch.self, of: request.body) else { return Self.misunderstood }
    return .json(await desk.sketch(of: sketch.name, asOf: sketch.text))
  }

  private struct Run: Codable {
    /// One experiment; nil for several.
    let experiment: String?
    /// The last of those to run; nil for all.
    let upTo: String?
  }

  func run(_ request: Request, in desk: Desk) async -> Reply {
    guard let asked = JSONText.value(Run.self, of: request.body) else { return Self.misunderstood }
    let all = await desk.experiments(upTo: asked.upTo)
    let experiments = asked.experiment.map { one in all.filter { $0 == one } } ?? all
    await queue.add(experiments, of: desk.name, isInOrder: asked.experiment == nil)
    return Reply(204)
  }
}
