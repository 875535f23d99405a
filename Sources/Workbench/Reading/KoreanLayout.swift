internal import Diagnostics
internal import Messages
internal import SegLab

/// Words that were typed with the Korean keyboard layout left on: `ㅣㄷㅅ` are the keys of `let`.
public enum KoreanLayout {
  private static let leading = [
    "r", "R", "s", "e", "E", "f", "a", "q", "Q", "t", "T", "d", "w", "W", "c", "z", "x", "v", "g",
  ]
  private static let vowels = [
    "k", "o", "i", "O", "j", "p", "u", "P", "h", "hk", "ho", "hl", "y", "n", "nj", "np", "nl", "b", "m", "ml", "l",
  ]
  private static let trailing = [
    "", "r", "R", "rt", "s", "sw", "sg", "e", "f", "fr", "fa", "fq", "ft", "fx", "fv", "fg", "a", "q", "qt", "t", "T",
    "d",
    "w", "c", "z", "x", "v", "g",
  ]
  /// The letters that stand alone, from U+3131.
  private static let single = [
    "r", "R", "rt", "s", "sw", "sg", "e", "E", "f", "fr", "fa", "fq", "ft", "fx", "fv", "fg", "a", "q", "Q", "qt", "t",
    "T",
    "d", "w", "W", "c", "z", "x", "v", "g",
  ]

  /// The keys that make `word` in the two-set layout.
  ///
  /// - Parameter word: what somebody typed.
  /// - Returns: nil where another sign than Hangul and ASCII is in it, or no Hangul.
  public static func keys(of word: String) -> String? {
    var keys = ""
    var isHangul = false
    for scalar in word.unicodeScalars {
      switch scalar.value {
      case 0xAC00...0xD7A3:
        let index = Int(scalar.value - 0xAC00)
        keys += leading[index / 588] + vowels[index % 588 / 28] + trailing[index % 28]
        isHangul = true
      case 0x3131...0x314E:
        keys += single[Int(scalar.value - 0x3131)]
        isHangul = true
      case 0x314F...0x3163:
        keys += vowels[Int(scalar.value - 0x314F)]
        isHangul = true
      case ..<0x80: keys.unicodeScalars.append(scalar)
      default: return nil
      }
    }
    return isHangul ? keys : nil
  }

  private static let words: [String] =
    [
      "let", "var", "func", "return", "if", "else", "for", "in", "while", "true", "false", "nil", "Int", "Double",
      "Float",
    ]
    + ["Network", "Training", "Preprocessing", "Sweep", "EarlyStopping", "Mask", "Image", "FIXME"]
    + Network.layerTypes.map { String(describing: $0) } + Preprocessing.stepTypes.map { String(describing: $0) }
    + CallSignature.all.flatMap { $0.parameters.map(\.label) } + MemberNames.all.values.flatMap { $0 }

  /// What is found, one a word.
  static func slips(in text: CellText, _ context: ReadingContext) -> [Slip] {
    let typed = text.tokens.indices.compactMap { index -> (index: Int, keys: String, isLoose: Bool)? in
      let token = text.tokens[index]
      // Letters that make no syllable are nobody's word, wherever they stand.
      let isLoose = token.text.unicodeScalars.contains { (0x3131...0x3163).contains($0.value) }
      guard token.kind == .word || token.kind == .number && isLoose, !context.names.contains(token.text),
        let keys = keys(of: token.text), isLoose || SpokenNumber(token.text) == nil
      else { return nil }
      return (index, keys, isLoose)
    }
    // Most cells hold no such word, and need no list of all that there are.
    guard !typed.isEmpty else { return [] }
    let known = words + context.names.sorted()
    return typed.compactMap { index, keys, isLoose in
      let token = text.tokens[index]
      func slip(_ written: String) -> Slip {
        Slip(token, .koreanLayout(found: token.text, written: written), [text.replace(index...index, by: written)])
      }
      // In the same letters if it is there.
      if let exact = known.first(where: { $0 == keys }) ?? known.first(where: { $0.lowercased() == keys.lowercased() })
      {
        return slip(exact)
      }
      guard isLoose else { return nil }
      // What is written in Latin letters is right without the Hangul beside it.
      if token.text.unicodeScalars.contains(where: \.isASCII),
        let slip = StrayHangul.slip(at: index, keys, in: text, isKnown: { known.contains($0) })
      {
        return slip
      }
      if keys.count >= 4, let near = Spelling.nearest(to: keys, among: known) { return slip(near) }
      return StrayHangul.slip(at: index, keys, in: text, isKnown: { known.contains($0) })
    }
  }
}
