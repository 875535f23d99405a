public import Datasets
internal import Files
public import Messages

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
    guard let description = theme.site.description[language], let footer = theme.site.footer[language] else {
      throw .noSuchLanguage(
        path: theme.folder + "/site.yml", language: language.rawValue, known: theme.site.languages.map(\.rawValue))
    }
    let words = Dictionary(uniqueKeysWithValues: PageLabel.allCases.map { ($0.rawValue, $0.text(in: language)) })
    let lines = facts.map { $0.text(in: language) }
    let content = theme.render("set", with: SetViewBuilder(set: set, facts: lines, language: language).view())
    let page = PageView(
      words: words, language: language.rawValue, pageTitle: "\(set.name) · \(theme.site.title)",
      siteTitle: theme.site.title, siteDescription: description, footer: footer, style: theme.style, content: content)
    return theme.render("page", with: page)
  }

  /// Makes the page and writes it to `path`: aside first, then renamed.
  ///
  /// - Throws: as ``html(set:facts:)``, and `PageError.notWritten` with the system's reason.
  public func write(set: ImageMaskSet, facts: [any Phrase], to path: String) throws(PageError) {
    let text = try html(set: set, facts: facts)
    do { try AtomicFile.write(text, to: path) } catch { throw .notWritten(path: path, reason: error.reason) }
  }
}
