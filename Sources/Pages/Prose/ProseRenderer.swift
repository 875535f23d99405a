internal import Foundation
internal import Labs
internal import Markup
internal import Messages

/// Renders prose as HTML: headings in order and with ids, formulas set, Swift coloured, pictures put into the page.
///
/// One value serves all the prose of a page, from top to bottom.
struct ProseRenderer {
  /// A heading, for the table of contents.
  struct Heading: Equatable {
    /// Its `id`.
    let id: String
    /// 2…6.
    let level: Int
    /// Its content as HTML, without links.
    let html: String
  }

  /// The level of the last heading, or 1 for the page's own.
  private(set) var level = 1
  /// The pictures that labs show.
  let pictures: Pictures
  private let shift: Int
  /// Whether the prose begins with a heading of its own for the whole, which the page's heading stands for.
  private let beginsWithTitle: Bool
  private var ids = HeadingIDs()
  /// Links terms where they are first used; nil where none are linked.
  private let terms: TermLinker?
  /// The language of what admonitions are called.
  private let language: Language
  /// Where links lead.
  private let links: PageLinks
  private var isPastTitle = false

  /// - Parameters:
  ///   - stretches: all the prose of the page, to see what its highest heading is.
  ///   - title: the page's own heading; the prose's heading for the whole is left out.
  ///   - pictures: the pictures that it shows.
  ///   - terms: links terms; nil for none.
  ///   - language: the language of what admonitions are called.
  ///   - links: where links lead.
  init(
    _ stretches: [Prose], title: String, pictures: Pictures = Pictures(beside: nil), terms: TermLinker? = nil,
    language: Language = .english, links: PageLinks = PageLinks()
  ) {
    self.terms = terms
    (self.language, self.links) = (language, links)
    let own = TitleHeading(in: stretches, title: title)
    beginsWithTitle = own.isThere
    shift = own.highest.map { 2 - $0 } ?? 0
    self.pictures = pictures
  }

  /// A piece of prose inside a cell as HTML: headings as bold paragraphs.
  static func inner(
    _ prose: Prose, pictures: Pictures, language: Language = .english, links: PageLinks = PageLinks()
  ) -> String {
    BlockRenderer(pictures: pictures, isInner: true, language: language, links: links).html(of: prose.blocks) {
      _, inlines, words in
      "<p><strong>\(words.html(of: inlines))</strong></p>\n"
    }
  }

  /// One stretch of prose as HTML, and its headings.
  mutating func set(_ prose: Prose) -> (html: String, headings: [Heading]) {
    var headings: [Heading] = []
    let renderer = BlockRenderer(pictures: pictures, isInner: false, terms: terms, language: language, links: links)
    let html = renderer.html(of: prose.blocks) { written, inlines, words in
      heading(inlines, words, written: written, &headings)
    }
    // Blocks are elements, each with the end of a line behind it.
    return (html.hasSuffix("\n") ? String(html.dropLast()) : html, headings)
  }

  private mutating func heading(
    _ inlines: [Prose.Inline], _ words: InlineRenderer, written: Int, _ headings: inout [Heading]
  ) -> String {
    if beginsWithTitle, !isPastTitle {
      isPastTitle = true
      return ""
    }
    // Never more than one level down at a time, so that a screen reader's outline has no holes.
    let next = min(max(written + shift, 2), level + 1, 6)
    level = next
    let id = ids.next(for: inlines.words)
    terms?.beginSection()
    var words = words
    words.terms = nil
    var plain = words
    plain.hasLinks = false
    headings.append(Heading(id: id, level: next, html: plain.html(of: inlines)))
    return "<h\(next) id=\"\(InertText.html(id))\">\(words.html(of: inlines))</h\(next)>\n"
  }
}

/// Renders blocks of prose as HTML; what becomes of a heading is for the caller to say.
private struct BlockRenderer {
  typealias HeadingHTML = (_ level: Int, _ inlines: [Prose.Inline], _ words: InlineRenderer) -> String

  let pictures: Pictures
  /// Whether the prose stands in a cell, where footnotes have no ids: the page's own have them.
  let isInner: Bool
  /// Links terms; nil for none.
  var terms: TermLinker?
  /// The language of what admonitions are called.
  var language: Language = .english
  /// Where links lead.
  var links = PageLinks()

