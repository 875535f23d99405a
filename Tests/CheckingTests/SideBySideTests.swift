import Experiments
import Labs
import Networks
import SegLab
import Testing

@testable import Checking
@testable import Workbench

/// Trainings that are done two at a time: the same weights, the same order of what is told, within the same memory.
struct SideBySideTests {
  private static func lab(_ experiments: String) throws -> Lab {
    try JudgeFixture.lab(
      "```swift exercise=network\nlet net = Network(\"net\") {}\nlet a = Training()\nlet b = Training()\nlet search = Sweep()\n```\n"
        + experiments)
  }

  private static let sweep = "```yaml experiment=s\nnetwork: net\ntraining: search\n```\n"
  private static let pair =
    "```yaml experiment=e\nnetwork: net\ntraining: a\n```\n```yaml experiment=f\nnetwork: net\ntraining: b\n```\n"

  private static func training(_ rate: Double, epochs: Int = 40) -> Training {
    Training(
      learningRate: rate, epochs: epochs, batchSize: 4, optimizer: rate == wild ? .momentum(0.99) : .sgd, line: 9)
  }

  /// A rate that no training survives.
  private static let wild = 1_000.0

  /// Layers that hand on whatever becomes of their values.
  private static let network = Network("net", line: 8) {
    Input(shape: [32, 32, 1], line: 8)
    for part in ["a", "b", "c"] {
      Conv2D(part, filter: [1, 1, part == "a" ? 1 : 4, 4], activation: .leakyRelu, line: 8)
    }
    Conv2D("score", filter: [1, 1, 4, 2], activation: .identity, line: 8)
  }

  /// Bytes that a training takes at most.
  private static let bytes: Int = {
    let limits = NetworkLimits(batchSize: 1, classes: 2).applied(to: training(0.01))
    return ShapeReport(of: network, file: "f", limits: limits).cost.bytes(for: limits)
  }()

  private static func answer(_ rates: [Double], a: Training = training(0.01), b: Training = training(0.02)) -> Answer {
    var answer = Answer()
    answer.networks["net"] = network
    (answer.trainings["a"], answer.trainings["b"]) = (a, b)
    guard !rates.isEmpty else { return answer }
    answer.sweeps["search"] = Sweep(line: 9) { rates.map { training($0) } }
    return answer
  }

  /// What happened, each kind of event once where it comes several times in a row.
  private func order(_ events: [LaboratoryEvent]) -> [String] {
    events.reduce(into: []) { names, event in
      let name =
        switch event {
        case .began(let name, let number, _): "began \(name) \(number)"
        case .run: "run"
        case .step: "step"
        case .ended: "ended"
        case .failed: "failed"
        default: "other"
        }
      if name != "other", names.last != name { names.append(name) }
    }
  }

  @Test(arguments: [
    ([0.01, 0.02, 0.03, 0.04], [[1, 1, 1, 1]]),
    // Where the second is far behind the first, the third begins beside it.
    ([0.01, 0.02, 0.03], [[1, 1, 2], [1, 1, 1]]), ([0.01, 0.01], [[2, 2]]),
    ([0.01, 1_000, 0.03, 0.04], [[1, 0, 1, 1]]),
  ]) func `a sweep comes to the same, two at a time`(_ rates: [Double], _ threads: [[Int]]) throws {
    let lab = try Self.lab(Self.sweep)
    let (one, two) = (try JudgeFixture(), try JudgeFixture())
    one.threads = 1
    let alone = try one.report(on: lab, answer: Self.answer(rates))
    let report = try two.report(on: lab, answer: Self.answer(rates))
    let (a, b) = (try #require(alone.experiments.first), try #require(report.experiments.first))
    #expect(a.weightsDigest == b.weightsDigest && a.sweep.map(\.run) == b.sweep.map(\.run))
    #expect(a.sweep.map(\.metrics) == b.sweep.map(\.metrics) && a.history == b.history)
    #expect(threads.contains(b.sweep.map { two.threads(of: $0.run) ?? 0 }))
    #expect(order(one.events) == order(two.events))
  }

  @Test func `experiments that take as long are done two at a time`() throws {
    let lab = try Self.lab(Self.pair)
    for (epochs, memory, threads) in [
      (40, 0, 1), (44, 0, 1), (80, 0, 2), (10, 0, 2), (40, Self.bytes * 3 / 2, 2), (40, Self.bytes * 2, 1),
    ] {
      let fixture = try JudgeFixture()
      fixture.freeMemory = memory
      let report = try fixture.report(
        on: lab, answer: Self.answer([], b: Self.training(0.02, epochs: epochs)))
      #expect(report.experiments.map(\.id) == ["e", "f"], "\(report.cells)")
      #expect(report.experiments.map { fixture.threads(of: $0.run) } == [threads, threads], "\(epochs) \(memory)")
      #expect(
        order(fixture.events) == ["began e 1", "run", "step", "ended", "began f 1", "run", "step", "ended"])
    }
  }

  @Test func `what is in the store leaves all threads to the rest`() throws {
    let lab = try Self.lab(Self.sweep)
    let fixture = try JudgeFixture()
    _ = try fixture.report(on: lab, answer: Self.answer([0.01, 0.02]))
    let report = try fixture.report(on: lab, answer: Self.answer([0.01, 0.02, 0.03]))
    let runs = try #require(report.experiments.first).sweep.map(\.run)
    #expect(runs.map { fixture.threads(of: $0) } == [1, 1, 2])
  }
}
