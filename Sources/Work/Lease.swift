internal import Files
internal import Foundation
internal import Synchronization

/// The right to do an item, as long as nobody took it over.
///
/// Each taking has a file of its own, `ID.1`, `ID.2` and so on: its number is the epoch. It is made by one step of the file system that fails
/// where the name is taken, so an epoch has one holder for ever, and the highest one holds the item. The holder, and nobody else, writes in
/// its file: a count that grows as long as it lives, or the word that it gave the item back. Whoever waits looks at nothing but whether these
/// bytes change, by its own watch (``LeaseWatch``).
public final class Lease: Sendable {
  /// The item.
  public let id: String
  /// Who holds it.
  public let holder: WorkerIdentity
  private let store: WorkStore
  private let state: Mutex<State>

  private struct State {
    var epoch: Int
    var beats = 0
    var isOver = false
  }

  fileprivate init(_ id: String, epoch: Int, _ holder: WorkerIdentity, in store: WorkStore) {
    (self.id, self.holder, self.store) = (id, holder, store)
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
      guard holds(state.epoch) else {
        state.isOver = true
        return false
      }
      state.beats += 1
      write(Lease.mark(state.beats), state.epoch)
      return true
    }
  }

  /// Gives the item back, so that the next one takes it at once.
  public func release() {
    state.withLock { state in
      guard !state.isOver else { return }
      state.isOver = true
      if holds(state.epoch) { write(Lease.released, state.epoch) }
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
        guard !state.isOver else { return Publication.lost }
        do throws(FileFault) {
          guard try store.make(holder, epoch: state.epoch + 1, of: id) else {
            state.isOver = true
            return .lost
          }
          state.epoch += 1
          let file = store.file(bytes, of: id, purpose: "work-result", failed: failed)
          let results = try store.shard("results", id, makes: true)
          var isFirst = try results.create(file, as: id, mode: 0o600)
          if !isFirst, let found = results.facts(of: id), found.kind != .file {
            // A link, a pipe or a folder is no result: left there, the item would be done for nothing again and again.
            store.putAside(id, in: results)
            isFirst = try results.create(file, as: id, mode: 0o600)
          }
          state.isOver = true
          store.removeLeases(of: id, upTo: state.epoch)
          return isFirst ? .published : .alreadyThere
        } catch {
          throw WorkProblem(error)
        }
      }
    }
    return try result.get()
  }

  private func holds(_ epoch: Int) -> Bool {
    guard let own = store.lease(of: id, epoch: epoch), own.holder?.token == holder.token else { return false }
    return store.lease(of: id, epoch: epoch + 1) == nil
  }

  private func write(_ mark: [UInt8], _ epoch: Int) {
    // A sign that cannot be given is one that others miss: they take the item over, and it is done twice and published once.
    guard let folder = try? store.shard("leases", id) else { return }
    try? folder.overwrite("\(id).\(epoch)", at: 0, with: mark)
  }

  /// The first line of a lease: a count of as many bytes as the word, so that it is written over in place.
  fileprivate static func mark(_ beats: Int) -> [UInt8] {
    let digits = String(beats)
    return Array((String(repeating: "0", count: max(0, released.count - 1 - digits.count)) + digits + "\n").utf8)
  }
  fileprivate static let released = Array("released         \n".utf8)
}

/// A lease as it stands in the store.
public struct StandingLease: Sendable, Equatable {
  /// How often the item was taken.
  public let epoch: Int
  /// Who holds it; nil where the file is damaged: then it is taken over like one whose holder is silent.
  public let holder: WorkerIdentity?
  /// Whether the item was given back.
  public let isReleased: Bool
  /// All bytes, which change as long as the holder lives.
  let bytes: [UInt8]
}

extension WorkStore {
  private static let mostLeaseBytes = 1 << 14
  private static let mostEpochs = 100_000

  /// What came of trying to take an item.
  public enum Taking: Sendable {
    /// It is held now.
    case taken(Lease)
    /// Another holds it.
    case held(StandingLease?)
    /// There is nothing left to do.
    case done
  }

  /// Takes an item: one that nobody holds, that was given back, or whose holder has been silent for too long.
  ///
  /// - Parameters:
  ///   - id: the item.
  ///   - watch: has seen others' signs of life.
  /// - Returns: what came of it.
  /// - Throws: `WorkProblem` with the system's reason.
  public func take(_ id: String, watch: LeaseWatch) throws(WorkProblem) -> Taking {
    guard !hasResult(id) else { return .done }
    let last = lease(of: id)
    var lost = 0
    if let last {
      guard last.isReleased || watch.isGone(id, last, patience: timing.patience) else { return .held(last) }
      lost = min(max(0, last.holder?.lost ?? 0), Self.mostEpochs) + (last.isReleased ? 0 : 1)
    }
    let (holder, epoch) = (WorkerIdentity(lost: lost), (last?.epoch ?? 0) + 1)
    do throws(FileFault) {
      guard try make(holder, epoch: epoch, of: id) else { return .held(lease(of: id)) }
    } catch {
      throw WorkProblem(error)
    }
    // Whoever published it took its leases along, and so made it look free.
    guard !hasResult(id) else {
      removeLeases(of: id, upTo: epoch)
      return .done
    }
    return .taken(Lease(id, epoch: epoch, holder, in: self))
  }

  /// The lease on an item that counts; nil where there is none.
  public func lease(of id: String) -> StandingLease? {
    guard PartName.isDigest(id), let folder = try? shard("leases", id) else { return nil }
    var epoch = 0
    while epoch < Self.mostEpochs, folder.facts(of: "\(id).\(epoch + 1)") != nil { epoch += 1 }
    return epoch == 0 ? nil : lease(of: id, epoch: epoch)
  }

  func lease(of id: String, epoch: Int) -> StandingLease? {
    let name = "\(id).\(epoch)"
    guard let folder = try? shard("leases", id), folder.facts(of: name) != nil else { return nil }
    // One that cannot be read is there all the same.
    let bytes = (try? folder.read(name, limit: Self.mostLeaseBytes)) ?? []
    let mark = Lease.released.count
    let said = try? JSONDecoder().decode(WorkerIdentity.self, from: Data(bytes.dropFirst(mark)))
    let holder = said.flatMap { $0.isSound ? $0 : nil }
    return StandingLease(
      epoch: epoch, holder: holder, isReleased: holder != nil && bytes.starts(with: Lease.released), bytes: bytes)
  }

  /// Makes the file of an epoch; false where it is there.
  fileprivate func make(_ holder: WorkerIdentity, epoch: Int, of id: String) throws(FileFault) -> Bool {
    guard let text = try? JSONEncoder().encode(holder) else { preconditionFailure("\(holder) cannot be encoded") }
    return try shard("leases", id, makes: true).create(Lease.mark(0) + text, as: "\(id).\(epoch)", mode: 0o600)
  }

  fileprivate func removeLeases(of id: String, upTo epoch: Int) {
    guard let folder = try? shard("leases", id) else { return }
    // From the lowest up, so that whoever lost the item finds its own gone.
    for epoch in 1...epoch { folder.remove("\(id).\(epoch)") }
  }
}
