import Diagnostics
import Labs
import Messages
import SegLab
import Testing

@testable import Checking
@testable import Workbench

/// What a lab asks of settings, through the report: each forbidden one is refused in words that mend it.
struct SettingsCheckTests {
  private static let cell = """
    ```swift exercise=network
    let net = Network("net") {}
    let training = Training()
    let search = Sweep()
    let prepared = Preprocessing {}
    ```

    """

  private static func answer(
    window: Int = 2, activation: Activation = .relu, training: Training = Training(), sweep: Sweep? = nil,
    prepared: Preprocessing? = nil
  ) -> Answer {
    var answer = Answer()
    answer.networks["net"] = Network("net", line: 8) {
      Input(shape: [32, 32, 1], line: 8)
      Conv2D("conv1", filter: [3, 3, 1, 4], activation: activation, line: 8)
      MaxPool2D("pool1", window: window, line: 8)
      ConvTranspose2D("up", filter: [2, 2, 4, 4], stride: 2, line: 8)
      Conv2D("score", filter: [1, 1, 4, 2], activation: .identity, line: 8)
    }
    answer.trainings["training"] = training
    answer.sweeps["search"] = sweep
    answer.preprocessing["prepared"] = prepared
    return answer
  }

  /// What the exercise is told: the first check that does not pass, in English; nil where all do.
  private static func told(_ checks: String, _ answer: Answer) throws -> (name: CheckName, words: String)? {
    let lab = try JudgeFixture.lab(cell + "```yaml check=network\n\(checks)\n```\n")
    let report = try JudgeFixture().report(on: lab, answer: answer)
    let fault = try #require(report.cells.first).checks.first { $0.verdict != .passed }
    for language in Language.allCases { #expect(fault?.message?.text(in: language).isEmpty != true) }
    return fault.map { ($0.name, $0.message?.text(in: .english) ?? "") }
  }

  @Test func `a layer is held against the lab's settings, by its name or by its kind`() throws {
    let checks =
      "- layers: {pool1: {window: 2}, Conv2D: {padding: same}, conv1: {activation: relu, filter: [3, 3, 1, 4]}}"
    #expect(try Self.told(checks, Self.answer()) == nil)
    let window = try #require(try Self.told(checks, Self.answer(window: 3)))
    #expect(window.name == .layers)
    #expect(window.words == "In `pool1`, `window` is 3, and the lab asks for 2. Write `window: 2`.")
    let activation = try #require(try Self.told(checks, Self.answer(activation: .identity)))
    #expect(
      activation.words.contains("`activation` is .identity") && activation.words.contains("Write `activation: .relu`."))
    #expect(try Self.told("- layers: {pool9: {window: 2}}", Self.answer())?.words.contains("`pool9`") == true)
    #expect(try Self.told("- layers: {pool1: {windw: 2}}", Self.answer())?.words.contains("has no `windw`") == true)
  }

