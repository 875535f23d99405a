internal import Checking
internal import Diagnostics
internal import Labs
internal import Messages
internal import Networks

/// Shows a report on a terminal, part by part as it comes: messages on the lab's lines first, then a line for each check and the trainings, and
/// at the end what is next.
struct TerminalReport {
  let lab: Lab
  let console: Console

  /// Shows what a part of a report says, or all of one that is whole.
  func show(_ part: LabReport) {
    showMessages(of: part)
    let isFirst = part.cells.contains { $0.kind != .experiment }
    if isFirst { for change in part.changes { console.say(change.phrase(file: lab.file)) } }
    for cell in part.cells where cell.kind != .experiment {
      show(cell, said: part.diagnostics)
      showChanges(of: cell, in: part)
    }
    for cell in part.cells where cell.kind == .experiment {
      console.say("")
      let run = part.experiments.first { $0.id == cell.id }
      if run != nil, let question = lab.openQuestion(before: cell.id) {
        console.say("\(cell.id): " + ScorePhrase.withheld(question: question).text(in: console.language))
        continue
      }
      if let run { RunText(run, lab: lab, console: console).show() }
      show(cell, said: part.diagnostics)
      showChanges(of: cell, in: part)
    }
  }

  /// Says at a cell that what is asked of it is not as the course has it, where its verdict stands.
  private func showChanges(of cell: CellReport, in report: LabReport) {
    for change in report.changes where change.part == .checks && change.name == cell.id {
      console.say("      " + change.phrase(file: lab.file).text(in: console.language))
    }
  }

  /// Shows what the whole report comes to, after its parts.
  func finish(_ report: LabReport) {
    ExperimentTable(lab: lab, report: report, console: console).show()
    console.say("")
    if let quick = report.quick {
      console.say(console.styled(quick.phrase(lab: report.lab).text(in: console.language), .bold))
    }
    switch report.verdict {
    case .passed: console.say(CommandPhrase.labPassed(title: lab.title))
    case .tried: console.say(StandingPhrase.tried(title: lab.title))
    case .notYet, .notAttempted, .blocked, .error:
      guard let next = report.cells.first(where: { !$0.verdict.isRight && $0.verdict != .blocked }) else { return }
      let line = next.checks.first { !$0.verdict.isRight }?.line ?? 0
      console.say(
        CommandPhrase.labNotYet(
          passed: report.passed, cells: report.cells.count, next: next.id,
          place: line > 0 ? "\(lab.file):\(line)" : lab.file))
    }
  }

  private func showMessages(of report: LabReport) {
    if !report.printed.isEmpty, report.cells.contains(where: { $0.kind != .experiment }) {
      console.say(console.styled(CommandPhrase.printed.text(in: console.language), .faint))
      for line in report.printed.split(separator: "\n", omittingEmptySubsequences: false) { console.say("  \(line)") }
      console.say("")
    }
    console.show(DiagnosticList(report.diagnostics), in: SourceText(lab.text))
    if report.moreDiagnostics > 0 { console.say(ReportPhrase.moreMessages(count: report.moreDiagnostics)) }
  }

  private func show(_ cell: CellReport, said diagnostics: [Diagnostic]) {
    console.say("\(console.mark(of: cell.verdict))  \(console.styled(cell.id, .bold))")
    let said = Set(diagnostics.map(\.message))
    for check in cell.checks where isTelling(check, in: cell) {
      if check.verdict != .blocked { console.say(head(of: check)) }
      // What a diagnostic above already says is not said twice.
      guard let message = check.message, !said.contains(message) else { continue }
      // Those two speak of messages above, which have places of their own.
      let hasPlace =
        !check.verdict.isRight && check.verdict != .blocked && check.line > 0
        && ![.holes, .compiles].contains(check.name)
      let place = hasPlace ? "\(lab.file):\(check.line): " : ""
      let text = message.text(in: console.language)
      // A justification is the author's prose.
      let words = check.name == .answer ? console.prose(text) : text
      for (number, line) in words.split(separator: "\n").enumerated() {
        console.say("      \(number == 0 ? place : "")\(line)")
      }
    }
  }

