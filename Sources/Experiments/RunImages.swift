public import Datasets
internal import SegLab

/// The images that a run was measured on, as its network saw them: found again from what the run's record and names say.
public struct RunImages {
  /// Prepares the images of the set.
  public let preparer: Preparer
  /// How the set is divided.
  public let split: Split
  /// The validation images.
  public let measuring: SplitSamples

  /// Finds the images of a run; nil where the set is not at hand, is another one now, or is divided or prepared in another way than the run
  /// says.
  ///
  /// - Parameters:
  ///   - record: the run.
  ///   - names: what it is called, which tells the set's name and what is done to its images.
  ///   - sets: the data sets.
  ///   - loaded: the set that was read last.
  public init?(of record: RunRecord, names: RunNames, sets: DataStore, loaded: LoadedSet) {
    guard (names.preprocessing?.canonicalText ?? "") == record.plan.preparation ?? "",
      let rule = Split.Rule(rawValue: record.plan.split), let set = try? loaded.load(names.dataset, from: sets),
      set.digest == record.plan.data, let split = try? Split(of: set, by: rule, seed: Laboratory.splitSeed),
      let preparer = try? Preparer(names.preprocessing, for: set, training: split.training)
    else { return nil }
    measuring = SplitSamples(preparer, indices: split.validation, seed: record.plan.seed)
    guard record.validationImages == (0..<measuring.count).map(measuring.name) else { return nil }
    (self.preparer, self.split) = (preparer, split)
  }
}
