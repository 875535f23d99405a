internal import Files
internal import Labs
public import Messages

/// A text as one HTML file that needs nothing else.
public struct ProsePage: Sendable {
  private let theme: Theme
  private let language: Language

  /// - Parameters:
  ///   - theme: how the page looks.
  ///   - language: the language of all words that are not the text's own.
  public init(theme: Theme, language: Language) { (self.theme, self.language) = (theme, language) }

  /// Makes the page and writes it to `path`: aside first, then renamed.
  ///
  /// - Parameters:
  ///   - markdown: the text; its highest heading is the page's.
  ///   - title: what stands at the page's head.
  ///   - file: the file of the text: pictures are looked for beside it.
  ///   - path: the page's file.
  /// - Throws: `PageError` where the theme has no words in the language, or the disk refuses.
  public func write(
    _ markdown: String, title: String, beside file: String? = nil, to path: String
  ) throws(PageError) {
    let words = PageLabel.words(in: language)
    let prose = Prose(markdown)
    var renderer = ProseRenderer([prose], title: title, pictures: Pictures(beside: file))
    let content = theme.render(
      "text", with: TextView(words: words, kicker: "", title: title, body: renderer.set(prose).html))
    let page = try theme.page(content, title: title, in: language)
    do { try AtomicFile.write(page, to: path) } catch {
      throw .notWritten(path: path, reason: error.reason)
    }
  }
}
