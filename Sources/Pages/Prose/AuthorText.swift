internal import Labs
internal import Messages

/// Texts of an author's that are not prose of their own: questions, answers, justifications; and messages.
enum AuthorText {
  /// A question or a justification as block elements.
  static func blocks(_ text: String) -> String { ProseHTML.inner(MarkdownHTML.html(of: text)) }

  /// A choice as HTML: without a paragraph around it where it is only one.
  static func line(_ text: String) -> String {
    let html = blocks(text)
    guard html.hasPrefix("<p>"), html.hasSuffix("</p>\n") else { return html }
    let inside = html.dropFirst(3).dropLast(5)
    return inside.contains("<p>") ? html : String(inside)
  }

  /// A message as HTML for the inside of a block.
  static func message(_ phrase: any Phrase, in language: Language) -> String {
    if let phrase = phrase as? FunctionPhrase {
      let figure = phrase.figure(in: language).map { "<pre>\(InertText.html($0))</pre>" } ?? ""
      return "<p>\(InlineWords.html(phrase.words(in: language)))</p>" + figure
    }
    switch phrase as? CheckPhrase {
    case .justification(let why): return blocks(why)
    case .blockedByCheck(let name):
      return "<p>\(InlineWords.html(CheckPhrase.blockedByCheck(name).text(in: language)))</p>"
    default: return "<p>\(InlineWords.html(phrase.text(in: language)))</p>"
    }
  }
}
