internal import Diagnostics
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
      let short = CommandPhrase.progressShort(
        percent: progress.stepsDone * 100 / progress.steps, left: progress.secondsLeft)
      let line = ProgressLine(
        name: name, share: Double(progress.stepsDone) / Double(progress.steps), words: words.text(in: console.language),
        short: short.text(in: console.language))
      console.draw(isLast ? "" : line.text(fitting: console.columns - 1))
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

/// A training's progress in one line, as much of it as there is room for.
struct ProgressLine {
  let name: String
  /// How much is done, from 0 to 1.
  let share: Double
  /// All that is known.
  let words: String
  /// The most important of it.
  let short: String

  /// The longest line that takes no more than `columns`: the bar becomes short first, then the words, then the name.
  func text(fitting columns: Int) -> String {
    for rest in [words, short] {
      let room = columns - name.columns - rest.columns - 2
      if room >= 8 { return "\(name) \(bar(min(30, room))) \(rest)" }
      if room >= -1 { return "\(name) \(rest)" }
    }
    let room = columns - short.columns - 2
    guard room >= 3 else { return String(short.prefix(max(0, columns / 2))) }
    var cut = ""
    for character in name where cut.columns + TerminalText.width(of: character) <= room { cut.append(character) }
    return "\(cut)… \(short)"
  }

  private func bar(_ width: Int) -> String {
    let filled = Int(Double(width) * min(1, max(0, share)))
    return String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
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
    let width = max(4, min(30, console.columns - 30))
    let filled = width * done / total
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
    console.draw("\(bar) \(done * 100 / total) %  \(done)/\(total)")
  }
}
