import Diagnostics
import Experiments
import Foundation
import Labs
import Messages
import Networks
import SegLab
import Tensors
import Testing

@testable import Checking
@testable import Workbench

/// A report as a file: everything in it survives, and the words come out the same in every language.
///
/// With `SEGLAB_UPDATE_GOLDENS` in the environment the golden is written anew; look at the difference before you keep it.
struct ReportCodingTests {
  private static let golden = URL(filePath: #filePath).deletingLastPathComponent().appending(
    path: "Goldens/lab-report.json")

  /// As judges and files write reports.
  private static let encoder: JSONEncoder = {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    return encoder
  }()
  private static let decoder: JSONDecoder = {
    let decoder = JSONDecoder()
    decoder.nonConformingFloatDecodingStrategy = .convertFromString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    return decoder
  }()

  /// A report that holds something of every kind.
  private static let report: LabReport = {
    let values: [CheckValue] = [
      .count(1_234_567), .number(0.98349, places: 4), .number(.nan, places: 2), .number(-.infinity, places: 0),
      .limit(">=", 0.45, places: nil), .limit("<=", 5_000_000, places: nil), .limit("<", .infinity, places: 3),
      .shape(layer: "hidden", [512]), .shape(layer: "", []), .calls(function: "dice", 7), .upTo(64),
      .setting("learningRate", "> 0"), .setting("", "nan"), .text("a “b”\n\u{1F600} \"c\" \\ 가나"),
    ]
    let messages: [(any Phrase)?] = [
      nil, CheckPhrase.madeElsewhere(name: "net", kind: "Network", other: nil),
      CheckPhrase.madeElsewhere(name: "net", kind: "Network", other: "second"),
      CheckPhrase.blockedByCheck(.permutationGain),
      CheckPhrase.metricMissing(.hausdorff95, bound: "<= 3"),
      CheckPhrase.lossDoesNotFall(start: .nan, end: .infinity, spread: 0.1),
      CheckPhrase.answerUnknown(found: "z", keys: ["a", "b"]), CheckPhrase.lossContradicts,
      Sentences(NetworkPhrase.noImages, nil, NetworkAdvicePhrase.useSizes([[3, 4], []], uneven: nil)),
      Verbatim("words from elsewhere"), ProgramPhrase.crashed(signal: 11, words: nil),
      FunctionPhrase.wrong(
        name: "dice", inputs: "1 2", expected: "3", found: "nan", trouble: .scaled(0.5)),
      SandboxPhrase.limitsOnly(reason: .sandboxRequired(reason: .noBubblewrap)),
      JudgePhrase.stopped(signal: nil, words: "", training: "a 2/3"),
    ]
    let checks = values.enumerated().map { number, value in
      CheckResult(
        CheckName.allCases[number], Verdict.allCases[number % 5], expected: value,
        measured: values[values.count - 1 - number],
        message: messages[number], line: number)
    }
    let training = Training(
      learningRate: 0.1, epochs: 3, optimizer: .adamW(), schedule: .warmUp(steps: 5, then: .cosine(steps: 90)),
      loss: 0.5 * .crossEntropy + .dice(), classWeights: [1, 2], clipNorm: 1,
      earlyStopping: EarlyStopping(patience: 2, metric: .dice), keepBest: true, line: 9)
    let metrics = Metrics(
      loss: .nan, accuracy: 0.5, dice: 0.25, meanDice: 1, baselineAccuracy: 0.98, swappedDice: 0,
      confusion: ConfusionCounts(truePositives: 1, falsePositives: 2, falseNegatives: 3, trueNegatives: 4),
      hausdorff95: nil)
    var run = ExperimentReport(
      id: "e", run: String(repeating: "ab", count: 32), reused: true, seconds: 1.5, epochs: 3, steps: 30,
      metrics: metrics, weightsDigest: String(repeating: "cd", count: 32),
      history: [
        HistoryPoint(step: 0, epoch: 0, loss: 0.7, accuracy: 0.5, learningRate: 0.1),
        HistoryPoint(step: 1, epoch: 0, loss: .nan, accuracy: 0, learningRate: 0.1),
        HistoryPoint(step: 2, epoch: 0, loss: .infinity, accuracy: 0, learningRate: 0.1),
      ],
      layers: [
        LayerSummary(
          name: "in", kind: "input", inputs: [], output: Shape([2, 2, 1]), parameters: 0, multiplyAdds: 0, line: 9)
      ],
      dataset: "hearts", trainingImages: 11, validationImages: 1, split: "image",
      overlays: [
        Overlay(
          name: "heart-01", width: 2, height: 2, image: [0, 127, 200, 255], label: [0, 1, 1, 0],
          prediction: [0, 1, 0, 0],
          dice: 2.0 / 3)
      ])
    run.preparation = ["Normalize(.perSet)"]
    run.plan = RunPlan(
      network: "[]", training: training, preparation: "flip", stepLimit: 30, seed: .max, data: "d", split: "image",
      engine: "1", mathLibrary: "m")
    run.images = [ImageScore(name: "heart-01", patient: "", confusion: ConfusionCounts(truePositives: 1))]
    run.sweep = [
      SweepRun(training: training, metrics: metrics, run: run.run, isBest: true),
      SweepRun(training: Training(learningRate: 1_000, line: 10), metrics: nil, run: "", isBest: false),
    ]
    var report = LabReport(
      lab: "test",
      cells: [
        CellReport("a", .exercise, checks: checks), CellReport("e", .experiment, checks: []),
        CellReport(
          "q", .question, checks: [CheckResult(.answer, .passed, message: CheckPhrase.justification("So."), line: 3)]),
      ], experiments: [run],
      diagnostics: [
        Diagnostic(
          .error, file: "labs/01-test.md", line: 8, column: 5, WorkbenchPhrase.hole, help: WorkbenchPhrase.fillHole),
        Diagnostic(.note, file: "labs/01-test.md", line: 9, Verbatim("did you mean this?")),
        Diagnostic(
          .warning, file: "labs/01-test.md", line: 0,
          NetworkPhrase.filterChannels(layer: "a", filter: [3, 3, 1, 2], arriving: [2, 2, 3], from: "in"),
          help: NetworkAdvicePhrase.changeFilterChannels(filter: [3, 3, 3, 2])),
      ], printed: "hello\n␛[2J")
    report.file = "labs/01-test.md"
    report.remarks = [
      Message(ProgramPhrase.moreWasPrinted(bytes: 9)), Message(SandboxPhrase.limitsOnly(reason: .noBubblewrap)),
    ]
    report.sandbox = .bubblewrap
    report.changes = [LabChange(part: .frontMatter, name: "", line: 1), LabChange(part: .exercise, name: "b", line: 0)]
    (report.isQuick, report.seed, report.moreDiagnostics) = (true, .max, 3)
    return report
  }()

