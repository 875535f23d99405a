internal import Dispatch
internal import Foundation

/// Signals that do something instead of ending the program, as long as this lives.
final class HeardSignals {
  private let numbers: [Int32]
  private let sources: [any DispatchSourceSignal]

  /// - Parameters:
  ///   - numbers: the signals.
  ///   - body: what they do.
  init(_ numbers: [Int32], _ body: @escaping @Sendable () -> Void) {
    self.numbers = numbers
    sources = numbers.map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { body() }
      source.resume()
      return source
    }
  }

  deinit {
    for source in sources { source.cancel() }
    for number in numbers { signal(number, SIG_DFL) }
  }
}
