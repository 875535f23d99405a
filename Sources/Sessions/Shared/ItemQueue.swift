internal import Work

/// The items that a worker goes through, and where it is. Of a store's list it reads the part that comes next, so that a worker that is to
/// do one item of a hundred thousand reads one line.
struct ItemQueue {
  /// What to do next.
  enum Step {
    /// This item, which is held now.
    case take(number: Int, WorkEntry, Lease)
    /// Another is on an item that was asked for.
    case held(number: Int, StandingLease)
    /// Others are on all that is left: look again in a moment.
    case wait
    /// Nothing is left.
    case end
  }

  private typealias Place = (number: Int, entry: WorkEntry)

  private let choice: ItemWorker.Choice
  /// The numbers of those that were not looked at yet, and the next of them as the store lists them.
  private var fresh: Range<Int>
  private var read: ArraySlice<WorkEntry> = []
  /// Those that others were on in the turn before, the place of the next of them, and those that others are on, for the next turn.
  private var again: [Place] = []
  private var place = 0
  private var held: [Place] = []
  /// How many are done here at the moment.
  private var inHand = 0
  /// How often an item that was taken here was lost.
  private var losses: [Int: Int] = [:]
  /// Items of which something is not to be seen: since when, and when they are looked at again.
  private var waits: [Int: (since: SuspendingClock.Instant, next: SuspendingClock.Instant)] = [:]

  /// How many entries are read at a time.
  private static let mostRead = 1024

  init(_ choice: ItemWorker.Choice, in store: WorkStore) throws(WorkProblem) {
    self.choice = choice
    let count = try store.count()
    switch choice {
    case .all: fresh = 0..<count
    case .numbers(let range):
      guard range.lowerBound < count else { throw .noItem(number: range.lowerBound, count: count) }
      // Behind the last one there is nothing to do: parts of an array are all of one size.
      fresh = range.clamped(to: 0..<count)
    }
  }

  /// What to do next.
  ///
  /// - Complexity: what is done is looked at once, what others are on once in each turn.
  mutating func next(in store: WorkStore, _ watch: LeaseWatch) throws(WorkProblem) -> Step {
    while let (number, entry) = try following(in: store) {
      if let next = waits[number]?.next, next > .now {
        held.append((number, entry))
        continue
      }
      switch try store.take(entry.id, watch: watch) {
      case .done: break
      case .taken(let lease):
        inHand += 1
        return .take(number: number, entry, lease)
      case .held(let lease):
        if case .numbers = choice, let lease, watch.sawLife(of: entry.id, lease) {
          return .held(number: number, lease)
        }
        held.append((number, entry))
      }
    }
    (again, place, held) = (held, 0, [])
    switch choice {
    case .numbers: return again.isEmpty ? .end : .wait
    case .all(stays: false):
      // Others do what they are on.
      again.removeAll { waits[$0.number] == nil }
      return again.isEmpty ? .end : .wait
    case .all(stays: true):
      // Others may have been handed in meanwhile.
      fresh = fresh.upperBound..<max(fresh.upperBound, try store.count())
      return again.isEmpty && fresh.isEmpty && inHand == 0 ? .end : .wait
    }
  }

  /// The item that is looked at next in this turn; nil where it is over.
  private mutating func following(in store: WorkStore) throws(WorkProblem) -> Place? {
    if place < again.count {
      place += 1
      return again[place - 1]
    }
    if read.isEmpty, !fresh.isEmpty {
      let next = fresh.lowerBound..<min(fresh.lowerBound + Self.mostRead, fresh.upperBound)
      read = try store.entries(next)[...]
    }
    guard let entry = read.popFirst() else { return nil }
    defer { fresh = fresh.lowerBound + 1..<fresh.upperBound }
    return (fresh.lowerBound, entry)
  }

  /// Notes that an item in hand is no longer this worker's: whoever has it now may end, too, so it is looked at again in the next turn.
  ///
  /// - Returns: whether it is; not where it was lost too often.
  mutating func lost(_ number: Int, _ entry: WorkEntry) -> Bool {
    losses[number, default: 0] += 1
    guard losses[number, default: 0] < ItemWorker.mostLosses else { return false }
    held.append((number, entry))
    return true
  }

  /// Notes that something of an item in hand is not to be seen: a file system may show it a minute later.
  ///
  /// - Parameters:
  ///   - number: its number.
  ///   - entry: the item.
  ///   - seconds: how long that may take.
  /// - Returns: whether it is looked at again; not where it took so long.
  mutating func unseen(_ number: Int, _ entry: WorkEntry, patience seconds: Double) -> Bool {
    let now = SuspendingClock.now
    let since = waits[number]?.since ?? now
    guard now - since < .seconds(seconds) else {
      waits[number] = nil
      return false
    }
    waits[number] = (since, now + .seconds(seconds / 8))
    held.append((number, entry))
    return true
  }

  /// Notes that an item is no more in hand.
  mutating func end() { inHand -= 1 }
}
