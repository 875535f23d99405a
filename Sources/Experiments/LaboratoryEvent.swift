public import Networks

/// What happens while a network trains.
public enum LaboratoryEvent: Sendable {
  /// A step was taken.
  case step(TrainingProgress)
  /// The training is done, or was found in the store, and was measured on the images of the set `dataset`.
  case ended(RunRecord, dataset: String)
}
