import Diagnostics
import Foundation
import Labs
import Phrases
import SegLab
import Testing

@testable import Workbench

@Suite(.enabled(if: Bench.hasCompiler, "needs swiftc")) struct AnswerTests {
  @Test func aCompleteCellBecomesAnAnswer() async throws {
    let outcome = try await Bench.answer(Bench.exercise(Bench.small + "\nprint(\"hello\", terminator: \"\")"))
    for d in outcome.allDiagnostics {
      print("DIAG", d.line, d.column, d.summary.text(in: .english), d.help?.text(in: .english) ?? "")
    }
    print(outcome)
    #expect(outcome.answer?.networks["fc"]?.layers.count == 2)
    #expect(outcome.answer?.networks["fc"]?.line == 8)
    #expect(outcome.cell("network")?.state == .ready)
    #expect(outcome.printed == "hello")
    #expect(outcome.failure == nil)
    #expect(outcome.remarks.isEmpty)
  }
}
