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
      return "The saved training \(path) belongs to another network, other numbers or other data. "
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
