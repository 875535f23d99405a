internal import Diagnostics

/// Makes foreign text fit to stand in HTML: what a learner, a compiler or a program wrote is only ever shown.
///
/// It works scalar by scalar, not character by character: a `<` that carries a combining mark is one `Character` that compares
/// unequal to `<`, and a browser reads it as `<` all the same.
public enum InertText {
  /// `text` for an element's content or a quoted attribute.
  ///
  /// The five characters that HTML reads become entities; controls, direction overrides and invisible characters become visible.
  public static func html(_ text: String) -> String {
    var text = text
    return text.withUTF8 { inert($0) } ?? text
  }

  /// As for a whole text.
  public static func html(_ text: Substring) -> String {
    var text = text
    return text.withUTF8 { inert($0) } ?? String(text)
  }

  /// A text with what is shown in place of some of its scalars; nil where all of it may stand as it is.
  private static func inert(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    guard let first = bytes.firstIndex(where: { !isInert($0) }) else { return nil }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 8)
    // What may stand as it is, is copied a stretch at a time.
    var (start, index) = (0, first)
    while index < bytes.count {
      let (scalar, width) = scalar(in: bytes, at: index)
      let isInsideLineEnd = scalar == "\n" && index > 0 && bytes[index - 1] == UInt8(ascii: "\r")
      if let shown = isInsideLineEnd ? "" : stand(for: scalar) {
        result += bytes[start..<index]
        result += shown.utf8
        start = index + width
      }
      index += width
    }
    result += bytes[start...]
    return String(decoding: result, as: UTF8.self)
  }

  /// The scalar that begins at `index` of UTF-8 without a fault, and how many bytes it has.
  private static func scalar(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (Unicode.Scalar, width: Int) {
    let first = bytes[index]
    guard first >= 0x80 else { return (Unicode.Scalar(first), 1) }
    let width = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    var value = UInt32(first & (0x7F >> UInt8(width)))
    for byte in bytes[(index + 1)..<(index + width)] { value = value << 6 | UInt32(byte & 0x3F) }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", width)
  }

  /// Whether a byte is a character by itself that every reader shows as it is.
  private static func isInert(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"): false
    case 0x20...0x7E, 0x0A: true
    default: false
    }
  }

  /// What is shown in place of `scalar`; nil where it may stand as it is.
  private static func stand(for scalar: Unicode.Scalar) -> String? {
    switch scalar.value {
    case 0x26: return "&amp;"
    case 0x3C: return "&lt;"
    case 0x3E: return "&gt;"
    case 0x22: return "&quot;"
    case 0x27: return "&#39;"
    case 0x0D: return "\n"
    // Syllables of Hangul are asked for most, and what is known of other scalars takes longer to look up.
    case 0x09, 0x0A, 0x20...0x7E, 0xAC00...0xD7A3: return nil
    case 0x00...0x1F: return Unicode.Scalar(0x2400 + scalar.value).map { String(Character($0)) }
    case 0x7F: return "\u{2421}"
    // What HTML forbids.
    case 0x80...0x9F, 0xFDD0...0xFDEF: return "\u{FFFD}"
    case let value where value & 0xFFFE == 0xFFFE: return "\u{FFFD}"
    // What can make text read other than it is, on a page as on a terminal.
    default:
      return TerminalText.isPlain(scalar) ? nil : "⟨U+" + String(scalar.value, radix: 16, uppercase: true) + "⟩"
    }
  }
}
