internal import Dispatch
internal import Synchronization

/// Work on many things that have nothing to do with one another, on all processors.
public enum Parallel {
  /// What `body` makes of each of `0..<count`, in order.
  public static func map<Value: Sendable>(_ count: Int, _ body: @Sendable (Int) -> Value) -> [Value] {
    let made = Mutex<[Value?]>(Array(repeating: nil, count: count))
    DispatchQueue.concurrentPerform(iterations: count) { number in
      let value = body(number)
      made.withLock { $0[number] = value }
    }
    return made.withLock { $0.compactMap(\.self) }
  }
}
