internal import Experiments
internal import Networks
internal import Phrases

/// Shows what happens while networks train: a progress bar, and the course's own lines where they are wanted.
final class TrainingViewer {
  private let console: Console
  private var bar: ProgressBar
  private var classic: ClassicPrinter?

  /// - Parameters:
  ///   - console: where to speak.
  ///   - classic: whether the course's own lines are wanted.
  ///   - classicOnErrors: whether those go beside the result, because the result is for a program.
  init(console: Console, classic: Bool, classicOnErrors: Bool) {
    self.console = console
    bar = ProgressBar(console: console)
    if classic {
      self.classic = ClassicPrinter { line in
        if classicOnErrors { console.mention(line) } else { console.say(line) }
      }
    }
  }

  /// Shows one event.
  func show(_ event: LaboratoryEvent) {
    switch event {
    case .note(let words): console.mention(words)
    case .began(let name, let number, let count): bar.name(count > 1 ? "\(name) \(number)/\(count)" : name)
    case .step(let progress):
      // Lines of the course would tear the drawn bar apart; they say the same.
      if classic == nil { bar.show(progress) } else { classic?.show(progress.point) }
    case .overBudget(let seconds, let limit): console.mention(SummaryPhrase.overTime(seconds: seconds, limit: limit))
    case .ended(let record, let dataset): classic?.show(end: record, source: dataset)
    }
  }
}
