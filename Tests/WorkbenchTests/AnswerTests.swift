import Diagnostics
import Foundation
import Labs
import Messages
import SegLab
import Testing

@testable import Workbench

@Suite(.enabled(if: Bench.hasCompiler, "needs swiftc"), .serialized) struct AnswerTests {
  @Test func aCompleteCellBecomesAnAnswer() async throws {
    let outcome = try await Bench.answer(Bench.exercise(Bench.small + "\nprint(\"hello\", terminator: \"\")"))
    #expect(outcome.answer?.networks["fc"]?.layers.map(\.name) == ["input1", "flatten1"])
    #expect(outcome.answer?.networks["fc"]?.layers.map(\.line) == [9, 10])
    #expect(outcome.cell("network")?.state == .ready)
    #expect(outcome.printed == "hello")
    #expect(outcome.failure == nil)
    #expect(outcome.allDiagnostics.isEmpty)
  }

  @Test func linesAreTheLabsOwnWithWindowsLineEndings() async throws {
    let text = Bench.exercise(Bench.small).replacingOccurrences(of: "\n", with: "\r\n")
    let outcome = try await Bench.answer(text)
    #expect(outcome.answer?.networks["fc"]?.layers.map(\.line) == [9, 10])
  }

  @Test func cellsShareTheirNamesInTheOrderOfTheLab() async throws {
    let outcome = try await Bench.answer(
      """
      ```swift given
      let side = 4
      ```

      ```swift exercise=helper
      var width = 3
      @LayerBuilder func double(_ name: String) -> [any Layer] {
        for part in ["a", "b"] { Dense("\\(name)\\(part)", weights: [side, width]) }
      }
      ```

      ```swift exercise=network
      let fc = Network("fc") { double("h") }
      let training = Training(epochs: 2)
      ```

      ```yaml experiment=first
      network: fc
      training: training
      ```
      """)
    #expect(outcome.answer?.networks["fc"]?.layers.map(\.name) == ["ha", "hb"])
    #expect(outcome.answer?.networks["fc"]?.layers.map(\.line) == [14, 14])
    #expect(outcome.answer?.trainings["training"]?.epochs == 2)
    #expect(outcome.cells.map(\.isExercise) == [false, true, true])
    #expect(outcome.cells.allSatisfy { $0.state == .ready })
  }

  @Test func anUnchangedLabIsNotCompiledAgain() async throws {
    let cache = Bench.folder("cache")
    defer { try? FileManager.default.removeItem(atPath: cache) }
    let text = Bench.exercise(Bench.small + "\nlet unused: Int = .FIXME")
    let first = try await Bench.answer(text, cache: cache)
    let files = try FileManager.default.contentsOfDirectory(atPath: cache).sorted()
    let stamp = {
      try files.map { try FileManager.default.attributesOfItem(atPath: "\(cache)/\($0)")[.modificationDate] as? Date }
    }
    let before = try stamp()
    let second = try await Bench.answer(text, cache: cache)
    // A note and the program; where compilers have a file system of their own, what they read of C as well.
    #expect(files.count == (first.sandbox.hasRoom ? 4 : 2))
    #expect(try FileManager.default.contentsOfDirectory(atPath: cache).sorted() == files)
    #expect(try stamp() == before)
    #expect(first.cell("network")?.holes.count == 1)
    #expect(second.cell("network")?.holes.count == 1)
    #expect(second.answer != nil)
  }

  @Test func aDamagedCacheIsMadeAnew() async throws {
    let cache = Bench.folder("cache")
    defer { try? FileManager.default.removeItem(atPath: cache) }
    let text = Bench.exercise(Bench.small)
    _ = try await Bench.answer(text, cache: cache)
    for file in try FileManager.default.contentsOfDirectory(atPath: cache) {
      try Data("damaged".utf8).write(to: URL(fileURLWithPath: cache + "/" + file))
    }
    #expect(try await Bench.answer(text, cache: cache).answer != nil)
  }

  @Test func anotherTypeWhereANetworkIsWantedIsNamedAtItsLine() async throws {
    let outcome = try await Bench.answer(Bench.exercise("let fc = [1, 2]"))
    let error = try #require(outcome.cell("network")?.errors.first)
    #expect(error.summary.text(in: .english) == "this lab needs `fc` to be a Network; here it is of type Array<Int>")
    #expect(error.line == 8)
    #expect(error.column == 5)
    #expect(outcome.cell("network")?.state == .broken)
  }

  @Test(arguments: ["// yet to come", "func fc() {}", "do { let fc = 3; _ = fc }", "let x = \"fc\"", "struct fc {}"])
  func aMissingConstantIsNamedInTheExercise(_ code: String) async throws {
    let outcome = try await Bench.answer(Bench.exercise(code))
    let error = try #require(outcome.cell("network")?.errors.first)
    let summary = error.summary.text(in: .english)
    #expect(
      summary == "this lab needs `let fc = Network(…)`; no cell defines it"
        || summary.hasPrefix("this lab needs `fc` to be a Network; here it is of type"))
    #expect(error.file == "labs/01-test.md")
    #expect(error.line == 8)
    #expect(outcome.failure == nil)
  }

  @Test func namesOfTheEnginesOwnCanBeUsedForOtherThings() async throws {
    let outcome = try await Bench.answer(
      Bench.exercise(
        Bench.small
          + "\nstruct Answer {}\nenum Channel {}\nfunc print(_ words: String) {}\nprint(\"lost\")\nlet answer = 1"))
    #expect(outcome.cell("network")?.state == .ready)
    #expect(outcome.answer?.networks["fc"] != nil)
    #expect(outcome.printed == "")
  }

  @Test func aLabWithoutSwiftIsNoFault() async throws {
    let outcome = try await Bench.answer("Only prose.\n")
    #expect(outcome.answer == nil)
    #expect(outcome.failure == nil)
    #expect(outcome.cells.isEmpty)
  }
}
