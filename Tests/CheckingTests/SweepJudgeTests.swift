import Experiments
import Labs
import Messages
import Networks
import SegLab
import Testing

@testable import Checking
@testable import Workbench

/// Sweeps that are trained: which run is kept, and what becomes of those that diverge or are broken off.
struct SweepJudgeTests {
  private static func lab(_ steps: Int? = nil, _ checks: String = "- dice: \">= 0\"") throws
    -> Lab
  {
    try JudgeFixture.lab(
      "```swift exercise=network\nlet net = Network(\"net\") {}\nlet search = Sweep()\n```\n"
        + "```yaml experiment=e\nnetwork: net\ntraining: search\n\(steps.map { "quick: {steps: \($0)}\n" } ?? "")```\n"
        + "```yaml check=e\n\(checks)\n```\n")
  }

  private static let quick = LabJudge.Options(isQuick: true)

  /// Batch normalization and dropout, so that a training has more to remember than its weights.
  private static let network = Network("net", line: 8) {
    Input(shape: [32, 32, 1], line: 8)
    Conv2D("conv", filter: [3, 3, 1, 8], activation: .identity, line: 8)
    BatchNorm("norm", channels: 8, activation: .relu, line: 8)
    Dropout("drop", rate: 0.2, line: 8)
    Conv2D("score", filter: [1, 1, 8, 2], activation: .identity, line: 8)
  }

  /// Layers that hand on whatever becomes of their numbers.
  private static let fragile = Network("net", line: 8) {
    Input(shape: [32, 32, 1], line: 8)
    for part in ["a", "b", "c"] {
      Conv2D(part, filter: [1, 1, part == "a" ? 1 : 4, 4], activation: .leakyRelu, line: 8)
    }
    Conv2D("score", filter: [1, 1, 4, 2], activation: .identity, line: 8)
  }

  private func answer(_ trainings: [Training], _ network: Network = network) -> Answer {
    var answer = Answer()
    answer.networks["net"] = network
    answer.sweeps["search"] = Sweep(line: 9) { trainings }
    return answer
  }

  /// A rate that no training survives.
  private static let wild = Training(learningRate: 1_000, optimizer: .momentum(0.99), line: 9)

  @Test func `the best run is kept, of equals the first`() throws {
    let fixture = try JudgeFixture()
    let rates = [1e-7, 0.05, 0.05, 1e-7]
    let report = try fixture.report(
      on: Self.lab(60),
      answer: answer(rates.map { Training(learningRate: $0, batchSize: 4, optimizer: .adam(), line: 9) }),
      Self.quick)
    #expect(report.verdict.isRight && fixture.begun == 4)
    let trained = try #require(report.experiments.first)
    let scores = trained.sweep.compactMap { $0.metrics?.dice }
    let best = try #require(scores.max())
    try #require(scores.count == 4)
    #expect(scores[1] == scores[2] && scores[0] == scores[3])
    #expect(trained.sweep.map(\.isBest) == scores.indices.map { $0 == scores.firstIndex(of: best) })
    #expect(trained.metrics.dice == best && trained.run == trained.sweep[scores.firstIndex(of: best) ?? 0].run)
    try #require(trained.sweep.count == 4)
    #expect(trained.sweep[1].run == trained.sweep[2].run && fixture.kept.runs.count == 2)
    // The same numbers all over: the first is the best.
    let same = try fixture.report(
      on: Self.lab(3), answer: answer(Array(repeating: Training(line: 9), count: 3)), Self.quick)
    #expect(same.experiments.first?.sweep.map(\.isBest) == [true, false, false])
  }

