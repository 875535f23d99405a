public import Networks
public import Phrases

/// What happens while a network trains.
public enum LaboratoryEvent: Sendable {
  /// Something about the training that a person should know: it goes on where it was interrupted, or could not be saved.
  case note(any Phrase)
  /// A training is about to begin that will take about `seconds`, longer than the `limit` seconds that it should.
  case overBudget(seconds: Double, limit: Double)
  /// The next training, if it is not found in the store, is that of the experiment `name`, the first, second … `number` of `count`.
  case began(name: String, number: Int, count: Int)
  /// A step was taken.
  case step(TrainingProgress)
  /// The training is done, or was found in the store, and was measured on the images of the set `dataset`.
  case ended(RunRecord, dataset: String)
}
