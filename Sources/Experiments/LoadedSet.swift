public import Datasets
internal import Synchronization

/// The set that was read last: a lab's experiments train on the same one, each after the other, and reading it is most of what a run costs
/// that is found in the store.
public final class LoadedSet: Sendable {
  private let last = Mutex<ImageMaskSet?>(nil)

  /// None yet.
  public init() {}

  /// The set called `name`, as it is in `sets` now.
  ///
  /// - Throws: `DatasetError` where it is not at hand.
  public func load(_ name: String, from sets: DataStore) throws(DatasetError) -> ImageMaskSet {
    let digest = try sets.facts(of: name).digest
    if let set = last.withLock({ $0 }), set.name == name, set.digest == digest { return set }
    let set = try sets.load(name: name)
    last.withLock { $0 = set }
    return set
  }
}
