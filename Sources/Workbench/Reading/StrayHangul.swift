internal import Messages

/// Hangul that a forgotten input mode left behind and that says nothing: `stride: ㅜ`, `ㅊConv2D(…)`, `return 1 ㅓ`.
enum StrayHangul {
  typealias Edit = CellText.Edit

  /// So many words of a cell are looked up.
  private static let mostLooked = 200

  /// Syllables that nothing is called by, where the compiler stumbles over them.
  static func slips(in text: CellText, _ errors: [CellError], _ context: ReadingContext) -> [Slip] {
    let wrong = Set(errors.map(\.line))
    guard !wrong.isEmpty else { return [] }
    let counts = OtherNames.counts(in: text)
    // The same word on the same line means the same.
    var (line, meant): (Int, [String: String?]) = (-1, [:])
    var looked = 0
    func ours(_ token: CellText.Token, at index: Int) -> String? {
      if token.line != line { (line, meant) = (token.line, [:]) }
      if let known = meant[token.text] { return known }
      guard looked < mostLooked, !meant.values.contains(where: { $0 != nil }) else { return nil }
      looked += 1
      let found = OtherNames.meant(by: token.text, at: index, in: text, counts)
      meant[token.text] = .some(found)
      return found
    }
    return text.tokens.indices.compactMap { index -> Slip? in
      let token = text.tokens[index]
      guard token.kind == .word, wrong.contains(token.line), !context.names.contains(token.text),
        let keys = KoreanLayout.keys(of: token.text)
      else { return nil }
      // A Korean word for what the cell calls otherwise was meant as it stands.
      if let ours = ours(token, at: index), ours != token.text {
        return Slip(
          token, .otherName(found: token.text, ours: ours), [text.replace(index...index, by: ours)])
      }
      return slip(at: index, keys, in: text, isKnown: { context.names.contains($0) })
    }
  }

  /// What is said of one piece with Hangul in it.
  ///
  /// - Parameters:
  ///   - index: its place.
  ///   - keys: the keys that make it.
  ///   - text: the text it is in.
  ///   - isKnown: whether a word means something here.
  /// - Returns: what is said; nil where it may be a name of the learner's.
  static func slip(at index: Int, _ keys: String, in text: CellText, isKnown: (String) -> Bool) -> Slip? {
    let token = text.tokens[index]
    let rest = String(String.UnicodeScalarView(token.text.unicodeScalars.filter(\.isASCII)))
    if !rest.isEmpty {
      guard isKnown(rest) || Double(rest) != nil else { return nil }
      let hangul = String(String.UnicodeScalarView(token.text.unicodeScalars.filter { !$0.isASCII }))
      return Slip(
        token, .strayHangul(found: hangul, keys: KoreanLayout.keys(of: hangul) ?? keys),
        [text.replace(index...index, by: rest)])
    }
    let before = text[at: index - 1].flatMap { $0.line == token.line ? $0 : nil }
    let after = text[at: index + 1].flatMap { $0.line == token.line ? $0 : nil }
    // A label or a name that something is done with is to be written, not left out.
    guard ![":", "=", ".", "(", "["].contains(after?.text) else { return nil }
    if isValue(after: before, before: after) {
      // A number in words is one all the same, but for the place of a pixel: `label[행, 열]` names a column.
      let isPlace = text.bracket(around: index).map { text.sees("[", at: $0) && text.touch($0 - 1, $0) } ?? false
      guard !isPlace else { return nil }
      if let number = SpokenNumber.written(token.text) {
        return Slip(token, .numberWord(found: token.text, written: number), [text.replace(index...index, by: number)])
      }
      let start = before?.text == "." ? index - 1 : index
      return Slip(token, .hangulForValue(found: token.text, keys: keys), [text.replace(start...index, by: ".FIXME")])
    }
    var range = token.start..<token.end
    if let before, before.end < token.start { range = before.end..<token.end }
    return Slip(
      token, .strayHangul(found: token.text, keys: keys), [Edit(line: token.line, range: range, text: "")])
  }

  private static let openers: Set<String> = [
    "(", "[", ",", ":", "=", "+", "-", "*", "/", "<", ">", ".", "==", "+=", "-=",
  ]
  private static let closers: Set<String> = [")", "]", ",", "}", "{", "+", "-", "*", "/", "<", ">", "=="]

  /// Whether a value is wanted between two pieces.
  private static func isValue(after before: CellText.Token?, before after: CellText.Token?) -> Bool {
    guard let before, before.kind == .mark && openers.contains(before.text) || before.text == "return" else {
      return false
    }
    return after.map { closers.contains($0.text) } ?? true
  }
}
