public import Networks

/// What happens while a network trains.
public enum LaboratoryEvent: Sendable {
  /// A training begins: how many steps it will take, in how many epochs.
  case began(steps: Int, epochs: Int)
  /// A step was taken.
  case step(HistoryPoint)
  /// The training is done, or was found in the store, and was measured on the images of the set `dataset`.
  case ended(RunRecord, dataset: String)
}
