internal import Foundation
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

/// Text as bytes, to look for tags in: characters would join a `>` with a mark behind it.
struct ByteScan {
  /// The text in UTF-8.
  let bytes: [UInt8]

  /// - Parameter text: any text.
  init(_ text: String) { bytes = Array(text.utf8) }

  /// Whether `text` stands at `index`.
  func has(_ text: String, at index: Int) -> Bool {
    let wanted = text.utf8
    return index + wanted.count <= bytes.count && bytes[index..<(index + wanted.count)].elementsEqual(wanted)
  }

  /// The first place from `index` where `text` stands.
  func next(_ text: String, from index: Int) -> Int? {
    guard let first = text.utf8.first else { return nil }
    var index = index
    while index < bytes.count {
      if bytes[index] == first, has(text, at: index) { return index }
      index += 1
    }
    return nil
  }

  /// All places where `text` stands, not overlapping.
  func places(of text: String) -> [Int] {
    var places: [Int] = []
    var index = 0
    while let place = next(text, from: index) {
      places.append(place)
      index = place + text.utf8.count
    }
    return places
  }

  /// What stands between `index` and the next `end`, and where to go on after it.
  func content(from index: Int, to end: String) -> (text: String, end: Int)? {
    guard let place = next(end, from: index) else { return nil }
    return (text(index..<place), place + end.utf8.count)
  }

  /// What stands between `start`, where that stands at `index`, and the next `end`.
  func content(after start: String, at index: Int, to end: String) -> (text: String, end: Int)? {
    guard has(start, at: index) else { return nil }
    return content(from: index + start.utf8.count, to: end)
  }

  /// Some of the bytes as text.
  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}

/// Prose as it comes from a lab, made ready for a page: headings in order and with ids, formulas set, Swift coloured.
///
/// It reads HTML that was made from CommonMark with raw HTML left out, so a tag in it is a tag. One value serves all the prose of a
/// page, from top to bottom.
struct ProseHTML {
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
  private let shift: Int
  /// Whether the prose begins with a heading of its own for the whole, which the page's heading stands for.
  private let beginsWithTitle: Bool
  private var usedIDs: Set<String> = []
  private var isPastTitle = false

  /// - Parameters:
  ///   - stretches: all the prose of the page, to see what its highest heading is.
  ///   - title: the page's own heading; the prose's heading for the whole is left out.
  init(_ stretches: [String], title: String) {
    var found: [(level: Int, words: String)] = []
    for html in stretches {
      let scan = ByteScan(html)
      for index in scan.places(of: "<h") {
        guard let level = Self.headingLevel(scan, at: index),
          let inside = scan.content(from: index + 4, to: "</h\(level)>")
        else { continue }
        found.append((level, Self.plain(inside.text)))
      }
    }
    let others = found.dropFirst().map(\.level)
    beginsWithTitle = found.first.map { $0.words == title || ($0.level == 1 && !others.contains(1)) } ?? false
    let highest = (beginsWithTitle ? others : found.map(\.level)).min()
    shift = highest.map { 2 - $0 } ?? 0
  }

  /// A piece of prose inside a cell as HTML: formulas set and Swift coloured, headings as bold paragraphs.
  static func inner(_ html: String) -> String {
    let scan = ByteScan(InertText.tame(html))
    return replaced(scan) { place in
      if let level = headingLevel(scan, at: place), let inside = scan.content(from: place + 4, to: "</h\(level)>") {
        return ("<p><strong>\(formulas(inside.text))</strong></p>", inside.end)
      }
      return formula(scan, at: place) ?? code(scan, at: place)
    }
  }

  /// The text with each tag replaced for which there is a replacement.
  private static func replaced(_ scan: ByteScan, _ replacement: (Int) -> (html: String, end: Int)?) -> String {
    var result = ""
    var index = 0
    var copied = 0
    while let place = scan.next("<", from: index) {
      index = place + 1
      guard let piece = replacement(place) else { continue }
      result += scan.text(copied..<place) + piece.html
      copied = piece.end
      index = piece.end
    }
    return result + scan.text(copied..<scan.bytes.count)
  }

