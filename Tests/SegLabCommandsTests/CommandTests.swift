import Foundation
import Testing

/// The program as a learner uses it, from an empty folder on.
@Suite(.serialized) struct CommandTests {
  /// A lab whose network trains in a moment.
  static let smallLab = """
    ---
    title: A small lab
    id: small
    dataset: tiny
    ---
    Prose.

    ```swift exercise=network
    let net = Network("net") {
      Input(shape: [32, 32, 1])
      Flatten()
      Dense("hidden", weights: [1024, 4])
      Dense("final", weights: [4, 2048])
      Reshape("pixels", shape: [32, 32, 2])
    }
    let training = Training(learningRate: 0.05, epochs: 2)
    ```
    ```yaml check=network
    - shape: {hidden: [4]}
    - parameters: 12288
    ```
    ```yaml experiment=short
    network: net
    training: training
    quick: {steps: 3}
    show: [curves, predictions, graph]
    ```
    ```yaml check=short
    - accuracy: ">= 0"
    ```
    """

  struct Report: Decodable {
    struct Cell: Decodable {
      struct Check: Decodable {
        let name: String
        let verdict: String
        let line: Int
      }
      let id: String
      let verdict: String
      let checks: [Check]
    }
    struct Experiment: Decodable {
      let run: String
      let reused: Bool
      let steps: Int
      let preparation: [String]
      let weights_digest: String
    }
    struct Message: Decodable {
      let severity: String
      let file: String
      let line: Int
      let column: Int
    }
    let schema: String
    let lab: String
    let verdict: String
    let cells: [Cell]
    let experiments: [Experiment]
    let diagnostics: [Message]
  }

  private func report(_ result: CourseFixture.Result) throws -> Report {
    try JSONDecoder().decode(Report.self, from: Data(result.output.utf8))
  }

  private func smallCourse() throws -> CourseFixture {
    let course = try CourseFixture()
    try course.write(Self.smallLab, to: "labs/01-small.md")
    try TinySet.write(to: course.folder.appendingPathComponent("tiny"))
    let imported = try course.seglab("data", "import", "tiny", "--as", "tiny")
    #expect(imported.status == 0, "\(imported.errors)")
    return course
  }

  @Test func aNewCourseFolderHasTheLabsAndKeepsWhatIsThere() throws {
    let course = try CourseFixture()
    #expect(try course.seglab("init").status == 0)
    let lab = "labs/01-fully-connected.md"
    #expect(try course.text(lab).contains(".FIXME"))
    try course.write("mine", to: lab)
    #expect(try course.seglab("init").status == 0)
    #expect(try course.text(lab) == "mine")
  }

  @Test func theShippedLabIsNotAttemptedAndEveryHoleIsListedWithItsPlace() throws {
    let course = try CourseFixture()
    _ = try course.seglab("init")
    let result = try course.seglab("run", "1", "--json")
    #expect(result.status == 1)
    let report = try report(result)
    #expect(report.schema == "seglab/report/v1")
    #expect(report.verdict == "not-attempted")
    let text = try course.text("labs/01-fully-connected.md").split(separator: "\n", omittingEmptySubsequences: false)
    let places = text.enumerated().flatMap { row, line in
      line.ranges(of: ".FIXME").map { "\(row + 1):\(line.utf8.distance(from: line.startIndex, to: $0.lowerBound) + 2)" }
    }
    let inCells = places.filter { place in !text[(Int(place.prefix { $0 != ":" }) ?? 1) - 1].contains("`.FIXME`") }
    #expect(report.diagnostics.filter { $0.severity == "hole" }.map { "\($0.line):\($0.column)" } == inCells)
    #expect(report.diagnostics.allSatisfy { $0.file == "labs/01-fully-connected.md" })
  }

  @Test func aLabTrainsOnceAndIsReusedWhenOnlyNamesAndCommentsChange() throws {
    let course = try smallCourse()
    let first = try report(course.seglab("run", "1", "--json"))
    #expect(first.verdict == "passed")
    #expect(first.experiments.map(\.reused) == [false])
    let renamed = Self.smallLab.replacing("\"final\"", with: "\"last\"")
      .replacing("let net =", with: "// A comment.\n\nlet net =")
    try course.write(renamed, to: "labs/01-small.md")
    let second = try report(course.seglab("run", "1", "--json", "--threads", "1"))
    #expect(second.experiments.map(\.reused) == [true])
    #expect(second.experiments[0].run == first.experiments[0].run)
    #expect(try report(course.seglab("run", "1", "--json", "--seed", "2")).experiments.map(\.reused) == [false])
    let quick = try report(course.seglab("run", "1", "--json", "--profile", "quick"))
    #expect(quick.experiments[0].steps == 3)
  }

  @Test func theSameSeedGivesTheSameWeightsForAnyNumberOfThreads() throws {
    var digests: Set<String> = []
    for threads in ["1", "2", "4"] {
      let course = try smallCourse()
      let report = try report(course.seglab("run", "1", "--json", "--threads", threads))
      digests.formUnion(report.experiments.map(\.weights_digest))
    }
    #expect(digests.count == 1)
  }

  @Test func aWrongShapeIsToldBeforeAnythingTrains() throws {
    let course = try smallCourse()
    try course.write(Self.smallLab.replacing("[4, 2048]", with: "[5, 2048]"), to: "labs/01-small.md")
    let report = try report(course.seglab("run", "1", "--json"))
    #expect(report.verdict == "not-yet")
    #expect(report.experiments.isEmpty)
    #expect(report.diagnostics.map { "\($0.severity) \($0.line)" } == ["error 13"])
    #expect(report.cells.map(\.verdict) == ["not-yet", "blocked"])
  }

