internal import Foundation
internal import Synchronization

/// What happened, each with its number: a page asks for all since the last that it saw.
///
/// A log keeps its newest events only; who asks for older ones is told to look at the whole anew.
public final class EventLog: Sendable {
  /// One thing that happened.
  struct Event: Sendable {
    let number: Int
    let kind: String
    /// What happened, as JSON in one line.
    let data: [UInt8]
    /// What it says anew: only the newest event of a topic is kept.
    let topic: String?
  }

  private struct State {
    var events: [Event] = []
    var last = 0
    /// The last event that was let go for want of room.
    var dropped = 0
    var listeners: [Int: AsyncStream<Void>.Continuation] = [:]
    var nextListener = 0
  }

  /// What tells this log from one of a server that was started again.
  public let name: String
  private let most: Int
  private let mostBytes: Int
  private let state = Mutex(State())

  /// - Parameters:
  ///   - most: how many events are kept.
  ///   - mostBytes: how many bytes they have together, at most.
  public init(most: Int = 2000, mostBytes: Int = 16 << 20) {
    (self.most, self.mostBytes) = (most, mostBytes)
    name = String(UInt64.random(in: 0 ... .max), radix: 36)
  }

  /// The number of the last event.
  public var last: Int { state.withLock { $0.last } }

  /// Where this log is now, as a browser asks for all that comes after it.
  var position: String { "\(name).\(last)" }

  /// Adds an event and wakes who waits for it.
  ///
  /// - Parameters:
  ///   - kind: what kind of thing happened.
  ///   - value: what happened.
  ///   - topic: what it says anew: older events of the same topic are forgotten.
  public func add(_ kind: String, _ value: some Encodable, topic: String? = nil) {
    let data = JSONText.bytes(of: value)
    let listeners = state.withLock { state in
      state.last += 1
      if let topic { state.events.removeAll { $0.topic == topic } }
      state.events.append(Event(number: state.last, kind: kind, data: data, topic: topic))
      var bytes = state.events.reduce(0) { $0 + $1.data.count }
      while state.events.count > most || bytes > mostBytes && state.events.count > 1 {
        let event = state.events.removeFirst()
        bytes -= event.data.count
        state.dropped = event.number
      }
      return Array(state.listeners.values)
    }
    for listener in listeners { listener.yield() }
  }

  /// The events after one of a number; nil where some that mattered are no longer kept.
  func events(since number: Int) -> [Event]? {
    state.withLock { state in
      guard number >= state.dropped, number <= state.last else { return nil }
      return state.events.filter { $0.number > number }
    }
  }

  /// How many are listening.
  public var listeners: Int { state.withLock { $0.listeners.count } }

  /// Something that is rung at each event until it is let go.
  func bell() -> (number: Int, rings: AsyncStream<Void>) {
    let (stream, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
    let number = state.withLock { state in
      state.nextListener += 1
      state.listeners[state.nextListener] = continuation
      return state.nextListener
    }
    return (number, stream)
  }

  /// Lets a bell go.
  func release(_ bell: Int) {
    let bell = state.withLock { $0.listeners.removeValue(forKey: bell) }
    bell?.finish()
  }

  /// Rings without an event, so that a line that is dead is known to be.
  public func ring() {
    for listener in state.withLock({ Array($0.listeners.values) }) { listener.yield() }
  }
}

/// The events of a log from a number on, as a browser reads them (`text/event-stream`).
public final class EventFeed: Sendable {
  private struct State {
    var number: Int
    var hasBegun = false
  }

  private let log: EventLog
  private let state: Mutex<State>
  private let bell: (number: Int, rings: AsyncStream<Void>)
  private let onEnd: @Sendable () -> Void

  /// - Parameters:
  ///   - log: the log.
  ///   - name: the log that the browser knows; what it saw of another means nothing.
  ///   - number: the last event that the browser saw.
  ///   - onEnd: told when the browser went away.
  public init(
    _ log: EventLog, ofLog name: String?, since number: Int, onEnd: @escaping @Sendable () -> Void = {}
  ) {
    self.log = log
    self.onEnd = onEnd
    bell = log.bell()
    // Of another log nothing is known: a number that is never reached.
    state = Mutex(State(number: name == log.name ? number : -1))
  }

  deinit {
    log.release(bell.number)
    onEnd()
  }

  /// The next bytes; they wait for something to happen.
  ///
  /// - Returns: nil where there will be no more.
  func next() async -> [UInt8]? {
    let isFirst = state.withLock { state in
      defer { state.hasBegun = true }
      return !state.hasBegun
    }
    if isFirst {
      if let bytes = due() { return bytes }
      return Array(": here\n\n".utf8)
    }
    for await _ in bell.rings { return due() ?? Array(": here\n\n".utf8) }
    return nil
  }

  /// What is to be told; nil where nothing is.
  private func due() -> [UInt8]? {
    state.withLock { state in
      guard let events = log.events(since: state.number) else {
        state.number = log.last
        return Self.text("reset", Array("{}".utf8), number: state.number, log: log.name)
      }
      guard let last = events.last else { return nil }
      state.number = last.number
      return events.flatMap { Self.text($0.kind, $0.data, number: $0.number, log: log.name) }
    }
  }

  private static func text(_ kind: String, _ data: [UInt8], number: Int, log: String) -> [UInt8] {
    Array("id: \(log).\(number)\nevent: \(kind)\ndata: ".utf8) + data + Array("\n\n".utf8)
  }
}
