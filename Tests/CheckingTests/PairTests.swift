import Diagnostics
import Labs
import Messages
import SegLab
import Testing

@testable import Checking
@testable import Workbench

/// Networks and trainings held against one another: each pair trains, or is refused in words that mend it, before anything trains.
struct PairTests {
  private static let losses: [(loss: Loss, lab: String, isMany: Bool, isOne: Bool)] = [
    (.crossEntropy, "cross_entropy", true, false), (.binaryCrossEntropy, "binary_cross_entropy", false, true),
    (.dice(), "dice", true, true),
    (
      0.5 * .crossEntropy + .dice(),
      "{weighted: [{weight: 0.5, loss: cross_entropy}, {weight: 1, loss: dice}]}", true, false
    ),
    (
      .binaryCrossEntropy + 2 * .dice(smoothing: 0),
      "{weighted: [{weight: 1, loss: binary_cross_entropy}, {weight: 2, loss: {dice: {smoothing: 0}}}]}", false, true
    ),
    (
      .crossEntropy + .binaryCrossEntropy,
      "{weighted: [{weight: 1, loss: cross_entropy}, {weight: 1, loss: binary_cross_entropy}]}", false, false
    ),
  ]
  private static let weights: [(numbers: [Double], isRight: Bool)] = [([], true), ([1, 3], true), ([1, 2, 3], false)]
  private static let optimizers: [(Optimizer, lab: String)] = [
    (.sgd, "sgd"), (.momentum(), "momentum"), (.nesterov(0.5), "{nesterov: 0.5}"), (.adam(), "adam"),
    (.adamW(), "adam_w"),
  ]
  private static let batches = [1, 4]

  /// Where a training stands.
  enum Place: CaseIterable { case constant, sweep, lab }

  private static let code = """
    ```swift exercise=network
    let net = Network("net") {}
    ```
    ```swift exercise=training
    let training = Training()
    ```

    """

  private static func lab(_ training: String) throws -> Lab {
    try JudgeFixture.lab(code + "```yaml experiment=e\nnetwork: net\ntraining: \(training)\nquick: {steps: 2}\n```\n")
  }

  @Test(arguments: Place.allCases, [1, 2, 3])
  func `every pair trains or is refused in words that mend it`(place: Place, channels: Int) throws {
    let fixture = try JudgeFixture()
    let sound = Training(loss: channels == 1 ? .binaryCrossEntropy : .crossEntropy, line: 12)
    var trained = 0
    for (loss, lossWords, isMany, isOne) in Self.losses {
      for (row, (weights, isCounted)) in Self.weights.enumerated() {
        for (column, (optimizer, optimizerWords)) in Self.optimizers.enumerated() {
          // Every batch size meets every loss, weights and optimizer, though not all three at once: that is 810 reports less.
          let batch = Self.batches[(row + column) % Self.batches.count]
          let training = Training(
            batchSize: batch, optimizer: optimizer, loss: loss, classWeights: weights, line: 12)
          var answer = Answer()
          answer.networks["net"] = JudgeFixture.network(channels, line: 8)
          var lab = try Self.lab("training")
          switch place {
          case .constant: answer.trainings["training"] = training
          case .sweep:
            answer.sweeps["training"] = Sweep(line: 11) {
              sound
              training
            }
          case .lab:
            lab = try Self.lab(
              "{batch_size: \(batch), optimizer: \(optimizerWords), loss: \(lossWords)"
                + (weights.isEmpty ? "}" : ", class_weights: \(weights)}"))
          }
          let report = try fixture.report(on: lab, answer: answer, LabJudge.Options(isQuick: true))
          let pair = "\(channels) \(loss) \(weights) \(optimizer) \(batch)"
          // The set tells two classes apart.
          // Weights of classes are of no use to Dice alone.
          let isUsed = weights.isEmpty || loss.parts.contains { if case .dice = $0.loss { false } else { true } }
          let fits = (channels == 2 && isMany || channels == 1 && isOne) && isCounted && isUsed
          #expect((report.verdict.isRight) == fits, "\(pair): \(report.cells.map(\.words))")
          #expect(fixture.begun == (fits ? place == .sweep ? 2 : 1 : 0), "\(pair)")
          #expect(fits || fixture.steps == 0, "\(pair)")
          if fits { trained += 1 } else { expectMending(report, pair) }
        }
      }
    }
    #expect(trained == (channels == 3 ? 0 : 5 * Self.optimizers.count))
  }

