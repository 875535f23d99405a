internal import Experiments
internal import Synchronization

/// Shows what happens in several pieces of work that go on at a time as though one came after the other: of the first all as it happens, of
/// the next what happened so far once that is done, and so on.
final class EventsInTurn: Sendable {
  private struct State {
    var turn: Int
    var waiting: [Int: [LaboratoryEvent]] = [:]
    var ended: Set<Int> = []
    var viewer: (@Sendable (LaboratoryEvent) -> Void)?
  }

  private let state: Mutex<State>
  private let begin: @Sendable (Int) -> @Sendable (LaboratoryEvent) -> Void

  /// - Parameters:
  ///   - first: the number of the first piece of work; the others follow without gaps.
  ///   - begin: called when the turn of a piece of work comes; gives what shows its events.
  init(from first: Int, begin: @escaping @Sendable (Int) -> @Sendable (LaboratoryEvent) -> Void) {
    self.begin = begin
    state = Mutex(State(turn: first))
  }

  /// Something happened in a piece of work; nil where it begins.
  func tell(_ event: LaboratoryEvent?, of number: Int) {
    state.withLock { state in
      guard number == state.turn else {
        if let event { state.waiting[number, default: []].append(event) }
        return
      }
      show(event.map { [$0] } ?? [], &state)
    }
  }

  /// A piece of work is done.
  func end(_ number: Int) {
    state.withLock { state in
      state.ended.insert(number)
      while state.ended.contains(state.turn) {
        state.turn += 1
        state.viewer = nil
        if let events = state.waiting.removeValue(forKey: state.turn) { show(events, &state) }
      }
    }
  }

  private func show(_ events: [LaboratoryEvent], _ state: inout State) {
    let viewer = state.viewer ?? begin(state.turn)
    state.viewer = viewer
    for event in events { viewer(event) }
  }
}
