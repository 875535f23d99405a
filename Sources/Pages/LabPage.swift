public import Checking
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
  /// - Returns: the whole file's text.
  /// - Throws: `PageError.noSuchLanguage` where the theme's settings have no words in the language.
  public func html(lab: Lab, report: LabReport? = nil) throws(PageError) -> String {
    guard let description = theme.site.description[language], let footer = theme.site.footer[language] else {
      throw .noSuchLanguage(
        path: theme.folder + "/site.yml", language: language.rawValue, known: theme.site.languages.map(\.rawValue))
    }
    let words = Dictionary(
      uniqueKeysWithValues: PageLabel.allCases.map { ($0.rawValue, $0.text(in: language)) })
    var builder = LabViewBuilder(lab: lab, report: report, language: language)
    let content = theme.render("lab", with: builder.view(labels: words))
    let page = PageView(
      words: words, language: language.rawValue, pageTitle: "\(lab.title) · \(theme.site.title)",
      siteTitle: theme.site.title, siteDescription: description, footer: footer, style: theme.style, content: content)
    return theme.render("page", with: page)
  }

  /// Makes the page and writes it to `path`: aside first, then renamed, so that a browser never sees half of it.
  ///
  /// - Throws: as ``html(lab:report:)``, and `PageError.notWritten` with the system's reason.
  public func write(lab: Lab, report: LabReport? = nil, to path: String) throws(PageError) {
    let text = try html(lab: lab, report: report)
    do { try AtomicFile.write(text, to: path) } catch { throw .notWritten(path: path, reason: error.reason) }
  }
}