  /// That the first cell that does not pass says what to write, and is named by whoever waits for it.
  private func expectMending(_ report: LabReport, _ pair: String) {
    guard let cell = report.cells.first(where: { $0.verdict != .passed }) else { return }
    let help = report.diagnostics.compactMap { $0.help?.text(in: .english) }.joined(separator: " ")
    let words = cell.words + " " + help
    let mends = [
      "write `", "Write `", "write one for each", "Keep one of the two", "`loss: .",
      "end with a layer that gives [32, 32, ",
    ]
    #expect(cell.verdict == .notYet, "\(pair): \(cell)")
    #expect(mends.contains { words.contains($0) }, "\(pair): \(words)")
    for language in Language.allCases { #expect(cell.fault?.message?.text(in: language).isEmpty == false) }
    for other in report.cells where other.id != cell.id && other.verdict == .blocked {
      #expect(other.fault?.message == Message(CheckPhrase.blockedByCell(cell.id)), "\(pair)")
    }
  }

  /// A first suggestion that is taken literally.
  @Test func `doing what the message says mends it`() throws {
    let fixture = try JudgeFixture()
    for (channels, wrong, right) in [
      (2, Loss.binaryCrossEntropy, Loss.crossEntropy), (1, .crossEntropy, .binaryCrossEntropy),
    ] {
      // A lab's training says what the network is for; the learner's own then is at fault.
      let word = channels == 1 ? "binary_cross_entropy" : "cross_entropy"
      let lab = try JudgeFixture.lab(
        Self.code
          + "```yaml experiment=first\nnetwork: net\ntraining: {loss: \(word)}\nquick: {steps: 1}\n```\n"
          + "```yaml experiment=e\nnetwork: net\ntraining: training\nquick: {steps: 1}\n```\n")
      var answer = Answer()
      answer.networks["net"] = JudgeFixture.network(channels, line: 8)
      answer.trainings["training"] = Training(loss: wrong, line: 11)
      let refused = try fixture.report(on: lab, answer: answer, LabJudge.Options(isQuick: true))
      #expect(refused.verdicts == [.passed, .notYet, .tried, .blocked])
      let loss = right == .crossEntropy ? "crossEntropy" : "binaryCrossEntropy"
      #expect(try refused.cell("training").words.hasSuffix("Write `loss: .\(loss)`."))
      answer.trainings["training"] = Training(loss: right, line: 11)
      #expect(try fixture.report(on: lab, answer: answer, LabJudge.Options(isQuick: true)).verdict.isRight)
    }
  }

  @Test func `a training that takes more memory than there is names the batch size`() throws {
    let lab = try JudgeFixture.lab(
      Self.code + "```yaml experiment=first\nnetwork: net\ntraining: {epochs: 1}\nquick: {steps: 1}\n```\n"
        + "```yaml experiment=e\nnetwork: net\ntraining: training\n```\n")
    var answer = Answer()
    answer.networks["net"] = Network("net", line: 8) {
      Input(shape: [32, 32, 1], line: 8)
      Conv2D("wide", filter: [1, 1, 1, 512], activation: .relu, line: 8)
      Conv2D("score", filter: [1, 1, 512, 2], activation: .identity, line: 8)
    }
    answer.trainings["training"] = Training(batchSize: 4096, line: 11)
    let fixture = try JudgeFixture()
    let report = try fixture.report(on: lab, answer: answer, LabJudge.Options(isQuick: true, experiments: ["e"]))
    #expect(report.verdicts == [.passed, .notYet, .blocked] && fixture.begun == 0)
    #expect(try report.cell("training").words.hasSuffix("Write a `batchSize` below 4096."))
  }

  @Test func `a given network with a training of the learner's is the training's matter`() throws {
    let lab = try JudgeFixture.lab(
      "```swift given\nlet net = Network(\"net\") {}\n```\n```swift exercise=training\nlet training = Training()\n```\n"
        + "```yaml experiment=e\nnetwork: net\ntraining: training\nquick: {steps: 1}\n```\n")
    let fixture = try JudgeFixture()
    var answer = Answer()
    answer.networks["net"] = JudgeFixture.network(1, line: 8)
    answer.trainings["training"] = Training(line: 11)
    let refused = try fixture.report(on: lab, answer: answer, LabJudge.Options(isQuick: true))
    #expect(refused.verdicts == [.notYet, .blocked] && fixture.begun == 0)
    #expect(try refused.cell("training").words.contains("Write `loss: .binaryCrossEntropy`."))
    answer.trainings["training"] = Training(loss: .binaryCrossEntropy, line: 11)
    #expect(try fixture.report(on: lab, answer: answer, LabJudge.Options(isQuick: true)).verdict.isRight)
  }
}
