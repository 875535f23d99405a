import Checking
import Courses
import Diagnostics
import Foundation
import Labs
import Messages
import Pages
import Sessions
import Testing

@testable import Notebook

/// A lab that lies open, without a judge.
private struct Opened {
  let folder: URL
  let desk: Desk
  var file: URL { folder.appendingPathComponent("labs/02-fcn.md") }

  init() async throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("desk-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder.appendingPathComponent("labs"), withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      at: TestedNotebook.root.appendingPathComponent("labs/02-fcn.md"),
      to: folder.appendingPathComponent("labs/02-fcn.md"))
    let runner = LabRunner(
      folder: CourseFolder(root: folder), engine: "test", threads: 1, process: JudgeProcess(program: "/bin/false"))
    let pages = LiveLab(
      theme: try Theme(folder: TestedNotebook.root.appendingPathComponent("site").path), language: .english)
    desk = Desk("02-fcn", runner: runner, pages: pages, version: "test")
    await desk.refresh()
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }

  var text: String { get throws { try String(contentsOf: file, encoding: .utf8) } }

  /// What another program does.
  func change(_ old: String, to new: String) throws {
    let text = try self.text
    #expect(text.contains(old))
    try text.replacing(old, with: new, maxReplacements: 1).write(to: file, atomically: true, encoding: .utf8)
  }

  func cell(_ cell: Lab.Cell) async -> String { await desk.text?.text(of: cell) ?? "" }
}

struct DeskTests {
  private let network = Lab.Cell.exercise("network")

  @Test func `what is typed shows its shapes before it is saved`() async throws {
    let opened = try await Opened()
    defer { opened.remove() }
    let (before, base) = (try opened.text, await opened.cell(network))
    let typed = """
      let fcn = Network("fcn") {
        Input(shape: [256, 256, 1])
        Conv2D("conv1", filter: [5, 5, 1, 100], stride: 2, bias: false, activation: .relu)
      }
      """
    let sketch = await opened.desk.sketch(of: "network", asOf: typed)
    #expect(sketch.map(\.constant) == ["fcn"] && sketch.map(\.cell) == ["network"])
    #expect(sketch.first?.layers.map(\.output) == [[256, 256, 1], [128, 128, 100]])
    #expect(sketch.first?.parameters == 2_500)
    #expect(sketch.map(\.isWhole) == [true])
    // Above a hole there is a part of it; of no cell there is nothing; and nothing was written.
    let part = await opened.desk.sketch(of: "network", asOf: base)
    #expect(part.map(\.isWhole) == [false] && part.first?.layers.map(\.name) == ["input1"])
    #expect(await opened.desk.sketch(of: "nothing", asOf: typed).isEmpty)
    #expect(try opened.text == before)
  }

  @Test func whatIsWrittenStandsInTheFileAndNothingElseChanges() async throws {
    let opened = try await Opened()
    defer { opened.remove() }
    let (before, base) = (try opened.text, await opened.cell(network))
    guard case .saved = await opened.desk.write(network, "let fcn = 1", knowing: base, from: "a") else {
      return #expect(Bool(false))
    }
    #expect(try opened.text == before.replacing(base, with: "let fcn = 1"))
    #expect(await opened.cell(network) == "let fcn = 1")
  }

  @Test func aChangeOfAnotherCellIsNoConflict() async throws {
    let opened = try await Opened()
    defer { opened.remove() }
    let base = await opened.cell(network)
    try opened.change("```text answer=weights\n?", to: "```text answer=weights\n2500")
    guard case .saved = await opened.desk.write(network, "let fcn = 1", knowing: base, from: "a") else {
      return #expect(Bool(false))
    }
    #expect(try opened.text.contains("2500"))
    #expect(try opened.text.contains("let fcn = 1\n"))
  }

