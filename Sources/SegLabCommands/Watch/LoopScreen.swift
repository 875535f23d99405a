internal import Checking
internal import Courses
internal import Diagnostics
internal import Foundation
internal import Labs
internal import Messages
internal import Networks
internal import Sessions

/// What the loop says of a lab: the cell that was saved, or else the next thing to do, first; then what each cell has come to.
struct LoopScreen {
  let console: Console

  /// Shows what a lab has come to.
  func show(_ checked: CourseSession.Checked) {
    let (lab, report) = (checked.lab, checked.report)
    console.say("\(console.styled(lab.title, .bold))  \(console.styled(lab.file, .faint))")
    console.say("")
    for cell in checked.right { show(right: cell) }
    if let next = checked.next {
      show(next, in: lab)
    } else if let quick = report.quick {
      console.say(quick.phrase(lab: lab.id))
      console.say(StandingPhrase.tried(title: lab.title))
      if let next = checked.nextLab { console.say(LoopPhrase.nextLab(title: next.title, file: next.file)) }
    } else {
      showEnd(of: lab, next: checked.nextLab)
    }
    for change in report.changes { console.say(change.phrase(file: lab.file)) }
    console.say("")
    for cell in report.cells { console.say("  \(console.mark(of: cell.verdict))  \(cell.id)", hanging: 4) }
    // What a question asks for is not shown before it is answered.
    let shown = report.experiments.filter { lab.openQuestion(before: $0.id) == nil }
    guard !shown.isEmpty else { return }
    console.say("")
    for experiment in shown { show(experiment) }
  }

  private func show(_ next: NextStep, in lab: Lab) {
    let source = SourceText(lab.text)
    for diagnostic in next.diagnostics {
      console.say(console.renderer.text(of: diagnostic, in: source))
      console.say("")
    }
    let place = next.check.line > 0 && next.diagnostics.isEmpty ? "  \(lab.file):\(next.check.line)" : ""
    let words = LoopPhrase.next(cell: next.cell, stage: next.check.name.stage).text(in: console.language)
    console.say(console.styled(words, .bold) + console.styled(place, .faint))
    // What a message above says word for word is not said again.
    let said = next.diagnostics.contains { $0.message == next.check.message }
    if let message = next.check.message, !said {
      for line in message.text(in: console.language).split(separator: "\n", omittingEmptySubsequences: false) {
        console.say("  " + (next.check.name == .answer ? console.prose(String(line)) : String(line)), hanging: 0)
      }
    }
  }

  /// An answer that is right, and why.
  private func show(right cell: CellReport) {
    console.say("\(console.mark(of: cell.verdict))  \(console.styled(cell.id, .bold))")
    for check in cell.checks {
      guard check.name == .answer, let why = check.message else { continue }
      for line in TerminalText.unfolded(why.text(in: console.language)) {
        console.say("  " + console.prose(line), hanging: 0)
      }
    }
    console.say("")
  }

  private func showEnd(of lab: Lab, next: CourseSession.NextLab?) {
    console.say(console.styled(CommandPhrase.labPassed(title: lab.title).text(in: console.language), .bold))
    if let next {
      console.say(LoopPhrase.nextLab(title: next.title, file: next.file))
    } else {
      console.say(LoopPhrase.coursePassed)
    }
  }

  private func show(_ experiment: ExperimentReport) {
    let words = CommandPhrase.measured(
      experiment: experiment.id, accuracy: experiment.metrics.accuracy, baseline: experiment.metrics.baselineAccuracy,
      dice: experiment.metrics.dice, loss: experiment.metrics.loss)
    console.say("    " + words.text(in: console.language), hanging: 0)
  }
}
