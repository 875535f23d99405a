import Foundation
import Testing

/// How far a learner has come, and what counts for it.
@Suite(.serialized) struct ProgressTests {
  private static let lab =
    CommandTests.smallLab + """

      ```yaml question=why
      ask: Why?
      number: 3
      tolerance: 0
      why: So.
      ```
      ```text answer=why
      ?
      ```
      ```yaml experiment=long
      network: net
      training: {epochs: 3}
      quick: {steps: 2}
      ```
      """

  private func course(_ lab: String = lab) throws -> CourseFixture {
    let course = try CourseFixture()
    try course.write(lab, to: "labs/01-small.md")
    try course.write(
      CommandTests.smallLab.replacing("id: small", with: "id: next\nafter: [small]").replacing(
        "A small", with: "The next"),
      to: "labs/02-next.md")
    try TinySet.write(to: course.folder.appendingPathComponent("tiny"))
    #expect(try course.seglab("data", "import", "tiny", "--as", "tiny").status == 0)
    return course
  }

  private func list(_ course: CourseFixture, _ language: String = "en") throws -> [String] {
    try course.seglab("list", language: language).output.split(separator: "\n").map(String.init)
  }

  @Test func `a quick run is tried in the terminal, the list, the JSON and on the page, and takes no pass away`() throws
  {
    let course = try course(CommandTests.smallLab)
    let quick = try course.seglab("run", "1", "--profile", "quick", "--page", "quick.html", "--report", "quick.json")
    #expect(quick.status == 0 && !quick.output.contains("everything passed"), "\(quick.output)")
    #expect(quick.output.contains("tried (quick)") && quick.output.contains("Quick profile: 3 of 18 steps"))
    let page = try course.text("quick.html")
    #expect(page.contains("class=\"band\"") && page.contains("Quick profile: 3 of 18 steps"))
    #expect(!page.contains("Everything in this lab passed"))
    #expect(try list(course)[0].hasPrefix("≈ tried (quick)"))
    let json = try course.seglab("run", "1", "--profile", "quick", "--json")
    #expect(json.status == 0 && json.output.contains("\"standing\" : \"tried\""))
    #expect(json.output.contains("\"seglab/report/v1\"") && json.output.contains("\"steps_of_all\" : 18"))
    #expect(try course.seglab("check-all", "--profile", "quick").status == 0)
    #expect(try course.seglab("report", "quick.json", "--lang", "ko").output.contains("18스텝 가운데 3스텝"))
    #expect(try course.seglab("run", "1").status == 0)
    #expect(try course.seglab("run", "1", "--profile", "quick").status == 0)
    #expect(try list(course)[0].hasPrefix("✓ passed"))
  }

  @Test func `another set, and none at all, take no pass away`() throws {
    let course = try course(CommandTests.smallLab)
    #expect(try course.seglab("run", "1").status == 0)
    let none = try course.seglab("run", "1", "--data", "nope")
    #expect(none.status == 65 && none.errors.contains("data import PATH --as nope"), "\(none)")
    #expect(try list(course)[0].hasPrefix("✓ passed"))
    #expect(try course.seglab("data", "import", "tiny", "--as", "other").status == 0)
    let other = try self.course(CommandTests.smallLab)
    #expect(try other.seglab("data", "import", "tiny", "--as", "other").status == 0)
    let counted = try other.seglab("run", "1", "--data", "other")
    #expect(counted.status == 0 && counted.errors.contains("not counted"), "\(counted.errors)")
    #expect(try !list(other)[0].contains("passed"))
    try other.write(
      CommandTests.smallLab.replacing("dataset: tiny", with: "dataset: tiny\nany_dataset: true"), to: "labs/01-small.md"
    )
    #expect(try other.seglab("run", "1", "--data", "other").status == 0)
    #expect(try list(other)[0].hasPrefix("✓ passed"))
  }

  @Test func `what is partly done is begun, an answer counts at once, and the list says what a lab waits for`() throws {
    let course = try course()
    #expect(try list(course)[0].hasPrefix("○ not attempted") && list(course)[0].contains("(0/4)"))
    #expect(try list(course)[2] == "    comes after “A small lab”")
    #expect(try list(course, "ko")[2] == "    먼저 할 실습: ‘A small lab’")
    #expect(try course.seglab("answer", "1", "why", "3").status == 0)
    #expect(try list(course)[0].hasPrefix("◐ begun 1/4"))
    #expect(try list(course, "ko")[0].hasPrefix("◐ 진행 중 1/4"))
    #expect(try course.seglab("run", "1").status == 0)
    #expect(try list(course).allSatisfy { !$0.contains("comes after") })
    // An answer that is taken back counts no more.
    try course.write(Self.lab, to: "labs/01-small.md")
    #expect(try list(course)[0].hasPrefix("◐ begun 3/4"))
    let page = try course.seglab("run", "1", "--page", "page.html")
    #expect(page.status == 1)
    #expect(try course.text("page.html").contains("Begun 2/4"))
  }

