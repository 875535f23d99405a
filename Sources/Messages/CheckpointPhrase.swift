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

// MARK: English

extension CheckpointPhrase {
  var english: String {
    switch self {
    case .resumed(let step, let steps):
      return "This training was interrupted; it goes on after step \(step.grouped) of \(steps.grouped)."
    case .notWritten(let path, let reason):
      return "The training could not be saved to \(path): \(reason). It goes on, but an interruption would cost all of "
        + "it; make room on the disk first if it is long."
    case .notReadable(let path, let reason):
      return "The saved training \(path) cannot be read: \(reason). The training begins anew."
    case .notACheckpoint(let path):
      return "\(path) is no saved training of this version of SegLab. The training begins anew."
    case .otherTraining(let path):
      return "The saved training \(path) belongs to another network, other hyperparameters or other data. "
        + "The training begins anew."
    case .otherLength(let path, let found, let expected):
      return "The saved training \(path) should have \(expected.grouped) bytes and has \(found.grouped). "
        + "The training begins anew."
    case .damaged(let path):
      return "The saved training \(path) is not as it was written here, or was not written here. "
        + "The training begins anew."
    }
  }
}

// MARK: Korean

extension CheckpointPhrase {
  var korean: String {
    switch self {
    case .resumed(let step, let steps):
      return "중단된 학습을 이어서 해요: 전체 \(steps.grouped)스텝 중 \(step.grouped)스텝까지 되어 있었어요."
    case .notWritten(let path, let reason):
      return "학습 상태를 \(path)에 저장하지 못했어요: \(reason). 학습은 계속하지만 중단되면 처음부터 다시 해야 해요. "
        + "오래 걸리는 학습이면 먼저 디스크 공간을 비우세요."
    case .notReadable(let path, let reason):
      return "저장된 학습 상태 \(Josa.object.after(path)) 읽을 수 없어요: \(reason). 학습을 처음부터 시작해요."
    case .notACheckpoint(let path):
      return "\(path): 이 버전의 SegLab이 저장한 학습 상태가 아니에요. 학습을 처음부터 시작해요."
    case .otherTraining(let path):
      return "저장된 학습 상태 \(path): 신경망이나 학습 값, 데이터가 다른 학습의 것이에요. 학습을 처음부터 시작해요."
    case .otherLength(let path, let found, let expected):
      return "저장된 학습 상태 \(path): \(expected.grouped)바이트여야 하는데 \(found.grouped)바이트예요. 학습을 처음부터 시작해요."
    case .damaged(let path):
      return "저장된 학습 상태 \(path): 여기서 저장한 내용과 다르거나, 여기서 저장한 것이 아니에요. 학습을 처음부터 시작해요."
    }
  }
}
