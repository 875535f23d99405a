import Foundation
import Testing

/// Commands for working through a course and for writing one, from outside.
@Suite(.serialized) struct CourseCommandTests {
  static let lab = """
    ---
    title: Functions
    id: functions
    dataset: cardiac
    ---
    Prose.

    ```swift exercise=dice
    func dice(_ a: Mask, _ b: Mask) -> Double? {
      .FIXME
    }
    ```
    ```text hint=dice
    Count.
    ```
    ```yaml check=dice
    - function: {name: dice, reference: dice}
    ```
    ```yaml question=why
    ask: Why?
    choices:
      - {key: a, text: One, right: true, why: "Yes, so."}
      - {key: b, text: Two, why: "No, not so."}
    ```
    ```text answer=why
    ?
    ```
    """

  static let korean = """
    ---
    title: 함수
    ---
    글.

    ```swift exercise=dice
    ```
    ```text hint=dice
    세어 보세요.
    ```
    ```yaml check=dice
    ```
    ```yaml question=why
    ask: 왜?
    choices:
      - {key: a, text: 하나, why: "맞아요, 그래서예요."}
      - {key: b, text: 둘, why: "아니에요."}
    ```
    ```text answer=why
    ```
    """

  static let solution = """
    # The solution

    ```swift exercise=dice
    func dice(_ a: Mask, _ b: Mask) -> Double? {
      guard a.height == b.height, a.width == b.width else { return nil }
      let both = zip(a.pixels, b.pixels).reduce(0) { $0 + $1.0 * $1.1 }
      let sum = a.pixels.reduce(0, +) + b.pixels.reduce(0, +)
      return sum == 0 ? 1 : 2 * Double(both) / Double(sum)
    }
    ```
    ```text answer=why
    a
    ```
    """

  private func course() throws -> CourseFixture {
    let course = try CourseFixture()
    try course.write(Self.lab, to: "labs/01-functions.md")
    try course.write(Self.korean, to: "labs/01-functions.ko.md")
    try course.write(Self.solution, to: "solutions/01-functions.md")
    return course
  }

  @Test func aFunctionIsTriedAndTheSmallestCounterExampleIsShown() throws {
    let course = try course()
    let wrong = Self.lab.replacing("  .FIXME", with: "  2 * Double(a.pixels.reduce(0, +)) / Double(b.pixels.count)")
    try course.write(wrong, to: "labs/01-functions.md")
    let result = try course.seglab("run", "1")
    #expect(result.status == 1)
    #expect(result.output.contains("`dice` gives something else") && result.output.contains("expected:"))
    let passed = try course.seglab("run", "1", "--with", "solutions/01-functions.md")
    #expect(passed.status == 0, "\(passed.output)\(passed.errors)")
  }

  @Test func aTranslatedLabIsHintedRunAndListedInItsLanguage() throws {
    let course = try course()
    #expect(try course.seglab("--lang", "ko", "hint", "1", "dice").output.contains("세어 보세요."))
    #expect(try course.seglab("hint", "1", "dice", "--lang", "en").output.contains("Count."))
    #expect(try course.seglab("list", language: "ko").output.contains("함수"))
    try course.write(Self.korean.replacing("exercise=dice", with: "exercise=disc"), to: "labs/01-functions.ko.md")
    let broken = try course.seglab("hint", "1", "dice", language: "ko")
    #expect(broken.status == 0 && broken.output.contains("Count.") && broken.errors.contains("01-functions.ko.md:6"))
  }

  @Test func anAnswerIsWrittenIntoTheLabAndJudged() throws {
    let course = try course()
    let wrong = try course.seglab("answer", "1", "why", "b")
    #expect(wrong.status == 1 && wrong.output.contains("No, not so."))
    #expect(try course.text("labs/01-functions.md") == Self.lab.replacing("\n?\n", with: "\nb\n"))
    let right = try course.seglab("answer", "1", "why", "a", language: "ko")
    #expect(right.status == 0 && right.output.contains("맞아요"))
    // What is no answer at all does not take the place of one.
    let none = try course.seglab("answer", "1", "why", "z")
    #expect(none.status == 2 && none.errors.contains("none of the answers"))
    #expect(try course.text("labs/01-functions.md").contains("\na\n"))
    #expect(try course.seglab("answer", "1", "who", "a").status == 2)
    #expect(try course.seglab("answer", "1", "why").status == 2)
  }

