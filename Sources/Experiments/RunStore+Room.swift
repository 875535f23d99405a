internal import Files
internal import Foundation
internal import Synchronization

/// The runs whose weights one store has kept, the oldest first.
final class NewWeights: Sendable {
  private let all = Mutex<[(digest: String, bytes: Int)]>([])

  /// Adds one, and takes out those that are too many.
  ///
  /// - Parameters:
  ///   - digest: the run.
  ///   - bytes: what its weights take.
  ///   - most: what all may take together.
  ///   - named: tells the runs that stay; asked only where some have to go.
  /// - Returns: the runs whose weights have to go.
  func add(_ digest: String, bytes: Int, most: Int, named: () -> Set<String>) -> [String] {
    all.withLock { all in
      all.removeAll { $0.digest == digest }
      all.append((digest, bytes))
      guard all.reduce(0, { $0 + $1.bytes }) > most else { return [] }
      var gone: [String] = []
      let spared = named()
      for entry in all.dropLast() where !spared.contains(entry.digest) {
        guard all.reduce(0, { $0 + $1.bytes }) > most else { break }
        gone.append(entry.digest)
        all.removeAll { $0.digest == entry.digest }
      }
      return gone
    }
  }
}

extension RunStore {
  /// How many bytes of weights one store adds at most, the newest always: the members of a sweep are many, and nobody asks for the
  /// weights of those that were not the best.
  static let mostNewWeightBytes = 96 << 20
  /// How many seconds a training that nobody went on with is kept.
  private static let checkpointAge = 14.0 * 86_400
  private static let lockSuffix = ".lock"

  /// Gives up the weights of a run, and keeps what was measured with them: for the members of a sweep that are not the best.
  public func forgetWeights(of digest: String) { giveUp("weights.bin", of: digest) }

  /// Gives up the film of a run, likewise.
  func forgetFilm(of digest: String) { giveUp(RunFilm.fileName, of: digest) }

  private func giveUp(_ file: String, of digest: String) {
    guard PartName.isDigest(digest), let store = try? OwnFolder(folder.path, for: .writing) else { return }
    (try? store.folder(digest, for: .writing))?.remove(file)
  }

  /// Gives up weights that were kept before, where all that were kept here take too much room.
  func bound(weights bytes: Int, of digest: String) {
    for old in newWeights.add(digest, bytes: bytes, most: Self.mostNewWeightBytes, named: named) {
      forgetWeights(of: old)
    }
  }

  /// Takes the training of `digest` for this process.
  ///
  /// - Returns: who has it now.
  public func claim(_ digest: String) -> RunClaim {
    guard PartName.isDigest(digest), let store = try? OwnFolder(folder.path, for: .making(mode: 0o755)) else {
      return RunClaim(.nobody)
    }
    do throws(FileFault) {
      guard let lock = try store.lock(digest + Self.lockSuffix) else { return RunClaim(.another) }
      return RunClaim(.thisProcess, store: store, name: digest + Self.lockSuffix, lock: lock)
    } catch {
      return RunClaim(.nobody)
    }
  }

  /// Removes what killed processes left half-written, and trainings that nobody went on with. What somebody holds stays, and so does
  /// whatever has another name than SegLab gives.
  func removeLeftovers(in store: OwnFolder) {
    for name in store.names {
      if let target = PartName.target(of: name) {
        if PartName.isDigest(target) {
          store.removeFolderUnlessHeld(name, where: Self.isOurs)
        } else if digest(of: target, Self.checkpointSuffix) != nil {
          store.removeUnlessHeld(name)
        }
      } else if digest(of: name, Self.lockSuffix) != nil {
        store.removeUnlessHeld(name)
      } else if let training = digest(of: name, Self.checkpointSuffix), let facts = store.facts(of: name),
        facts.kind == .file, Date().timeIntervalSince1970 - facts.changed > Self.checkpointAge
      {
        // Whoever goes on with it holds the training, not the file.
        let claim = claim(training)
        if claim.owner != .another { store.removeUnlessHeld(name) }
        withExtendedLifetime(claim) {}
      }
    }
  }

