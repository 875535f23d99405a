import Labs
import Messages
import SegLab
import Testing

@testable import Checking
@testable import Workbench

/// Functions of a learner's, tried with inputs that nobody could know, compiled and run.
@Suite(.enabled(if: JudgeFixture.hasCompiler, "needs swiftc"), .serialized) struct JudgedFunctionTests {
  private static let dice = """
      guard a.height == b.height, a.width == b.width else { return nil }
      let both = zip(a.pixels, b.pixels).reduce(0) { $0 + $1.0 * $1.1 }
      let sum = a.pixels.reduce(0, +) + b.pixels.reduce(0, +)
      return sum == 0 ? 1 : 2 * Double(both) / Double(sum)
    """

  private static func cell(_ id: String, _ code: String, _ rule: String) -> String {
    "```swift exercise=\(id)\n\(code)\n```\n```yaml check=\(id)\n- function: \(rule)\n```\n"
  }

  private static func options(_ seed: UInt64) -> LabJudge.Options { LabJudge.Options(caseSeed: seed) }

  @Test func `what a function does decides, whatever the inputs are drawn from`() async throws {
    let lab = try JudgeFixture.lab(
      Self.cell(
        "right", "func right(_ a: Mask, _ b: Mask) -> Double? {\n\(Self.dice)\n}", "{name: right, reference: dice}")
        + Self.cell("half", "func half(_ a: Mask, _ b: Mask) -> Double? { 0.5 }", "{name: half, reference: dice}")
        + Self.cell(
          "thrower", "struct E: Error {}\nfunc thrower(_ x: Double) throws -> Double { throw E() }",
          "{name: thrower, cases: [{given: [1], gives: 1}]}")
        + Self.cell(
          "refuser", "func refuser(_ x: Double) throws -> Double { throw E() }",
          "{name: refuser, cases: [{given: [1], gives: nothing}]}")
        + Self.cell(
          "nan", "func nan(_ x: Double) -> Double { x < 2 ? x : .nan }",
          "{name: nan, cases: [{given: [1], gives: 1}, {given: [2], gives: 2}]}")
        + Self.cell(
          "stops", "func stops(_ x: Double) -> Double { [1.0, 2.0][Int(x)] }",
          "{name: stops, cases: [{given: [0], gives: 1}, {given: [1], gives: 2}, {given: [7], gives: 2}]}")
        + Self.cell("absent", "let nothing = 1", "{name: absent, cases: [{given: [1], gives: 1}]}")
        + Self.cell(
          "unfit", "func unfit(_ x: String) -> Double { 1 }", "{name: unfit, cases: [{given: [1], gives: 1}]}"))
    let fixture = try JudgeFixture()
    let first = try await fixture.report(on: lab, Self.options(1))
    #expect(try first.cell("right").verdict == .passed && first.cell("refuser").verdict == .passed)
    for wrong in ["half", "thrower", "nan", "stops", "absent", "unfit"] {
      let cell = try first.cell(wrong)
      #expect(cell.verdict == .notYet, "\(wrong) \(cell)")
      #expect(cell.words.contains("`\(wrong)`"))
    }
    #expect(try first.cell("nan").fault?.measured == .calls(function: "nan", 1))
    let stopped = try #require(try first.cell("stops").fault)
    #expect(stopped.measured == .calls(function: "stops", 2) && stopped.message?.id == "function.stopped")
    #expect(try first.cell("stops").words.contains("7"))
    // Other inputs, the same verdicts; the same inputs, the same words.
    let (other, again) = (
      try await fixture.report(on: lab, Self.options(2)), try await fixture.report(on: lab, Self.options(1))
    )
    #expect(other.verdicts == first.verdicts && again.cells == first.cells)
  }
}
