internal import CHost

/// Threads that share out the items of a piece of work.
///
/// What an item computes must depend on its number alone: then the result is the same bits for any number of threads, whoever
/// takes which item. Numbers too small for full precision count as 0 while items run.
public final class WorkerPool {
  /// How many threads work, the caller's among them.
  public let threads: Int
  private let shared: WorkerShared

  /// - Parameter threads: how many threads work, the caller's among them; at least 1. The others end with the pool.
  public init(threads: Int) {
    precondition((1...1024).contains(threads), "a pool has 1 to 1024 threads, not \(threads)")
    self.threads = threads
    shared = WorkerShared(helpers: threads - 1)
    shared.startHelpers()
  }

  deinit { shared.end() }

  /// Calls `body` once for each of `0 ..< items`, several at a time, and returns when all have ended.
  ///
  /// - Parameters:
  ///   - items: how many there are.
  ///   - body: what to do for one; it may run at the same time as others and must not call the pool again.
  public func forEach(_ items: Int, _ body: (_ item: Int) -> Void) {
    forEach(items) { item, _ in body(item) }
  }

  /// As ``forEach(_:_:)-(Int,(Int)->Void)``, for items that need room to work in.
  ///
  /// - Parameters:
  ///   - items: how many there are.
  ///   - body: what to do for one; `worker` in `0 ..< threads` is no other's at the same time, so that room of its own can be told by it. Results
  ///     must not depend on it.
  public func forEach(_ items: Int, _ body: (_ item: Int, _ worker: Int) -> Void) {
    guard items > 0 else { return }
    let mode = seglab_float_mode_fast()
    defer { seglab_float_mode_restore(mode) }
    if threads == 1 || items == 1 {
      for item in 0..<items { body(item, 0) }
    } else {
      withoutActuallyEscaping(body) { shared.run(items, $0) }
    }
  }
}
