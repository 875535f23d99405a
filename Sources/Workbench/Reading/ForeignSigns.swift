internal import Messages
internal import SegLab

/// Comments that begin with `#`.
enum ForeignComments {
  private static let directives: Set<String> = [
    "#if", "#else", "#elseif", "#endif", "#available", "#selector", "#line", "#file", "#function", "#column", "#error",
    "#warning", "#sourceLocation", "#fileID", "#filePath",
  ]

  /// What is found, one a line.
  static func slips(in text: CellText, _ context: ReadingContext) -> [Slip] {
    var seen = Set<Int>()
    return text.tokens.compactMap { token -> Slip? in
      let isMark = token.kind == .mark && token.text.allSatisfy { $0 == "#" }
      guard isMark || token.kind == .directive, !directives.contains(token.text), seen.insert(token.line).inserted
      else { return nil }
      let line = text.lines[token.line]
      let words = text.slice(token.line, token.start..<line.utf8.count)
      let rest = String(words.drop { $0 == "#" }).trimmed
      if line.trimmed.hasPrefix("#"), let written = wanted(rest, behind: token, in: text, context) {
        return Slip(
          token, .hashBeforeCode(written: written),
          [CellText.Edit(line: token.line, range: token.start..<line.utf8.count, text: written)])
      }
      let edit = CellText.Edit(line: token.line, range: token.start..<line.utf8.count, text: "// " + rest)
      return Slip(token, .hashComment, [edit])
    }
  }

  /// A layer that the lab asks for, or a setting of the call around it, that no other line of the cell has; nil for words, and for what stands there
  /// once more.
  private static func wanted(
    _ words: String, behind sign: CellText.Token, in text: CellText, _ context: ReadingContext
  ) -> String? {
    let (line, code) = (sign.line, CellText([words]))
    guard let first = code.tokens.first, first.kind == .word else { return nil }
    func isElsewhere(_ word: String) -> Bool { text.tokens.contains { $0.line != line && $0.text == word } }
    if let kind = BuilderLines(text).kind(ofLine: line) {
      guard kind == .layers, CallSignature.of(first.text)?.isLayer == true else { return nil }
      if code.tokens.count == 1 {
        guard !isElsewhere(first.text),
          let name = CallReader(text: text, context: context).layerName(of: first.text), context.layers.contains(name)
        else { return nil }
        return "\(first.text)(\"\(name)\")"
      }
      guard code.sees("(", at: 1), code.closing(1) == code.tokens.count - 1, code.tokens[2].kind == .string,
        context.layers.contains(code.tokens[2].text.filter { $0 != "\"" })
      else { return nil }
      return isElsewhere(code.tokens[2].text) ? nil : words
    }
    guard isSetting(code), !isElsewhere(first.text), callee(around: sign, in: text)?.parameter(first.text) != nil else {
      return nil
    }
    return words
  }

  /// Whether words are a label with a value of one piece, or with a list of such.
  private static func isSetting(_ code: CellText) -> Bool {
    var last = code.tokens.count - 1
    if code.sees(",", at: last) { last -= 1 }
    guard code.sees(":", at: 1), last >= 2 else { return false }
    let value = code.tokens[2...last]
    func isLiteral(_ token: CellText.Token) -> Bool {
      token.kind == .number || token.kind == .string || ["true", "false"].contains(token.text)
    }
    if value.count == 1 { return value.allSatisfy(isLiteral) }
    if code.sees(".", at: 2), code.tokens[3].kind == .word {
      return value.count == 2 || value.count == 4 && code.sees("(", at: 4) && code.sees(")", at: 5)
    }
    return code.sees("[", at: 2) && code.closing(2) == last
      && value.dropFirst().dropLast().allSatisfy { isLiteral($0) || [",", "-"].contains($0.text) }
  }

  /// What the call takes whose parentheses stand around a piece.
  private static func callee(around token: CellText.Token, in text: CellText) -> CallSignature? {
    guard let open = text.indices(ofLine: token.line).first.flatMap({ text.bracket(around: $0) }),
      text.sees("(", at: open)
    else { return nil }
    return text[at: open - 1].flatMap { CallSignature.of($0.text) }
  }
}

/// Texts between apostrophes, and a fence that was pasted along.
enum ForeignQuotes {
  /// What is found.
  static func slips(in text: CellText) -> [Slip] {
    for (number, line) in text.lines.enumerated() {
      let word = line.trimmed
      guard word.hasPrefix("```") || word.hasPrefix("~~~") || word == "'''" else { continue }
      let edit = text.emptying(number)
      return [Slip(line: number, column: 1, .fenceInside(word), [edit])]
    }
    let prompts = text.lines.enumerated().compactMap { number, line -> Slip? in
      // Python begins a line that goes on with `...`, and examples stand so for what they leave out.
      if ["...", "…"].contains(line.trimmed) {
        return Slip(line: number, column: 1, .prompt(line.trimmed), [text.emptying(number)])
      }
      guard let mark = [">>>", "$", "..."].first(where: { line.hasPrefix($0 + " ") }) else { return nil }
      return Slip(
        line: number, column: 1, .prompt(mark),
        [CellText.Edit(line: number, range: 0..<(mark.utf8.count + 1), text: "")])
    }
    if !prompts.isEmpty { return prompts }
    var slips = text.tokens.indices.compactMap { tripled(at: $0, in: text) }
    var open: Int?
    for (index, token) in text.tokens.enumerated() where token.kind == .mark && token.text == "'" {
      if let start = open, text.tokens[start].line == token.line {
        let inside = text.slice(token.line, text.tokens[start].end..<token.start)
        let written = "\"" + inside + "\""
        // What is a word with a point here is told as that.
        let member = [":", "="].contains(text[at: start - 1]?.text) ? member(inside, behind: start - 2, in: text) : nil
        let what =
          member.map { SlipPhrase.labels(found: ["'\(inside)'"], ours: [$0]) } ?? .singleQuotes(written)
        slips.append(Slip(text.tokens[start], what, [text.replace(start...index, by: written)]))
        open = nil
      } else {
        open = index
      }
    }
    return slips
  }

