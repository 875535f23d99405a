public import Checking
public import Datasets
internal import Files
public import Labs
public import Messages

/// A lab, and what was found out about it, as one HTML file that needs nothing else: no other file, no network, no script.
public struct LabPage: Sendable {
  /// How it looks.
  private let theme: Theme
  /// The language of all words that are not the lab's own.
  private let language: Language

  /// - Parameters:
  ///   - theme: how the page looks.
  ///   - language: the language of all words that are not the lab's own.
  public init(theme: Theme, language: Language) {
    self.theme = theme
    self.language = language
  }

  /// The page's text.
  ///
  /// The same lab and report give the same text.
  /// - Parameters:
  ///   - lab: the lab with the learner's code.
  ///   - report: what was found out about it; nil for a page of the lab alone.
  ///   - grade: what the work is worth; nil where nobody grades it.
  /// - Returns: the whole file's text.
  /// - Throws: `PageError.noSuchLanguage` where the theme's settings have no words in the language.
  public func html(
    lab: Lab, report: LabReport? = nil, grade: GradePanel? = nil
  ) throws(PageError) -> String {
    let words = PageLabel.words(in: language)
    var builder = LabViewBuilder(lab: lab, report: report, language: language)
    var view = builder.view(labels: words)
    view.grade = grade
    return try theme.page(theme.render("lab", with: view), title: lab.title, in: language)
  }

  /// Makes the page and writes it to `path`: aside first, then renamed, so that a browser never sees half of it.
  ///
  /// - Throws: as ``html(lab:report:)``, and `PageError.notWritten` with the system's reason.
  public func write(lab: Lab, report: LabReport? = nil, to path: String) throws(PageError) {
    let text = try html(lab: lab, report: report)
    do { try AtomicFile.write(text, to: path) } catch { throw .notWritten(path: path, reason: error.reason) }
  }
}

/// A data set as one HTML file that needs nothing else: some of its images with their labels, and its numbers.
public struct SetPage: Sendable {
  private let theme: Theme
  private let language: Language

  /// - Parameters:
  ///   - theme: how the page looks.
  ///   - language: the language of all words.
  public init(theme: Theme, language: Language) {
    self.theme = theme
    self.language = language
  }

  /// The page's text; the same set gives the same text.
  ///
  /// - Parameters:
  ///   - set: the set.
  ///   - facts: what is known of it, a line each.
  /// - Returns: the whole file's text.
  /// - Throws: `PageError.noSuchLanguage` where the theme's settings have no words in the language.
  public func html(set: ImageMaskSet, facts: [any Phrase]) throws(PageError) -> String {
    let lines = facts.map { $0.text(in: language) }
    let content = theme.render("set", with: SetViewBuilder(set: set, facts: lines, language: language).view())
    return try theme.page(content, title: set.name, in: language)
  }

  /// Makes the page and writes it to `path`: aside first, then renamed.
  ///
  /// - Throws: as ``html(set:facts:)``, and `PageError.notWritten` with the system's reason.
  public func write(set: ImageMaskSet, facts: [any Phrase], to path: String) throws(PageError) {
    let text = try html(set: set, facts: facts)
    do { try AtomicFile.write(text, to: path) } catch { throw .notWritten(path: path, reason: error.reason) }
  }
}

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
  /// A data set of the site cannot be read; `problem` says why.
  case set(problem: Message)
  /// The files of the lab called `name` were written while the site was made of them.
  case labChanged(name: String)
  /// A page cannot be written to `path`, for the system's `reason`.
  case notWritten(path: String, reason: String)

  /// What is wrong, and what to do first.
  public var phrase: any Phrase {
    switch self {
    case .set(let problem): problem.phrase
    case .missing(let path): PagePhrase.themeFileMissing(path: path)
    case .unreadable(let path, let reason): PagePhrase.themeFileUnreadable(path: path, reason: reason)
    case .tooLarge(let path, let bytes, let limit): PagePhrase.themeFileTooLarge(path: path, bytes: bytes, limit: limit)
    case .notUTF8(let path, let offset): PagePhrase.themeFileNotUTF8(path: path, offset: offset)
    case .template(let path, let line, let column, let reason):
      PagePhrase.templateBroken(path: path, line: line, column: column, reason: reason)
    case .noSuchPartial(let path, let line, let name): PagePhrase.partialMissing(path: path, line: line, name: name)
    case .settings(let path, let line, let problem): PagePhrase.settings(path: path, line: line, problem: problem)
    case .noSuchLanguage(let path, let language, let known):
      PagePhrase.languageMissing(path: path, language: language, known: known)
    case .labChanged(let name): PagePhrase.labChanged(name: name)
    case .notWritten(let path, let reason): PagePhrase.pageNotWritten(path: path, reason: reason)
    }
  }
}
