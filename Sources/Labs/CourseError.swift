public import Messages

/// Why a course or one of its labs cannot be found.
public enum CourseError: Error, Equatable, Sendable {
  /// There is no folder at `path`.
  case noFolder(path: String)
  /// The folder cannot be read; `reason` in the system's words.
  case unreadable(path: String, reason: String)
  /// The folder holds no lab.
  case noLabs(path: String)
  /// The folder holds more than ``Course/most`` labs.
  case tooManyLabs(path: String)
  /// The labs of the folder have more than ``Course/mostBytes`` bytes together.
  case tooLarge(path: String)
  /// No lab is called `asked`; `nearest` are those that may be meant, or all where none is near.
  case noSuchLab(asked: String, nearest: [String])
  /// Several labs may be meant by `asked`.
  case ambiguousLab(asked: String, matches: [String])
  /// The file that was asked for cannot be read.
  case file(LabFileError)

  /// What to say about it.
  public var phrase: any Phrase {
    switch self {
    case .noFolder(let path): return LabFilePhrase.noFolder(path: path)
    case .unreadable(let path, let reason): return LabFilePhrase.unreadable(path: path, reason: reason)
    case .noLabs(let path): return LabFilePhrase.noLabs(path: path)
    case .tooManyLabs(let path): return LabFilePhrase.tooManyLabs(path: path, limit: Course.most)
    case .tooLarge(let path): return LabFilePhrase.courseTooLarge(path: path, mebibytes: Course.mostBytes >> 20)
    case .noSuchLab(let asked, let nearest): return LabFilePhrase.noSuchLab(asked: asked, nearest: nearest)
    case .ambiguousLab(let asked, let matches): return LabFilePhrase.ambiguousLab(asked: asked, matches: matches)
    case .file(let error): return error.phrase
    }
  }
}
