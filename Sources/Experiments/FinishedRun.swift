public import Datasets

/// A training that was done now, or found in the store.
public struct FinishedRun: Sendable {
  /// What was done, and what came of it.
  public let record: RunRecord
  /// Whether it was found and not done again.
  public let reused: Bool
  /// The data set's images as the network saw them.
  public let preparer: Preparer
  /// How the set was divided.
  public let split: Split
  /// The class of each pixel of each validation image, in the order of `split.validation`.
  public let predictions: [[UInt8]]
  /// What the network made of a few images while it trained; nil where none was kept.
  public var film: RunFilm?

  /// The data set.
  public var set: ImageMaskSet { preparer.set }
}
