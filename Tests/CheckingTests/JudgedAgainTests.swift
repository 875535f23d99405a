import Diagnostics
import Experiments
import Foundation
import Labs
import Messages
import SegLab
import Testing

@testable import Checking
@testable import Workbench

/// Reports that are judged again by other thresholds: each byte is that of a whole judge.
struct JudgedAgainTests {
  /// Checks on as many lines as others: all else stays where it is.
  private static func padded(_ checks: String) -> String {
    checks + String(repeating: "\n# so", count: 4 - checks.split(separator: "\n").count)
  }

  private static func lab(_ checks: String, _ others: String = "- dice: \">= 0\"", parameters: Int = 20) throws -> Lab {
    try JudgeFixture.lab(
      "Read this.\n\n```swift given\nlet ready = Training()\n```\n"
        + "```swift exercise=network\nlet net = Network(\"net\") {}\n```\n"
        + "```yaml check=network\n- parameters: \(parameters)\n  points: 2\n```\n"
        + "```yaml experiment=e\nnetwork: net\ntraining: ready\nquick: {steps: 6}\n```\n```yaml check=e\n\(padded(checks))\n```\n"
        + "```swift exercise=search\nlet search = Sweep()\n```\n"
        + "```yaml experiment=s\nnetwork: net\ntraining: search\nquick: {steps: 6}\n```\n```yaml check=s\n\(padded(others))\n```\n",
      head: "points: 10\n")
  }

  private static func answer(_ rate: Double) -> Answer {
    var answer = Answer()
    answer.networks["net"] = JudgeFixture.network()
    answer.trainings["ready"] = Training(learningRate: rate, batchSize: 4, line: 8)
    answer.sweeps["search"] = Sweep(line: 9) { [0.01, rate].map { Training(learningRate: $0, batchSize: 4, line: 9) } }
    return answer
  }

  private func text(_ report: LabReport) throws -> String {
    let encoder = JSONEncoder.ofReports
    encoder.outputFormatting = [.sortedKeys]
    return String(decoding: try encoder.encode(report), as: UTF8.self)
  }

  private static let labs = [
    ("- dice: \">= 0\"", "- dice: \">= 0\""), ("- dice: \">= 0.99\"", "- dice: \">= 0\""),
    ("- dice: \">= 0\"\n  points: 3", "- dice: \">= 0.99\""),
    ("- accuracy: \">= 0.99\"\n- loss: falls", "- iou: \"<= 0.2\""),
    ("- dice: \">= 0.99\"\n  hidden: true\n- hausdorff95: \"<= 1\"", "- dice: \">= 0.99\"\n  quick: \">= 0\""),
  ]

  /// A rate at which a training learns, one at which it does not, and one that it does not survive.
  @Test(arguments: [0.01, 1e-7, 1e30]) func `each threshold gives what a whole judge gives`(_ rate: Double) throws {
    for isQuick in [true, false] {
      let fixture = try JudgeFixture()
      let options = LabJudge.Options(isQuick: isQuick)
      func judged(_ lab: Lab) throws -> LabReport { try fixture.report(on: lab, answer: Self.answer(rate), options) }
      let labs = try Self.labs.map { try Self.lab($0.0, $0.1) }
      for lab in labs { _ = try judged(lab) }
      let whole = try labs.map { try judged($0) }
      #expect(Set(try whole.map { try text($0) }).count > 2)
      for (from, old) in zip(labs, whole) {
        _ = try judged(from)
        let causes = fixture.causes
        for (lab, report) in zip(labs, whole) {
          let again = try #require(old.judgedAgain(by: lab, causes: causes))
          #expect(try text(again) == text(report))
        }
      }
    }
  }

  @Test func `what stands in the way stays there`() throws {
    let fixture = try JudgeFixture()
    let (one, other) = (try Self.lab("- dice: \">= 0\""), try Self.lab("- accuracy: \">= 0.5\"\n- loss: falls"))
    func judged(_ lab: Lab) throws -> LabReport {
      try fixture.report(on: lab, answer: Self.answer(0.01)) { cell in
        if cell.id == "network" {
          cell.holes = [Diagnostic(.hole, file: "f", line: 9, CheckPhrase.holesLeft(count: 1))]
        }
      }
    }
    let (before, after) = (try judged(one), try judged(other))
    #expect(try before.cell("e").verdict == .blocked)
    #expect(try text(try #require(before.judgedAgain(by: other, causes: [:]))) == text(after))
  }

  @Test func `what could not be judged is not judged again`() throws {
    let fixture = try JudgeFixture()
    let lab = try Self.lab("- dice: \">= 0\"")
    let report = try fixture.report(on: lab, answer: nil, failure: .endedEarly)
    #expect(report.judgedAgain(by: lab, causes: [:]) == nil)
  }

  @Test func `an experiment of given cells alone waits for the learner's own, where points are given`() throws {
    let text = "```swift given\nlet net = Network(\"net\") {}\nlet ready = Training()\n```\n"
    let own = "```swift exercise=own\nlet mine = Training()\n```\n"
    let experiment = "```yaml experiment=e\nnetwork: net\ntraining: ready\nquick: {steps: 2}\n```\n"
    let question = "```yaml question=q\nask: \"?\"\nnumber: 5\ntolerance: 0\nwhy: so\n```\n```text answer=q\n?\n```\n"
    var options = LabJudge.Options(isQuick: true)
    for (text, waits) in [
      (text + own + experiment, "own"), (text + experiment + own, "own"), (text + experiment + question, "q"),
      (text + question + own + experiment, "own"),
    ] {
      for (given, isBroken) in [(Set(["net", "ready"]), true), (["net", "ready"], false), (["net"], true)] {
        let fixture = try JudgeFixture()
        let lab = try JudgeFixture.lab(
          text.replacing("text answer=q\n?", with: isBroken ? "text answer=q\n?" : "text answer=q\n5"))
        var answer = Self.answer(0.01)
        answer.sweeps = [:]
        answer.trainings["mine"] = Training(line: 20)
        options.givenWaits = true
        let graded = try fixture.report(on: lab, answer: answer, given: given, options) { cell in
          guard isBroken, cell.id == "own" else { return }
          cell.holes = [Diagnostic(.hole, file: "f", line: 9, CheckPhrase.holesLeft(count: 1))]
        }
        let cell = try graded.cell("e")
        if given.count == 2, isBroken {
          #expect(cell.verdict == .blocked && cell.words.contains(waits), "\(cell)")
          options.givenWaits = false
          #expect(try fixture.report(on: lab, answer: answer, given: given, options).cell("e").verdict == .tried)
        } else {
          #expect(cell.verdict == .tried, "\(cell)")
        }
      }
    }
  }
}
