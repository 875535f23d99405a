import Diagnostics
import Labs
import Messages
import SegLab
import Testing

@testable import Checking
@testable import Workbench

/// What does not fit, or is not there, is told where its cause stands: in a join above, in the call of a function, behind the sign of a comment, in another cell.
struct RealCauseTests {
  /// The call of the function stands on line 10, the join on line 12.
  private static func cell(_ call: String, _ join: String = "\"enca\", \"encb\"", middle: String = "") -> String {
    """
    ```swift exercise=network
    let net = Network("net") {
      Input(shape: [32, 32, 1])
      \(call)
    \(middle)
      Concat("skip", of: \(join))
      Conv2D("score", filter: [1, 1, 8, 2], activation: .identity)
    }
    ```

    """
  }

  /// The network of such a cell; what the function makes stands above it.
  private static func answer(channels: Int = 4, _ join: String = "encb") -> Answer {
    var answer = Answer()
    answer.networks["net"] = Network("net", line: 8) {
      Input("input", shape: [32, 32, 1], line: 9)
      Conv2D("enca", filter: [3, 3, 1, 4], activation: .relu, line: 3)
      Conv2D("encb", filter: [3, 3, 4, channels], activation: .relu, line: 3)
      Concat("skip", of: "enca", join, line: 12)
      Conv2D("score", filter: [1, 1, 8, 2], activation: .identity, line: 13)
    }
    return answer
  }

  private static func first(_ text: String, _ answer: Answer, solution: Answer? = nil) throws -> Diagnostic {
    let lab = try JudgeFixture.lab(text)
    let known = solution.map { JudgeFixture.outcome(lab, $0) }
    let report = try JudgeFixture().judge().report(on: lab, JudgeFixture.outcome(lab, answer), [], solution: known) {
      _ in
    }
    return try #require(report.diagnostics.first { $0.severity == .error })
  }

  @Test func `a join of another layer than the lab's is blamed, and not the layer that reads it`() throws {
    let text =
      Self.cell("pair(\"enc\", 1, 4)", "\"enca\", \"input\"") + "```yaml check=network\n- matches: solution\n```\n"
    let told = try Self.first(text, Self.answer("input"), solution: Self.answer())
    #expect(told.line == 12)
    #expect(told.summary.text(in: .english).contains("In `skip`, `of` is \"enca\", \"input\""))
    #expect(told.help as? SlipPhrase == .write("Concat(\"skip\", of: \"enca\", \"encb\")"))
  }

  @Test func `the call of a function is written out with the channels that its layer has to give`() throws {
    let text =
      Self.cell("pair(\"enc\", 1, 6)")
      + "```yaml check=network\n- shape: {encb: [32, 32, 4], score: [32, 32, 2]}\n```\n"
    let told = try Self.first(text, Self.answer(channels: 6))
    #expect(told.line == 13)
    guard case .write("pair(\"enc\", 1, 4)", line: 10, _)? = told.help as? AdvisedPhrase else {
      Issue.record("\(String(describing: told.help?.text(in: .english)))")
      return
    }
  }

  @Test(arguments: [
    ("  // Conv2D(\"mid\", filter: [3, 3, 4, 4])", "mid", "Conv2D(\"mid\", filter: [3, 3, 4, 4])"),
    ("//pair(\"mid\", 4, 4)", "midb", "pair(\"mid\", 4, 4)"),
  ])
  func `a layer behind the sign of a comment is what is missing`(line: String, layer: String, written: String) throws {
    let text =
      Self.cell("pair(\"enc\", 1, 4)", middle: line)
      + "```yaml check=network\n- shape: {encb: [32, 32, 4], \(layer): [32, 32, 4], score: [32, 32, 2]}\n```\n"
    let told = try Self.first(text, Self.answer())
    #expect(told.line == 11)
    #expect(told.help as? SlipPhrase == .write(written))
  }

  @Test func `a cell that makes nothing is told where its training is made`() throws {
    let text = """
      ```swift exercise=network
      let net = Network("net") {}
      let training = Training()
      ```
      ```swift exercise=training
      // above
      ```
      ```yaml experiment=first
      network: net
      training: training
      ```

      """
    var answer = Answer()
    answer.networks["net"] = JudgeFixture.network(line: 8)
    answer.trainings["training"] = Training()
    let report = try JudgeFixture().report(on: JudgeFixture.lab(text), answer: answer)
    #expect(
      try report.cell("training").words.hasPrefix("This cell should make `training`, and the cell “network” does."))
  }
}
