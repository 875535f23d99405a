import Checking
import Diagnostics
import Labs
import Messages
import Networks
import Tensors

/// Reports on the labs in `Inputs`, as the judges would make them.
enum SampleReports {
  /// A training that fell from 8 to 2 with noise that is the same every time, its seventh step gone wrong.
  static func history(steps: Int) -> [HistoryPoint] {
    var state: UInt64 = 42
    return (0..<steps).map { step in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let noise = Double(state >> 40) / Double(1 << 24) - 0.5
      let done = Double(step) / Double(max(steps, 1))
      return HistoryPoint(
        step: step, epoch: step / 10, loss: step == 7 ? .nan : 2 + 6 * (1 - done) * (1 - done) + noise,
        accuracy: 0.4 + 0.4 * done + noise / 10, learningRate: 0.5)
    }
  }

  /// A square of 4 x 4 pixels with two classes.
  static let overlay = Overlay(
    name: "heart-1.png", width: 4, height: 4,
    image: [0, 40, 80, 120, 40, 200, 210, 60, 80, 220, 230, 60, 120, 60, 60, 0],
    label: [0, 0, 0, 0, 0, 1, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0],
    prediction: [0, 0, 0, 1, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0], dice: 0.6667)

  static func experiment(_ lab: Lab) -> ExperimentReport {
    let line = 19
    var report = ExperimentReport(
      id: "short", run: "0123456789abcdef0123456789abcdef", reused: true, seconds: 0.25, epochs: 3, steps: 30,
      metrics: Metrics(
        loss: 2.0175, accuracy: 0.75, dice: 0.6667, meanDice: 0.65, baselineAccuracy: 0.8125, swappedDice: 0.5),
      weightsDigest: "fedcba9876543210fedcba9876543210", history: history(steps: 30),
      layers: [
        LayerSummary(
          name: "image", kind: "input", inputs: [], output: Shape([4, 4, 1]), parameters: 0, multiplyAdds: 0,
          line: line + 5),
        LayerSummary(
          name: "row", kind: "flatten", inputs: ["image"], output: Shape([16]), parameters: 0, multiplyAdds: 0,
          line: line + 6),
        LayerSummary(
          name: "score", kind: "dense", inputs: ["row"], output: Shape([32]), parameters: 512, multiplyAdds: 512,
          line: line + 7),
        LayerSummary(
          name: "map", kind: "reshape", inputs: ["score"], output: Shape([4, 4, 2]), parameters: 0, multiplyAdds: 0,
          line: line + 8),
      ], dataset: "cardiac", trainingImages: 10, validationImages: 1, split: "image", overlays: [overlay])
    report.preparation = ["Normalize(.perImage)", "RandomFlip()"]
    return report
  }

  /// Everything passed.
  static func passed(_ lab: Lab) -> LabReport {
    LabReport(
      lab: lab.id,
      cells: [
        CellReport(
          "network", .exercise,
          checks: [
            CheckResult(.holes, .passed, expected: .count(0), measured: .count(0), line: 23),
            CheckResult(
              .shape, .passed, expected: .shape(layer: "score", [32]),
              measured: .shape(layer: "score", [32]), line: 26),
            CheckResult(.parameters, .passed, expected: .count(512), measured: .count(512), line: 23),
          ]),
        CellReport(
          "short", .experiment,
          checks: [
            CheckResult(
              .lossFalls, .passed, expected: .limit("<", 7.012, places: 3), measured: .number(2.31, places: 3), line: 49
            ),
            CheckResult(
              .accuracy, .passed, expected: .limit(">=", 0.5, places: nil), measured: .number(0.75, places: 4),
              message: CheckPhrase.accuracyBelowBaseline(measured: 0.75, baseline: 0.8125), line: 50),
          ]),
        CellReport(
          "worth", .question,
          checks: [
            CheckResult(
              .answer, .passed, measured: .text("b"),
              message: CheckPhrase.justification("Right: that reaches $0.8125$ and finds nothing."), line: 61)
          ]),
      ], experiments: [experiment(lab)], diagnostics: [], printed: "512 weights\n")
  }

  /// Two holes, a shape that does not fit, and a wrong answer.
  static func unfinished(_ lab: Lab) -> LabReport {
    let mistake = Verbatim("`score` takes 15 values, and `row` above it gives 16.")
    let hole = Verbatim("here is something for you to work out")
    return LabReport(
      lab: lab.id,
      cells: [
        CellReport(
          "network", .exercise,
          checks: [
            CheckResult(
              .holes, .notAttempted, expected: .count(0), measured: .count(2),
              message: CheckPhrase.holesLeft(count: 2), line: 24),
            CheckResult(
              .shapesFit, .blocked, message: CheckPhrase.blockedByCheck(.holes), line: 26),
            CheckResult(
              .shape, .blocked, expected: .shape(layer: "score", [32]), message: CheckPhrase.blockedByCheck(.holes),
              line: 26),
          ]),
        CellReport(
          "short", .experiment,
          checks: [
            CheckResult(
              .lossFalls, .blocked, message: CheckPhrase.blockedByCell("network"), line: 49)
          ]),
        CellReport(
          "worth", .question,
          checks: [
            CheckResult(
              .answer, .notYet, measured: .text("a"),
              message: CheckPhrase.justification("Compare it with the background's."), line: 61)
          ]),
      ], experiments: [],
      diagnostics: [
        Diagnostic(.hole, file: lab.file, line: 24, column: 32, hole),
        Diagnostic(.hole, file: lab.file, line: 24, column: 40, hole),
        Diagnostic(
          .error, file: lab.file, line: 26, column: 28, mistake,
          help: Verbatim("The first number of `weights` is what comes in: write 16.")),
        Diagnostic(
          .warning, file: lab.file, line: 4, column: 10, Verbatim("the set `cardiac` is not there yet"),
          help: Verbatim("Run `seglab data make cardiac`.")),
      ], printed: "")
  }
}
