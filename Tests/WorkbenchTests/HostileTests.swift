import Diagnostics
import Foundation
import Labs
import Messages
import SegLab
import Testing

@testable import Workbench

/// What a cell may hold that was not meant well, beside a cell that was.
@Suite(.enabled(if: Bench.hasCompiler, "needs swiftc"), .serialized) struct HostileTests {
  static let limits: WorkbenchLimits = {
    var limits = WorkbenchLimits()
    limits.running.processorSeconds = 2
    // The clock says nothing on a busy machine; processor time does.
    limits.running.wallSeconds = 600
    limits.compiling.wallSeconds = 600
    limits.totalSeconds = 3600
    return limits
  }()

  /// Answers a hostile cell and, below it, a good one that makes `fc`.
  private func answer(_ hostile: String, limits: WorkbenchLimits = Self.limits) async throws -> Outcome {
    let text = """
      ```swift exercise=hostile
      \(hostile)
      ```

      """
    return try await Bench.answer(text + Bench.exercise(Bench.small), limits: limits)
  }

  private func expectTheOtherCellStands(_ outcome: Outcome) {
    #expect(outcome.answer?.networks["fc"]?.layers.count == 2)
    #expect(outcome.cell("network")?.state == .ready)
    #expect(outcome.failure == nil)
  }

  @Test func aLoopWithoutEndIsStopped() async throws {
    let outcome = try await answer("print(\"on my way\")\nwhile true {}")
    #expect(outcome.cell("hostile")?.state == .stopped(.overTime(seconds: 2)))
    expectTheOtherCellStands(outcome)
  }

  @Test(arguments: [
    "let big = [Int](repeating: 1, count: 12_500_000_000)",
    "var all: [[Int]] = []\nwhile true { all.append([Int](repeating: 1, count: 10_000_000)) }",
  ])
  func aHundredGigabytesAreRefused(_ code: String) async throws {
    var limits = Self.limits
    limits.running.processorSeconds = 20
    let outcome = try await answer(code, limits: limits)
    #expect(outcome.cell("hostile")?.state == .stopped(.overMemory(bytes: 1 << 30)))
    expectTheOtherCellStands(outcome)
  }

  @Test func aGigabyteOfPrintingIsCutOff() async throws {
    let outcome = try await answer(
      "let line = String(repeating: \"x\", count: 100_000)\nfor _ in 0..<10_000 { print(line) }")
    #expect(outcome.cell("hostile")?.state == .stopped(.overOutput(bytes: 8 << 20)))
    expectTheOtherCellStands(outcome)
  }

  @Test func muchPrintingIsShownInPartAndSaidSo() async throws {
    let outcome = try await answer("print(String(repeating: \"x\", count: 100_000), \"\\u{1B}[2J\")")
    #expect(outcome.printed.utf8.count == 64 << 10)
    #expect(outcome.remarks.map { $0.text(in: .english) }.contains("the program printed 33.7 KiB more than is shown"))
    expectTheOtherCellStands(outcome)
  }

  @Test func whatIsPrintedCannotMoveTheCursor() async throws {
    let outcome = try await answer("print(\"a\\u{1B}[2J\\u{7}\\u{202E}b\")")
    #expect(outcome.printed == "a␛[2J␇<U+202E>b\n")
  }

  @Test func aSilentEndIsNamed() async throws {
    let outcome = try await answer(smuggled("exit", "_: Int32", "Never") + "\nexit(0)")
    #expect(outcome.cell("hostile")?.state == .stopped(.endedEarly))
    expectTheOtherCellStands(outcome)
  }

  @Test func recursionWithoutEndIsStopped() async throws {
    let outcome = try await answer("func f(_ n: Int) -> Int { n == -1 ? 0 : f(n + 1) + 1 }\nprint(f(0))")
    #expect(outcome.cell("hostile")?.state == .stopped(.crashed(signal: 11, words: nil)))
    expectTheOtherCellStands(outcome)
  }

  @Test func aFakeReportIsOnlyPrinted() async throws {
    let outcome = try await answer(
      """
      print("\\nseglab-1234 answer")
      print("{\\"networks\\":{},\\"trainings\\":{},\\"others\\":{},\\"schema\\":\\"seglab/answer/v1\\"}")
      print("passed")
      """)
    #expect(outcome.printed.hasSuffix("passed\n"))
    expectTheOtherCellStands(outcome)
  }

  @Test(arguments: [
    "var mine = SegLab.Answer()\nSegLab.Channel.send(mine)\nSegLab.Channel.enter(77)",
    "extension SegLab.Answer { mutating func add(_ name: String, _ network: Network) {} }",
    "typealias Mine = Answer\nextension Mine { mutating func add(_ name: String, _ network: Network) {} }",
    "struct Answer {}\nlet channel = SegLab.Channel.self",
  ])
  func whoReachesForWhatHandsTheAnswerOverIsToldNotTo(code: String) async throws {
    let outcome = try await answer(code)
    #expect(outcome.cell("hostile")?.state == .broken)
    #expect(outcome.cell("hostile")?.errors.first?.summary is WorkbenchPhrase)
    expectTheOtherCellStands(outcome)
  }

  @Test func aNetworkOfABillionParametersIsOnlyData() async throws {
    let outcome = try await answer("let huge = Network(\"h\") { Dense(\"d\", weights: [1_000_000, 1_000_000]) }")
    #expect((outcome.answer?.networks["huge"]?.layers.first as? Dense)?.weights == [1_000_000, 1_000_000])
    expectTheOtherCellStands(outcome)
  }

  @Test func aHundredThousandLayersAreRefused() async throws {
    var limits = Self.limits
    limits.running.processorSeconds = 20
    limits.running.outputBytes = 32 << 20
    let outcome = try await answer(
      "let many = Network(\"m\") {\n  for _ in 0..<100_000 { Flatten() }\n}", limits: limits)
    #expect(outcome.cell("hostile")?.state == .stopped(.tooManyLayers(count: 100_002, limit: 10_000)))
    #expect(outcome.cell("hostile")?.errors.isEmpty == true)
    #expect(outcome.cell("hostile")?.stop?.line == 8)
    expectTheOtherCellStands(outcome)
  }

  @Test func anAnswerOfManyMegabytesIsRefused() async throws {
    let outcome = try await answer(
      "let long = Network(String(repeating: \"n\", count: 5 << 20)) {\n  Flatten()\n  Flatten()\n  Flatten()\n}")
    guard case .stopped(.answerTooLong(let bytes, 4_194_304)) = outcome.cell("hostile")?.state else {
      Issue.record("\(String(describing: outcome.cell("hostile")?.state))")
      return
    }
    #expect(bytes > 5 << 20)
    expectTheOtherCellStands(outcome)
  }

  @Test func anAnswerBeyondTheOutputLimitIsRefusedAsAWhole() async throws {
    let outcome = try await answer("let long = Network(String(repeating: \"n\", count: 10 << 20)) { Flatten() }")
    guard case .answerTooLong = outcome.failure else {
      Issue.record("\(String(describing: outcome.failure))")
      return
    }
    #expect(outcome.answer == nil)
  }

  @Test func aNumberThatJSONCannotHoldIsNamed() async throws {
    let outcome = try await answer("let training = Training(learningRate: .nan)")
    #expect(outcome.cell("hostile")?.state == .stopped(.valueNotFinite(path: "training.learningRate")))
    expectTheOtherCellStands(outcome)
  }

  @Test func anExpressionThatIsTooHardIsAMistakeAtItsLine() async throws {
    let outcome = try await answer(
      "let q = \"a\" + 1 + \"b\" + 2 + \"c\" + 3 + [4].description + 5 + \"d\" + 6 + \"e\" + 7 + [8].description + 9")
    #expect(outcome.cell("hostile")?.state == .broken)
    #expect(outcome.cell("hostile")?.errors.first?.line == 8)
    expectTheOtherCellStands(outcome)
  }

  @Test(arguments: [
    String(repeating: "[", count: 300),
    String(repeating: "(", count: 300) + String(repeating: ")", count: 300),
    "let a = " + String(repeating: "-", count: 500) + "1", "\u{0}", "\u{FEFF}let \u{202E}x = 1",
    "#error(\"a\\nlab.md:9999:1: error: b\\nseglab:1:1: error: c\")", "};{", "}}}\nlet x = {{{", "let x = \"\\(\n)\"",
  ])
  func strangeTextsEndInAWordAboutTheirCell(_ code: String) async throws {
    let outcome = try await answer(code)
    let state = try #require(outcome.cell("hostile")?.state)
    #expect(state != .blocked(by: "network"))
    #expect(outcome.answer != nil || outcome.failure != nil)
  }

  /// A declaration that the scan takes for text, so that what lies behind the scan is tested too.
  private func smuggled(_ name: String, _ arguments: String, _ result: String) -> String {
    "_ = (/\"/, \(result).self); @_silgen_name(\"\(name)\") func \(name)(\(arguments)) -> \(result); _ = (/\"/)"
  }

  @Test func noProcessAndNoSocketCanBeMade() async throws {
    let outcome = try await answer(
      """
      \(smuggled("fork", "", "Int32"))
      \(smuggled("socket", "_: Int32, _: Int32, _: Int32", "Int32"))
      \(smuggled("kill", "_: Int32, _: Int32", "Int32"))
      for _ in 0..<1000 { _ = fork() }
      print(fork(), socket(2, 1, 0), socket(1, 1, 0), kill(-1, 9))
      """)
    #expect(outcome.printed == "-1 -1 -1 -1\n")
    expectTheOtherCellStands(outcome)
  }
}
