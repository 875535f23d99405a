import Diagnostics
import Labs
import Messages
import SegLab
import Testing

@testable import Workbench

@Suite(.enabled(if: Bench.hasCompiler, "needs swiftc"), .serialized) struct PreparationAnswerTests {
  private func lab(_ code: String) -> String {
    """
    ```swift exercise=preparation
    \(code)
    ```
    ```swift exercise=network
    \(Bench.small)
    ```
    ```yaml experiment=first
    network: fc
    preparation: mine
    ```

    """
  }

  @Test func aPreparationComesWithItsStepsNumbersAndLines() async throws {
    let outcome = try await Bench.answer(
      lab("let mine = Preparation {\n  Resize(width: 8, height: 9, fit: .pad)\n  Normalize(.perSet)\n}"))
    let preparation = try #require(outcome.answer?.preparations["mine"])
    #expect(preparation.line == 8 && preparation.steps.map(\.line) == [9, 10])
    let resize = try #require(preparation.steps.first as? Resize)
    #expect(resize.width == 8 && resize.height == 9 && resize.fit == .pad)
    #expect((preparation.steps.last as? Normalize)?.way == .perSet)
    #expect(outcome.allDiagnostics.isEmpty)
  }

  @Test func holesInAPreparationAreListed() async throws {
    let outcome = try await Bench.answer(
      lab("let mine = Preparation {\n  Resize(width: .FIXME, height: 9, fit: .FIXME)\n  Threshold(.FIXME)\n}"))
    #expect(outcome.cell("preparation")?.holes.map(\.line) == [9, 9, 10])
    #expect(outcome.answer?.preparations["mine"] != nil)
  }

  @Test func aPreparationThatIsMissingOrSomethingElseIsTold() async throws {
    let missing = try await Bench.answer(lab("let yours = Preparation {}"))
    #expect(
      missing.allDiagnostics.map { $0.summary.text(in: .english) }.contains { $0.contains("let mine = Preparation") })
    let other = try await Bench.answer(lab("let mine = Training()"))
    let message = try #require(other.cell("preparation")?.errors.first)
    #expect(message.summary.text(in: .english).contains("Preparation"))
    #expect(message.summary.text(in: .english).contains("Training"))
  }
}
