/// What is said of trainings that were interrupted, and of the files that they go on from.
public enum CheckpointPhrase: Phrase {
  /// A training goes on after step `step` of `steps`.
  case resumed(step: Int, steps: Int)
  /// A checkpoint could not be written; the training goes on without.
  case notWritten(path: String, reason: String)
  /// A checkpoint cannot be read.
  case notReadable(path: String, reason: String)
  /// A file is no checkpoint.
  case notACheckpoint(path: String)
  /// A checkpoint belongs to another training.
  case otherTraining(path: String)
  /// A checkpoint is too short or too long.
  case otherLength(path: String, found: Int, expected: Int)
  /// A checkpoint is not as it was written here, or was not written here.
  case damaged(path: String)

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: english
    case .korean: korean
    }
  }
}
