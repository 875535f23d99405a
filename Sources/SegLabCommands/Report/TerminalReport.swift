internal import Checking
internal import Diagnostics
internal import Labs
internal import Messages
internal import Networks

/// Shows a report on a terminal: messages on the lab's lines first, then a line for each check, the trainings, and what is next.
struct TerminalReport {
  let lab: Lab
  let report: LabReport
  let console: Console

  func show() {
    showPrinted()
    let source = SourceText(lab.text)
    for diagnostic in report.diagnostics {
      console.say(console.renderer.text(of: diagnostic, in: source))
      console.say("")
    }
    if report.moreDiagnostics > 0 { console.say(ReportPhrase.moreMessages(count: report.moreDiagnostics)) }
    for change in report.changes { console.say(change.phrase(file: lab.file)) }
    for experiment in report.experiments { show(experiment) }
    ExperimentTable(lab: lab, report: report, console: console).show()
    for cell in report.cells { show(cell) }
    console.say("")
    let passed = report.cells.count { $0.verdict == .passed }
    if report.verdict == .passed {
      console.say(CommandPhrase.labPassed(title: lab.title))
    } else if let next = report.cells.first(where: { $0.verdict != .passed && $0.verdict != .blocked }) {
      console.say(CommandPhrase.labNotYet(passed: passed, cells: report.cells.count, next: next.id))
    }
  }

  private func showPrinted() {
    guard !report.printed.isEmpty else { return }
    console.say(console.styled(CommandPhrase.printed.text(in: console.language), .faint))
    for line in report.printed.split(separator: "\n", omittingEmptySubsequences: false) { console.say("  \(line)") }
    console.say("")
  }

  private func show(_ experiment: ExperimentReport) {
    console.say(
      experiment.reused
        ? CommandPhrase.reused(experiment: experiment.id, run: experiment.run)
        : CommandPhrase.trained(
          experiment: experiment.id, steps: experiment.steps, seconds: experiment.seconds, run: experiment.run))
    console.say(
      CommandPhrase.dataUsed(
        name: experiment.dataset, training: experiment.trainingImages, validation: experiment.validationImages,
        split: experiment.split))
    if !experiment.preparation.isEmpty { console.say(CommandPhrase.prepared(steps: experiment.preparation)) }
    let metrics = experiment.metrics
    console.say(
      CommandPhrase.measured(
        accuracy: metrics.accuracy, baseline: metrics.baselineAccuracy, dice: metrics.dice, loss: metrics.loss))
    console.say(
      console.styled(CommandPhrase.weights(digest: experiment.weightsDigest).text(in: console.language), .faint))
    console.say("")
  }

  private func show(_ cell: CellReport) {
    console.say("\(console.mark(of: cell.verdict))  \(console.styled(cell.id, .bold))")
    let said = Set(report.diagnostics.map(\.message))
    for check in cell.checks {
      var head = "  \(console.mark(of: check.verdict))  \(check.name.rawValue)"
      if check.expected != nil || check.measured != nil {
        head += "  \(check.measured?.text ?? "–")"
        if let expected = check.expected { head += console.styled("  (\(expected.text))", .faint) }
      }
      console.say(head)
      // What a diagnostic above already says is not said twice.
      guard let message = check.message, check.verdict != .blocked, !said.contains(message) else {
        continue
      }
      // Those two speak of messages above, which have places of their own.
      let hasPlace = check.verdict != .passed && check.line > 0 && ![.holes, .compiles].contains(check.name)
      let place = hasPlace ? "\(lab.file):\(check.line): " : ""
      let text = message.text(in: console.language)
      // A justification is the author's prose.
      let words = check.name == .answer ? console.prose(text) : text
      for (number, line) in words.split(separator: "\n").enumerated() {
        console.say("      \(number == 0 ? place : "")\(line)")
      }
    }
  }
}
