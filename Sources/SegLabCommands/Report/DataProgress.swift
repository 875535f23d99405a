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
