internal import Foundation
internal import Phrases

/// A training's progress: one line drawn over and over on a terminal, a plain line now and then elsewhere.
struct ProgressBar {
  private let console: Console
  private let total: Int
  private let epochs: Int
  private let started = ContinuousClock.now
  private var lastDrawn: ContinuousClock.Instant?
  private var lastTenth = -1

  /// - Parameters:
  ///   - console: where to speak.
  ///   - total: how many steps there will be.
  ///   - epochs: how many epochs there will be.
  init(console: Console, total: Int, epochs: Int) {
    self.console = console
    self.total = max(total, 1)
    self.epochs = epochs
  }

  /// Shows that `step` (from 1) is done; draws at most ten times a second, or ten plain lines in all.
  mutating func show(step: Int, epoch: Int, loss: Double) {
    let now = ContinuousClock.now
    if console.live {
      if let lastDrawn, now - lastDrawn < .milliseconds(100), step < total { return }
      lastDrawn = now
      let width = max(8, min(30, console.columns - 62))
      let filled = width * step / total
      let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
      console.draw(bar + " " + words(step: step, epoch: epoch, loss: loss, now: now).text(in: console.language))
      if step >= total { console.draw("") }
    } else {
      let tenth = step * 10 / total
      guard tenth > lastTenth else { return }
      lastTenth = tenth
      console.mention(words(step: step, epoch: epoch, loss: loss, now: now))
    }
  }

  private func words(step: Int, epoch: Int, loss: Double, now: ContinuousClock.Instant) -> CommandPhrase {
    let seconds = max((now - started) / .seconds(1), 1e-9)
    let rate = Double(step) / seconds
    return .progress(
      percent: step * 100 / total, epoch: epoch + 1, epochs: epochs, loss: loss, rate: rate,
      left: Double(total - step) / rate)
  }
}
