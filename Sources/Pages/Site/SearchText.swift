internal import Foundation

/// The words of a page by section, as the site's search looks through them.
///
/// The search scans text: for a course that is smaller than an index of it, and finds Korean by any part of a word. Each page is one line
/// of a script that assigns one global, because a page that was opened from a folder may not fetch anything.
struct SearchText: Equatable {
  /// One heading with what stands under it.
  struct Section: Equatable {
    /// The heading's `id`; empty for what stands before the first.
    let anchor: String
    /// The heading's words.
    var heading: String
    /// The words under it, with one space between them.
    var body: String
  }

  /// The sections in order.
  let sections: [Section]

  /// The most characters of a section that are searched.
  private static let longest = 20_000
  /// What a reader does not read as text: pictures, code that is repeated elsewhere, figures.
  private static let skipped: Set<String> = ["svg", "script", "style", "nav", "dl", "table", "details"]
  private static let headings: Set<String> = ["h1", "h2", "h3", "h4"]

  /// - Parameter html: a page's content as this room renders it: tags are closed, `<` and `&` in text are entities.
  init(html: String) {
    var sections = [Section(anchor: "", heading: "", body: "")]
    var text: [UInt8] = []
    var depth = 0
    var inHeading = false
    let bytes = Array(html.utf8)
    var index = 0
    func flush() {
      guard !text.isEmpty else { return }
      let words = Self.plain(text)
      text.removeAll(keepingCapacity: true)
      guard !words.isEmpty else { return }
      if inHeading {
        sections[sections.count - 1].heading += (sections[sections.count - 1].heading.isEmpty ? "" : " ") + words
      } else if sections[sections.count - 1].body.utf8.count < Self.longest {
        sections[sections.count - 1].body += (sections[sections.count - 1].body.isEmpty ? "" : " ") + words
      }
    }
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "<") else {
        if depth == 0 { text.append(bytes[index]) }
        index += 1
        continue
      }
      guard let end = bytes[index...].firstIndex(of: UInt8(ascii: ">")) else { break }
      let tag = String(decoding: bytes[(index + 1)..<end], as: UTF8.self)
      index = end + 1
      let isClosing = tag.hasPrefix("/")
      let name = String((isClosing ? tag.dropFirst() : tag[...]).prefix { $0.isLetter || $0.isNumber })
      if Self.skipped.contains(name) {
        if depth == 0 { flush() }
        depth = max(0, depth + (isClosing ? -1 : tag.hasSuffix("/") ? 0 : 1))
      } else if depth == 0, Self.headings.contains(name) {
        flush()
        inHeading = !isClosing
        if inHeading { sections.append(Section(anchor: Self.id(of: tag), heading: "", body: "")) }
      } else if !["strong", "em", "code", "a", "span", "b", "i", "sup", "sub"].contains(name) {
        // What is not inside a line divides words.
        if depth == 0 { text.append(UInt8(ascii: " ")) }
      }
    }
    flush()
    self.sections = sections.filter { !$0.heading.isEmpty || !$0.body.isEmpty }
  }

  /// The page's line of the search's script: its path, then each section's anchor, heading and body.
  func line(path: String, title: String) -> String {
    let parts = sections.map { "[\(Self.quoted($0.anchor)),\(Self.quoted($0.heading)),\(Self.quoted($0.body))]" }
    return "[\(Self.quoted(path)),\(Self.quoted(title)),[\(parts.joined(separator: ","))]]"
  }

  private static func id(of tag: String) -> String {
    guard let start = tag.firstRange(of: " id=\"") else { return "" }
    return String(tag[start.upperBound...].prefix { $0 != "\"" })
  }

  /// Text with its entities resolved, composed (macOS writes Hangul in parts) and with single spaces.
  private static func plain(_ bytes: [UInt8]) -> String {
    var plain: [UInt8] = []
    plain.reserveCapacity(bytes.count)
    var index = 0
    var isAscii = true
    while index < bytes.count {
      var byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: "&"),
        let (name, sign) = entities.first(where: { bytes[index...].starts(with: $0.name) })
      {
        byte = sign
        index += name.count
      }
      isAscii = isAscii && byte < 0x80
      let isSpace = byte == 0x20 || byte >= 0x09 && byte <= 0x0D
      if !isSpace { plain.append(byte) } else if !plain.isEmpty, plain.last != 0x20 { plain.append(0x20) }
    }
    if plain.last == 0x20 { plain.removeLast() }
    let text = String(decoding: plain, as: UTF8.self)
    return isAscii ? text : text.precomposedStringWithCanonicalMapping
  }

  private static let entities: [(name: [UInt8], sign: UInt8)] = [
    ("lt;", "<"), ("gt;", ">"), ("quot;", "\""), ("#39;", "'"), ("amp;", "&"),
  ].map { (Array($0.0.utf8), $0.1.utf8.first ?? 0) }

  /// `text` as a literal of JavaScript that cannot end the element or the line that it stands in.
  static func quoted(_ text: String) -> String {
    var result = "\""
    result.reserveCapacity(text.utf8.count + 2)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "<", ">", "&", "\u{2028}", "\u{2029}", "\u{0}"..."\u{1F}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
