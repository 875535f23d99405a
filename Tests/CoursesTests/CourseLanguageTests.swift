import Foundation
import Labs
import Messages
import Testing

@testable import Courses

/// A course in another language than its author's, and the ways there.
@Suite struct CourseLanguageTests {
  private let shipped: URL
  private let folder: CourseFolder

  private static let words = """
    ---
    title: 첫 실습
    ---
    # 첫 실습

    ```yaml question=numbers
    ask: 픽셀이 몇 개일까요?
    why: 256 · 256 = 65,536이에요.
    ```

    ```text answer=numbers
    ```

    ```swift exercise=network
    ```

    ```text hint=network
    3 × 3이 좋아요.
    ```

    ```yaml check=network
    ```

    ```yaml experiment=training
    ```

    ```yaml check=training
    ```

    """

  init() throws {
    let root = FileManager.default.temporaryDirectory.appending(path: "seglab-language-\(UUID().uuidString)")
    shipped = root.appending(path: "shipped")
    folder = CourseFolder(root: root.appending(path: "course").standardizedFileURL)
    try FileManager.default.createDirectory(at: shipped, withIntermediateDirectories: true)
    try Data(LabTemplate(name: "first").lab.utf8).write(to: shipped.appending(path: "01-first.md"))
    try Data(Self.words.utf8).write(to: shipped.appending(path: "01-first.ko.md"))
  }

  private var file: URL { folder.labs.appending(path: "01-first.md") }
  private var beside: URL { folder.labs.appending(path: "01-first.ko.md") }
  private var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: folder.labs.path).sorted() }
  }

  private func change(_ file: URL, _ old: String, _ new: String) throws {
    let text = try String(contentsOf: file, encoding: .utf8)
    #expect(text.contains(old))
    try Data(text.replacing(old, with: new).utf8).write(to: file)
  }

  /// A course as an older SegLab laid it: the lab, and its translation beside it.
  private func layAsBefore() throws {
    for place in [folder.labs, folder.originals] {
      try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
      for name in ["01-first.md", "01-first.ko.md"] {
        try FileManager.default.copyItem(at: shipped.appending(path: name), to: place.appending(path: name))
      }
    }
  }

  private func update(_ asked: Language?, preferring: Language) throws -> [String] {
    var steps: [String] = []
    _ = try folder.update(to: shipped, in: asked, preferring: preferring) { step in
      switch step {
      case .oneFile(_, let cells): steps.append("one file \(cells)")
      case .updated(_, let cells): steps.append("updated \(cells)")
      case .conflict(_, let cell): steps.append("conflict \(cell)")
      case .added(let lab): steps.append("added \(lab)")
      case .cellGone, .left: steps.append("?")
      }
    }
    return steps
  }

  @Test func `a course has one file a lab, with its words and its cells`() throws {
    #expect(try folder.fill(from: shipped, in: .korean) == (added: 1, kept: 0))
    #expect(try names == ["01-first.md"])
    let lab = try folder.lab("1").value
    #expect(lab.language == .korean && lab.title == "첫 실습" && lab.exercises[0].body.contains(".FIXME"))
    #expect(lab.translated(to: .korean).notes.isEmpty)
    #expect(try update(nil, preferring: .english).isEmpty)
    // A lab that is new comes in the language of the course, whoever asks.
    try Data(LabTemplate(name: "second").lab.utf8).write(to: shipped.appending(path: "02-second.md"))
    try Data(Self.words.utf8).write(to: shipped.appending(path: "02-second.ko.md"))
    #expect(try folder.fill(from: shipped, in: .english) == (added: 1, kept: 1))
    #expect(try folder.lab("2").value.language == .korean)
  }

  @Test func `an exercise and a lab are set back in the language of the course`() throws {
    _ = try folder.fill(from: shipped, in: .korean)
    let before = try String(contentsOf: file, encoding: .utf8)
    try change(file, ".FIXME, .FIXME, 1, 2", "5, 5, 1, 2")
    _ = try folder.reset("1", exercise: "network")
    #expect(try String(contentsOf: file, encoding: .utf8) == before)
    try change(file, "# 첫 실습", "# 내 실습")
    _ = try folder.reset("1", exercise: nil)
    #expect(try String(contentsOf: file, encoding: .utf8) == before)
  }

  @Test func `an update moves a course from one language to the other and keeps the cells`() throws {
    _ = try folder.fill(from: shipped, in: .english)
    try change(file, ".FIXME, .FIXME, 1, 2", "5, 5, 1, 2")
    #expect(try update(.korean, preferring: .korean) == ["updated 1"])
    let lab = try folder.lab("1").value
    #expect(lab.language == .korean && lab.exercises[0].body.contains("5, 5, 1, 2"))
    #expect(try update(.korean, preferring: .korean).isEmpty)
    #expect(try update(.english, preferring: .english) == ["updated 1"])
    #expect(
      try String(contentsOf: file, encoding: .utf8)
        == LabTemplate(name: "first").lab.replacing(".FIXME, .FIXME, 1, 2", with: "5, 5, 1, 2"))
  }

  @Test func `a lab and the translation that was laid beside it become one file`() throws {
    try layAsBefore()
    try change(file, ".FIXME, .FIXME, 1, 2", "5, 5, 1, 2")
    try change(beside, "```text answer=numbers\n```", "```text answer=numbers\n65536\n```")
    // Until then the course goes on working, and whoever writes into the words is told.
    let shown = try folder.lab("1").value.translated(to: .korean)
    #expect(shown.value.title == "첫 실습" && shown.notes.count == 1)
    guard case .line(let phrase)? = shown.notes.first else { return #expect(Bool(false)) }
    #expect(phrase.text(in: .korean).contains("seglab update --lang ko"))
    #expect(try update(nil, preferring: .korean) == ["one file 2"])
    #expect(try names == ["01-first.md"])
    let text = try String(contentsOf: file, encoding: .utf8)
    #expect(text.contains("5, 5, 1, 2") && text.contains("answer=numbers\n65536\n") && text.contains("# 첫 실습"))
    let kept = try FileManager.default.contentsOfDirectory(atPath: folder.backups.path)
    #expect(kept.contains { $0.hasPrefix("01-first.ko.") } && kept.contains { $0.hasPrefix("01-first.2") })
    #expect(try update(nil, preferring: .korean).isEmpty)
  }

  @Test func `whoever works in English keeps the English lab, and loses only the second file`() throws {
    try layAsBefore()
    #expect(try update(nil, preferring: .english) == ["one file 0"])
    #expect(try names == ["01-first.md"])
    #expect(try String(contentsOf: file, encoding: .utf8) == LabTemplate(name: "first").lab)
  }

  @Test func `an author's translations stay where they are`() throws {
    try layAsBefore()
    try FileManager.default.createDirectory(
      at: folder.root.appending(path: "solutions"), withIntermediateDirectories: true)
    #expect(try update(nil, preferring: .korean).isEmpty)
    #expect(try names == ["01-first.ko.md", "01-first.md"])
    try change(beside, "```text answer=numbers\n```", "```text answer=numbers\n65536\n```")
    let shown = try folder.lab("1").value.translated(to: .korean)
    #expect(shown.value.title == "First" && shown.notes.count == 2)
  }
}
