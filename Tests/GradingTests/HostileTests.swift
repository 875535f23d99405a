import Checking
import Courses
import Foundation
import Labs
import Messages
import Sessions
import Testing

@testable import Grading

/// Submissions of people who would rather have points than earn them: none passes, none stops another, each gets a calm verdict.
struct HostileTests {
  private static let lab = """
    ---
    title: A lab
    id: a-lab
    dataset: none
    budget: {parameters: 5_000}
    ---

    ```swift exercise=network
    let net = .FIXME
    ```

    ```yaml check=network
    - shape: {conv: [16, 16, 2]}
    - parameters: 20
    ```

    ```swift exercise=dice
    func dice(_ a: Mask, _ b: Mask) -> Double? { .FIXME }
    ```

    ```yaml check=dice
    - function: {name: dice, reference: dice}
    ```

    ```yaml question=q
    ask: "?"
    number: 5
    tolerance: 0
    why: so
    ```

    ```text answer=q
    ?
    ```
    """

  private static let network = """
    let net = Network("net") {
      Input(shape: [16, 16, 1])
      Conv2D("conv", filter: [3, 3, 1, 2])
    }
    """
  private static let wrong = network.replacing("3, 3, 1, 2", with: "1, 1, 1, 2")
  private static let dice = """
    func dice(_ a: Mask, _ b: Mask) -> Double? {
      if a.height != b.height || a.width != b.width { return nil }
      var both = 0
      var sum = 0
      for row in 0..<b.height { for column in 0..<b.width {
        both += a[row, column] * b[row, column]
        sum += a[row, column] + b[row, column]
      } }
      return sum == 0 ? 1 : Double(2 * both) / Double(sum)
    }
    """
  private static let libc = "_ = (/\"/); import Glibc; _ = (/\"/)\n"

  /// One submission: what stands in its cells, and the things that must not be worth all their points.
  private struct Case {
    let name: String
    var network = HostileTests.network
    var dice = HostileTests.dice
    var answer = "5"
    /// The whole file, where it is more than its cells.
    var text: String?
    /// What must not be right.
    var fails: Set<String> = []
  }

  private static func report(_ words: String) -> String {
    "let words = Array(\"\\n\(words)\\n\".utf8)\nfor d in Int32(0)..<64 { _ = write(d, words, words.count) }\n"
  }

  private static let both: Set<String> = ["network.1", "network.2"]