  /// Everything in a report that is said, in every language.
  private func words(_ report: LabReport) -> [String] {
    var words: [String] = []
    for language in Language.allCases {
      for check in report.cells.flatMap(\.checks) {
        words += [check.name.text(in: language), check.message?.text(in: language) ?? ""]
        words += [check.expected?.text ?? "", check.measured?.text ?? ""]
      }
      for message in report.diagnostics {
        words += [message.summary.text(in: language), message.help?.text(in: language) ?? ""]
      }
      words += report.remarks.map { $0.text(in: language) }
      words += report.changes.map { $0.phrase(file: report.file).text(in: language) }
    }
    return words
  }

  @Test func `a report is read as it was written`() throws {
    let bytes = try Self.encoder.encode(Self.report)
    let read = try Self.decoder.decode(LabReport.self, from: bytes)
    #expect(try Self.encoder.encode(read) == bytes)
    #expect(words(read) == words(Self.report) && words(read).count > 100)
    #expect(read.verdict == Self.report.verdict && read.diagnostics == Self.report.diagnostics)
    #expect(read.changes == Self.report.changes && read.remarks == Self.report.remarks && read.seed == .max)
    let (a, b) = (try #require(read.experiments.first), Self.report.experiments[0])
    #expect(a.plan == b.plan && a.plan?.digest == b.plan?.digest && a.layers == b.layers && a.overlays == b.overlays)
    #expect(a.images == b.images && a.sweep.map(\.isBest) == [true, false] && a.sweep.last?.metrics == nil)
    try #require(a.history.count == 3)
    #expect(a.history[1].loss.isNaN && a.history[2].loss == .infinity && a.metrics.loss.isNaN)
  }

  @Test func `its form is the golden's`() throws {
    let text = String(decoding: try Self.encoder.encode(Self.report), as: UTF8.self) + "\n"
    if ProcessInfo.processInfo.environment["SEGLAB_UPDATE_GOLDENS"] != nil {
      try text.write(to: Self.golden, atomically: true, encoding: .utf8)
    }
    let golden = try String(contentsOf: Self.golden, encoding: .utf8)
    #expect(text == golden)
    // What was written by whoever wrote the golden can be read today.
    let kept = try Self.decoder.decode(LabReport.self, from: Data(golden.utf8))
    #expect(kept.schema == LabReport.currentSchema && words(kept) == words(Self.report))
  }

  @Test(arguments: [
    ("\"id\" : \"check.lossContradicts\"", "\"id\" : \"check.noSuchThing\""),
    ("\"id\" : \"check.lossContradicts\"", "\"id\" : \"nothing.lossContradicts\""),
    ("\"id\" : \"check.lossContradicts\"", "\"id\" : \"check.holesLeft\""),
    ("\"id\" : \"check.lossContradicts\"", "\"id\" : \"\""), ("\"id\" : \"check.lossContradicts\"", "\"id\" : \".\""),
    ("\"verdict\" : \"passed\"", "\"verdict\" : \"excellent\""), ("\"width\" : 2", "\"width\" : 3"),
    ("\"width\" : 2", "\"width\" : 9223372036854775807"), ("\"height\" : 2", "\"height\" : -2"),
    ("\"lab\" : \"test\"", "\"lab\" : 3"), ("\"kind\" : \"question\"", "\"kind\" : \"riddle\""),
  ])
  func `what was tampered with is refused without a trap`(old: String, new: String) throws {
    let text = String(decoding: try Self.encoder.encode(Self.report), as: UTF8.self)
    #expect(text.contains(old))
    let other = text.replacing(old, with: new, maxReplacements: 1)
    #expect(throws: DecodingError.self) { try Self.decoder.decode(LabReport.self, from: Data(other.utf8)) }
  }

  @Test func `bytes that are changed or cut anywhere are refused or read, never trapped at`() throws {
    let bytes = [UInt8](try Self.encoder.encode(Self.report))
    var state: UInt64 = 5
    for round in 0..<400 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      var other = bytes
      let place = Int(state >> 33) % bytes.count
      if round % 4 == 0 {
        other.removeSubrange(place...)
      } else {
        other[place] = UInt8(truncatingIfNeeded: state >> 20)
      }
      if let read = try? Self.decoder.decode(LabReport.self, from: Data(other)) { #expect(!words(read).isEmpty) }
    }
  }

  @Test func `a trained report survives too`() throws {
    let lab = try JudgeFixture.lab(
      "```swift exercise=network\nlet net = Network(\"net\") {}\nlet training = Sweep()\n```\n"
        + "```yaml experiment=e\nnetwork: net\ntraining: training\nquick: {steps: 2}\n```\n"
        + "```yaml check=e\n- hausdorff95: \"<= 0\"\n```\n")
    var answer = Answer()
    answer.networks["net"] = JudgeFixture.network()
    answer.sweeps["training"] = Sweep(learningRates: [0.1, 0.2], line: 9)
    let report = try JudgeFixture().report(
      on: lab, answer: answer, LabJudge.Options(isQuick: true, withOverlays: true))
    #expect(report.experiments.first?.overlays.isEmpty == false && report.experiments.first?.sweep.count == 2)
    let bytes = try Self.encoder.encode(report)
    let read = try Self.decoder.decode(LabReport.self, from: bytes)
    #expect(try Self.encoder.encode(read) == bytes && words(read) == words(report) && read.cells == report.cells)
  }

  @Test func `more messages than a report holds are counted`() {
    let many = (1...130).map { Diagnostic(.error, file: "a.md", line: $0, Verbatim("\($0)")) }
    let report = LabReport(lab: "a", cells: [], experiments: [], diagnostics: many, printed: "")
    #expect(report.diagnostics.count == 100 && report.moreDiagnostics == 30 && report.diagnostics[99].line == 100)
  }
}
