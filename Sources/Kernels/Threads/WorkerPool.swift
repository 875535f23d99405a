internal import CHost
internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

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

/// What a pool and its helper threads have in common.
///
/// A piece of work is opened by a new turn. Helpers look for one in a short loop, since the next piece usually comes within
/// microseconds, and then sleep. The caller works too, closes the piece when no item is left, and waits only for the helpers that
/// joined: on a busy machine one that was never given a processor in time holds nobody up.
final class WorkerShared: @unchecked Sendable {
  private let helpers: Int
  private var handles: [pthread_t] = []
  private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let opened = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private let ended = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

  /// The turn, whether it is open, and how many helpers are at work on it; one number, so that none joins what has been closed.
  private let gate = Atomic<UInt64>(0)
  /// In ``gate``: the helpers at work are counted below this.
  private static let open: UInt64 = 1 << 16
  /// In ``gate``: turns are counted from here.
  private static let turn: UInt64 = 1 << 17
  /// Whether the pool has come to its end.
  private let isOver = Atomic<Bool>(false)
  /// How many helpers sleep.
  private let sleepers = Atomic<Int>(0)
  /// Whether the caller sleeps.
  private let callerSleeps = Atomic<Bool>(false)
  /// The next item to take.
  private let next = Atomic<Int>(0)
  /// The current piece, written before ``gate`` is opened and read after it has been passed.
  private var items = 0
  private var body: ((Int, Int) -> Void)?
  /// How many helpers have taken their number.
  private let numbered = Atomic<Int>(0)

  /// How often a thread looks before it sleeps: some 50 microseconds.
  private static let looks = 2_000

  init(helpers: Int) {
    self.helpers = helpers
    pthread_mutex_init(lock, nil)
    pthread_cond_init(opened, nil)
    pthread_cond_init(ended, nil)
  }

  deinit {
    pthread_cond_destroy(ended)
    pthread_cond_destroy(opened)
    pthread_mutex_destroy(lock)
    ended.deallocate()
    opened.deallocate()
    lock.deallocate()
  }

  func startHelpers() {
    for _ in 0..<helpers {
      var handle = pthread_t()
      let context = Unmanaged.passRetained(self)
      let failure = pthread_create(
        &handle, nil,
        { argument in
          guard let argument else { return nil }
          Unmanaged<WorkerShared>.fromOpaque(argument).takeRetainedValue().help()
          return nil
        }, context.toOpaque())
      precondition(failure == 0, "the system starts no further thread: error \(failure)")
      handles.append(handle)
    }
  }

  func end() {
    isOver.store(true, ordering: .sequentiallyConsistent)
    wakeHelpers()
    for handle in handles { pthread_join(handle, nil) }
  }

  func run(_ items: Int, _ body: @escaping (_ item: Int, _ worker: Int) -> Void) {
    let before = gate.load(ordering: .acquiring)
    precondition(before & (Self.turn - 1) == 0, "a piece of work must not start another of \(items) items")
    self.items = items
    self.body = body
    next.store(0, ordering: .relaxed)
    gate.store((before &+ Self.turn) | Self.open, ordering: .sequentiallyConsistent)
    wakeHelpers()
    takeItems(of: items, as: 0, body)
    gate.wrappingSubtract(Self.open, ordering: .sequentiallyConsistent)
    awaitHelpers()
    self.body = nil
  }

  /// Wakes the helpers that sleep. One that is about to has counted itself before its last look, so none is missed.
  private func wakeHelpers() {
    guard sleepers.load(ordering: .sequentiallyConsistent) > 0 else { return }
    pthread_mutex_lock(lock)
    pthread_cond_broadcast(opened)
    pthread_mutex_unlock(lock)
  }

  /// How many helpers are at work.
  private var busy: UInt64 { gate.load(ordering: .sequentiallyConsistent) & (Self.open - 1) }

  private func awaitHelpers() {
    for _ in 0..<Self.looks {
      if busy == 0 { return }
      seglab_cpu_pause()
    }
    // Whoever spins here keeps a processor from the very thread that is waited for.
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    callerSleeps.store(true, ordering: .sequentiallyConsistent)
    while busy > 0 { pthread_cond_wait(ended, lock) }
    callerSleeps.store(false, ordering: .sequentiallyConsistent)
  }

  private func takeItems(of items: Int, as worker: Int, _ body: (Int, Int) -> Void) {
    while true {
      let item = next.wrappingAdd(1, ordering: .relaxed).oldValue
      guard item < items else { return }
      body(item, worker)
    }
  }

  private func help() {
    _ = seglab_float_mode_fast()
    let worker = numbered.wrappingAdd(1, ordering: .relaxed).newValue
    var seen: UInt64 = 0
    while let turn = join(after: seen) {
      seen = turn
      if let body { takeItems(of: items, as: worker, body) }
      let left = gate.wrappingSubtract(1, ordering: .sequentiallyConsistent).newValue
      guard left & (Self.open - 1) == 0, callerSleeps.load(ordering: .sequentiallyConsistent) else { continue }
      pthread_mutex_lock(lock)
      pthread_cond_signal(ended)
      pthread_mutex_unlock(lock)
    }
  }

  /// Waits for an open piece and joins it.
  ///
  /// - Parameter seen: the last turn that was joined, which has nothing left to do.
  /// - Returns: the turn; nil once the pool ends.
  private func join(after seen: UInt64) -> UInt64? {
    while true {
      var looks = 0
      while looks < Self.looks {
        if let turn = tryToJoin(after: seen) { return turn }
        if isOver.load(ordering: .acquiring) { return nil }
        seglab_cpu_pause()
        looks += 1
      }
      pthread_mutex_lock(lock)
      sleepers.wrappingAdd(1, ordering: .sequentiallyConsistent)
      while !isOver.load(ordering: .sequentiallyConsistent), !isOpen(after: seen) { pthread_cond_wait(opened, lock) }
      sleepers.wrappingSubtract(1, ordering: .sequentiallyConsistent)
      pthread_mutex_unlock(lock)
    }
  }

  private func isOpen(after seen: UInt64) -> Bool {
    let now = gate.load(ordering: .sequentiallyConsistent)
    return now & Self.open != 0 && now / Self.turn != seen
  }

  private func tryToJoin(after seen: UInt64) -> UInt64? {
    var now = gate.load(ordering: .acquiring)
    while now & Self.open != 0, now / Self.turn != seen {
      let (exchanged, original) = gate.compareExchange(
        expected: now, desired: now + 1, ordering: .sequentiallyConsistent)
      if exchanged { return now / Self.turn }
      now = original
    }
    return nil
  }
}
