internal import Foundation
package import Messages

/// Ends the program on Ctrl-C, with a word on what is kept of the training that was under way; whatever it started ends with it.
package final class Interruption {
  private let signals: HeardSignals

  /// As shells know a program that was ended by this signal.
  private static let status = 128 + SIGINT

  /// - Parameters:
  ///   - console: where to speak.
  ///   - words: what to say, a line each.
  package init(console: Console, words: @escaping @Sendable () -> [any Phrase]) {
    signals = HeardSignals([SIGINT]) {
      for (number, words) in words().enumerated() {
        if number == 0, console.live { console.draw("") }
        console.mention(words)
      }
      exit(Self.status)
    }
  }
}
