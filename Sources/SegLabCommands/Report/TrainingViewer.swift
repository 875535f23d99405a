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
    var name = ""
    /// The experiment whose length was told.
    var announced = ""
    /// How far the training is that is under way; nil while none is.
    var progress: TrainingProgress?
    /// The last step that is on the disk; nil where none is.
    var kept: Int?
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
      case .began(let name, let number, let count):
        state.name = count > 1 ? "\(name) \(number)/\(count)" : name
        (state.progress, state.kept) = (nil, nil)
        state.bar.name(state.name)
      case .forecast(let seconds, let trainings):
        // Of a sweep, all trainings were told of with the first.
        let experiment = String(state.name.prefix { $0 != " " })
        guard state.announced != experiment else { return }
        state.announced = experiment
        console.mention(StandingPhrase.takesLong(training: experiment, seconds: seconds, trainings: trainings))
      case .checkpoint(let step): state.kept = step
      case .run, .validated, .histograms, .preview, .member, .missing, .failed: break
      case .step(let progress):
        state.progress = progress
        // Lines of the course would tear the drawn bar apart; they say the same.
        if state.classic == nil { state.bar.show(progress) } else { state.classic?.show(progress.point) }
      case .overBudget(let seconds, let limit):
        console.mention(SummaryPhrase.overTime(training: state.name, seconds: seconds, limit: limit))
      case .ended(let end, let dataset):
        (state.progress, state.kept) = (nil, nil)
        state.classic?.show(end: end, source: dataset)
      }
    }
  }

  /// What to say of the training that is under way, if it is stopped now; nil while none is.
  var interruption: StandingPhrase? {
    state.withLock { state in
      state.progress.map { progress in
        .stopped(training: state.name, step: progress.stepsDone, steps: progress.steps, kept: state.kept)
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
