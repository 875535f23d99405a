internal import Labs
internal import Markup
internal import Messages

/// Texts of an author's that are not prose of their own: questions, answers, justifications; and messages.
struct AuthorText {
  /// The pictures that they show.
  let pictures: Pictures
  /// Where their links lead.
  var links = PageLinks()

  /// A question or a justification as block elements.
  func blocks(_ text: String) -> String { ProseRenderer.inner(Prose(text), pictures: pictures, links: links) }

  /// A choice as HTML: without a paragraph around it where it is only one.
  func line(_ text: String) -> String {
    let prose = Prose(text)
    let html = ProseRenderer.inner(prose, pictures: pictures, links: links)
    guard prose.blocks.count == 1, case .paragraph? = prose.blocks.first?.kind else { return html }
    return String(html.dropFirst(3).dropLast(5))
  }

  /// A message as HTML for the inside of a block.
  func message(_ phrase: any Phrase, in language: Language) -> String {
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