  private var words: InlineRenderer {
    InlineRenderer(pictures: pictures, hasNoteLinks: !isInner, terms: terms, links: links)
  }

  func html(of blocks: [Prose.Block], heading: HeadingHTML) -> String {
    blocks.map { html(of: $0, heading: heading) }.joined()
  }

  private func html(of block: Prose.Block, heading: HeadingHTML) -> String {
    switch block.kind {
    case .heading(let level, let inlines): return heading(level, inlines, words)
    case .paragraph(let inlines): return "<p>\(words.html(of: inlines))</p>\n"
    case .quote(let inside):
      guard let admonition = Admonition(inside) else {
        return "<blockquote>\n\(html(of: inside, heading: heading))</blockquote>\n"
      }
      return "<div class=\"admonition \(admonition.kind.rawValue)\" role=\"note\">\n"
        + "<p class=\"name\">\(InertText.html(admonition.kind.label.text(in: language)))</p>\n"
        + (admonition.words.isEmpty ? "" : "<p>\(words.html(of: admonition.words))</p>\n")
        + html(of: admonition.blocks, heading: heading) + "</div>\n"
    case .list(let list): return html(of: list, heading: heading)
    case .code("swift", let code):
      return "<pre><code class=\"language-swift\">\(CodeListing.coloured(code))</code></pre>\n"
    case .code(let language, let code):
      let name = language.isEmpty ? "" : " class=\"language-\(InertText.html(language))\""
      return "<pre><code\(name)>\(InertText.html(code))</code></pre>\n"
    case .table(let table): return html(of: table)
    case .formula(let tex): return "<div class=\"math\">\(Formula.html(tex, display: true))</div>\n"
    case .rule: return "<hr />\n"
    case .notes(let notes): return html(of: notes, heading: heading)
    }
  }

  private func html(of list: Prose.List, heading: HeadingHTML) -> String {
    let name = list.start == nil ? "ul" : "ol"
    let start = list.start.flatMap { $0 == 1 ? nil : " start=\"\($0)\"" } ?? ""
    let isTasks = list.items.contains { $0.isDone != nil }
    let items = list.items.map { item in
      let box = item.isDone.map { "<span class=\"box\">\($0 ? "☑" : "☐")</span> " } ?? ""
      let blocks = item.blocks
      var inside = ""
      for (index, block) in blocks.enumerated() {
        let before = index == 0 ? box : ""
        if list.isTight, case .paragraph(let inlines) = block.kind {
          inside += before + words.html(of: inlines) + (index + 1 < blocks.count ? "\n" : "")
        } else if case .paragraph(let inlines) = block.kind {
          inside += (index == 0 ? "\n" : "") + "<p>\(before)\(words.html(of: inlines))</p>\n"
        } else {
          inside += (index == 0 ? before + "\n" : "") + html(of: block, heading: heading)
        }
      }
      return "<li\(item.isDone == nil ? "" : " class=\"task\"")>\(inside.isEmpty ? box : inside)</li>\n"
    }
    return "<\(name)\(start)\(isTasks ? " class=\"tasks\"" : "")>\n\(items.joined())</\(name)>\n"
  }

  /// A table that scrolls by itself where a page is too narrow for it.
  private func html(of table: Prose.Table) -> String {
    func row(_ cells: [[Prose.Inline]], _ name: String, _ more: String) -> String {
      let row = cells.enumerated().map { index, cell in
        let stand: String
        switch table.columns[index] {
        case .natural: stand = ""
        case .left: stand = " class=\"left\""
        case .center: stand = " class=\"center\""
        case .right: stand = " class=\"right\""
        }
        return "<\(name)\(more)\(stand)>\(words.html(of: cell))</\(name)>"
      }
      return "<tr>\(row.joined())</tr>\n"
    }
    let body = table.rows.map { row($0, "td", "") }.joined()
    return
      "<div class=\"scroll\" tabindex=\"0\">\n<table>\n<thead>\n\(row(table.head, "th", " scope=\"col\""))</thead>\n"
      + (body.isEmpty ? "" : "<tbody>\n\(body)</tbody>\n") + "</table>\n</div>\n"
  }

  private func html(of notes: [Prose.Note], heading: HeadingHTML) -> String {
    let items = notes.map { note in
      let back = isInner ? "" : " <a href=\"#mark-\(note.number)\" aria-label=\"\(note.number)\">↩</a>"
      var blocks = note.blocks
      var last = "\(back)\n"
      if !isInner, case .paragraph(let inlines)? = blocks.last?.kind {
        blocks.removeLast()
        last = "<p>\(words.html(of: inlines))\(back)</p>\n"
      }
      let id = isInner ? "" : " id=\"note-\(note.number)\""
      return "<li\(id)>\n\(html(of: blocks, heading: heading))\(last)</li>\n"
    }
    return "<hr class=\"notes\" />\n<ol class=\"notes\">\n\(items.joined())</ol>\n"
  }
}

