internal import SegLab

/// After which steps a training can be written to the disk: a function of the training and the number of images alone.
///
/// Updates that wait to be added to weights are added there, which decides the order of sums, so these times must not depend on whether
/// anything is written.
struct CheckpointTimes {
  private let stepsPerEpoch: Int
  private let epochs: Int

  /// Long epochs are written in between, too.
  static let stepsWithinEpoch = 512

  init(_ training: Training, stepsPerEpoch: Int) {
    self.stepsPerEpoch = stepsPerEpoch
    epochs = max(1, training.checkpointEvery)
  }

  /// Whether `steps` steps from the beginning are such a time.
  func contains(_ steps: Int) -> Bool {
    let (epoch, within) = steps.quotientAndRemainder(dividingBy: stepsPerEpoch)
    return within == 0 ? epoch % epochs == 0 : within % Self.stepsWithinEpoch == 0
  }
}
