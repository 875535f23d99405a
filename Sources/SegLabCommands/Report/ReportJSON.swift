internal import Checking
internal import Diagnostics
internal import Foundation
internal import Messages
internal import Networks
internal import Workbench

/// A report in the form `seglab/report/v1`, for other programs.
struct ReportJSON: Encodable {
  let schema = "seglab/report/v1"
  let lab: String
  let verdict: Verdict
  /// The same with what that form of report has no word for: `tried`, right as far as the quick profile can tell.
  let standing: Verdict
  /// Whether trainings were stopped by the quick profile.
  let quick: Bool
  let cells: [Cell]
  let experiments: [Experiment]
  let diagnostics: [Message]
  let printed: String
  /// What the learner's program was kept in: `bubblewrap`, `namespaces`, `landlock`, `limits-only`; nothing where none ran.
  let sandbox: String?
  /// What else is to be known of how the cells were run.
  let remarks: [Said]
  /// What in the lab's file is not as the course has it.
  let changes: [Said]

  struct Cell: Encodable {
    let id: String
    let verdict: Verdict
    let checks: [Check]
  }

  struct Check: Encodable {
    let name: String
    let verdict: Verdict
    let expected: String
    let measured: String
    let message: String
    let line: Int
    /// The message as data; nothing where there is none.
    let said: Messages.Message?
  }

  /// A message in words and as data.
  struct Said: Encodable {
    let text: String
    let said: Messages.Message

    init(_ message: Messages.Message, in language: Language) {
      text = message.text(in: language)
      said = message
    }
  }

  struct Experiment: Encodable {
    let id: String
    let run: String
    let reused: Bool
    let seconds: Double
    let epochs: Int
    let steps: Int
    /// How many steps the whole training has, where a quick profile stopped it before; nothing for a whole training.
    let steps_of_all: Int?
    let preparation: [String]
    let metrics: Measured
    /// How the set was divided: `image` or `patient`.
    let split: String
    /// The patients who were only measured on, each with a Dice of its own; empty where images were dealt out by themselves.
    let patients: [PatientScore]
    /// The validation images, the one with the lowest Dice first.
    let images: [Image]
    let weights_digest: String
  }

  /// How well the prediction of class 1 fits the label of one image; nothing where a measure is not defined.
  struct Image: Encodable {
    let name: String
    let patient: String
    let dice: Double
    let iou: Double
    let precision: Double?
    let recall: Double?
    let hausdorff95: Double?
    /// What calling every pixel background comes to.
    let background: Score

    init(_ image: ImageScore) {
      (name, patient) = (image.name, image.patient)
      let score = image.score
      (dice, iou, precision, recall) = (score.dice, score.iou, score.precision, score.recall)
      hausdorff95 = score.hausdorff95
      background = Score(image.background)
    }
  }

  /// The measures of class 1; nothing where one is not defined.
  struct Score: Encodable {
    let dice: Double
    let iou: Double
    let precision: Double?
    let recall: Double?
    let hausdorff95: Double?

    init(_ score: SegmentationScore) {
      (dice, iou, precision, recall) = (score.dice, score.iou, score.precision, score.recall)
      hausdorff95 = score.hausdorff95
    }
  }

  struct Measured: Encodable {
    let loss: Double
    let accuracy: Double
    let dice: Double
    let mean_dice: Double
    let baseline_accuracy: Double
    let swapped_dice: Double
    let iou: Double
    let precision: Double?
    let recall: Double?
    let hausdorff95: Double?
    /// What calling every pixel background comes to, but for its accuracy, which is `baseline_accuracy`.
    let background: Score?
  }

  struct Message: Encodable {
    let severity: String
    let file: String
    let line: Int
    let column: Int
    let message: String
    let help: String
    /// What the help comes to in the file, from the last line up; nothing where it is words alone.
    let fix: [LineChange]?
    /// The message as data.
    let said: Messages.Message

