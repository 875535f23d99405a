internal import Messages

/// Signs that look like those of Swift and are others: full-width ones, those of typesetters, spaces of other kinds, letters of other alphabets.
enum LookalikeSigns {
  /// What a sign stands for.
  struct Meaning: Equatable {
    /// Of which kind it is.
    let kind: SlipPhrase.Sign
    /// What is written in Swift.
    let text: String
  }

  /// What `scalar` stands for; nil where it is none of these.
  static func meaning(of scalar: Unicode.Scalar) -> Meaning? {
    switch scalar.value {
    case 0x3000: return Meaning(kind: .wideSpace, text: " ")
    case 0xFF02: return Meaning(kind: .quote, text: "\"")
    case 0xFF01...0xFF5E:
      return Unicode.Scalar(scalar.value - 0xFEE0).map { Meaning(kind: .fullWidth, text: String(Character($0))) }
    case 0x00A0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F: return Meaning(kind: .space, text: " ")
    case 0x00AD, 0x180E, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x2069, 0xFEFF:
      return Meaning(kind: .invisible, text: "")
    default: return table[scalar]
    }
  }

  private static let table: [Unicode.Scalar: Meaning] = {
    var table: [Unicode.Scalar: Meaning] = [:]
    func add(_ kind: SlipPhrase.Sign, _ signs: String, _ text: String) {
      for sign in signs.unicodeScalars { table[sign] = Meaning(kind: kind, text: text) }
    }
    add(.quote, "“”„‟«»‘’‚‛‹›″′「」『』", "\"")
    add(.sign, "×✕✖⨯∙·⋅•‧ㆍ∗・", "*")
    add(.sign, "−–—‐‑‒﹣", "-")
    add(.sign, "÷∕⁄", "/")
    for (sign, text) in [
      ("≤", "<="), ("≥", ">="), ("≠", "!="), ("→", "->"), ("…", "..."), ("≦", "<="), ("≧", ">="), ("＝", "="),
      ("∧", "&&"), ("∨", "||"), ("¬", "!"),
    ] { add(.sign, sign, text) }
    for (sign, text) in [("、", ","), ("，", ","), ("。", "."), ("【", "["), ("】", "]"), ("〔", "["), ("〕", "]")] {
      add(.fullWidth, sign, text)
    }
    // Letters of Cyrillic and Greek that look like Latin ones.
    for (sign, text) in zip("АВЕКМНОРСТХаеорсухіѕΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABEKMHOPCTXaeopcyxisABEZHIKMNOPTYXo") {
      add(.letter, String(sign), String(text))
    }
    for (sign, text) in [("²", " * "), ("³", " * ")] { add(.power, sign, text) }
    return table
  }()

  /// A sign that was found.
  private struct Sign {
    let kind: SlipPhrase.Sign
    let found: String
    let written: String
  }

  /// What is found outside of texts and comments, one a line.
  static func slips(in text: CellText) -> [Slip] {
    var found: [Int: (column: Int, kinds: [SlipPhrase.Sign], signs: [Sign], edits: [CellText.Edit])] =
      [:]
    for token in text.tokens where token.kind == .word || token.kind == .number {
      guard token.text.utf8.contains(where: { $0 >= 0x80 }) else { continue }
      let isLatin = token.text.unicodeScalars.contains { $0.isASCII && $0.properties.isAlphabetic }
      var offset = token.start
      for scalar in token.text.unicodeScalars {
        let width = UTF8.width(scalar)
        defer { offset += width }
        guard let meaning = meaning(of: scalar) else { continue }
        // A name that is all of another alphabet is the learner's own.
        if meaning.kind == .letter, !isLatin { continue }
        var written = meaning.text
        if meaning.kind == .power {
          let base = String(token.text.unicodeScalars.prefix { $0.isASCII }.map(Character.init))
          guard !base.isEmpty else { continue }
          written = String(repeating: " * " + base, count: scalar == "³" ? 2 : 1)
        }
        // A full stop ends a sentence, not a statement.
        if meaning.kind == .fullWidth, written == ".", isLast(offset + width, token.line, in: text) { written = "" }
        var entry = found[token.line] ?? (offset + 1, [], [], [])
        entry.kinds.append(meaning.kind)
        let sign = Sign(kind: meaning.kind, found: shown(scalar), written: written.trimmed)
        if !entry.signs.contains(where: { $0.found == sign.found }) { entry.signs.append(sign) }
        // A wide sign holds the space behind it.
        if meaning.kind == .fullWidth, [",", ":"].contains(written), !isSpaced(offset + width, token.line, in: text) {
          written += " "
        }
        // A sign of reckoning needs the same space on both sides.
        let isBetween = meaning.kind == .sign && offset > token.start && offset + width < token.end
        let edit =
          isBetween && ["*", "-", "/"].contains(written) && !isExponent(token, before: offset)
          ? " \(written) " : written
        entry.edits.append(CellText.Edit(line: token.line, range: offset..<(offset + width), text: edit))
        found[token.line] = entry
      }
    }
    return found.map { line, entry in
      let kind = entry.kinds.first { $0 != .fullWidth } ?? .fullWidth
      // What is said of one kind is not said of another that stands beside it.
      let signs = entry.signs.filter { $0.kind == kind }.prefix(6)
      return Slip(
        line: line, column: entry.column,
        .lookalike(kind, found: signs.map(\.found), written: signs.map(\.written)), entry.edits)
    }
  }

  /// Whether nothing but white space stands behind a place on a line.
  private static func isLast(_ offset: Int, _ line: Int, in text: CellText) -> Bool {
    text.slice(line, offset..<max(offset, text.lines[line].utf8.count)).trimmed.isEmpty
  }

  /// Whether white space or nothing follows a place on a line.
  private static func isSpaced(_ offset: Int, _ line: Int, in text: CellText) -> Bool {
    text.slice(line, offset..<max(offset, text.lines[line].utf8.count)).first?.isWhitespace ?? true
  }

  /// Whether what stands there is the minus of `1e−3`.
  private static func isExponent(_ token: CellText.Token, before offset: Int) -> Bool {
    let head = Array(token.text.utf8.prefix(offset - token.start))
    guard let last = head.last, token.kind == .number else { return false }
    return last == UInt8(ascii: "e") || last == UInt8(ascii: "E")
  }

  /// A sign that can be seen, or its number in Unicode.
  private static func shown(_ scalar: Unicode.Scalar) -> String {
    let isSeen = scalar.properties.generalCategory != .format && !scalar.properties.isWhitespace
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return isSeen ? String(Character(scalar)) : "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
