internal import Messages
internal import Networks

/// A training's progress: one line drawn over and over on a terminal, a plain line now and then elsewhere.
struct ProgressBar {
  private let console: Console
  private var lastDrawn: ContinuousClock.Instant?
  private var lastTenth = 0
  private var name = ""
  private var isNamed = false

  /// - Parameter console: where to speak.
  init(console: Console) { self.console = console }

  /// Says what the next training is called.
  mutating func name(_ name: String) {
    self.name = name
    (lastTenth, isNamed) = (0, false)
  }

  /// Shows how far a training is; draws at most ten times a second, or ten plain lines in all.
  mutating func show(_ progress: TrainingProgress) {
    let isLast = progress.stepsDone >= progress.steps
    let words = CommandPhrase.progress(
      percent: progress.stepsDone * 100 / progress.steps, epoch: progress.point.epoch + 1, epochs: progress.epochs,
      loss: progress.point.loss, rate: progress.stepsPerSecond, left: progress.secondsLeft)
    if console.live {
      let now = ContinuousClock.now
      if let lastDrawn, now - lastDrawn < .milliseconds(100), !isLast { return }
      lastDrawn = now
      let width = max(8, min(30, console.columns - 63 - name.columns))
      let filled = width * progress.stepsDone / progress.steps
      let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
      console.draw(isLast ? "" : name + " " + bar + " " + words.text(in: console.language))
    } else {
      let tenth = progress.stepsDone * 10 / progress.steps
      guard tenth > lastTenth else { return }
      lastTenth = tenth
      if !isNamed { console.mention(name) }
      isNamed = true
      console.mention(words)
    }
  }
}

/// How far the reading or making of a set is: a line drawn over and over on a terminal, nothing elsewhere.
struct DataProgress {
  private let console: Console
  private var lastDrawn: ContinuousClock.Instant?

  /// - Parameter console: where to speak.
  init(console: Console) { self.console = console }

  /// Shows that `done` of `total` are done; draws at most ten times a second, and nothing once all are.
  mutating func show(_ done: Int, of total: Int) {
    guard console.live, total > 0 else { return }
    let now = ContinuousClock.now
    guard done < total else { return console.draw("") }
    if let lastDrawn, now - lastDrawn < .milliseconds(100) { return }
    lastDrawn = now
    let width = max(8, min(30, console.columns - 30))
    let filled = width * done / total
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
    console.draw("\(bar) \(done * 100 / total) %  \(done)/\(total)")
  }
}