  @Test func `nothing after an open question is trained or shown, unless it is asked for`() throws {
    let course = try course()
    let run = try course.seglab("run", "1")
    #expect(run.status == 1)
    #expect(!run.output.contains("long: trained") && run.output.contains("--train-all"), "\(run.output)")
    #expect(run.output.contains("Next: “why”, labs/01-small.md:"))
    let all = try course.seglab("run", "1", "--train-all", "--page", "page.html")
    #expect(all.output.contains("long: What came of it is shown once “why”") && !all.output.contains("long: accuracy"))
    let page = try course.text("page.html")
    #expect(page.contains("What came of it is shown once “why”"))
    #expect(try course.seglab("answer", "1", "why", "3").status == 0)
    #expect(try course.seglab("run", "1").output.contains("long: accuracy"))
  }

  @Test func `progress that somebody else wrote shows nothing as passed and opens no solution`() throws {
    let course = try course(CourseCommandTests.lab)
    try course.write(CourseCommandTests.solution, to: "solutions/01-small.md")
    try course.write(
      #"{"cells":{"dice":"passed","why":"passed"},"hints":{"dice":1},"lab":"functions","schema":"seglab/progress/v1","verdict":"passed"}"#,
      to: ".seglab/progress/functions.json")
    let list = try course.seglab("list")
    #expect(!list.output.contains("passed") && list.errors.contains("does not carry your seal"), "\(list)")
    #expect(try course.seglab("solution", "1", "dice").status == 1)
    #expect(try course.seglab("hint", "1", "dice").output.contains("Hint 1 of 1"))
    let names = try FileManager.default.contentsOfDirectory(atPath: course.folder.path + "/.seglab/progress")
    #expect(names.count == 2 && names.contains { $0.contains(".foreign-") }, "\(names)")
    // What was sealed here and changed afterwards is no longer ours either.
    let own = try course.text(".seglab/progress/functions.json")
    try course.write(
      own.replacing("\"hints\"", with: "\"revealed\" : [\"why\"], \"hints\""), to: ".seglab/progress/functions.json")
    #expect(try course.seglab("list").errors.contains("does not carry your seal"))
  }

  @Test func `many processes at once lose nothing of one another`() throws {
    let course = try course(CourseCommandTests.lab)
    try course.write(CourseCommandTests.solution, to: "solutions/01-small.md")
    let processes = try (0..<12).map { number in
      try course.process(
        number % 2 == 0
          ? ["solution", "1", "dice", "--insist"]
          : number % 3 == 0 ? ["hint", "1", "dice"] : ["solution", "1", "why", "--insist"],
        language: "en", named: "p\(number)"
      ).process
    }
    for process in processes { try process.run() }
    for process in processes { process.waitUntilExit() }
    #expect(processes.allSatisfy { $0.terminationStatus == 0 })
    let text = try course.text(".seglab/progress/functions.json")
    #expect(text.contains("\"dice\" : 1") && text.contains("\"why\"") && text.contains("revealed"), "\(text)")
  }

  @Test func `hints can be read again, and the next exercise is reached`() throws {
    let more = "```text hint=dice\nCount again.\n```\n```text hint=why\nThink.\n```\n```yaml check=dice"
    let course = try course(CourseCommandTests.lab.replacing("```yaml check=dice", with: more))
    let told = try (0..<4).map { _ in try course.seglab("hint", "1").output }
    #expect(told[0].contains("Count.") && told[1].contains("Count again.") && told[2].contains("Think."))
    #expect(told[3].contains("Count again."), "all were told")
    #expect(try course.seglab("hint", "1", "dice", "1").output.contains("Count.\n"))
    #expect(try course.seglab("hint", "1", "dice", "3").status == 2)
    let fresh = try self.course(CourseCommandTests.lab.replacing("```yaml check=dice", with: more))
    let early = try fresh.seglab("hint", "1", "dice", "2")
    #expect(early.status == 2 && early.errors.contains("comes after hint 1"))
  }

  @Test func `what the user can mend is no fault of ours`() throws {
    let course = try course(CommandTests.smallLab)
    for option in ["--report", "--page"] {
      let result = try course.seglab("run", "1", option, "none/here.json")
      #expect(result.status == 65 && result.errors.contains("mkdir -p"), "\(result)")
    }
    let nowhere = try CourseFixture()
    let made = try nowhere.seglab("data", "make", "cardiac", "--count", "1")
    #expect(made.status == 65 && made.errors.contains("seglab init"))
    #expect(!FileManager.default.fileExists(atPath: nowhere.folder.path + "/.seglab"))
    #expect(try course.seglab("data", "show", "knee").errors.contains("`seglab data make knee`"))
  }
}