  /// One stretch of prose as HTML, and its headings.
  mutating func set(_ html: String) -> (html: String, headings: [Heading]) {
    let scan = ByteScan(InertText.tame(html))
    var headings: [Heading] = []
    let result = Self.replaced(scan) { place in
      if let level = Self.headingLevel(scan, at: place), let inside = scan.content(from: place + 4, to: "</h\(level)>")
      {
        return (heading(inside.text, written: level, &headings), inside.end)
      }
      return Self.formula(scan, at: place) ?? Self.code(scan, at: place)
    }
    return (result.trimmingCharacters(in: .whitespacesAndNewlines), headings)
  }

  // MARK: Headings

  private static func headingLevel(_ scan: ByteScan, at index: Int) -> Int? {
    guard scan.has("<h", at: index), index + 3 < scan.bytes.count, scan.bytes[index + 3] == UInt8(ascii: ">") else {
      return nil
    }
    let level = Int(scan.bytes[index + 2]) - 48
    return (1...6).contains(level) ? level : nil
  }

  private mutating func heading(_ inside: String, written: Int, _ headings: inout [Heading]) -> String {
    let plain = Self.plain(inside)
    if beginsWithTitle, !isPastTitle {
      isPastTitle = true
      return ""
    }
    // Never more than one level down at a time, so that a screen reader's outline has no holes.
    let next = min(max(written + shift, 2), level + 1, 6)
    level = next
    let id = freeID(for: plain)
    let html = Self.formulas(inside)
    headings.append(Heading(id: id, level: next, html: Self.withoutLinks(html)))
    return "<h\(next) id=\"\(InertText.html(id))\">\(html)</h\(next)>"
  }

  private mutating func freeID(for words: String) -> String {
    var base = ""
    for character in words.lowercased().prefix(60) {
      if character.isLetter || character.isNumber {
        base.append(character)
      } else if !base.isEmpty, !base.hasSuffix("-") {
        base.append("-")
      }
    }
    if base.hasSuffix("-") { base.removeLast() }
    base = base.isEmpty ? "s" : "s-" + base
    var id = base
    var number = 2
    while !usedIDs.insert(id).inserted {
      id = "\(base)-\(number)"
      number += 1
    }
    return id
  }

  /// The words of a piece of HTML.
  private static func plain(_ html: String) -> String {
    var words = ""
    var isTag = false
    for scalar in html.unicodeScalars {
      if scalar == "<" {
        isTag = true
      } else if scalar == ">" {
        isTag = false
      } else if !isTag {
        words.unicodeScalars.append(scalar)
      }
    }
    return unescaped(words)
  }

  private static func withoutLinks(_ html: String) -> String {
    let scan = ByteScan(html)
    return replaced(scan) { place in
      guard scan.has("<a ", at: place) || scan.has("</a>", at: place) else { return nil }
      return scan.next(">", from: place).map { ("", $0 + 1) }
    }
  }

  // MARK: Formulas and code

  private static func formula(_ scan: ByteScan, at index: Int) -> (html: String, end: Int)? {
    if let inside = scan.content(after: "<span class=\"math\">", at: index, to: "</span>") {
      return (Formula.html(unescaped(inside.text), display: false), inside.end)
    }
    if let inside = scan.content(after: "<div class=\"math\">", at: index, to: "</div>") {
      return ("<div class=\"math\">\(Formula.html(unescaped(inside.text), display: true))</div>", inside.end)
    }
    return nil
  }

  private static func formulas(_ html: String) -> String {
    let scan = ByteScan(html)
    return replaced(scan) { formula(scan, at: $0) }
  }

  private static func code(_ scan: ByteScan, at index: Int) -> (html: String, end: Int)? {
    let start = "<pre><code class=\"language-swift\">"
    guard let inside = scan.content(after: start, at: index, to: "</code></pre>") else { return nil }
    return (start + CodeListing.coloured(unescaped(inside.text)) + "</code></pre>", inside.end)
  }

  /// Text whose five entities of HTML are characters again.
  private static func unescaped(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    return text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
      .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
  }
}
