internal import Experiments
internal import Foundation
internal import Messages
internal import Networks
internal import Synchronization

/// Shows what happens while networks train: a progress bar, and the course's own lines where they are wanted.
///
/// What happens comes from the thread that listens to the judge, one thing after the other.
final class TrainingViewer: Sendable {
  private let console: Console
  private let state: Mutex<State>

  private struct State {
    var bar: ProgressBar
    var classic: ClassicPrinter?
  }

  /// - Parameters:
  ///   - console: where to speak.
  ///   - classic: whether the course's own lines are wanted.
  ///   - classicOnErrors: whether those go beside the result, because the result is for a program.
  init(console: Console, classic: Bool, classicOnErrors: Bool) {
    self.console = console
    let printer = ClassicPrinter { line in
      if classicOnErrors { console.mention(line) } else { console.say(line) }
    }
    state = Mutex(State(bar: ProgressBar(console: console), classic: classic ? printer : nil))
  }

  /// Shows one event.
  func show(_ event: LaboratoryEvent) {
    state.withLock { state in
      switch event {
      case .note(let message): console.mention(message.phrase)
      case .began(let name, let number, let count): state.bar.name(count > 1 ? "\(name) \(number)/\(count)" : name)
      case .step(let progress):
        // Lines of the course would tear the drawn bar apart; they say the same.
        if state.classic == nil { state.bar.show(progress) } else { state.classic?.show(progress.point) }
      case .overBudget(let seconds, let limit): console.mention(SummaryPhrase.overTime(seconds: seconds, limit: limit))
      case .ended(let end, let dataset): state.classic?.show(end: end, source: dataset)
      }
    }
  }
}

/// Prints a training in the lines that the course's own programs print.
struct ClassicPrinter {
  let say: @Sendable (String) -> Void
  private var last = ContinuousClock.now

  /// - Parameter say: takes a line.
  init(say: @escaping @Sendable (String) -> Void) { self.say = say }

  /// Every hundredth step, from the first: its loss, and how long it took.
  mutating func show(_ point: HistoryPoint) {
    let now = ContinuousClock.now
    defer { last = now }
    guard point.step % 100 == 0 else { return }
    let seconds = (now - last) / .seconds(1)
    say("OUTPUT: Step \(point.step): loss = \(point.loss.places(3)) (\(seconds.places(3)) sec)")
  }

  /// What was measured at the end.
  func show(end record: TrainingEnd, source: String) {
    let format = DateFormatter()
    format.locale = Locale(identifier: "en_US_POSIX")
    format.dateFormat = "yyyy-MM-dd HH:mm:ss.SSSSSS"
    let time = format.string(from: Date(timeIntervalSince1970: record.ended))
    say("OUTPUT: Done training for \(record.epochs) epochs, \(record.steps) steps.")
    say("OUTPUT: \(time): accuracy = \(record.metrics.accuracy.places(3))")
    say("OUTPUT: \(time): Dice metric = \(record.metrics.dice.places(3))")
    say("OUTPUT: \(record.validationImages) images evaluated from file \(source)")
  }
}
