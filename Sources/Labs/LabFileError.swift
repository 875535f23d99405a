import Diagnostics
public import Messages

/// Why the file of a lab cannot be read.
public enum LabFileError: Error, Equatable, Sendable {
  /// There is no file at `path`.
  case missing(path: String)
  /// `path` leads to a folder, a device or the like.
  case notAFile(path: String)
  /// The system does not let it be read; `reason` in its own words.
  case unreadable(path: String, reason: String)
  /// The file has more than ``Lab/longest`` bytes.
  case tooLarge(path: String)
  /// The byte at `offset` (from 0), on `line` (from 1), does not belong to UTF-8.
  case notUTF8(path: String, offset: Int, line: Int)

  /// What to say about it.
  public var phrase: any Phrase {
    switch self {
    case .missing(let path): return LabFilePhrase.missing(path: path)
    case .notAFile(let path): return LabFilePhrase.notAFile(path: path)
    case .unreadable(let path, let reason): return LabFilePhrase.unreadable(path: path, reason: reason)
    case .tooLarge(let path): return LabFilePhrase.tooLarge(path: path, limit: Lab.longest)
    case .notUTF8(let path, let offset, let line): return LabFilePhrase.notUTF8(path: path, offset: offset, line: line)
    }
  }

  /// The error as a message about the file, at its line where there is one.
  func diagnostic(file: String) -> Diagnostic {
    var place = 0
    if case .notUTF8(_, _, let line) = self { place = line }
    return Diagnostic(.error, file: file, line: place, phrase)
  }
}
