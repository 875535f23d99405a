internal import Checking
internal import Courses
internal import Diagnostics
internal import Foundation
internal import Labs
internal import Messages
internal import Networks

/// What the loop shows: the lab's cells in one line, the next thing to do, and the keys.
struct LoopScreen {
  let console: Console
  /// Whether keys can be pressed.
  let hasKeys: Bool

  /// Shows what a lab has come to.
  func show(_ report: LabReport, of lab: Lab, next: NextStep?) {
    console.say("")
    console.say("\(console.styled(lab.title, .bold))  \(console.styled(lab.file, .faint))")
    for cell in report.cells { console.say("  \(console.mark(of: cell.verdict))  \(cell.id)") }
    for experiment in report.experiments {
      console.say(
        CommandPhrase.measured(
          accuracy: experiment.metrics.accuracy, baseline: experiment.metrics.baselineAccuracy,
          dice: experiment.metrics.dice, loss: experiment.metrics.loss))
    }
    for change in report.changes { console.say("  " + change.phrase(file: lab.file).text(in: console.language)) }
    console.say("")
    guard let next else {
      console.say(CommandPhrase.labPassed(title: lab.title))
      return showKeys()
    }
    let source = SourceText(lab.text)
    for diagnostic in next.diagnostics {
      console.say(console.renderer.text(of: diagnostic, in: source))
      console.say("")
    }
    console.say(LoopPhrase.next(cell: next.cell, stage: Self.stage(of: next.check.name)))
    // What a message above says word for word is not said again.
    let said = next.diagnostics.contains { $0.message == next.check.message }
    if let message = next.check.message, !said {
      for line in message.text(in: console.language).split(separator: "\n", omittingEmptySubsequences: false) {
        console.say("  \(line)")
      }
    }
    showKeys()
  }

  /// The keys, where there are any.
  func showKeys() {
    if hasKeys { console.mention(console.styled(LoopPhrase.keys.text(in: console.language), .faint)) }
  }

  private static func stage(of check: CheckName) -> LoopPhrase.Stage {
    switch check {
    case .holes: .holes
    case .compiles: .compile
    case .runs, .function: .function
    case .shapesFit, .shape: .shapes
    case .parameters, .budget: .cost
    case .training: .numbers
    case .answer: .answer
    default: .training
    }
  }
}
