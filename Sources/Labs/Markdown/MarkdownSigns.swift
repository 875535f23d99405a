/// What stands on both sides of an emphasis mark.
enum Emphasis {
  /// The last character of a text, where it is whole.
  static func last(of text: [UInt8]) -> Unicode.Scalar? {
    String(decoding: text.suffix(8), as: UTF8.self).unicodeScalars.last
  }

  static func first(of text: ArraySlice<UInt8>) -> Unicode.Scalar? {
    String(decoding: text.prefix(4), as: UTF8.self).unicodeScalars.first
  }

  /// Hangul, kana and Chinese characters, which follow a word without a space.
  static func isEastAsian(_ scalar: Unicode.Scalar) -> Bool { scalar.value >= 0x1100 && scalar.properties.isAlphabetic }

  static func isWhite(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }

  /// Neither a letter nor a digit nor white space.
  static func isSign(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol:
      return true
    default: return false
    }
  }

  static func opensBracket(_ scalar: Unicode.Scalar) -> Bool {
    let category = scalar.properties.generalCategory
    return category == .openPunctuation || category == .initialPunctuation || scalar == "<"
  }

  /// Whether words in emphasis may begin with this sign.
  static func begins(_ scalar: Unicode.Scalar) -> Bool {
    opensBracket(scalar) || "\"'`$\\~!".unicodeScalars.contains(scalar)
  }
}

/// The name of a footnote.
enum NoteLabel {
  private static let longest = 100

  /// The label of a `[^label]` that stands at `start`, and where it ends.
  static func label(in run: ArraySlice<UInt8>, at start: Int) -> (label: String, end: Int)? {
    guard start + 2 < run.endIndex, run[start] == UInt8(ascii: "["), run[start + 1] == UInt8(ascii: "^") else {
      return nil
    }
    let inside = run[(start + 2)..<min(run.endIndex, start + 2 + longest)]
    let end = inside.firstIndex { FormulaScan.isWhite($0) || $0 == UInt8(ascii: "]") || $0 == UInt8(ascii: "[") }
    guard let end, run[end] == UInt8(ascii: "]"), end > start + 2 else { return nil }
    return (String(decoding: run[(start + 2)..<end], as: UTF8.self).lowercased(), end + 1)
  }
}
