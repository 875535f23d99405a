internal import CHost
internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// What a pool and its helper threads have in common.
///
/// A piece of work is announced by a new `turn`. Helpers look for one in a short loop, since the next piece usually comes within
/// microseconds, and then sleep. The caller works too, then waits for the helpers that joined.
final class WorkerShared: @unchecked Sendable {
  private let helpers: Int
  private var handles: [pthread_t] = []
  private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let announced = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

  /// The number of pieces announced so far; negative once the pool ends.
  private let turn = Atomic<Int>(0)
  /// The next item to take.
  private let next = Atomic<Int>(0)
  /// How many helpers have not yet ended the current piece.
  private let busy = Atomic<Int>(0)
  /// The current piece, written before `turn` and read after it.
  private var items = 0
  private var body: ((Int, Int) -> Void)?
  /// How many helpers have taken their number.
  private let numbered = Atomic<Int>(0)

  /// How often a helper looks before it sleeps: some 50 microseconds.
  private static let looks = 2_000

  init(helpers: Int) {
    self.helpers = helpers
    pthread_mutex_init(lock, nil)
    pthread_cond_init(announced, nil)
  }

  deinit {
    pthread_cond_destroy(announced)
    pthread_mutex_destroy(lock)
    announced.deallocate()
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
    announce(-1)
    for handle in handles { pthread_join(handle, nil) }
  }

  func run(_ items: Int, _ body: @escaping (_ item: Int, _ worker: Int) -> Void) {
    precondition(busy.load(ordering: .acquiring) == 0, "a piece of work must not start another of \(items) items")
    self.items = items
    self.body = body
    next.store(0, ordering: .relaxed)
    busy.store(helpers, ordering: .relaxed)
    announce(turn.load(ordering: .relaxed) + 1)
    takeItems(of: items, as: 0, body)
    var looks = 0
    while busy.load(ordering: .acquiring) > 0 {
      looks += 1
      if looks < Self.looks { seglab_cpu_pause() } else { sched_yield() }
    }
    self.body = nil
  }

  private func announce(_ value: Int) {
    // Under the lock, so that no helper misses it between its last look and its sleep.
    pthread_mutex_lock(lock)
    turn.store(value, ordering: .releasing)
    pthread_cond_broadcast(announced)
    pthread_mutex_unlock(lock)
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
    var seen = 0
    while true {
      seen = awaitTurn(after: seen)
      guard seen >= 0 else { return }
      if let body { takeItems(of: items, as: worker, body) }
      busy.wrappingSubtract(1, ordering: .releasing)
    }
  }

  private func awaitTurn(after seen: Int) -> Int {
    for _ in 0..<Self.looks {
      let now = turn.load(ordering: .acquiring)
      if now != seen { return now }
      seglab_cpu_pause()
    }
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    while turn.load(ordering: .acquiring) == seen { pthread_cond_wait(announced, lock) }
    return turn.load(ordering: .acquiring)
  }
}
