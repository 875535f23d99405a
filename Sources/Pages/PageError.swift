public import Messages

/// Why a page could not be made or written.
public enum PageError: Error, Equatable, Sendable {
  /// A file of the theme is not there.
  case missing(path: String)
  /// A file of the theme cannot be read, for the system's `reason`.
  case unreadable(path: String, reason: String)
  /// A file of the theme has `bytes` bytes, more than `limit`.
  case tooLarge(path: String, bytes: Int, limit: Int)
  /// The byte at `offset` of a file of the theme is not UTF-8.
  case notUTF8(path: String, offset: Int)
  /// A template is not Mustache; `reason` is a short name of what is wrong.
  case template(path: String, line: Int, column: Int, reason: String)
  /// A template asks for another that the theme does not have.
  case noSuchPartial(path: String, line: Int, name: String)
  /// The site's settings say something that is not understood.
  case settings(path: String, line: Int, problem: SettingsProblem)
  /// The theme has no words for a language.
  case noSuchLanguage(path: String, language: String, known: [String])
  /// A page cannot be written to `path`, for the system's `reason`.
  case notWritten(path: String, reason: String)

  /// What is wrong, and what to do first.
  public var phrase: PagePhrase {
    switch self {
    case .missing(let path): .themeFileMissing(path: path)
    case .unreadable(let path, let reason): .themeFileUnreadable(path: path, reason: reason)
    case .tooLarge(let path, let bytes, let limit): .themeFileTooLarge(path: path, bytes: bytes, limit: limit)
    case .notUTF8(let path, let offset): .themeFileNotUTF8(path: path, offset: offset)
    case .template(let path, let line, let column, let reason):
      .templateBroken(path: path, line: line, column: column, reason: reason)
    case .noSuchPartial(let path, let line, let name): .partialMissing(path: path, line: line, name: name)
    case .settings(let path, let line, let problem): .settings(path: path, line: line, problem: problem)
    case .noSuchLanguage(let path, let language, let known):
      .languageMissing(path: path, language: language, known: known)
    case .notWritten(let path, let reason): .pageNotWritten(path: path, reason: reason)
    }
  }
}
