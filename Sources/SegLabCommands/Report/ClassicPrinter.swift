internal import Experiments
internal import Foundation
internal import Messages
internal import Networks

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