  private static let cases: [Case] = [
    Case(name: "honest"),
    Case(
      name: "report on every descriptor", network: libc + wrong + "\n" + report("{\\\"verdict\\\":\\\"passed\\\"}"),
      fails: ["network.2"]),
    Case(name: "exit 0", network: libc + wrong + "\nexit(0)", fails: both),
    Case(name: "exit 1", network: libc + network + "\n_exit(1)", fails: both),
    Case(name: "abort", network: libc + network + "\nabort()", fails: both),
    Case(name: "kill of its own", network: libc + network + "\nkill(getpid(), SIGKILL)", fails: []),
    Case(name: "kill of the parent", network: libc + wrong + "\nkill(getppid(), SIGKILL)", fails: ["network.2"]),
    Case(name: "kill of all", network: libc + wrong + "\nkill(-1, SIGKILL)", fails: ["network.2"]),
    Case(name: "loop", network: network + "\nwhile true {}", fails: both),
    Case(
      name: "memory",
      network: network + "\nvar all: [[UInt8]] = []\nwhile true { all.append([UInt8](repeating: 1, count: 1 << 26)) }",
      fails: both),
    Case(
      name: "output", network: network + "\nwhile true { print(String(repeating: \"x\", count: 1 << 16)) }", fails: both
    ),
    Case(name: "fork", network: libc + wrong + "\nwhile true { if vfork() < 0 { break } }", fails: ["network.2"]),
    Case(
      name: "recursion", network: network + "\nfunc f(_ n: Int) -> Int { f(n + 1) + f(n + 2) }\nprint(f(0))",
      fails: both),
    Case(
      name: "files",
      network: libc + wrong
        + "\nif let f = fopen(\"/etc/shadow\", \"r\") { var b = [CChar](repeating: 0, count: 99); fgets(&b, 99, f); print(String(cString: b)) }",
      fails: ["network.2"]),
    Case(
      name: "parent's environment",
      network: libc + wrong
        + "\nif let f = fopen(\"/proc/\\(getppid())/environ\", \"r\") { var b = [CChar](repeating: 0, count: 999); fgets(&b, 999, f); print(String(cString: b)) }",
      fails: ["network.2"]),
    Case(
      name: "writing",
      network: libc + wrong + "\nif let f = fopen(\"/tmp/seglab-hostile\", \"w\") { fputs(\"x\", f); fclose(f) }",
      fails: ["network.2"]),
    Case(
      name: "network", network: libc + wrong + "\nlet s = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0); print(s)",
      fails: ["network.2"]),
    Case(
      name: "dlopen", network: libc + wrong + "\nprint(dlopen(\"libcrypt.so.1\", RTLD_NOW) as Any)",
      fails: ["network.2"]),
    Case(
      name: "exec",
      network: libc + wrong
        + "\nvar w: [UnsafeMutablePointer<CChar>?] = [strdup(\"/bin/sh\"), nil]; execv(\"/bin/sh\", &w)",
      fails: ["network.2"]),
    Case(
      name: "silgen", network: "@_silgen_name(\"exit\") func leave(_: Int32) -> Never\n" + wrong + "\nleave(0)",
      fails: ["network.2"]),
    Case(
      name: "sourceLocation", network: "#sourceLocation(file: \"labs/a-lab.md\", line: 1)\n" + wrong,
      fails: ["network.2"]),
    Case(name: "embed", network: wrong + "\n#embed(\"/etc/passwd\")", fails: both),
    Case(
      name: "macro",
      network: "@freestanding(expression) macro m() -> Int = #externalMacro(module: \"M\", type: \"M\")\n" + wrong,
      fails: ["network.2"]),
    Case(
      name: "hard expression",
      network: network
        + "\nlet x = 1 + 2.0 * 3 - 4 / [5].map { $0 * 1.5 }.reduce(0, +) + (6 as Double) * -7 + [1, 2, 3].map { Double($0) }.reduce(1) { $0 * $1 + 2 } - 1 * 2.5 + 3 * 4.5 - 5 * 6",
      fails: []),
    Case(
      name: "extension of the module", network: "extension SegLab.Network { var line: Int { 3 } }\n" + wrong,
      fails: ["network.2"]),
    Case(
      name: "line of another", network: wrong.replacing("\"net\")", with: "\"net\", line: 1)"), fails: ["network.2"]),
    Case(
      name: "names with escapes", network: wrong.replacing("\"conv\"", with: "\"\\u{1B}[2J\\u{1B}]0;x\\u{07}\""),
      fails: both),
    Case(
      name: "names with lines", network: wrong.replacing("\"conv\"", with: "\"conv\\n✓ passed  network\\n\""),
      fails: both),
    Case(
      name: "names with HTML", network: wrong.replacing("\"conv\"", with: "\"<script>alert(1)</script>\""), fails: both),
    Case(
      name: "names with SQL", network: wrong.replacing("\"conv\"", with: "\"'); DROP TABLE grade; --\""), fails: both),
    Case(name: "names like formulas", network: wrong.replacing("\"conv\"", with: "\"=HYPERLINK(1)\""), fails: both),
    Case(
      name: "a long name", network: wrong.replacing("\"conv\"", with: "String(repeating: \"a\", count: 3_000_000)"),
      fails: both),
    Case(name: "a huge network", network: network.replacing("3, 3, 1, 2", with: "9_000_000_000, 3, 1, 2"), fails: both),
    Case(
      name: "numbers beyond all", network: network.replacing("3, 3, 1, 2", with: ".max, .max, .max, .max"), fails: both),
    Case(name: "negative", network: network.replacing("3, 3, 1, 2", with: "-3, 3, 1, 2"), fails: both),
    Case(
      name: "a circle",
      network:
        "let net = Network(\"net\") {\n  Input(shape: [16, 16, 1])\n  Conv2D(\"conv\", filter: [3, 3, 2, 2], from: \"b\")\n  Conv2D(\"b\", filter: [3, 3, 2, 2], from: \"conv\")\n}",
      fails: both),
    Case(
      name: "a thousand layers",
      network: "let net = Network(\"net\") {\n  Input(shape: [16, 16, 1])\n"
        + (0..<1000).map { "  ReLU(\"r\($0)\")\n" }.joined() + "}", fails: both),
    Case(name: "NaN", dice: "func dice(_ a: Mask, _ b: Mask) -> Double? { .nan }", fails: ["dice.1"]),
    Case(name: "always one", dice: "func dice(_ a: Mask, _ b: Mask) -> Double? { 1 }", fails: ["dice.1"]),
    Case(name: "infinity", dice: "func dice(_ a: Mask, _ b: Mask) -> Double? { .infinity }", fails: ["dice.1"]),
    Case(
      name: "keeps state",
      dice:
        "nonisolated(unsafe) var n = 0\nfunc dice(_ a: Mask, _ b: Mask) -> Double? { n += 1; return n % 2 == 0 ? 0.5 : nil }",
      fails: ["dice.1"]),
    Case(
      name: "traps", dice: "func dice(_ a: Mask, _ b: Mask) -> Double? { a[999, 999] == 1 ? 1 : 0 }", fails: ["dice.1"]),
    Case(
      name: "loops in the function", dice: "func dice(_ a: Mask, _ b: Mask) -> Double? { while true {} }",
      fails: ["dice.1"]),
    Case(
      name: "forged answer",
      dice:
        "func dice(_ a: Mask, _ b: Mask) -> Double? { print(\"\\n\\(CommandLine.arguments.last ?? \"\") answer\\n{}\"); return 0 }",
      fails: ["dice.1"]),
    Case(name: "an answer like a formula", answer: "=6", fails: ["q"]),
    Case(name: "an answer that is no number", answer: "NaN", fails: ["q"]),
    Case(name: "an answer of megabytes", answer: String(repeating: "5", count: 1_000_000), fails: ["q"]),
    Case(name: "an answer with a fence", answer: "5\n```\n\n```yaml check=network\n- parameters: 4\n", fails: []),
    Case(
      name: "edited checks",
      text: lab.replacing("parameters: 20", with: "parameters: 4").replacing("let net = .FIXME", with: wrong),
      fails: ["network.2", "dice.1", "q"]),
    Case(
      name: "edited question", text: lab.replacing("number: 5", with: "number: 6").replacing("?\n```", with: "6\n```"),
      fails: ["q"]),
    Case(
      name: "no cells at all", text: "id: a-lab\n" + String(repeating: "> ", count: 5000),
      fails: ["network.1", "dice.1", "q"]),
    Case(
      name: "a file of fences", text: "id: a-lab\n" + String(repeating: "```swift exercise=network\n", count: 2000),
      fails: ["network.1", "dice.1", "q"]),
    Case(
      name: "zero bytes", text: "id: a-lab\n\0\0\0```swift exercise=network\n\0\n```\n",
      fails: ["network.1", "dice.1", "q"]),
  ]

