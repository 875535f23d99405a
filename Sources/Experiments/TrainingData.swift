internal import Datasets

/// What a training learns from and is measured on: a set, divided and prepared.
struct TrainingData {
  let set: ImageMaskSet
  let split: Split
  let preparer: Preparer
  /// The images to learn from.
  let learning: SplitSamples
  /// The images to measure.
  let measuring: SplitSamples

  /// - Parameters:
  ///   - preparer: prepares the images of its set.
  ///   - split: how the set is divided.
  ///   - seed: what the training's random numbers start from.
  init(_ preparer: Preparer, split: Split, seed: UInt64) {
    set = preparer.set
    self.split = split
    self.preparer = preparer
    learning = SplitSamples(preparer, indices: split.training, seed: seed)
    measuring = SplitSamples(preparer, indices: split.validation, seed: seed)
  }
}
