internal import Work

/// The items that a worker goes through, and where it is.
struct ItemQueue {
  /// What to do next.
  enum Step {
    /// This item, which is held now.
    case take(number: Int, Lease)
    /// Another is on an item that was asked for.
    case held(number: Int, StandingLease)
    /// Others are on all that is left: look again in a moment.
    case wait
    /// Nothing is left.
    case end
  }

  private let choice: ItemWorker.Choice
  /// All items of the store, by number.
  private(set) var entries: [WorkEntry]
  /// The numbers of those that are looked at in turn; the place of the next one; and those that others are on, for the next turn.
  private var open: [Int]
  private var place = 0
  private var held: [Int] = []
  /// How many are done here at the moment.
  private var inHand = 0

  init(_ choice: ItemWorker.Choice, in store: WorkStore) throws(WorkProblem) {
    self.choice = choice
    entries = try store.entries()
    switch choice {
    case .all: open = Array(entries.indices)
    case .numbers(let range):
      guard entries.indices.contains(range.lowerBound) else {
        throw .noItem(number: range.lowerBound, count: entries.count)
      }
      // Behind the last one there is nothing to do: parts of an array are all of one size.
      open = Array(range.clamped(to: entries.indices))
    }
  }

  /// What to do next.
  ///
  /// - Complexity: what is done is looked at once, what others are on once in each turn.
  mutating func next(in store: WorkStore, _ watch: LeaseWatch) throws(WorkProblem) -> Step {
    while place < open.count {
      let number = open[place]
      place += 1
      switch try store.take(entries[number].id, watch: watch) {
      case .done: break
      case .taken(let lease):
        inHand += 1
        return .take(number: number, lease)
      case .held(let lease):
        if case .numbers = choice, let lease, watch.sawLife(of: entries[number].id, lease) {
          return .held(number: number, lease)
        }
        held.append(number)
      }
    }
    (open, place, held) = (held, 0, [])
    switch choice {
    case .numbers: return open.isEmpty ? .end : .wait
    case .all(stays: false): return .end
    case .all(stays: true):
      // Others may have been handed in meanwhile.
      if store.hasList(at: entries.count) {
        let now = try store.entries()
        if now.count > entries.count {
          open += Array(entries.count..<now.count)
          entries = now
        }
      }
      return open.isEmpty && inHand == 0 ? .end : .wait
    }
  }

  /// Notes that an item is no more in hand.
  mutating func end() { inHand -= 1 }
}
