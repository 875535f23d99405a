public import Messages

/// Why a training cannot go on where it was interrupted. Nothing is lost but time: it begins anew.
public enum CheckpointError: Error, Equatable, Sendable {
  /// The file at `path` cannot be read, for `reason`.
  case notReadable(path: String, reason: String)
  /// The file at `path` is no checkpoint of this form.
  case notACheckpoint(path: String)
  /// The file at `path` belongs to another training.
  case otherTraining(path: String)
  /// The file at `path` has `found` bytes, and a checkpoint of this training has `expected`.
  case otherLength(path: String, found: Int, expected: Int)
  /// The file at `path` is not as it was written here, or was not written here.
  case damaged(path: String)

  /// What happened, and what becomes of the training.
  public var phrase: any Phrase {
    switch self {
    case .notReadable(let path, let reason): CheckpointPhrase.notReadable(path: path, reason: reason)
    case .notACheckpoint(let path): CheckpointPhrase.notACheckpoint(path: path)
    case .otherTraining(let path): CheckpointPhrase.otherTraining(path: path)
    case .otherLength(let path, let found, let expected):
      CheckpointPhrase.otherLength(path: path, found: found, expected: expected)
    case .damaged(let path): CheckpointPhrase.damaged(path: path)
    }
  }
}
