/// Makes foreign text fit to stand in HTML: what a learner, a compiler or a program wrote is only ever shown.
///
/// It works scalar by scalar, not character by character: a `<` that carries a combining mark is one `Character` that compares
/// unequal to `<`, and a browser reads it as `<` all the same.
enum InertText {
  /// `text` for an element's content or a quoted attribute.
  ///
  /// The five characters that HTML reads become entities; controls, direction overrides and invisible characters become visible.
  static func html(_ text: some StringProtocol) -> String {
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

  /// HTML that a trusted room made, with controls, direction overrides and invisible characters made visible and all markup kept.
  static func tame(_ html: String) -> String {
    guard html.unicodeScalars.contains(where: { stand(for: $0) != nil }) else { return html }
    var result = ""
    for scalar in html.unicodeScalars { append(scalar, to: &result) }
    return result
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
    case 0x80...0x9F, 0xFDD0...0xFDEF: return "\u{FFFD}"
    // Direction marks and overrides, which can make text read other than it is; and characters without any width.
    case 0x061C, 0x180E, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB,
      0xE0000...0xE0FFF:
      return "⟨U+" + String(scalar.value, radix: 16, uppercase: true) + "⟩"
    case let value where value & 0xFFFE == 0xFFFE: return "\u{FFFD}"
    default: return nil
    }
  }
}