  /// The word with a point that is meant by a text behind a label, ours or another library's: `padding='same'`, `act: 'relu'`.
  private static func member(_ words: String, behind place: Int, in text: CellText) -> String? {
    guard let label = text[at: place]?.text, !words.contains("\""), !words.contains("\\") else { return nil }
    let quoted = CellText(["\"\(words)\""])
    guard quoted.tokens.count == 1 else { return nil }
    let types = CallSignature.all.compactMap { signature -> String? in
      let kind = CallReader.plainLabel(label, in: signature).flatMap { signature.parameter($0)?.kind }
      if case .member(let type)? = kind { return type }
      return nil
    }
    return types.lazy.compactMap { ForeignMembers.written(quoted, 0...0, $0) }.first
  }

  /// A text of one line between three quotes on each side, which Swift keeps for texts of several.
  private static func tripled(at index: Int, in text: CellText) -> Slip? {
    let token = text.tokens[index]
    let line = text.lines[token.line]
    guard token.kind == .string, token.text.hasPrefix("\"\""),
      let found = String(line.utf8.dropFirst(token.start))?.prefixMatch(of: /\"\"\"([^"]*)\"\"\"/)
    else { return nil }
    let written = "\"\(found.output.1)\""
    let range = token.start..<(token.start + found.output.0.utf8.count)
    return Slip(token, .singleQuotes(written), [CellText.Edit(line: token.line, range: range, text: written)])
  }
}

/// A sentence among the code.
enum Prose {
  private static let keywords: Set<String> = [
    "let", "var", "func", "return", "if", "else", "for", "while", "import", "struct", "class", "enum", "case", "switch",
    "guard", "in", "repeat", "do", "try", "throw", "break", "continue", "extension", "typealias", "print", "def",
    "elif",
  ]
  private static let signs: Set<String> = [",", ".", "?", ":", ";", "'", "-", "!", "`", "*", "**", "(", ")"]

  /// What is found, one a line.
  static func slips(in text: CellText, _ errors: [CellError]) -> [Slip] {
    let wrong = Set(errors.map(\.line))
    return text.lines.enumerated().compactMap { number, line -> Slip? in
      // Where the compiler has said where it stumbles, only there.
      guard errors.isEmpty || wrong.contains(number) else { return nil }
      let range = text.indices(ofLine: number)
      let tokens = text.tokens[range]
      if let words = trailing(range, in: text) {
        let edit = CellText.Edit(line: number, range: words.start..<words.start, text: "// ")
        let found = String(decoding: line.utf8.dropFirst(words.start), as: UTF8.self)
        return Slip(line: number, column: words.start + 1, .prose(words: String(found.trimmed.prefix(40))), [edit])
      }
      guard let first = tokens.first, isSentence(Array(tokens)) else { return nil }
      let edit = CellText.Edit(line: number, range: first.start..<first.start, text: "// ")
      return Slip(line: number, column: first.start + 1, .prose(words: String(line.trimmed.prefix(40))), [edit])
    }
  }

  /// The first of several words behind a value or a call that is complete: `epochs: 10,  ten epochs`; nil where there are none.
  private static func trailing(_ range: Range<Int>, in text: CellText) -> CellText.Token? {
    var first = range.upperBound
    while first > range.lowerBound, text.tokens[first - 1].kind == .word,
      !keywords.contains(text.tokens[first - 1].text)
    {
      first -= 1
    }
    guard range.upperBound - first >= 2, first > range.lowerBound + 1, let before = text[at: first - 1],
      [",", ")"].contains(before.text), before.end < text.tokens[first].start,
      text.tokens[range.lowerBound..<first].contains(where: { [":", "("].contains($0.text) })
    else { return nil }
    return text.tokens[first]
  }

  /// Whether these pieces read like a sentence: words beside words, and no sign of a program.
  private static func isSentence(_ tokens: [CellText.Token]) -> Bool {
    let words = tokens.filter { $0.kind == .word }
    guard let first = tokens.first, first.kind == .word || first.text == "-" || first.text == "*" else { return false }
    guard words.count >= 3, let start = words.first, !keywords.contains(start.text) else { return false }
    let isPlain = tokens.allSatisfy { token in
      switch token.kind {
      case .word, .number, .string: return true
      case .mark: return signs.contains(token.text)
      case .directive, .attribute: return false
      }
    }
    guard isPlain else { return false }
    var pairs = 0
    for (a, b) in zip(tokens, tokens.dropFirst()) where a.kind == .word && b.kind == .word && a.end < b.start {
      if !["and", "or", "not", "in", "is"].contains(a.text),
        !["and", "or", "not", "in", "is", "if", "else"].contains(b.text)
      {
        pairs += 1
      }
    }
    return pairs >= 2
  }
}