  @Test func `a run that diverges is marked, and the others count`() throws {
    let fixture = try JudgeFixture()
    for place in 0..<3 {
      var trainings = [Training(learningRate: 0.01, line: 9), Training(learningRate: 0.02, line: 9)]
      trainings.insert(Self.wild, at: place)
      let report = try fixture.report(on: Self.lab(50), answer: answer(trainings, Self.fragile), Self.quick)
      #expect(report.verdict.isRight, "\(report.cells.map(\.words))")
      let sweep = try #require(report.experiments.first?.sweep)
      #expect(sweep.map { $0.metrics == nil } == (0..<3).map { $0 == place })
      try #require(sweep.count == 3)
      #expect(sweep[place].run.isEmpty && !sweep[place].isBest && sweep.count(where: \.isBest) == 1)
      #expect(sweep.map(\.training.learningRate) == trainings.map(\.learningRate))
      // Each is told of once it is over, with what came of it.
      let members = fixture.events.compactMap { if case .member(let member) = $0 { member } else { nil } }
      #expect(
        members.map(\.run) == sweep.map(\.run) && members.map { $0.metrics?.dice } == sweep.map { $0.metrics?.dice })
    }
  }

  @Test func `where all diverge the rate is to blame`() throws {
    let fixture = try JudgeFixture()
    let report = try fixture.report(on: Self.lab(50), answer: answer([Self.wild, Self.wild], Self.fragile), Self.quick)
    #expect(report.verdicts == [.passed, .notYet] && report.experiments.isEmpty && fixture.begun == 2)
    let checks = try report.cell("e").checks
    #expect(checks.map(\.name) == [.trains, .dice] && checks.map(\.verdict) == [.notYet, .blocked])
    #expect(try report.cell("e").words.contains("learning rate"))
    #expect(fixture.kept.runs.isEmpty)
    // A training that is no sweep is told in the same words.
    var alone = answer([], Self.fragile)
    (alone.sweeps, alone.trainings["search"]) = ([:], Self.wild)
    let single = try fixture.report(on: Self.lab(50), answer: alone, Self.quick)
    #expect(try single.cell("e").fault?.message == report.cell("e").fault?.message)
  }

  @Test func `nothing trains before every member was looked at`() throws {
    let fixture = try JudgeFixture()
    let sound = Training(line: 9)
    let unsound: [Training] = [
      Training(epochs: 0, line: 9), Training(classWeights: [1], line: 9), Training(loss: .binaryCrossEntropy, line: 9),
      Training(batchSize: 5_000, line: 9), Training(learningRate: .nan, line: 9),
      Training(optimizer: .momentum(1), line: 9), Training(schedule: .cosine(steps: 0), line: 9),
      Training(loss: .weighted([]), line: 9), Training(checkpointEvery: 0, line: 9),
    ]
    for training in unsound {
      let many = Array(repeating: sound, count: 20) + [training]
      let report = try fixture.report(on: Self.lab(2), answer: answer(many), Self.quick)
      #expect(report.verdicts == [.notYet, .blocked] && fixture.events.isEmpty, "\(training)")
      #expect(try report.cell("network").fault?.line == 9)
    }
    for count in [0, Sweep.most + 1] {
      let report = try fixture.report(
        on: Self.lab(2), answer: answer(Array(repeating: sound, count: count)), Self.quick)
      #expect(report.verdicts == [.notYet, .blocked] && fixture.events.isEmpty, "\(count)")
    }
  }

  @Test func `the quick profile has its own steps and bars`() throws {
    let fixture = try JudgeFixture()
    let sweep = answer([Training(learningRate: 1e-7, epochs: 2, batchSize: 3, line: 9)])
    let bars = "- dice: \">= 0.99\"\n  quick: \">= 0\""
    let quick = try fixture.report(on: Self.lab(3, bars), answer: sweep, Self.quick)
    #expect(quick.verdict == .tried && quick.experiments.first?.steps == 3)
    let full = try fixture.report(on: Self.lab(3, bars), answer: sweep)
    #expect(full.verdict == .notYet && full.experiments.first?.steps ?? 0 > 3)
    #expect(try quick.cell("e").checks.first?.expected?.text == ">= 0.0")
    #expect(try full.cell("e").checks.first?.expected?.text == ">= 0.99")
  }

  @Test func `a sweep that is broken off goes on where it was`() throws {
    let trainings = [0.01, 0.02, 0.03].map {
      Training(learningRate: $0, epochs: 10_000, batchSize: 4, optimizer: .momentum(), keepBest: true, line: 9)
    }
    let (steps, sweep) = (900, answer(trainings))
    let undisturbed = try JudgeFixture().report(on: Self.lab(steps), answer: sweep, Self.quick)
    let fixture = try JudgeFixture()
    var interrupted = 0
    var notes: [Message] = []
    var report = undisturbed
    for attempt in 1...40 {
      var options = Self.quick
      // Each gets a little more time: on a slow machine the first may come to nothing.
      options.minutes = Double(attempt) * 0.05 / 60
      report = try fixture.report(on: Self.lab(steps), answer: sweep, options)
      for case .note(let message) in fixture.events { notes.append(message) }
      guard report.verdict == .error else { break }
      interrupted += 1
      #expect(try report.cell("e").fault?.message?.id == "experiment.outOfTime")
      #expect(report.experiments.isEmpty)
    }
    #expect(interrupted > 0 && notes.contains { $0.id == "checkpoint.resumed" }, "\(interrupted) \(notes.map(\.id))")
    #expect(report.verdict.isRight && fixture.kept.checkpoints.isEmpty && fixture.kept.runs.count == 3)
    let (a, b) = (try #require(undisturbed.experiments.first), try #require(report.experiments.first))
    #expect(a.weightsDigest == b.weightsDigest && a.sweep.map(\.run) == b.sweep.map(\.run))
    #expect(a.sweep.map(\.metrics) == b.sweep.map(\.metrics) && a.history == b.history)
    let again = try fixture.report(on: Self.lab(steps), answer: sweep, Self.quick)
    #expect(again.experiments.first?.reused == true && fixture.steps == 0)
  }
}