  @Test func `a training stays within the lab's limits`() throws {
    let checks = """
      - training: {epochs: "<= 100", batch_size: 1, optimizer: adam, loss: cross_entropy}
      """
    func told(_ training: Training) throws -> String? { try Self.told(checks, Self.answer(training: training))?.words }
    #expect(try told(Training(epochs: 100, optimizer: .adam(beta1: 0.8))) == nil)
    #expect(
      try told(Training(epochs: 1200, optimizer: .adam()))
        == "`epochs` is 1200, and the lab asks for at most 100. Write `epochs: 100`.")
    #expect(try told(Training(optimizer: .sgd))?.contains("Write `optimizer: .adam()`") == true)
    #expect(try told(Training(batchSize: 2, optimizer: .adam()))?.contains("Write `batchSize: 1`") == true)
    #expect(try told(Training(optimizer: .adam(), loss: .dice())) != nil)
  }

  @Test func `a number of an optimizer is seen, the usual one too`() throws {
    func told(_ check: String, _ optimizer: Optimizer) throws -> String? {
      try Self.told("- training: {\(check)}", Self.answer(training: Training(optimizer: optimizer)))?.words
    }
    #expect(try told("optimizer.beta1: \"<= 0.9\"", .adam()) == nil)
    #expect(
      try told("optimizer.beta1: \"<= 0.8\"", .adam())
        == "`optimizer.beta1` is 0.9, and the lab asks for at most 0.8. "
        + "Write `optimizer: .adam(beta1: 0.8, beta2: 0.999, epsilon: 1e-08)`.")
    #expect(try told("optimizer.momentum: 0.9", .momentum()) == nil)
    #expect(
      try told("optimizer.momentum: 0.9", .nesterov(0.5))
        == "`optimizer.momentum` is 0.5, and the lab asks for 0.9. Write `optimizer: .nesterov(0.9)`.")
    #expect(try told("optimizer.momentum: 0.9", .adam()) != nil)
  }

  @Test(arguments: [
    ("training: {optimizer: adm}", "adam"), ("training: {loss: cross_entrophy}", "cross_entropy"),
    ("training: {schedule: cosin}", "cosine"), ("sweep: {optimizer: adm}", "adam"),
    ("training: {optimizer: [adam]}", "adam | sgd"),
  ])
  func `what no training has is the author's mistake`(check: String, help: String) throws {
    let front = "---\ntitle: A test\nid: test\ndataset: hearts\n---\n\n"
    let cell = "```swift exercise=net\nlet steps = 1\n```\n\n```yaml check=net\n- \(check)\n```\n"
    let (lab, said) = Lab.parse(text: front + cell, file: "labs/01-test.md")
    #expect(lab == nil && said.count == 1)
    #expect(said.first?.help?.text(in: .english).contains(help) == true, "\(said)")
  }

  @Test func `a schedule ends with the training`() throws {
    let checks = "- training: {schedule: cosine, schedule.steps: \"epochs * 63\", schedule.final: 0}"
    func told(_ schedule: Schedule?) throws -> String? {
      try Self.told(checks, Self.answer(training: Training(epochs: 10, schedule: schedule)))?.words
    }
    #expect(try told(.cosine(steps: 630)) == nil)
    let short = try #require(try told(.cosine(steps: 10)))
    #expect(
      short.contains("`schedule.steps` is 10") && short.contains("Write `schedule: .cosine(steps: 630, final: 0)`."))
    #expect(try told(nil) != nil)
    #expect(try told(.constant) != nil)
    #expect(try told(.cosine(steps: 630, final: 0.5)) != nil)
  }

  @Test func `a sweep tries as many values as the lab asks for, as far apart`() throws {
    let checks = "- sweep: {learning_rate: {count: \">= 4\", range: \">= 10\"}, epochs: 2}"
    func told(_ rates: [Double], epochs: Int = 2) throws -> String? {
      try Self.told(checks, Self.answer(sweep: Sweep(learningRates: rates, of: Training(epochs: epochs))))?.words
    }
    #expect(try told([0.0003, 0.001, 0.003, 0.01]) == nil)
    #expect(try told([0.001, 0.002, 0.005, 0.01]) == nil)
    #expect(try told([0.001, 0.01])?.contains("2 different values of `learningRate`") == true)
    #expect(try told([0.001, 0.002, 0.003, 0.004])?.contains("4 times the smallest") == true)
    #expect(try told([0.0003, 0.001, 0.003, 0.01], epochs: 3)?.contains("Write `epochs: 2`") == true)
    #expect(try Self.told(checks, Self.answer())?.words.contains("There should be `Sweep`") == true)
  }

  @Test(arguments: [
    ("RandomRotation: {degrees: \">= 1, <= 15\"}", "Add `RandomRotation(upTo: 8)`."),
    ("RandomTranslation: {share: \">= 0.01, <= 0.1\"}", "Add `RandomTranslation(upTo: 0.06)`."),
    ("RandomTranslation: {share: \">= 0.2, <= 0.4\"}", "Add `RandomTranslation(upTo: 0.3)`."),
    ("RandomTranslation: {share: \">= 0.26, <= 0.28\"}", "Add `RandomTranslation(upTo: 0.27)`."),
    ("RandomRotation: {degrees: \">= 100, <= 170\"}", "Add `RandomRotation(upTo: 100)`."),
    ("RandomRotation: {degrees: \">= 1\"}", "Add `RandomRotation`."),
    ("RandomRotation: {degrees: \">= 9, <= 2\"}", "Add `RandomRotation`."),
    ("Threshold: {level: inf}", "Add `Threshold`."),
    ("Threshold: {level: 0.5}", "Add `Threshold(0.5)`."), ("Resize: {width: \">= 8, <= 64\"}", "Add `Resize`."),
    ("Normalize: {way: perImage}", "Add `Normalize`."),
  ])
  func `a step that is missing is told with a number that would do`(asked: String, words: String) throws {
    let told = try Self.told(
      "- preprocessing: {\(asked)}", Self.answer(prepared: Preprocessing { RandomFlip(line: 8) }))
    #expect(told?.words.hasSuffix(words) == true, "\(told?.words ?? "")")
  }

  @Test func `a preprocessing has the steps that the lab asks for`() throws {
    let checks = "- preprocessing: {Normalize: {way: perImage}, Resize: {width: \">= 8, <= 64\"}}"
    func told(_ way: Normalize.Way?, width: Int = 32) throws -> String? {
      let prepared = Preprocessing {
        if let way { Normalize(way, line: 11) }
        Resize(width: width, height: 32, line: 11)
      }
      return try Self.told(checks, Self.answer(prepared: prepared))?.words
    }
    #expect(try told(.perImage) == nil)
    #expect(try told(.perSet)?.contains("Write `Normalize(.perImage)`.") == true)
    #expect(try told(nil)?.contains("There should be `Normalize`") == true)
    #expect(try told(.perImage, width: 4)?.contains("width: 8") == true)
  }

  @Test func `height for width is one mistake, and is mended as one`() throws {
    let lab = try JudgeFixture.lab(Self.cell + "```yaml check=network\n- matches: solution\n```\n")
    func answer(width: Int, height: Int) -> Answer {
      Self.answer(prepared: Preprocessing { Resize(width: width, height: height, fit: .pad, line: 11) })
    }
    func told(width: Int, height: Int) throws -> String? {
      let solution = JudgeFixture.outcome(lab, answer(width: 120, height: 112))
      let outcome = JudgeFixture.outcome(lab, answer(width: width, height: height))
      let report = try JudgeFixture().judge().report(on: lab, outcome, [], solution: solution) { _ in }
      return report.cells[0].checks.first { $0.name == .matches }?.message?.text(in: .english)
    }
    #expect(try told(width: 112, height: 120)?.contains("Write `Resize(width: 120, height: 112, fit: .pad)`.") == true)
    #expect(try told(width: 112, height: 112)?.contains("Write `Resize(width: 120, height: 112, fit: .pad)`.") == true)
    #expect(try told(width: 100, height: 112)?.contains("Write `Resize(width: 120, height: 112, fit: .pad)`.") == true)
  }

  @Test func `everything is as in the solution, but for what is the learner's own`() throws {
    let checks = "- matches: solution\n- other_ways: [epochs, pool1.padding]"
    let lab = try JudgeFixture.lab(Self.cell + "```yaml check=network\n\(checks)\n```\n")
    let solution = JudgeFixture.outcome(lab, Self.answer())
    func told(_ answer: Answer, _ solution: Outcome?) throws -> CheckResult? {
      let judge = try JudgeFixture().judge()
      let report = judge.report(on: lab, JudgeFixture.outcome(lab, answer), [], solution: solution) { _ in }
      return report.cells[0].checks.first { $0.verdict != .passed }
    }
    #expect(try told(Self.answer(), solution) == nil)
    #expect(try told(Self.answer(training: Training(epochs: 7)), solution) == nil)
    let window = try #require(try told(Self.answer(window: 3), solution))
    #expect(window.name == .matches && window.verdict == .notYet)
    #expect(window.message?.text(in: .english).contains("Write `window: 2`.") == true)
    #expect(
      try told(Self.answer(training: Training(batchSize: 4)), solution)?.message?.text(in: .english).contains(
        "`batchSize: 1`") == true)
    #expect(try told(Self.answer(), nil)?.verdict == .error)
  }

  @Test func `weights of classes without a cross-entropy, and lists without numbers, are told`() throws {
    let weights = try Self.told(
      "- layers: {pool1: {window: 2}}", Self.answer(training: Training(loss: .dice(), classWeights: [1, 5])))
    #expect(weights?.words.contains("count in a cross-entropy alone") == true)
    let empty = try Self.told("- layers: {pool1: {window: 2}}", Self.answer(sweep: Sweep(learningRates: [])))
    #expect(empty?.words.contains("no training") == true)
    #expect(Sweep(learningRates: [], epochs: [1, 2]).trainings.isEmpty && Sweep().trainings.count == 1)
  }

  @Test func `what the checks let pass is found, and what is declared is not`() async throws {
    let text = """
      ```swift exercise=network
      let net = Network("net") {
        Input(shape: [32, 32, 1])
        Conv2D("score", filter: [3, 3, 1, 2], activation: .identity)
      }
      ```
      ```yaml check=network
      - shape: {score: [32, 32, 2]}
      - parameters: 20

      """
    func gaps(_ checks: String) async throws -> Set<String> {
      let lab = try JudgeFixture.lab(text + checks + "```\n")
      let gaps = try await JudgeFixture().judge().gaps(in: lab, withFunctions: false)
      #expect(gaps.tried > 10 && gaps.untried == 0)
      return Set(gaps.gaps.map { "\($0.part).\($0.setting)" })
    }
    guard JudgeFixture.hasCompiler else { return }
    let open = try await gaps("")
    #expect(open.isSuperset(of: ["score.activation", "score.initializer"]), "\(open)")
    #expect(try await gaps("- layers: {score: {activation: identity}}\n- other_ways: [initializer]\n").isEmpty)
  }
}
