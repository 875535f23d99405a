import Checking
import Datasets
import Diagnostics
import Foundation
import Imaging
import Labs
import Messages
import SegLab
import Testing

@testable import Courses

/// A course folder without a terminal: what it does is told as values.
@Suite struct CourseFolderTests {
  private let shipped: URL
  private let folder: CourseFolder

  /// Where the user's key is kept, not in the tester's own home.
  private static let state: Void = {
    guard ProcessInfo.processInfo.environment["XDG_STATE_HOME"] == nil else { return }
    setenv("XDG_STATE_HOME", FileManager.default.temporaryDirectory.appending(path: "seglab-state-courses").path, 1)
  }()

  init() throws {
    _ = Self.state
    let root = FileManager.default.temporaryDirectory.appending(path: "seglab-courses-\(UUID().uuidString)")
    shipped = root.appending(path: "shipped")
    folder = CourseFolder(root: root.appending(path: "course").standardizedFileURL)
    try FileManager.default.createDirectory(at: shipped, withIntermediateDirectories: true)
    try ship(LabTemplate(name: "first").lab)
  }

  private func ship(_ text: String) throws {
    try Data(text.utf8).write(to: shipped.appending(path: "01-first.md"))
  }

  private var file: URL { folder.labs.appending(path: "01-first.md") }

  /// The learner's lab with another filter in its exercise.
  private func edit() throws {
    let text = try String(contentsOf: file, encoding: .utf8)
    try Data(text.replacing(".FIXME, .FIXME, 1, 2", with: "5, 5, 1, 2").utf8).write(to: file)
  }

  @Test func `a folder is filled once, and what is there is kept`() throws {
    #expect(try folder.fill(from: shipped) == (added: 1, kept: 0))
    try edit()
    #expect(try folder.fill(from: shipped) == (added: 0, kept: 1))
    #expect(try String(contentsOf: file, encoding: .utf8).contains("5, 5, 1, 2"))
  }

  @Test func `an update tells its steps, and keeps the learner's cells`() throws {
    _ = try folder.fill(from: shipped)
    try edit()
    try ship(LabTemplate(name: "first").lab.replacing("One idea a section", with: "Two ideas a section"))
    var steps: [String] = []
    let result = try folder.update(to: shipped) { step in
      if case .updated(let lab, let cells) = step { steps.append("\(lab) \(cells)") } else { steps.append("?") }
    }
    #expect(result == (labs: 1, changed: 1, isSound: true))
    #expect(steps == ["01-first.md 1"])
    let text = try String(contentsOf: file, encoding: .utf8)
    #expect(text.contains("5, 5, 1, 2") && text.contains("Two ideas"))
  }

  /// A lab as an earlier version shipped it, with a hole in the exercise.
  private static let oldLab = """
    ---
    title: Old
    id: first
    dataset: cardiac
    ---

    # Old

    ```swift exercise=network
    let prepared = Preparation {
      Flip()
    }
    let net = Network("net") {
      Input(shape: [8, 8, 1])
      Conv2D("a", filter: [3, 3, 1, .FIXME])
      Dropout("d", keep: 1)
      Conv2D("b", filter: [1, 1, 4, 2], activation: .identity)
    }
    ```

    ```yaml experiment=run
    network: net
    preparation: prepared
    ```

    ```yaml check=run
    - loss: falls
    - own_label_gain: ">= 0.05"
    ```

    """

