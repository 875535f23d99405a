internal import Digests
internal import Files

/// How an item stands.
public struct ItemState: Sendable, Equatable {
  /// What becomes of it.
  public enum Standing: Sendable, Equatable {
    /// Nobody is on it.
    case waiting
    /// Somebody holds it.
    case leased(StandingLease)
    /// Something came of it.
    case done
    /// It came to nothing.
    case failed
    /// What was to be done is not there, or was damaged.
    case unreadable
  }

  /// Its number.
  public let number: Int
  /// What it is called, and what kind of work it is.
  public let entry: WorkEntry
  /// What becomes of it.
  public let standing: Standing
}

extension WorkStore {
  /// How every item stands, by number.
  ///
  /// - Throws: as ``count()``, and where a line of a list is not what was written.
  /// - Complexity: a few looks at the file system for each item.
  public func states() throws(WorkProblem) -> [ItemState] {
    _ = try count()
    var states: [ItemState] = []
    try forEach { number, entry in
      states.append(ItemState(number: number, entry: entry, standing: standing(of: entry.id)))
    }
    return states
  }

  private func standing(of id: String) -> ItemState.Standing {
    if hasResult(id) {
      switch result(of: id) {
      case .bytes(_, failed: true): return .failed
      case .bytes: return .done
      case .missing, .damaged, .refused: break
      }
    }
    if let lease = lease(of: id), !lease.isReleased { return .leased(lease) }
    return hasItem(id) ? .waiting : .unreadable
  }

  /// The numbers of items of which nothing came yet.
  ///
  /// - Throws: as ``states()``.
  public func openNumbers() throws(WorkProblem) -> [Int] {
    _ = try count()
    var open: [Int] = []
    try forEach { number, entry in if !hasResult(entry.id) { open.append(number) } }
    return open
  }

  /// The names of files that were damaged and put aside.
  public var damaged: [String] {
    func aside(in folder: OwnFolder?) -> [String] {
      folder.map { folder in folder.names.filter(Self.isAside).map { "\(folder.path)/\($0)" } } ?? []
    }
    let shards = [Part.items, .results].compactMap { try? folder($0) }.flatMap { above in
      above.names.map { try? above.folder($0, for: .writing) }
    }
    return (shards + [try? folder(.common)]).flatMap(aside).sorted()
  }

  /// Notes that a cluster has work of the store's under this number.
  ///
  /// - Throws: `WorkProblem` with the system's reason.
  public func note(clusterJob number: String) throws(WorkProblem) {
    do {
      try folder(.cluster, for: .making(mode: 0o700)).create(noteOfJob(number), as: number, mode: 0o600)
    } catch {
      throw WorkProblem(error)
    }
  }

  /// What is written of a job: that whoever has the key submitted it. Cancelled is nothing else, whatever names stand in the folder.
  private func noteOfJob(_ number: String) -> [UInt8] {
    Array(key.seal("work-cluster", Array(number.utf8)).hexadecimal.utf8)
  }

  /// The numbers by which a cluster knows work of the store's.
  public var clusterJobs: [String] {
    guard let folder = try? folder(.cluster) else { return [] }
    return folder.names.filter { $0.wholeMatch(of: /[0-9]{1,18}/) != nil }
      .filter { (try? folder.read($0, limit: 64)) == noteOfJob($0) }
      .sorted { ($0.count, $0) < ($1.count, $1) }
  }

  /// Forgets such numbers, where the cluster has nothing of them any more.
  public func forget(clusterJobs numbers: [String]) {
    guard let folder = try? folder(.cluster) else { return }
    for number in numbers { folder.remove(number) }
  }
}
