internal import Files
internal import Foundation

/// Who takes which item.
extension WorkStore {
  /// So many epochs of an item are looked at. It is taken again after each loss and each time that it was given back, which is some dozen times.
  private static let mostEpochs = 4096
  /// A count of losses goes no higher.
  private static let mostLost = 1000

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
    do throws(FileFault) {
      let folder = try shard(.leases, id, makes: true)
      if hasForeign(id, in: folder) { removeForeign(of: id, in: folder) }
      var (epoch, lost) = (1, 0)
      switch highest(of: id, in: folder) {
      case .missing, .foreign: break
      // What it says shows the next look.
      case .refused: return .held(nil)
      case .standing(let last):
        guard last.isReleased || watch.isGone(id, last, patience: timing.patience) else { return .held(last) }
        (epoch, lost) = (last.epoch + 1, min(max(0, last.holder.lost), Self.mostLost) + (last.isReleased ? 0 : 1))
      }
      let holder = WorkerIdentity(lost: lost)
      guard try make(holder, epoch: epoch, of: id, in: folder) else { return .held(lease(of: id)) }
      // Whoever published it took its leases along, and so made it look free.
      guard !hasResult(id) else {
        removeLeases(of: id, upTo: epoch, in: folder)
        return .done
      }
      return .taken(Lease(id, epoch: epoch, holder, in: folder, of: self))
    } catch {
      throw WorkProblem(error)
    }
  }

  /// The lease on an item that counts; nil where there is none.
  public func lease(of id: String) -> StandingLease? {
    guard PartName.isDigest(id), let folder = try? shard(.leases, id),
      case .standing(let lease) = highest(of: id, in: folder)
    else { return nil }
    return lease
  }

  /// The highest lease that somebody with the key made. What else stands under such names is no lease: whoever may write to the folder can
  /// put files there, and neither lets an item come to nothing by them nor keeps it from being taken.
  private func highest(of id: String, in folder: OwnFolder) -> LeaseSight {
    for epoch in stride(from: Self.highestEpoch(of: id, in: folder), to: 0, by: -1) {
      switch lease(of: id, epoch: epoch, in: folder) {
      case .standing(let lease): return .standing(lease)
      case .refused: return .refused
      case .foreign, .missing: continue
      }
    }
    return .missing
  }

  private static func highestEpoch(of id: String, in folder: OwnFolder) -> Int {
    var epoch = 0
    while epoch < mostEpochs, folder.facts(of: "\(id).\(epoch + 1)") != nil { epoch += 1 }
    return epoch
  }

  /// Whether the highest file of an item's epochs is no lease, or there are more than anybody makes.
  private func hasForeign(_ id: String, in folder: OwnFolder) -> Bool {
    let epoch = Self.highestEpoch(of: id, in: folder)
    guard epoch > 0, epoch < Self.mostEpochs else { return epoch > 0 }
    if case .foreign = lease(of: id, epoch: epoch, in: folder) { return true }
    return false
  }

  /// Removes the files of an item's epochs that nobody with the key made: once, and they need not be read at each look.
  private func removeForeign(of id: String, in folder: OwnFolder) {
    let start = id + "."
    for name in folder.names where name.hasPrefix(start) {
      guard let epoch = Int(name.dropFirst(start.count)), "\(start)\(epoch)" == name,
        case .foreign = lease(of: id, epoch: epoch, in: folder)
      else { continue }
      Self.clear(name, in: folder)
    }
  }

  /// Frees a name; a folder gets another one.
  private static func clear(_ name: String, in folder: OwnFolder) {
    if !folder.remove(name) { try? folder.rename(name, to: "\(name).foreign-\(UInt32.random(in: 0 ... .max))") }
  }

  /// Makes the file of an epoch; false where somebody with the key has it.
  ///
  /// What somebody without it put there is removed: else a file that costs nothing would make a day's work come to nothing.
  func make(
    _ holder: WorkerIdentity, epoch: Int, of id: String, in folder: OwnFolder
  ) throws(FileFault) -> Bool {
    let (file, name) = (leaseFile(holder, epoch: epoch, of: id), "\(id).\(epoch)")
    if try folder.create(file, as: name, mode: 0o600) { return true }
    guard case .foreign = lease(of: id, epoch: epoch, in: folder) else { return false }
    Self.clear(name, in: folder)
    return try folder.create(file, as: name, mode: 0o600)
  }

  /// Removes the leases of an item that has a result.
  func removeLeases(of id: String, upTo epoch: Int, in folder: OwnFolder) {
    // From the lowest up, so that whoever lost the item finds its own gone.
    for epoch in 1...epoch { folder.remove("\(id).\(epoch)") }
  }
}
