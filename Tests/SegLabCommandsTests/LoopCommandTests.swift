import Foundation
import Testing

/// Commands about whole labs, on small ones: all at once, beside the solution, over seeds.
@Suite(.serialized) struct LoopCommandTests {
  private func course() throws -> CourseFixture {
    let course = try CourseFixture()
    try course.write(CommandTests.smallLab, to: "labs/01-small.md")
    try course.write(Self.solution(hidden: 4), to: "solutions/01-small.md")
    try TinySet.write(to: course.folder.appendingPathComponent("tiny"))
    #expect(try course.seglab("data", "import", "tiny", "--as", "tiny").status == 0)
    return course
  }

  private static func solution(hidden: Int) -> String {
    """
    # The solution

    ```swift exercise=network
    let net = Network("net") {
      Input(shape: [32, 32, 1])
      Flatten()
      Dense("hidden", weights: [1024, \(hidden)])
      Dense("final", weights: [\(hidden), 2048])
      Reshape("pixels", shape: [32, 32, 2])
    }
    let training = Training(learningRate: 0.05, epochs: 2)
    ```
    """
  }

  @Test func `all that cells describe is held against the solution's, setting by setting, once they have passed`()
    throws
  {
    let course = try course()
    let early = try course.seglab("diff", "1")
    #expect(early.status == 1 && early.errors.contains("has passed"), "\(early.errors)")
    #expect(try course.seglab("run", "1").status == 0)
    let same = try course.seglab("diff", "1")
    #expect(same.status == 0 && same.output.contains("`net` is the solution's"), "\(same.output)\(same.errors)")
    try course.write(Self.solution(hidden: 6), to: "solutions/01-small.md")
    let other = try course.seglab("diff", "1", language: "ko")
    let lines = other.output.split(separator: "\n").dropFirst()
    #expect(
      lines == [
        "- hidden weights [1024, 4]", "+ hidden weights [1024, 6]", "- final weights [4, 2048]",
        "+ final weights [6, 2048]", "`training`: 모든 설정이 해답과 같아요.",
      ], "\(other.output)")
    let data = try course.seglab("diff", "1", "--json")
    #expect(
      data.output.contains("seglab/diff/v1") && data.output.contains("\"yours\" : \"[1024, 4]\""), "\(data.output)")
    try FileManager.default.removeItem(at: course.folder.appendingPathComponent("solutions"))
    course.home = course.folder
    #expect(try course.seglab("diff", "1").status == 65)
  }

  private struct Said: Decodable {
    struct Remark: Decodable { let text: String }
    let sandbox: String?
    let remarks: [Remark]
  }

  @Test func `every command that compiles says what the cells were kept in`() throws {
    let course = try course()
    course.variables["SEGLAB_BWRAP"] = "/nonexistent/bwrap"
    #expect(try course.seglab("run", "1").status == 0)
    let commands = [
      ["run", "1"], ["summary", "1"], ["diff", "1"], ["verify", "."], ["calibrate", "1", "--seeds", "2"], ["check-all"],
    ]
    for words in commands {
      let plain = try course.run(words, language: "en")
      #expect(plain.errors.contains("/nonexistent/bwrap cannot be started"), "\(words): \(plain.errors)")
      let result = try course.run(words + ["--json"], language: "en")
      #expect(result.errors.contains("/nonexistent/bwrap cannot be started"), "\(words): \(result.errors)")
      let data = Data(result.output.utf8)
      let said =
        words == ["check-all"]
        ? try JSONDecoder().decode([String: [Said]].self, from: data)["labs"]?.first
        : try JSONDecoder().decode(Said.self, from: data)
      #expect(said?.sandbox.map { ["namespaces", "landlock", "limits-only"].contains($0) } == true, "\(result.output)")
      #expect(said?.remarks.contains { $0.text.contains("/nonexistent/bwrap") } == true, "\(result.output)")
    }
    course.variables = [:]
    if try course.seglab("doctor").output.contains("✓ sandbox: bubblewrap") {
      for words in commands.prefix(4) {
        #expect(!(try course.run(words, language: "en").errors.contains("bubblewrap")), "\(words)")
      }
    }
  }

  private struct All: Decodable { let labs: [CommandTests.Report] }

  @Test func `all labs are checked in one go, and each is reported`() throws {
    let course = try course()
    // The same cells on the same lines: one program, wanted twice at once.
    try course.write(CommandTests.smallLab.replacing("id: small", with: "id: twin"), to: "labs/02-twin.md")
    let done = try course.seglab("check-all")
    #expect(done.status == 0, "\(done.output)\(done.errors)")
    try course.write(CourseCommandTests.lab, to: "labs/03-functions.md")
    let open = try course.seglab("check-all", "--json")
    #expect(open.status == 1, "\(open.errors)")
    let all = try JSONDecoder().decode(All.self, from: Data(open.output.utf8)).labs
    #expect(all.map(\.lab) == ["small", "twin", "functions"])
    #expect(all.map(\.verdict) == ["passed", "passed", "not-attempted"])
    #expect(all[1].experiments.map(\.reused) == [true])
    let list = try course.seglab("list")
    #expect(list.output.split(separator: "\n").count { $0.contains("✓ passed") } == 2, "\(list.output)")
    try course.write("nothing", to: "labs/02-twin.md")
    let broken = try course.seglab("check-all", "--json")
    #expect(broken.status == 65 && broken.errors.contains("front matter"), "\(broken.errors)")
    let verdicts = try JSONDecoder().decode(All.self, from: Data(broken.output.utf8)).labs.map(\.verdict)
    #expect(verdicts == ["passed", "error", "not-attempted"])
  }

  @Test func `a bar is measured over seeds, and what was measured stands beside it`() throws {
    let course = try course()
    let far = try course.seglab("calibrate", "1", "--seeds", "2")
    #expect(far.status == 0, "\(far.output)\(far.errors)")
    let text = try course.text("labs/01-small.md")
    #expect(text.contains("calibrated:") && text.contains("- accuracy: \">= 0\""), "\(text)")
    // Nothing but a line in the cell of checks was changed.
    let others = text.split(separator: "\n").filter { !$0.contains("calibrated:") }
    #expect(others == CommandTests.smallLab.split(separator: "\n"))
    try course.write(CommandTests.smallLab.replacing(">= 0\"", with: ">= 0.99999\""), to: "labs/01-small.md")
    let near = try course.seglab("calibrate", "1", "--seeds", "2")
    #expect(near.status == 1 && near.output.contains("✗"), "\(near.output)\(near.errors)")
    #expect(try course.seglab("calibrate", "1", "--seeds", "1").status == 2)
    #expect(try course.seglab("calibrate", "9").status == 65)
  }
}