/// Renders words as HTML.
private struct InlineRenderer {
  let pictures: Pictures
  /// Whether the marks of footnotes lead to them.
  var hasNoteLinks = true
  /// Whether links lead anywhere.
  var hasLinks = true
  /// Links terms; nil for none.
  var terms: TermLinker?
  /// Where links lead.
  var links = PageLinks()

  func html(of inlines: [Prose.Inline]) -> String { inlines.map(html).joined() }

  private func html(of inline: Prose.Inline) -> String {
    switch inline.kind {
    case .text(let words): return terms?.html(words) ?? InertText.html(words)
    case .emphasis(let inside): return "<em>\(html(of: inside))</em>"
    case .strong(let inside): return "<strong>\(html(of: inside))</strong>"
    case .struck(let inside): return "<del>\(html(of: inside))</del>"
    case .code(let code): return "<code>\(InertText.html(code))</code>"
    case .formula(let tex): return Formula.html(tex, display: false)
    case .link(let address, let title, let inside):
      var words = self
      words.terms = nil
      return hasLinks ? link(to: address, title: title, words.html(of: inside)) : words.html(of: inside)
    case .image(let source, let title, let alternative): return picture(source, title, alternative)
    case .noteMark(let number, let isFirst):
      guard hasLinks, hasNoteLinks else { return hasLinks ? "<sup>\(number)</sup>" : "" }
      return "<sup\(isFirst ? " id=\"mark-\(number)\"" : "")><a href=\"#note-\(number)\">\(number)</a></sup>"
    case .lineBreak(let isHard): return isHard ? "<br />\n" : "\n"
    }
  }

  private func link(to address: String, title: String, _ words: String) -> String {
    let title = title.isEmpty ? "" : " title=\"\(InertText.html(title))\""
    return "<a href=\"\(WebAddress(links.address(of: address)).html)\"\(title)>\(words)</a>"
  }

  private func picture(_ source: String, _ title: String, _ alternative: String) -> String {
    guard let data = pictures.address(of: source) else {
      // A page that needs nothing else cannot show what is elsewhere; it says what it is, and where.
      let words = InertText.html(alternative.isEmpty ? source : alternative)
      return hasLinks && WebAddress(source).isRemote ? link(to: source, title: title, words) : "<em>\(words)</em>"
    }
    let title = title.isEmpty ? "" : " title=\"\(InertText.html(title))\""
    return "<img src=\"\(InertText.html(data))\" alt=\"\(InertText.html(alternative))\"\(title) />"
  }
}

/// An address as an author wrote it.
struct WebAddress {
  private let text: String

  init(_ text: String) { self.text = text }

  /// What stands before the first colon, where that can be the name of a protocol.
  var scheme: String? {
    guard let colon = text.firstIndex(of: ":") else { return nil }
    let name = text[..<colon]
    guard let first = name.first, first.isASCII, first.isLetter,
      name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) })
    else { return nil }
    return name.lowercased()
  }

  /// Whether it leads to another computer.
  var isRemote: Bool { text.hasPrefix("//") || scheme == "http" || scheme == "https" }

  /// The address for an attribute; empty where following it could run something or read a file.
  var html: String {
    if let scheme, ["javascript", "vbscript", "file", "data"].contains(scheme) { return "" }
    let kept = "-_.+!*'(),%#@?=;:/&$~"
    var result = ""
    for byte in text.utf8 {
      let character = Character(Unicode.Scalar(byte))
      if byte < 0x80, character.isLetter || character.isNumber || kept.contains(character) {
        result.append(character)
      } else {
        result += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    return InertText.html(result)
  }
}