  @Test func aSolutionIsShownAfterPassingOrWhenInsistedOn() throws {
    let course = try course()
    #expect(try course.seglab("solution", "1", "dice").status == 1)
    let insisted = try course.seglab("solution", "1", "dice", "--insist")
    #expect(insisted.status == 0 && insisted.output.contains("zip(a.pixels"))
    #expect(try course.text(".seglab/progress/functions.json").contains("revealed"))
    #expect(try course.seglab("diff", "1").status == 1)
  }

  @Test func verifyFindsWhatAnAuthorForgot() throws {
    let course = try course()
    let good = try course.seglab("verify", "--json")
    #expect(good.status == 0, "\(good.output)\(good.errors)")
    let mistakes: [(old: String, new: String, words: String)] = [
      ("```text hint=dice\nCount.\n```\n", "", "has no hint"), ("Prose.", "![a](none.png)", "none.png"),
      ("answer=why\n?", "answer=why\na", "given away"), ("  .FIXME", "  1", "has no `.FIXME`"),
      ("reference: dice}", "cases: [{given: [1], gives: 2}]}", "does not pass"),
    ]
    for mistake in mistakes {
      try course.write(Self.lab.replacing(mistake.old, with: mistake.new), to: "labs/01-functions.md")
      let result = try course.seglab("verify")
      #expect(result.status == 65 && result.output.contains(mistake.words), "\(mistake.words): \(result.output)")
    }
  }