  @Test func twoChangesOfOneCellAreBothKept() async throws {
    let opened = try await Opened()
    defer { opened.remove() }
    let base = await opened.cell(network)
    try opened.change("let fcn = Network", to: "let fcn = /* theirs */ Network")
    let theirs = try opened.text
    guard case .conflict(let found, let aside) = await opened.desk.write(network, "mine", knowing: base, from: "a")
    else { return #expect(Bool(false)) }
    #expect(found.contains("theirs"))
    #expect(try opened.text == theirs)
    #expect(try String(contentsOfFile: #require(aside), encoding: .utf8) == "mine")
    // Knowing the other, one may write over it.
    guard case .saved = await opened.desk.write(network, "mine", knowing: found, from: "a") else {
      return #expect(Bool(false))
    }
    #expect(try opened.text.contains("mine\n"))
  }

  @Test func aTextThatWouldEndItsCellIsNotWritten() async throws {
    let opened = try await Opened()
    defer { opened.remove() }
    let (before, base) = (try opened.text, await opened.cell(network))
    guard case .refused(let words) = await opened.desk.write(network, "```\n# out", knowing: base, from: "a") else {
      return #expect(Bool(false))
    }
    #expect(words.contains("network"))
    #expect(try opened.text == before)
  }

  @Test func oneWindowWritesUntilAnotherTakesOver() async throws {
    let opened = try await Opened()
    defer { opened.remove() }
    let base = await opened.cell(network)
    _ = await opened.desk.attach("a")
    _ = await opened.desk.attach("b")
    guard case .notWriter = await opened.desk.write(network, "b", knowing: base, from: "b") else {
      return #expect(Bool(false))
    }
    await opened.desk.takeOver("b")
    guard case .saved = await opened.desk.write(network, "b", knowing: base, from: "b") else {
      return #expect(Bool(false))
    }
    guard case .notWriter = await opened.desk.write(network, "a", knowing: "b", from: "a") else {
      return #expect(Bool(false))
    }
  }

  @Test func whoeverComesAfterAWindowThatWentAwayWrites() async throws {
    let opened = try await Opened()
    defer { opened.remove() }
    let line = await opened.desk.attach("a")
    await opened.desk.detach("a", line: line)
    _ = await opened.desk.attach("b")
    let base = await opened.cell(network)
    guard case .saved = await opened.desk.write(network, "b", knowing: base, from: "b") else {
      return #expect(Bool(false))
    }
  }

  @Test func whatIsWrittenElsewhereIsToldAndAFileOfMistakesIsNamed() async throws {
    let opened = try await Opened()
    defer { opened.remove() }
    let number = opened.desk.log.last
    try opened.change("let fcn = Network", to: "let fcn = /* theirs */ Network")
    await opened.desk.refresh()
    let told = try #require(opened.desk.log.events(since: number)?.first { $0.kind == "cells" })
    #expect(String(decoding: told.data, as: UTF8.self).contains("theirs"))
    try "no lab".write(to: opened.file, atomically: true, encoding: .utf8)
    await opened.desk.refresh()
    #expect(opened.desk.log.events(since: told.number)?.contains { $0.kind == "problem" } == true)
    // What was shown last can still be read.
    #expect(await opened.desk.page() != nil)
    #expect(await opened.desk.trouble() != "")
  }

  @Test func aJudgeThatEndsIsAVerdictAndNoEndOfTheServer() async throws {
    let opened = try await Opened()
    defer { opened.remove() }
    await opened.desk.train(["one-epoch"], isInOrder: false)
    for _ in 0..<100 {
      if await opened.desk.page()?.report != nil { break }
      try await Task.sleep(for: .milliseconds(50))
    }
    #expect(await opened.desk.page()?.report?.cells.first { $0.id == "network" }?.verdict == .error)
  }
}

struct QueueTests {
  @Test func whatWaitsIsOnTheDisk() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("queue-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let state = NotebookState(of: CourseFolder(root: folder))
    let jobs = [NotebookState.Job(lab: "01-a", experiments: ["x", "y"], isInOrder: true)]
    state.queue = jobs
    #expect(NotebookState(of: CourseFolder(root: folder)).queue == jobs)
    state.queue = []
    #expect(NotebookState(of: CourseFolder(root: folder)).queue == [])
  }
}

struct FixTests {
  private func fixes(_ help: any Phrase, after lines: Int = 1, of summary: any Phrase = Verbatim("wrong")) throws
    -> [Fix]
  {
    let text = """
      ---
      title: T
      id: t
      dataset: cardiac
      ---

      # T

      ```swift exercise=network
      let net = Network("net") {
        Dense("a", weights: [2, 3])
      }
      ```
      """
    let code = try #require(Lab.parse(text: text, file: "x").lab?.exercises.first)
    return Fix.all(of: Diagnostic(.error, file: "x", line: code.line + lines, summary, help: help), in: code)
  }

  @Test func aWholeLineIsWrittenAtItsOwnDepth() throws {
    let line = "Dense(\"a\", weights: [2, 4])"
    #expect(try fixes(SlipPhrase.write(line)) == [Fix(first: 1, last: 1, text: "  " + line)])
    let why = Message(NetworkAdvicePhrase.swapWeights(weights: [3, 2]))
    #expect(
      try fixes(AdvisedPhrase.write(line, line: 11, why: why), after: 2) == [Fix(first: 1, last: 1, text: "  " + line)])
    // The cell begins on line 10 of the file; two of its lines become two others.
    #expect(
      try fixes(SlipPhrase.writeLines("Dense(\"b\")\n}", through: 12)) == [
        Fix(first: 1, last: 2, text: "  Dense(\"b\")\n  }")
      ])
  }

  @Test func likeLinesAreAllWrittenAnew() throws {
    let others = [LineChange(12, through: 12, "}"), LineChange(11, through: 11, "")]
    #expect(
      try fixes(SlipPhrase.writeLikewise("let net = Network(\"n\") {", others: others), after: 0) == [
        Fix(first: 2, last: 2, text: "}"), Fix(first: 1, last: 1, text: ""),
        Fix(first: 0, last: 0, text: "let net = Network(\"n\") {"),
      ])
    #expect(
      try fixes(SlipPhrase.moveUp(before: 10), of: SlipPhrase.madeInside("sum", line: "var sum = 0")) == [
        Fix(first: 1, last: 1, text: ""), Fix(first: 0, last: -1, text: "var sum = 0"),
      ])
  }

  @Test func helpThatIsNoTextOrOfAnotherCellIsNoFix() throws {
    #expect(try fixes(Verbatim("think again")) == [])
    #expect(try fixes(SlipPhrase.write("x"), after: 99) == [])
    #expect(try fixes(SlipPhrase.writeLines("x", through: 99)) == [])
    // All of it or nothing: half a change mends nothing.
    #expect(try fixes(SlipPhrase.writeLikewise("x", others: [LineChange(99, through: 99, "y")])) == [])
  }
}
