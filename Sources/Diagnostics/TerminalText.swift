/// Text from elsewhere as a terminal may show it: nothing in it can move the cursor, change colours or turn the writing around.
public enum TerminalText {
  /// `text` with every control character made visible; line breaks stay.
  ///
  /// - Complexity: one pass over the text. (Appending to a view of scalars what another one holds would copy the whole
  ///   each time.)
  public static func harmless(_ text: String) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      if scalar == "\n" || scalar == "\t" || isPlain(scalar) {
        result.unicodeScalars.append(scalar)
      } else {
        result += visible(scalar)
      }
    }
    return result
  }

  /// A name from elsewhere as a message may quote it: in one line, harmless, and cut where it is longer than `limit`
  /// signs.
  public static func name(_ text: String, atMost limit: Int = 60) -> String {
    var result = ""
    for (count, scalar) in text.unicodeScalars.enumerated() {
      guard count < limit else { return result + "…" }
      result += visible(scalar)
    }
    return result
  }

  /// The first sign of `text` that could move the cursor, change colors, break the line or turn the writing around; nil
  /// where there is none.
  public static func harm(in text: String) -> Unicode.Scalar? { text.unicodeScalars.first { !isPlain($0) } }

  /// Whether a sign is shown as itself: not a control character, nor one that turns the direction of writing or has no width of its own and
  /// joins nothing.
  public static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20..<0x7F, 0x3040...0xD7FF: true
    case 0..<0xA0, 0xAD, 0x61C, 0x180E, 0x200B, 0x200E...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF,
      0xFFF9...0xFFFB, 0xE0000...0xE007F:
      false
    default: true
    }
  }

  /// How many columns a character takes: 2 for Hangul, Han, Kana and pictures, 0 for marks that sit on the one before.
  ///
  /// A tab is not a question of the character alone and must not be asked for here.
  public static func width(of character: Character) -> Int {
    precondition(character != "\t", "the width of a tab depends on where it stands")
    let scalars = character.unicodeScalars
    if scalars.contains(where: isWide) || scalars.contains("\u{FE0F}") { return 2 }
    return scalars.allSatisfy(isAttached) ? 0 : 1
  }

  /// The scalar itself, or what is shown in its place.
  static func visible(_ scalar: Unicode.Scalar) -> String {
    if isPlain(scalar) { return String(scalar) }
    switch scalar.value {
    case 0...0x1F: return Unicode.Scalar(0x2400 + scalar.value).map { String($0) } ?? "\u{FFFD}"
    case 0x7F: return "\u{2421}"
    default: return "<U+" + hexadecimal(scalar.value) + ">"
    }
  }

  private static func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97F,
      0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
      return true
    default: return scalar.properties.isEmojiPresentation
    }
  }

  private static func isAttached(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return true
    default: return (0x1160...0x11FF).contains(scalar.value)
    }
  }
}