  @Test func aScaffoldedLabVerifies() throws {
    let course = try CourseFixture()
    #expect(try course.seglab("new", "lab", "receptive-field").status == 0)
    #expect(try course.seglab("new", "lab", "receptive-field").status == 2)
    #expect(try course.seglab("new", "lab", "../x").status == 2)
    let result = try course.seglab("verify", "--look")
    #expect(
      result.status == 0 && result.output.contains("1 lab is as it should be."), "\(result.output)\(result.errors)")
    let calibrated = try course.seglab("calibrate", "1")
    #expect(calibrated.status == 65 && calibrated.errors.contains("seglab data make cardiac"))
  }

  @Test func aTranslationBeginsWithAllCellsInTheirPlaces() throws {
    let course = try CourseFixture()
    #expect(try course.seglab("new", "lab", "receptive-field").status == 0)
    #expect(try course.seglab("new", "translation", "1", "ko").status == 0)
    #expect(try course.seglab("new", "translation", "1", "ko").status == 2)
    let text = try course.text("labs/01-receptive-field.ko.md")
    #expect(text.hasPrefix("---\ntitle: \"⟦ko⟧ Receptive field\"\n---\n"))
    #expect(text.contains("```swift exercise=network\n```") && text.contains("# ⟦ko⟧ Receptive field"))
    let result = try course.seglab("verify", "--look")
    #expect(result.status == 0 && result.output.contains("not translated yet"), "\(result.output)")
  }

  @Test func verifyLooksAtOneLabAndKnowsWhatItNames() throws {
    let course = try CourseFixture()
    #expect(try course.seglab("new", "lab", "one").status == 0)
    #expect(try course.seglab("new", "lab", "two").status == 0)
    let sound = try course.text("labs/02-two.md")
    let mistakes = [
      ("network: net", "network: nett", "Did you mean `net`?"), ("dataset: cardiac", "dataset: heart", "cardiac"),
    ]
    for (old, new, words) in mistakes {
      try course.write(sound.replacing(old, with: new), to: "labs/02-two.md")
      let result = try course.seglab("verify", "two", "--look")
      #expect(result.status == 65 && result.output.contains(words), "\(result.output)")
      #expect(try course.seglab("verify", "1", "--look").status == 0)
    }
  }

  @Test func anUpdateBringsProseAndKeepsCells() throws {
    let course = try course()
    let home = course.folder.appendingPathComponent("home")
    try course.write("", to: "home/site/templates/none")
    try course.write(Self.lab, to: ".seglab/originals/01-functions.md")
    let newer = Self.lab.replacing("Prose.", with: "Better prose.").replacing("Why?", with: "Why, then?")
    try course.write(newer, to: "home/labs/01-functions.md")
    try course.write(newer.replacing("id: functions", with: "id: more"), to: "home/labs/02-more.md")
    try course.write(Self.lab.replacing("  .FIXME", with: "  0.5"), to: "labs/01-functions.md")
    course.home = home
    let result = try course.seglab("update")
    #expect(result.status == 0, "\(result.output)\(result.errors)")
    #expect(try course.text("labs/01-functions.md") == newer.replacing("  .FIXME", with: "  0.5"))
    #expect(try course.text(".seglab/originals/01-functions.md") == newer)
    #expect(try course.text("labs/02-more.md").contains("id: more"))
    #expect(try course.seglab("update").output.contains("up to date"))
    // An update that came to no end: the lab was written, the course's copy of it not yet.
    try course.write(newer, to: "labs/01-functions.md")
    try course.write(Self.lab, to: ".seglab/originals/01-functions.md")
    #expect(try course.seglab("update").status == 0)
    #expect(try course.text(".seglab/originals/01-functions.md") == newer)
    try course.write(newer.replacing("  .FIXME", with: "  0.5"), to: "labs/01-functions.md")
    // The author changes the cell that the learner has changed: the learner's stands, and it is said.
    try course.write(newer.replacing("  .FIXME", with: "  // Here.\n  .FIXME"), to: "home/labs/01-functions.md")
    let conflict = try course.seglab("update")
    #expect(conflict.output.contains("Yours stands"))
    #expect(try course.text("labs/01-functions.md").contains("  0.5"))
  }

  @Test func everySaveIsAnsweredWithoutATerminalToo() throws {
    let course = try course()
    let watching = try course.start(["--poll"])
    defer { watching.end() }
    #expect(watching.waits(for: "fill in the holes"))
    let second = try course.seglab()
    #expect(second.status == 65 && second.errors.contains("Another seglab"))
    // As an editor that writes aside and renames.
    try course.write(Self.lab.replacing("  .FIXME", with: "  1"), to: "labs/01-functions.md")
    #expect(watching.waits(for: "mend the function"))
  }

  @Test func aCourseIsNotMadeWithinAnother() throws {
    let course = try CourseFixture()
    #expect(try course.seglab("init").status == 0)
    let again = try course.seglab("init", "hearts")
    #expect(again.status == 2)
    #expect(again.errors.contains("You are in a course folder already"), "\(again.errors)")
    #expect(!FileManager.default.fileExists(atPath: course.folder.appending(path: "hearts").path))
  }

  @Test(.takesLong) func theShippedLabsVerify() throws {
    let course = try CourseFixture()
    let result = try course.seglab("verify", CourseFixture.root.path, "--json")
    #expect(result.status == 0, "\(result.output)\(result.errors)")
  }

  /// The verdicts and the weights, not the times.
  private struct Summary: Equatable {
    let cells: [String]
    let runs: [String]
    let weights: [String]
  }

  private func solved(_ lab: String, in course: CourseFixture) throws -> (summary: Summary, reused: [Bool]) {
    let solution = CourseFixture.root.appendingPathComponent("solutions/\(lab).md").path
    let result = try course.seglab("run", lab, "--profile", "quick", "--with", solution, "--json")
    #expect(result.status == 0, "\(lab): \(result.errors)")
    let report = try JSONDecoder().decode(CommandTests.Report.self, from: Data(result.output.utf8))
    for cell in report.cells {
      let fault = cell.checks.first { $0.verdict != "passed" && $0.verdict != "tried" }
      #expect(fault == nil, "\(lab), \(cell.id): \(fault?.name ?? "")")
    }
    let summary = Summary(
      cells: report.cells.map { "\($0.id) \($0.checks.count)" }, runs: report.experiments.map(\.run),
      weights: report.experiments.map(\.weights_digest))
    return (summary, report.experiments.map(\.reused))
  }

  @Test(.takesLong) func theShippedSolutionsPassInEveryCellAndTheirRunsAreFoundAgain() throws {
    let course = try CourseFixture()
    #expect(try course.seglab("init").status == 0)
    for set in ["cardiac", "knee"] { #expect(try course.seglab("data", "make", set, "--count", "60").status == 0) }
    let labs = try FileManager.default.contentsOfDirectory(
      atPath: CourseFixture.root.appendingPathComponent("solutions").path
    )
    .filter { $0.hasSuffix(".md") }.map { String($0.dropLast(3)) }.sorted()
    #expect(labs.count >= 5)
    for lab in labs {
      let first = try solved(lab, in: course)
      let second = try solved(lab, in: course)
      #expect(second.summary == first.summary && second.reused.allSatisfy { $0 }, "\(lab)")
      #expect(!first.reused.isEmpty && !first.summary.cells.isEmpty, "\(lab)")
    }
  }
}
