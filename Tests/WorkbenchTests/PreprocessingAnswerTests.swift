import Diagnostics
import Labs
import Messages
import SegLab
import Testing

@testable import Workbench

@Suite(.enabled(if: Bench.hasCompiler, "needs swiftc"), .serialized) struct PreprocessingAnswerTests {
  private func lab(_ code: String) -> String {
    """
    ```swift exercise=preprocessing
    \(code)
    ```
    ```swift exercise=network
    \(Bench.small)
    ```
    ```yaml experiment=first
    network: fc
    preprocessing: mine
    ```

    """
  }

  @Test func aPreparationComesWithItsStepsNumbersAndLines() async throws {
    let outcome = try await Bench.answer(
      lab("let mine = Preprocessing {\n  Resize(width: 8, height: 9, fit: .pad)\n  Normalize(.perSet)\n}"))
    let preprocessing = try #require(outcome.answer?.preprocessing["mine"])
    #expect(preprocessing.line == 8 && preprocessing.steps.map(\.line) == [9, 10])
    let resize = try #require(preprocessing.steps.first as? Resize)
    #expect(resize.width == 8 && resize.height == 9 && resize.fit == .pad)
    #expect((preprocessing.steps.last as? Normalize)?.way == .perSet)
    #expect(outcome.allDiagnostics.isEmpty)
  }

  @Test func holesInAPreparationAreListed() async throws {
    let outcome = try await Bench.answer(
      lab("let mine = Preprocessing {\n  Resize(width: .FIXME, height: 9, fit: .FIXME)\n  Threshold(.FIXME)\n}"))
    #expect(outcome.cell("preprocessing")?.holes.map(\.line) == [9, 9, 10])
    #expect(outcome.answer?.preprocessing["mine"] != nil)
  }

  @Test func aPreparationThatIsMissingOrSomethingElseIsTold() async throws {
    let missing = try await Bench.answer(lab("let yours = Preprocessing {}"))
    #expect(
      missing.allDiagnostics.map { $0.summary.text(in: .english) }.contains { $0.contains("let mine = Preprocessing") })
    let other = try await Bench.answer(lab("let mine = Training()"))
    let message = try #require(other.cell("preprocessing")?.errors.first)
    #expect(message.summary.text(in: .english).contains("Preprocessing"))
    #expect(message.summary.text(in: .english).contains("Training"))
  }
}