  /// The digest that stands before `suffix`; nil where `name` is none of that kind.
  private func digest(of name: String, _ suffix: String) -> String? {
    guard name.hasSuffix(suffix), PartName.isDigest(name.dropLast(suffix.count)) else { return nil }
    return String(name.dropLast(suffix.count))
  }

  /// A run or a checkpoint in the store.
  private struct Tenant {
    let name: String
    let digest: String
    let bytes: Int
    let used: Double
    let isFolder: Bool
  }

  /// Removes what killed processes left, and makes room: for whoever kept many runs in a store without bounds.
  public func tidy() {
    guard let store = try? OwnFolder(folder.path, for: .writing) else { return }
    removeLeftovers(in: store)
    makeRoom(in: store, sparing: nil)
  }

  /// Removes runs and checkpoints, those first that were of no use for the longest time, until the rest takes no more than it may.
  ///
  /// - Parameters:
  ///   - store: the store's folder.
  ///   - newest: the run that was just done, if one was; it stays.
  func makeRoom(in store: OwnFolder, sparing newest: String?) {
    guard mostBytes < .max else { return }
    let all = tenants(of: store)
    var taken = all.reduce(0) { $0 + $1.bytes }
    guard taken > mostBytes else { return }
    let spared = named().union([newest].compactMap(\.self))
    for tenant in all.sorted(by: { $0.used < $1.used }) where taken > mostBytes && !spared.contains(tenant.digest) {
      // Whoever trains or goes on with it holds the lock.
      guard case let claim = claim(tenant.digest), claim.owner == .thisProcess else { continue }
      if tenant.isFolder {
        // Under another name first, so that a reader does not find half of it.
        let name = PartName.make(for: tenant.digest)
        guard (try? store.rename(tenant.name, to: name)) != nil else { continue }
        remove(name, in: store)
      } else if !store.removeUnlessHeld(tenant.name) {
        continue
      }
      taken -= tenant.bytes
    }
  }

  private func tenants(of store: OwnFolder) -> [Tenant] {
    let now = Date().timeIntervalSince1970
    return store.names.compactMap { name in
      guard let facts = store.facts(of: name), facts.isOwn else { return nil }
      // What says that it is of tomorrow was not used by anybody here.
      let used = facts.changed > now + 60 ? 0 : facts.changed
      if PartName.isDigest(name), facts.kind == .folder, let folder = try? store.folder(name) {
        let bytes = folder.names.reduce(0) { min($0 + Self.bytes(folder.facts(of: $1)), Self.mostCounted) }
        return Tenant(name: name, digest: name, bytes: bytes, used: used, isFolder: true)
      }
      guard let digest = digest(of: name, Self.checkpointSuffix), facts.kind == .file else { return nil }
      return Tenant(name: name, digest: digest, bytes: Self.bytes(facts), used: used, isFolder: false)
    }
  }

  /// No file counts for more, so that no sum of what files say of themselves is too large: 16 TiB.
  private static let mostCounted = 1 << 44

  private static func bytes(_ facts: OwnFolder.Facts?) -> Int {
    guard let facts, facts.kind == .file else { return 0 }
    return max(0, min(facts.bytes, mostCounted))
  }
}

/// The right to do a training, given back when it is let go of or its process ends.
public final class RunClaim: Sendable {
  /// Who has it.
  public enum Owner: Sendable {
    /// This process.
    case thisProcess
    /// Another.
    case another
    /// Nobody can: the store takes no locks.
    case nobody
  }

  /// Who has it.
  public let owner: Owner
  private let store: OwnFolder?
  private let name: String
  private let lock: FileLock?

  init(_ owner: Owner, store: OwnFolder? = nil, name: String = "", lock: FileLock? = nil) {
    (self.owner, self.store, self.name, self.lock) = (owner, store, name, lock)
  }

  deinit {
    // While it is still held, so that nobody else's is removed.
    if lock != nil { store?.remove(name) }
  }
}