    init(_ diagnostic: Diagnostic, in language: Language) {
      severity = diagnostic.severity.rawValue
      file = diagnostic.file
      line = diagnostic.line
      column = diagnostic.column
      message = diagnostic.summary.text(in: language)
      help = diagnostic.help?.text(in: language) ?? ""
      let changes = diagnostic.advice?.changes(at: diagnostic.line, of: diagnostic.message) ?? []
      fix = changes.isEmpty ? nil : changes
      said = diagnostic.message
    }
  }

  /// The report on a lab that cannot be read, or that has mistakes of its author's.
  ///
  /// - Parameters:
  ///   - asked: the lab as it was asked for.
  ///   - failure: what is wrong.
  ///   - language: the language of its messages.
  init(on asked: String, _ failure: Failure, in language: Language) {
    lab = asked
    verdict = .error
    standing = .error
    quick = false
    cells = []
    experiments = []
    let messages =
      failure.diagnostics.isEmpty
      ? [Diagnostic(.error, file: asked, line: 0, failure.phrase)] : failure.diagnostics
    diagnostics = messages.map { Message($0, in: language) }
    printed = ""
    (sandbox, remarks, changes) = (nil, [], [])
  }

  /// - Parameters:
  ///   - report: what was found out.
  ///   - language: the language of its messages.
  init(_ report: LabReport, in language: Language) {
    lab = report.lab
    verdict = report.verdict.inFirstForm
    standing = report.verdict
    quick = report.quick != nil
    cells = report.cells.map { cell in
      Cell(
        id: cell.id, verdict: cell.verdict.inFirstForm,
        checks: cell.checks.map { check in
          Check(
            name: check.name.rawValue, verdict: check.verdict.inFirstForm,
            expected: check.expected?.text(in: language) ?? "",
            measured: check.measured?.text(in: language) ?? "", message: check.message?.text(in: language) ?? "",
            line: check.line,
            said: check.message)
        })
    }
    experiments = report.experiments.map { run in
      Experiment(
        id: run.id, run: run.run, reused: run.reused, seconds: run.seconds, epochs: run.epochs, steps: run.steps,
        steps_of_all: run.quick?.all,
        preparation: run.preparation,
        metrics: Measured(
          loss: run.metrics.loss, accuracy: run.metrics.accuracy, dice: run.metrics.dice,
          mean_dice: run.metrics.meanDice, baseline_accuracy: run.metrics.baselineAccuracy,
          swapped_dice: run.metrics.swappedDice, iou: run.metrics.iou, precision: run.metrics.precision,
          recall: run.metrics.recall, hausdorff95: run.metrics.hausdorff95, background: run.background.map { Score($0) }
        ),
        split: run.split, patients: run.patients, images: run.images.worstFirst.map { Image($0) },
        weights_digest: run.weightsDigest)
    }
    diagnostics = report.diagnostics.map { Message($0, in: language) }
    printed = report.printed
    sandbox = report.sandbox?.rawValue
    remarks = report.remarks.map { Said($0, in: language) }
    changes = report.changes.map { change in
      // The lab's file is known to who asked for it.
      Said(Messages.Message(change.phrase(file: report.file)), in: language)
    }
  }
}

extension Console {
  /// JSON whose texts hold nothing that a terminal would obey: such signs are written as `\\u` escapes, which mean the same.
  private static func escaped(_ json: String) -> String {
    guard TerminalText.harm(in: json.replacing("\n", with: "")) != nil else { return json }
    return json.unicodeScalars.reduce(into: "") { text, scalar in
      if scalar == "\n" || TerminalText.harm(in: String(scalar)) == nil {
        text.unicodeScalars.append(scalar)
      } else {
        for unit in String(scalar).utf16 {
          let digits = String(unit, radix: 16)
          text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
      }
    }
  }

  /// Prints one JSON object, its keys in order.
  func say(json value: some Encodable) {
    let encoder = JSONEncoder.ofReports
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
    guard let text = try? encoder.encode(value) else { preconditionFailure("\(type(of: value)) cannot be encoded") }
    say(verbatim: Self.escaped(String(decoding: text, as: UTF8.self)))
  }
}

extension Verdict {
  /// The verdict in the words of `seglab/report/v1`, which has none for what was only tried: `standing` says that.
  fileprivate var inFirstForm: Verdict { self == .tried ? .passed : self }
}
