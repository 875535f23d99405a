internal import Files
internal import Synchronization

/// The right to do an item, as long as nobody took it over.
///
/// Each taking has a file of its own, `ID.1`, `ID.2` and so on: its number is the epoch. It is made by one step of the file system that fails
/// where the name is taken, so an epoch has one holder for ever, and the highest one holds the item. The holder, and nobody else, writes in
/// its file: a count that grows as long as it lives, or the word that it gave the item back (``LeaseMark``). Whoever waits looks at nothing but
/// whether this count grows, by its own watch (``LeaseWatch``). All that stands in the file is sealed; see ``StandingLease``.
public final class Lease: Sendable {
  /// The item.
  public let id: String
  /// Who holds it.
  public let holder: WorkerIdentity
  private let store: WorkStore
  /// Where the item's leases lie: opened once, as a sign of life is given thousands of times.
  private let folder: OwnFolder
  private let state: Mutex<State>

  private struct State {
    var epoch: Int
    var beats = 0
    var isOver = false
  }

  init(_ id: String, epoch: Int, _ holder: WorkerIdentity, in folder: OwnFolder, of store: WorkStore) {
    (self.id, self.holder, self.folder, self.store) = (id, holder, folder, store)
    state = Mutex(State(epoch: epoch))
  }

  /// How often the item was taken, this time among them.
  public var epoch: Int { state.withLock(\.epoch) }

  /// Gives a sign of life.
  ///
  /// - Returns: whether the item is still held, as far as that can be seen. A disk that refuses takes nothing away.
  public func beat() -> Bool {
    state.withLock { state in
      guard !state.isOver else { return false }
      guard !isLost(state.epoch) else {
        state.isOver = true
        return false
      }
      state.beats += 1
      write(.beat(state.beats), state.epoch)
      return true
    }
  }

  /// Gives the item back, so that the next one takes it at once.
  public func release() {
    state.withLock { state in
      guard !state.isOver else { return }
      state.isOver = true
      if !isLost(state.epoch) { write(.released, state.epoch) }
    }
  }

  /// What became of a result.
  public enum Publication: Sendable, Equatable {
    /// It is the item's.
    case published
    /// The item was taken over: it is another's.
    case lost
    /// There was one already.
    case alreadyThere
  }

  /// Publishes what came of the item, unless it was taken over.
  ///
  /// Before anything is published this holder takes the next epoch itself: where somebody took the item over, that name is taken, which the
  /// file system says itself and no cache. Then the result is made by another such step, so there is never a second one.
  /// - Parameters:
  ///   - bytes: what came of it.
  ///   - failed: whether it came to nothing.
  /// - Returns: what became of it; the lease is over unless this throws.
  /// - Throws: `WorkProblem` where the disk refuses: the item is still held.
  public func publish(_ bytes: [UInt8], failed: Bool = false) throws(WorkProblem) -> Publication {
    let result = state.withLock { state in
      Result { () throws(WorkProblem) in
        guard !state.isOver, !isLost(state.epoch) else {
          state.isOver = true
          return Publication.lost
        }
        do throws(FileFault) {
          guard try store.make(holder, epoch: state.epoch + 1, of: id, in: folder) else {
            state.isOver = true
            return .lost
          }
          state.epoch += 1
          let file = store.file(bytes, of: id, purpose: "work-result", failed: failed)
          let results = try store.shard(.results, id, makes: true)
          var isFirst = try results.create(file, as: id, mode: 0o600)
          if !isFirst, let found = results.facts(of: id), found.kind != .file {
            // A link, a pipe or a folder is no result: left there, the item would be done for nothing again and again.
            WorkStore.putAside(id, in: results)
            isFirst = try results.create(file, as: id, mode: 0o600)
          }
          state.isOver = true
          store.removeLeases(of: id, upTo: state.epoch, in: folder)
          return isFirst ? .published : .alreadyThere
        } catch {
          throw WorkProblem(error)
        }
      }
    }
    return try result.get()
  }

  /// Whether somebody took the item over: its own file is gone or another's, or there is a next one that somebody with the key made. What
  /// cannot be read at the moment is no loss: on NFS a file is stale for once, and publishing asks the file system itself.
  private func isLost(_ epoch: Int) -> Bool {
    Self.isLost(
      holder, own: store.lease(of: id, epoch: epoch, in: folder),
      next: store.lease(of: id, epoch: epoch + 1, in: folder))
  }

  /// Whether a holder lost its item, by what stands under its own epoch's name and under the next one's.
  static func isLost(_ holder: WorkerIdentity, own: WorkStore.LeaseSight, next: WorkStore.LeaseSight) -> Bool {
    switch own {
    case .missing, .foreign: return true
    case .refused: break
    case .standing(let own): if own.holder.token != holder.token { return true }
    }
    if case .standing = next { return true }
    return false
  }

  private func write(_ mark: LeaseMark, _ epoch: Int) {
    // A sign that cannot be given is one that others miss: they take the item over, and it is done twice and published once.
    try? folder.overwrite("\(id).\(epoch)", at: 0, with: store.line(mark, of: holder, epoch: epoch, of: id))
  }
}