  @Test func aLabWithAMistakeOfItsAuthorsIsReportedInTheSameForm() throws {
    let course = try smallCourse()
    try course.write(Self.smallLab.replacing("check=network", with: "check=netwrok"), to: "labs/01-small.md")
    let result = try course.seglab("run", "1", "--json")
    #expect(result.status == 65)
    let report = try report(result)
    #expect(report.verdict == "error")
    #expect(report.diagnostics.map { "\($0.severity) \($0.file):\($0.line)" } == ["error labs/01-small.md:18"])
    #expect(try self.report(course.seglab("run", "none", "--json")).verdict == "error")
  }

  @Test func aPageIsWrittenThatNeedsNothingElse() throws {
    let course = try smallCourse()
    let result = try course.seglab("run", "1", "--page", "page.html")
    #expect(result.status == 0)
    let page = try course.text("page.html")
    #expect(page.contains("A small lab") && page.contains("data:image/png;base64,"))
    #expect(!page.contains("<script") && !page.contains("src=\"http"))
  }

  @Test(arguments: [
    ["--page", "labs/01-small.md"], ["--report", "labs/01-small.md"], ["--page", "x", "--report", "./x"],
  ])
  func whatIsNoPageAndNoReportIsNotWrittenOver(words: [String]) throws {
    let course = try smallCourse()
    let before = try course.text("labs/01-small.md")
    let result = try course.run(["run", "1"] + words, language: "en")
    #expect(result.status == 2 && result.errors.contains(words[words.count - 2]), "\(result.errors)")
    #expect(try course.text("labs/01-small.md") == before)
    #expect(!FileManager.default.fileExists(atPath: course.folder.appendingPathComponent("x").path))
  }

  @Test func hintsComeOneAtATime() throws {
    let course = try CourseFixture()
    _ = try course.seglab("init")
    let hints = try (0..<4).map { _ in try course.seglab("hint", "1", "network").output }
    #expect(hints[0].contains("1") && hints[0] != hints[1] && hints[1] != hints[2])
    #expect(hints[2] == hints[3])
  }

  @Test func anExerciseIsSetBackAndWhatWasThereIsKept() throws {
    let course = try CourseFixture()
    _ = try course.seglab("init")
    let lab = "labs/01-fully-connected.md"
    let shipped = try course.text(lab)
    let mine = shipped.replacing("epochs: .FIXME", with: "epochs: 7").replacing(
      "Dense(\"hidden\", weights: [.FIXME", with: "Dense(\"hidden\", weights: [9")
    try course.write(mine, to: lab)
    #expect(try course.seglab("reset", "1", "network").status == 0)
    #expect(try course.text(lab) == shipped.replacing("epochs: .FIXME", with: "epochs: 7"))
    let backups = try FileManager.default.contentsOfDirectory(
      atPath: course.folder.appendingPathComponent(".seglab/backups").path)
    #expect(try course.text(".seglab/backups/\(backups[0])") == mine)
    #expect(try course.seglab("reset", "1").status == 0)
    #expect(try course.text(lab) == shipped)
  }

  private static let wrongWords: [([String], Int32)] = [
    (["run", "9"], 65), (["run", "nowhere.md"], 65), (["run"], 2), (["run", "1", "--threads", "0"], 2),
    (["run", "1", "--threads", "-1"], 2), (["run", "1", "--minutes", "-1"], 2), (["run", "1", "--seed", "-1"], 2),
    (["check-all", "--minutes", "-0.5"], 2), (["calibrate", "1", "--seeds", "-1"], 2),
    (["data", "make", "cardiac", "--count", "-1"], 2), (["data", "make", "cardiac", "--patients", "-1"], 2),
    (["data", "make", "knee", "--patients", "-9223372036854775808"], 2),
    (["run", "1", "--profile", "slow"], 2), (["frobnicate"], 2), (["data", "show", "none"], 65),
    (["data", "import", "none", "--as", "x"], 65), (["data", "make", "cardiac", "--as", "../x"], 2),
    (["data", "make", "cardiac", "--count", "0"], 2), (["hint", "1", "none"], 2), (["reset", "1", "none"], 2),
    (["init", "/proc/none"], 65), (["run", "1", "--with", "labs"], 65), (["--version"], 0), (["--help"], 0),
  ]

  @Test(arguments: wrongWords)
  func aWrongWordGetsALineAndItsExitCode(arguments: [String], status: Int32) throws {
    let course = try CourseFixture()
    _ = try course.seglab("init")
    for language in ["en", "ko"] {
      let result = try course.run(arguments, language: language)
      #expect(result.status == status, "\(result.errors)")
      #expect(!(result.output + result.errors).isEmpty)
    }
  }

  @Test(arguments: ["--threads", "--minutes", "--seed", "--seeds"])
  func aNumberBelowZeroIsQuotedAndNotMissed(_ option: String) throws {
    let words = [option == "--seeds" ? "calibrate" : "run", "1", option, "-7"]
    let result = try CourseFixture().run(words, language: "en")
    #expect(result.status == 2 && result.output.isEmpty)
    #expect(result.errors.contains("-7") && result.errors.contains("Usage:"), "\(result.errors)")
    #expect(!result.errors.contains("Missing value"))
  }

  @Test func aKoreanLearnerReadsKorean() throws {
    let course = try CourseFixture()
    _ = try course.seglab("init")
    let result = try course.seglab("run", "1", language: "ko")
    #expect(result.output.contains("빈칸"))
    #expect(try course.seglab("--help", language: "ko").output.contains("실습"))
  }
}