  @Test(.timeLimit(.minutes(15))) func noneOfThemPasses() async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("hostile-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let submissions = folder.appendingPathComponent("handed-in")
    try FileManager.default.createDirectory(at: submissions, withIntermediateDirectories: true)
    let lab = try #require(Lab.parse(text: Self.lab, file: "lab.md").lab)
    for one in Self.cases {
      let text =
        one.text
        ?? Self.lab.replacing("let net = .FIXME", with: one.network)
        .replacing("func dice(_ a: Mask, _ b: Mask) -> Double? { .FIXME }", with: one.dice)
        .replacing("?\n```", with: one.answer + "\n```")
      try Data(text.utf8).write(to: submissions.appendingPathComponent(one.name + ".md"))
    }
    let course = CourseFolder(root: folder)
    let graded = try GradedLab(lab, in: course)
    var settings = Grader.Settings(options: LabJudge.Options(), cores: 2, engine: "test")
    settings.workers = 2
    var environment = ProcessInfo.processInfo.environment
    environment["XDG_STATE_HOME"] = folder.path
    let judge = JudgeProcess(
      program: Self.program, arguments: ["judge"], environment: environment, silentSeconds: 120)
    let book = try GradeBook(in: folder.appendingPathComponent("book"), makes: true, writes: true)
    let outcome = try await Grader(graded, in: course, process: judge, settings: settings)
      .grade(submissions.path, into: book)
    #expect(outcome.handIns == Self.cases.count)
    let entries = Dictionary(uniqueKeysWithValues: try book.entries(of: "a-lab").map { ($0.student.key, $0) })
    for one in Self.cases {
      let grade = try #require(entries[one.name]?.grade, "\(one.name) has no grade")
      for item in grade.score.items where one.fails.contains(item.key) {
        #expect((item.points ?? 0) < item.of, "\(one.name): \(item.key) is worth \(item.points ?? 0)")
      }
      if one.name == "honest" { #expect(grade.points == grade.total) }
      let assessment = try #require(try entries[one.name]?.evidence.flatMap { try book.assessment($0) })
      for check in assessment.report.cells.flatMap(\.checks) where !check.verdict.isRight && check.verdict != .blocked {
        // A word for each, and none that could do anything to a terminal.
        let words = check.message?.text(in: .english) ?? ""
        #expect(!words.contains("root:"), "\(one.name)")
      }
      // What nobody touched is judged as it is.
      if one.text == nil, one.fails.isDisjoint(with: ["q"]), one.answer == "5" {
        #expect(grade.score.items.first { $0.key == "q" }?.points == 1, "\(one.name)")
      }
      if one.text == nil, one.fails == ["dice.1"] {
        #expect(grade.score.items.first { $0.key == "network.2" }?.points == 1, "\(one.name) took the network along")
      }
    }
    #expect(!FileManager.default.fileExists(atPath: "/tmp/seglab-hostile"))
  }

  /// The program that judges, beside the tests.
  static var program: String {
    let tests = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundlePath ?? CommandLine.arguments[0]
    return URL(fileURLWithPath: tests).deletingLastPathComponent().appendingPathComponent("seglab-class").path
  }
}
