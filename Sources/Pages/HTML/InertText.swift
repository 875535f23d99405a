internal import Diagnostics
internal import Foundation
internal import Mustache

/// Makes foreign text fit to stand in HTML: what a learner, a compiler or a program wrote is only ever shown.
///
/// It works scalar by scalar, not character by character: a `<` that carries a combining mark is one `Character` that compares
/// unequal to `<`, and a browser reads it as `<` all the same.
enum InertText {
  /// `text` for an element's content or a quoted attribute.
  ///
  /// The five characters that HTML reads become entities; controls, direction overrides and invisible characters become visible.
  static func html(_ text: some StringProtocol) -> String {
    if text.utf8.allSatisfy(isInert) { return String(text) }
    // Appending to a view of scalars what another one holds would copy the whole each time.
    var result = ""
    result.reserveCapacity(text.utf8.count + text.utf8.count / 8)
    var afterReturn = false
    for scalar in text.unicodeScalars {
      defer { afterReturn = scalar == "\r" }
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      case "\r": result += "\n"
      case "\n": if !afterReturn { result += "\n" }
      default: append(scalar, to: &result)
      }
    }
    return result
  }

  /// Whether a byte is a character by itself that every reader shows as it is.
  private static func isInert(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"): false
    case 0x20...0x7E, 0x0A: true
    default: false
    }
  }

  private static func append(_ scalar: Unicode.Scalar, to result: inout String) {
    if let shown = stand(for: scalar) {
      result += shown
    } else {
      result.unicodeScalars.append(scalar)
    }
  }

  /// What is shown in place of `scalar`; nil where it may stand as it is.
  private static func stand(for scalar: Unicode.Scalar) -> String? {
    switch scalar.value {
    case 0x09, 0x0A: return nil
    case 0x00...0x1F: return Unicode.Scalar(0x2400 + scalar.value).map { String(Character($0)) }
    case 0x7F: return "\u{2421}"
    // What HTML forbids.
    case 0x80...0x9F, 0xFDD0...0xFDEF: return "\u{FFFD}"
    case let value where value & 0xFFFE == 0xFFFE: return "\u{FFFD}"
    // What can make text read other than it is, on a page as on a terminal.
    // Syllables of Hangul are asked for most, and what is known of other scalars takes longer to look up.
    case 0xAC00...0xD7A3: return nil
    default:
      return TerminalText.isPlain(scalar) ? nil : "⟨U+" + String(scalar.value, radix: 16, uppercase: true) + "⟩"
    }
  }
}

/// A short text of an author's or a phrase as HTML: `` `code` `` and `$formulas$` in it are set as such, the rest is shown as it is.
enum InlineWords {
  /// `text` as HTML for the inside of a paragraph; line breaks stay.
  static func html(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let start = rest.firstIndex(where: { $0 == "`" || $0 == "$" }) {
      let mark = rest[start]
      let inside = rest[rest.index(after: start)...]
      result += InertText.html(rest[..<start])
      guard let end = inside.firstIndex(of: mark), end > inside.startIndex, !inside[..<end].contains("\n"),
        mark == "`" || isFormula(inside[..<end])
      else {
        result += InertText.html(String(mark))
        rest = inside
        continue
      }
      let content = inside[..<end]
      result += mark == "`" ? "<code>\(InertText.html(content))</code>" : Formula.html(String(content), display: false)
      rest = inside[inside.index(after: end)...]
    }
    return result + InertText.html(rest)
  }

  /// Whether what stands between two dollar signs reads as a formula and not as two prices.
  private static func isFormula(_ text: Substring) -> Bool {
    guard let first = text.first, let last = text.last else { return false }
    return !first.isWhitespace && !last.isWhitespace
  }
}

/// How values are escaped in templates: by ``InertText``, because the template engine's own way looks at whole characters.
struct PageContentType: MustacheContentType {
  /// Stands in front of every template that a theme loads, so that none can be without.
  static let pragma = "{{% CONTENT_TYPE:SEGLAB_PAGE}}"

  /// `text` as it may stand in HTML.
  func escapeText(_ text: String) -> String { InertText.html(text) }

  /// Makes the name in ``pragma`` known to the template engine; any number of times.
  static func register() {
    MustacheContentTypes.register(PageContentType(), named: "SEGLAB_PAGE")
  }
}
