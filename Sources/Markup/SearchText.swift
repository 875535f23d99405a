internal import Foundation

/// The words of a page by section, as the site's search looks through them.
///
/// The search scans text: for a course that is smaller than an index of it, and finds Korean by any part of a word. Each page is one line
/// of a script that assigns one global, because a page that was opened from a folder may not fetch anything.
public struct SearchText: Equatable {
  /// One heading with what stands under it.
  public struct Section: Equatable {
    /// The heading's `id`; empty for what stands before the first.
    public let anchor: String
    /// The heading's words.
    public internal(set) var heading: String
    /// The words under it, with one space between them.
    public internal(set) var body: String
  }

  /// The sections in order.
  public let sections: [Section]

  /// The most characters of a section that are searched.
  private static let longest = 20_000
  /// What a reader does not read as text: pictures, code that is repeated elsewhere, figures.
  private static let skipped: Set<String> = ["svg", "script", "style", "nav", "dl", "table", "details"]
  private static let headings: Set<String> = ["h1", "h2", "h3", "h4"]
  private static let inline: Set<String> = ["strong", "em", "code", "a", "span", "b", "i", "sup", "sub"]

  /// - Parameter html: a page's content as `Pages` renders it: tags are closed, `<` and `&` in text are entities.
  public init(html: String) { self.init(html: Array(html.utf8)[...]) }

  /// - Parameter bytes: likewise, in UTF-8.
  init(html bytes: ArraySlice<UInt8>) {
    var sections = [Section(anchor: "", heading: "", body: "")]
    var text: [UInt8] = []
    var depth = 0
    var inHeading = false
    var index = bytes.startIndex
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
    while index < bytes.endIndex {
      guard bytes[index] == UInt8(ascii: "<") else {
        if depth == 0 { text.append(bytes[index]) }
        index += 1
        continue
      }
      guard let end = bytes[index...].firstIndex(of: UInt8(ascii: ">")) else { break }
      let tag = bytes[(index + 1)..<end]
      index = end + 1
      let isClosing = tag.first == UInt8(ascii: "/")
      let name = String(decoding: (isClosing ? tag.dropFirst() : tag).prefix { $0.isAlphanumeric }, as: UTF8.self)
      if Self.skipped.contains(name) {
        if depth == 0 { flush() }
        depth = max(0, depth + (isClosing ? -1 : tag.last == UInt8(ascii: "/") ? 0 : 1))
      } else if depth == 0, Self.headings.contains(name) {
        flush()
        inHeading = !isClosing
        if inHeading {
          let anchor = Self.id(of: String(decoding: tag, as: UTF8.self))
          sections.append(Section(anchor: anchor, heading: "", body: ""))
        }
      } else if depth == 0, !Self.inline.contains(name) {
        // What is not inside a line divides words.
        text.append(UInt8(ascii: " "))
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
    while index < bytes.count {
      var byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: "&"),
        let (name, sign) = entities.first(where: { bytes[index...].starts(with: $0.name) })
      {
        byte = sign
        index += name.count
      }
      let isSpace = byte == 0x20 || byte >= 0x09 && byte <= 0x0D
      if !isSpace { plain.append(byte) } else if !plain.isEmpty, plain.last != 0x20 { plain.append(0x20) }
    }
    if plain.last == 0x20 { plain.removeLast() }
    let text = String(decoding: plain, as: UTF8.self)
    return text.unicodeScalars.allSatisfy(isComposed) ? text : text.precomposedStringWithCanonicalMapping
  }

  private static let entities: [(name: [UInt8], sign: UInt8)] = [
    ("lt;", "<"), ("gt;", ">"), ("quot;", "\""), ("#39;", "'"), ("amp;", "&"),
  ].map { (Array($0.0.utf8), $0.1.utf8.first ?? 0) }

  /// Whether a scalar is its own composed form, and takes part in none with others like it: Latin letters, most of punctuation, syllables
  /// of Hangul.
  private static func isComposed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x300, 0x2010..<0x205F, 0xAC00...0xD7A3: true
    default: false
    }
  }

  /// `text` as a literal of JavaScript that cannot end the element or the line that it stands in.
  public static func quoted(_ text: String) -> String {
    var text = text
    return text.withUTF8 { bytes in
      var result: [UInt8] = [UInt8(ascii: "\"")]
      result.reserveCapacity(bytes.count + bytes.count / 16 + 2)
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        index += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): result += [UInt8(ascii: "\\"), byte]
        case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"), 0..<0x20:
          result += Array("\\u00\(byte < 16 ? "0" : "")\(String(byte, radix: 16))".utf8)
        // The two ends of lines that JavaScript knows beside those of ASCII: U+2028 and U+2029.
        case 0xE2 where index + 1 < bytes.count && bytes[index] == 0x80 && (0xA8...0xA9).contains(bytes[index + 1]):
          result += Array("\\u202\(bytes[index + 1] == 0xA8 ? 8 : 9)".utf8)
          index += 2
        default: result.append(byte)
        }
      }
      result.append(UInt8(ascii: "\""))
      return String(decoding: result, as: UTF8.self)
    }
  }
}