  @Test func `an update writes the spelling of today into a lab of an earlier version`() throws {
    let newLab = Self.oldLab.replacing("Preparation {\n  Flip", with: "Preprocessing {\n  RandomFlip")
      .replacing(".FIXME])", with: ".FIXME], activation: .relu)").replacing("keep: 1", with: "rate: 0")
      .replacing("preparation:", with: "preprocessing:").replacing("own_label_gain", with: "permutation_gain")
    try ship(Self.oldLab)
    _ = try folder.fill(from: shipped)
    try Data(Self.oldLab.replacing(".FIXME", with: "4").replacing("keep: 1", with: "keep: 0.8").utf8).write(to: file)
    // It can be read as it is, too: somebody else's copy is judged, not refused.
    #expect(Lab.parse(text: Self.oldLab, file: "01-first.md").diagnostics.isEmpty)
    try ship(newLab)
    #expect(try folder.update(to: shipped) { _ in }.isSound)
    #expect(
      try String(contentsOf: file, encoding: .utf8)
        == newLab.replacing(".FIXME", with: "4").replacing("rate: 0", with: "rate: 0.2"))
  }

  @Test func `what is set back is kept aside`() throws {
    _ = try folder.fill(from: shipped)
    try edit()
    let (what, backup) = try folder.reset("first", exercise: "network")
    #expect(what == "01-first network")
    #expect(try String(contentsOf: backup, encoding: .utf8).contains("5, 5, 1, 2"))
    #expect(try String(contentsOf: file, encoding: .utf8) == LabTemplate(name: "first").lab)
  }

  @Test func `what was set back comes back, and goes again`() throws {
    _ = try folder.fill(from: shipped)
    #expect(throws: CourseProblem.self) { try folder.undoReset("first", exercise: "network") }
    try edit()
    let before = try String(contentsOf: file, encoding: .utf8)
    _ = try folder.reset("first", exercise: "network")
    // What is done in between in other cells stays.
    let reset = try String(contentsOf: file, encoding: .utf8)
    try Data(reset.replacing("answer=numbers\n?", with: "answer=numbers\n9").utf8).write(to: file)
    #expect(try folder.undoReset("first", exercise: "network").what == "01-first network")
    #expect(
      try String(contentsOf: file, encoding: .utf8)
        == before.replacing("answer=numbers\n?", with: "answer=numbers\n9"))
    _ = try folder.undoReset("first", exercise: "network")
    #expect(try String(contentsOf: file, encoding: .utf8).contains(".FIXME"))
    // A whole lab too.
    _ = try folder.reset("first", exercise: nil)
    _ = try folder.undoReset("first", exercise: nil)
    #expect(try String(contentsOf: file, encoding: .utf8).contains("answer=numbers\n9"))
    #expect(throws: CourseProblem.self) { try folder.undoReset("first", exercise: "other") }
  }

  @Test func `hints are told one at a time, and the last one again`() throws {
    _ = try folder.fill(from: shipped)
    let book = HintBook(of: try folder.lab("1").value, in: folder)
    let cell = try book.cell(nil)
    #expect(cell == "network")
    let told = try (0..<2).map { _ in try #require(try book.hint(for: cell).value) }
    #expect(told.map(\.number) == [1, 1] && told.map(\.isAgain) == [false, true])
    #expect(throws: CourseProblem.self) { try book.cell("other") }
    // An experiment is there, and has none.
    #expect(try book.cell("training") == "training" && book.hint(for: "training").value == nil)
  }

  @Test func `the list tells what is next`() throws {
    #expect(throws: CourseProblem.self) { try CourseList(of: folder, in: .english) }
    _ = try folder.fill(from: shipped)
    let list = try CourseList(of: folder, in: .english)
    #expect(list.isSound && list.lines.map(\.id) == ["first"] && list.lines.map(\.next) == [true])
    #expect(list.lines.map(\.verdict) == [.notAttempted])
  }

  @Test func `a lab that its learner broke is told of with its mistakes`() throws {
    _ = try folder.fill(from: shipped)
    try Data("nothing".utf8).write(to: file)
    do {
      _ = try folder.lab("1")
      Issue.record("a lab without front matter was taken")
    } catch {
      guard case .wasSound(_, "01-first", let diagnostics, "nothing") = error else {
        Issue.record("\(error)")
        return
      }
      #expect(!diagnostics.isEmpty)
    }
  }

  @Test func labsWhoseNamesDifferInASignAreTwoLabs() throws {
    let store = ProgressStore(of: folder)
    let ids = ["a-b", "a_b", "a b", "a.b", "a/b", "..", "__", "가 나", "가나", String(repeating: "a_", count: 200)]
    for (number, id) in ids.enumerated() {
      for count in 0...number { _ = try store.keepHints(count + 1, lab: id, cell: "cell") }
    }
    #expect(ids.map { store.entry(for: $0)?.hints["cell"] } == (1...ids.count).map { $0 })
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.progress.path)
    #expect(names.count == ids.count && names.allSatisfy { $0.hasSuffix(".json") }, "\(names)")
  }

  @Test func `commands and numbers in a lab's words are held against what there is`() async throws {
    let labs = shipped.deletingLastPathComponent().appending(path: "labs")
    try FileManager.default.createDirectory(at: labs, withIntermediateDirectories: true)
    func said(_ prose: String, facts: String = "", _ values: SetFacts? = nil) async throws -> [String] {
      let text = LabTemplate(name: "first").lab.replacing("Say here what", with: prose + "\n\nSay here what")
        .replacing("budget:", with: facts + "budget:")
      try Data(text.utf8).write(to: labs.appending(path: "01-first.md"))
      let course = try Course.read(labs.path)
      let verifier = CourseVerifier(
        course: course, folder: folder, solutions: "none", refusal: { $0.first == "runs" ? "Unknown word" : nil },
        facts: { _ in values })
      let none: ((Lab) async throws(Never) -> LabReport)? = nil
      return await verifier.findings(judge: none) { _ in }.flatMap(\.diagnostics).filter { $0.severity == .error }
        .map { $0.summary.text(in: .english) }.filter {
          $0.contains("`seglab") || $0.contains("facts") || $0.contains("data set")
        }
    }
    #expect(
      try await said("Write `seglab run 1` or `seglab hint first network`, or `seglab run LAB --data SET`.").isEmpty)
    #expect(
      try await said("```sh\nseglab data import PATH --as own\nseglab run 1 --data own   # with yours\n```").isEmpty)
    #expect(try await said("Write `seglab runs 1`.").first?.contains("is no command: Unknown word") == true)
    #expect(try await said("Write `seglab run 7`.").first?.contains("no lab `7`") == true)
    #expect(try await said("Write `seglab reset 1 nett`.").first?.contains("no cell `nett`") == true)
    #expect(try await said("```sh\nseglab data show hert\n```").first?.contains("`hert`") == true)
    var set: [LabelledImage] = []
    for patient in 0..<5 {
      set.append(
        LabelledImage(
          id: "\(patient)", patient: "p\(patient)", image: GreyImage(width: 2, height: 2, samples: [0, 0, 0, 255]),
          label: Mask(width: 2, height: 2, classes: [0, 0, 0, 1])))
    }
    let facts = SetFacts(of: ImageMaskSet(name: "s", samples: set), dividedBy: .patient)
    #expect(facts.values["held_out_patients"] == 1 && facts.values["class_share"] == 0.25)
    #expect(
      try await said("A quarter of 5, 0.25.", facts: "facts: {class_share: 0.25, patients: 5}\n", facts).count == 0)
    let wrong = try await said("It is 0.31 of 12.", facts: "facts: {class_share: 0.31, patients: 5, size: 12}\n", facts)
    #expect(
      wrong.contains { $0.contains("0.2500 in the data set") }
        && wrong.contains { $0.contains("no number called `size`") })
    #expect(wrong.contains { $0.contains("nowhere says 5") })
  }
}