  /// Whether a check tells more than the verdict on its cell does: not what waits for another, but for the reason that the whole cell waits,
  /// nor that there are no holes and no errors.
  private func isTelling(_ check: CheckResult, in cell: CellReport) -> Bool {
    switch check.verdict {
    case .blocked: cell.verdict == .blocked && check == cell.checks.first
    case .passed, .tried: ![.holes, .compiles, .runs].contains(check.name)
    case .notYet, .notAttempted, .error: true
    }
  }

  private func head(of check: CheckResult) -> String {
    var head = "  \(console.mark(of: check.verdict))  \(check.name.text(in: console.language))"
    guard check.expected != nil || check.measured != nil else { return head }
    if case .calls(let function, let right)? = check.measured, case .calls(_, let all)? = check.expected {
      // So many of so many calls.
      return head + ": \(function) \(right)/\(all)"
    }
    head += ": \(check.measured?.text(in: console.language) ?? "–")"
    // That no hole and no error is to be left goes without saying.
    if [.holes, .compiles].contains(check.name) { return head }
    if let expected = check.expected, expected != check.measured {
      head += console.styled("  (\(expected.text(in: console.language)))", .faint)
    }
    return head
  }
}

/// A training on a terminal: where it comes from, on what, and what was measured.
struct RunText {
  private let run: ExperimentReport
  private let lab: Lab
  private let console: Console

  /// - Parameters:
  ///   - run: the training.
  ///   - lab: the lab that asks for it.
  ///   - console: where to speak.
  init(_ run: ExperimentReport, lab: Lab, console: Console) {
    self.run = run
    self.lab = lab
    self.console = console
  }

  func show() {
    say(
      run.reused
        ? CommandPhrase.reused(experiment: run.id, run: run.run)
        : CommandPhrase.trained(experiment: run.id, steps: run.steps, seconds: run.seconds, run: run.run))
    say(
      CommandPhrase.dataUsed(
        name: run.dataset, training: run.trainingImages, validation: run.validationImages, split: run.split),
      named: true)
    if let quick = run.quick { say(StandingPhrase.quickTraining(steps: quick.steps, all: quick.all), named: true) }
    for phrase in run.patientPhrases { console.say(phrase) }
    if !run.preparation.isEmpty { say(CommandPhrase.prepared(steps: run.preparation), named: true) }
    let metrics = run.metrics
    say(
      CommandPhrase.measured(
        experiment: run.id, accuracy: metrics.accuracy, baseline: metrics.baselineAccuracy, dice: metrics.dice,
        loss: metrics.loss))
    ScoreText(run, console: console).show()
    console.say(
      console.styled(
        "\(run.id): " + CommandPhrase.weights(digest: run.weightsDigest).text(in: console.language), .faint))
  }

  private func say(_ phrase: some Phrase, named: Bool = false) {
    console.say((named ? "\(run.id): " : "") + phrase.text(in: console.language))
  }
}

/// Messages about places in a lab, as many as a person looks at: of the holes the first few, and how many more there are.
struct DiagnosticList {
  private static let mostHoles = 3

  /// What is shown.
  let shown: [Diagnostic]
  /// How many holes are not.
  let hiddenHoles: Int

  /// - Parameter all: the messages in order.
  init(_ all: [Diagnostic]) {
    var (holes, hidden) = (0, 0)
    shown = all.filter { diagnostic in
      guard diagnostic.severity == .hole else { return true }
      holes += 1
      if holes > Self.mostHoles { hidden += 1 }
      return holes <= Self.mostHoles
    }
    hiddenHoles = hidden
  }
}

extension Console {
  /// Shows messages about places in a lab.
  func show(_ list: DiagnosticList, in source: SourceText) {
    for diagnostic in list.shown {
      say(renderer.text(of: diagnostic, in: source))
      say("")
    }
    if list.hiddenHoles > 0 {
      say(StandingPhrase.moreHoles(count: list.hiddenHoles))
      say("")
    }
  }
}
