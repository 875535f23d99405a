internal import Messages

/// Mistakes that only the compiler sees, and that the text around the place it names explains better than its words.
enum CompilerHints {
  typealias Edit = CellText.Edit
  typealias Hint = @Sendable (CellError, CellText) -> Slip?

  /// What is looked for, in this order.
  private static let hints: [Hint] =
    ValueHints.hints + [
      { innerVariable($0, in: $1) }, { labelInside($0, in: $1) }, { otherName($0, in: $1) },
      { givenChanges($0, in: $1) }, { givenCopied($0, in: $1) }, { newName($0, in: $1) }, { sumNotMade($0, in: $1) },
      { maskValue($0, in: $1) },
      { wholeNumber($0, in: $1) },
      { fraction($0, in: $1) }, { constant($0, in: $1) }, { quoted($0, in: $1) }, { wholePicture($0, in: $1) },
      { wholeAssigned($0, in: $1) }, { pointedNumber($0, in: $1) }, { countedLoop($0, in: $1) },
      { lostReturn($0, in: $1) },
    ] + FunctionHints.hints + OtherForms.hints

  /// What is found: for the first error that can be explained.
  static func slips(in text: CellText, _ errors: [CellError], _ context: ReadingContext) -> [Slip] {
    if let found = FunctionHints.renamedParameters(in: text, errors) { return [found] }
    for error in errors {
      for hint in hints {
        guard let found = hint(error, text) else { continue }
        // What else nothing is called on that line: `label[i, j]`.
        let others = errors.filter { $0.line == error.line && $0.column != error.column }
          .compactMap { otherName($0, in: text) }.flatMap(\.edits)
          .filter { other in !found.edits.contains { $0.line == other.line && $0.range.overlaps(other.range) } }
        let unique = others.enumerated().filter { others.firstIndex(of: $0.element) == $0.offset }.map(\.element)
        return [Slip(line: found.line, column: found.column, found.what, found.edits + unique)]
      }
    }
    if !errors.isEmpty, let found = FunctionHints.otherResult(in: text, context) { return [found] }
    let advice = Advice(names: context.names)
    for error in errors {
      if let found = AdvisedEdit(text: text, context: context).slip(error, advice) { return [found] }
    }
    return []
  }

  /// A name that is made inside of braces and used behind them.
  private static func innerVariable(_ error: CellError, in text: CellText) -> Slip? {
    guard let name = Advice.missingName(in: error.text) else { return nil }
    let maker = text.tokens.indices.first { index in
      text.tokens[index].text == name && ["var", "let"].contains(text[at: index - 1]?.text ?? "")
        && text.tokens[index].line < error.line
    }
    guard let maker else { return nil }
    let line = text.tokens[maker].line
    // The outermost block that has ended where the name is used.
    let openings = text.tokens.indices.filter { index in
      text.sees("{", at: index) && index < maker
        && (text.closing(index).map { $0 > maker && text.tokens[$0].line <= error.line } ?? false)
    }
    guard let block = openings.first, text.tokens[block].line < line else { return nil }
    let above = text.tokens[block].line
    let indent = String(repeating: " ", count: Brackets.indentation(text.lines[above]))
    return Slip(
      text.tokens[maker], .madeInside(name, line: text.lines[line].trimmed),
      [
        Edit(line: above, range: 0..<0, text: indent + text.lines[line].trimmed + "\n"),
        text.emptying(line),
      ])
  }

  /// `x = 1` without `var` or `let` before it.
  private static func newName(_ error: CellError, in text: CellText) -> Slip? {
    guard let name = Advice.missingName(in: error.text), text.lines.indices.contains(error.line) else { return nil }
    let range = text.indices(ofLine: error.line)
    guard let first = text.tokens[range].first, first.text == name, text.sees("=", at: range.lowerBound + 1) else {
      return nil
    }
    let changes = text.tokens.indices.count { index in
      text.sees(name, at: index) && index != range.lowerBound && !text.sees(".", at: index - 1)
        && ["=", "+=", "-=", "*=", "/=", "["].contains(text[at: index + 1]?.text)
    }
    let word = changes > 0 ? "var " : "let "
    return Slip(first, .newName(name), [Edit(line: first.line, range: first.start..<first.start, text: word)])
  }

  /// `both += …` in a loop, and no line that makes `both`.
  private static func sumNotMade(_ error: CellError, in text: CellText) -> Slip? {
    guard let name = Advice.missingName(in: error.text), text.lines.indices.contains(error.line),
      let place = text.indices(ofLine: error.line).first(where: {
        text.sees(name, at: $0) && text.sees("+=", at: $0 + 1)
      }),
      let loop = text.tokens.indices.first(where: { text.sees("for", at: $0) && text.tokens[$0].line < error.line }),
      !text.tokens.indices.contains(where: {
        ["var", "let"].contains(text.tokens[$0].text) && text.sees(name, at: $0 + 1)
      })
    else { return nil }
    let line = text.tokens[loop].line
    let indent = text.indent(ofLine: line)
    // What is added is real where it is made so on this line, or on the line that makes what is added.
    let added = Set(text.tokens[text.indices(ofLine: error.line)].filter { $0.kind == .word }.map(\.text))
    let makers = text.tokens.indices.filter { text.sees("let", at: $0) && added.contains(text[at: $0 + 1]?.text ?? "") }
    let isReal = ([error.line] + makers.map { text.tokens[$0].line }).contains { line in
      text.tokens[text.indices(ofLine: line)].contains { ["Double", "Float"].contains($0.text) }
    }
    guard text.tokens[place].line > line else { return nil }
    // Told where the line belongs.
    return Slip(
      text.tokens[loop], .newName(name),
      [Edit(line: line, range: 0..<0, text: "\(indent)var \(name) = \(isReal ? "0.0" : "0")\n")])
  }

  /// A grey value in a mask.
  private static func maskValue(_ error: CellError, in text: CellText) -> Slip? {
    let words = [
      "cannot assign value of type 'Float' to subscript of type 'Int'",
      "cannot assign value of type 'Double' to subscript of type 'Int'",
    ]
    guard words.contains(error.text), text.lines.indices.contains(error.line) else { return nil }
    let range = text.indices(ofLine: error.line)
    guard let value = range.last(where: { text.sees("=", at: $0) }).flatMap(text.rest) else { return nil }
    return Slip(
      text.tokens[value.lowerBound], .maskGetsGrey(text.text(value)), [text.replace(value, by: "1")])
  }

  /// `Double(…)` where a whole number is wanted.
  private static func wholeNumber(_ error: CellError, in text: CellText) -> Slip? {
    let isAsked =
      error.text.contains("'Double' to specified type 'Int'") || error.text.contains("'Float' to specified type 'Int'")
      || error.text.contains("operands of type 'Int' and 'Double'")
      || error.text.contains("operands of type 'Double' and 'Int'")
    guard isAsked, text.lines.indices.contains(error.line) else { return nil }
    let range = text.indices(ofLine: error.line)
    guard range.contains(where: { text.sees(":", at: $0) && text.sees("Int", at: $0 + 1) }),
      let name = range.first(where: {
        ["Double", "Float"].contains(text.tokens[$0].text) && text.sees("(", at: $0 + 1)
      }),
      let close = text.closing(name + 1), close > name + 2
    else { return nil }
    let inside = text.text((name + 2)...(close - 1))
    return Slip(
      text.tokens[name], .wholeWanted(found: text.text(name...close), written: inside),
      [text.replace(name...close, by: inside)])
  }

  /// Two whole numbers divided where a fraction is wanted.
  private static func fraction(_ error: CellError, in text: CellText) -> Slip? {
    let isAsked =
      error.text.contains("type 'Int' to return type 'Double") || error.text.contains("'Int' to specified type 'Double")
    guard isAsked, text.lines.indices.contains(error.line) else { return nil }
    let range = text.indices(ofLine: error.line)
    guard let start = range.first(where: { ["return", "="].contains(text.tokens[$0].text) }),
      let sign = range.last(where: { text.sees("/", at: $0) }), sign > start + 1, let below = text.rest(behind: sign)
    else { return nil }
    let written = "Double(\(text.text((start + 1)...(sign - 1)))) / Double(\(text.text(below)))"
    return Slip(
      text.tokens[start + 1], .fractionWanted(written: written),
      [text.replace((start + 1)...below.upperBound, by: written)])
  }

  /// A number between quotes, or a name of the cell's.
  private static func quoted(_ error: CellError, in text: CellText) -> Slip? {
    guard error.text.contains("'String'"), text.lines.indices.contains(error.line) else { return nil }
    func content(_ place: Int) -> String { text.tokens[place].text.filter { $0 != "\"" } }
    let place = text.indices(ofLine: error.line).first { place in
      guard text.tokens[place].kind == .string else { return false }
      let content = content(place)
      return Double(content) != nil || text.tokens.contains { $0.kind == .word && $0.text == content }
    }
    guard let place else { return nil }
    let (token, meant) = (text.tokens[place], content(place))
    return Slip(token, .labels(found: [token.text], ours: [meant]), [text.replace(place...place, by: meant)])
  }

  /// A whole mask or image where one of its pixels is wanted.
  private static func wholePicture(_ error: CellError, in text: CellText) -> Slip? {
    guard ["'Mask'", "'Image'"].contains(where: error.text.contains), let loops = PixelPlaces.loops(in: text) else {
      return nil
    }
    let names = PixelPlaces.names(in: text)
    let place = text.indices(ofLine: error.line).first {
      names.contains(text.tokens[$0].text) && text.tokens[$0].start + 1 >= error.column
        && !["[", ".", "("].contains(text[at: $0 + 1]?.text)
    }
    guard let place else { return nil }
    let (token, name) = (text.tokens[place], text.tokens[place].text)
    let written = "\(name)[\(loops.row), \(loops.column)]"
    return Slip(token, .wholePicture(name: name, written: written), [text.replace(place...place, by: written)])
  }

  /// `2.0` where whole numbers are.
  private static func pointedNumber(_ error: CellError, in text: CellText) -> Slip? {
    guard
      error.text.contains("'Double' to specified type 'Int'")
        || error.text.contains("'Double' to expected argument type 'Int'"),
      text.lines.indices.contains(error.line)
    else { return nil }
    let place = text.indices(ofLine: error.line).first {
      text.tokens[$0].kind == .number && text.tokens[$0].text.hasSuffix(".0")
    }
    guard let place else { return nil }
    let (token, written) = (text.tokens[place], String(text.tokens[place].text.dropLast(2)))
    return Slip(token, .wholeWanted(found: token.text, written: written), [text.replace(place...place, by: written)])
  }

  /// `answer = 1`, where a pixel of the mask is meant.
  private static func wholeAssigned(_ error: CellError, in text: CellText) -> Slip? {
    guard error.text.hasPrefix("cannot assign value of type '"), error.text.contains("to type '"),
      ["'Mask'", "'Image'"].contains(where: error.text.hasSuffix), let loops = PixelPlaces.loops(in: text),
      text.lines.indices.contains(error.line),
      let sign = text.indices(ofLine: error.line).first(where: { text.sees("=", at: $0) }),
      let name = text[at: sign - 1], name.kind == .word
    else { return nil }
    let written = "\(name.text)[\(loops.row), \(loops.column)]"
    return Slip(
      name, .wholePicture(name: name.text, written: written), [text.replace((sign - 1)...(sign - 1), by: written)])
  }

  /// `label[row, col]` where the loop counts `column`, and `/ std` where `deviation` is made.
  private static func otherName(_ error: CellError, in text: CellText) -> Slip? {
    guard let name = Advice.missingName(in: error.text), text.lines.indices.contains(error.line),
      let place = text.indices(ofLine: error.line).first(where: { text.sees(name, at: $0) })
    else { return nil }
    var ours: String?
    if text.sees("[", at: place - 1), text.sees(",", at: place + 1) {
      ours = PixelPlaces.loops(in: text)?.row
    } else if text.sees(",", at: place - 1), text.sees("]", at: place + 1), text.sees("[", at: place - 3) {
      ours = PixelPlaces.loops(in: text)?.column
    } else {
      ours = OtherNames.meant(by: name, at: place, in: text, OtherNames.counts(in: text))
    }
    guard let ours, ours != name else { return nil }
    let all = text.indices(ofLine: error.line).filter { text.sees(name, at: $0) && !text.sees(".", at: $0 - 1) }
    return Slip(
      text.tokens[place], .otherName(found: name, ours: ours), all.map { text.replace($0...$0, by: ours) })
  }

  /// `>= at {` in `func threshold(_ x: Image, at level: Double)`: the label in the place of the name behind it.
  private static func labelInside(_ error: CellError, in text: CellText) -> Slip? {
    guard let name = Advice.missingName(in: error.text), text.lines.indices.contains(error.line),
      let label = text.tokens.indices.first(where: { index in
        text.sees(name, at: index) && ["(", ","].contains(text[at: index - 1]?.text)
          && text[at: index + 1]?.kind == .word && text.sees(":", at: index + 2)
      }), let place = text.indices(ofLine: error.line).first(where: { text.sees(name, at: $0) && $0 > label })
    else { return nil }
    let own = text.tokens[label + 1].text
    return Slip(
      text.tokens[place], .labelForName(label: name, name: own), [text.replace(place...place, by: own)])
  }

  /// `grey[row, column] = 1`: what the function is given in the place of what it makes.
  private static func givenChanges(_ error: CellError, in text: CellText) -> Slip? {
    let returned = error.text.hasPrefix("cannot convert return expression of type '")
    guard error.text.hasSuffix("is a 'let' constant") || returned, text.lines.indices.contains(error.line) else {
      return nil
    }
    let line = text.indices(ofLine: error.line)
    let given = text.tokens.indices.filter { index in
      text.tokens[index].kind == .word && text.sees(":", at: index + 1)
        && ["Image", "Mask"].contains(text[at: index + 2]?.text) && [",", ")"].contains(text[at: index + 3]?.text)
    }.map { text.tokens[$0].text }
    let made = text.tokens.indices.first { index in
      text.sees("var", at: index - 1) && text.sees("=", at: index + 1)
        && ["Image", "Mask"].contains(text[at: index + 2]?.text)
    }
    let place = line.first { index in
      given.contains(text.tokens[index].text)
        && (returned ? text.sees("return", at: index - 1) : text.sees("[", at: index + 1))
    }
    guard let made, let place else { return nil }
    let (found, name) = (text.tokens[place].text, text.tokens[made].text)
    return Slip(
      text.tokens[place], .givenChanges(found: found, written: name), [text.replace(place...place, by: name)])
  }

  /// `var binary = grey`, which is an image as `grey` is, where a mask is given back.
  private static func givenCopied(_ error: CellError, in text: CellText) -> Slip? {
    let types = error.pieces
    guard error.text.hasPrefix("cannot convert return expression of type '"), types.count >= 4,
      ["Image", "Mask"].contains(types[1]), ["Image", "Mask"].contains(types[3]),
      text.lines.indices.contains(error.line),
      let way = text.indices(ofLine: error.line).first(where: { text.sees("return", at: $0) }),
      let name = text[at: way + 1]?.text,
      let maker = text.tokens.indices.first(where: { index in
        text.sees("var", at: index) && text.sees(name, at: index + 1) && text.sees("=", at: index + 2)
          && text[at: index + 3]?.kind == .word && text[at: index + 4]?.line != text.tokens[index].line
      })
    else { return nil }
    let found = text.tokens[maker + 3]
    let written = "\(types[3])(height: \(found.text).height, width: \(found.text).width)"
    return Slip(
      found, .givenCopied(name: name, found: found.text, written: written),
      [text.replace((maker + 3)...(maker + 3), by: written)])
  }

  /// A `let` that is to change.
  private static func constant(_ error: CellError, in text: CellText) -> Slip? {
    guard error.text.hasSuffix("is a 'let' constant") else { return nil }
    let quoted = error.pieces
    guard quoted.count >= 5 else { return nil }
    let name = quoted[quoted.count - 4]
    guard
      let place = text.tokens.indices.last(where: {
        text.sees("let", at: $0) && text.sees(name, at: $0 + 1) && text.tokens[$0].line <= error.line
      })
    else { return nil }
    return Slip(text.tokens[place], .constantChanges(name), [text.replace(place...place, by: "var")])
  }

  /// `for row in label.height`: a number is no list of numbers.
  private static func countedLoop(_ error: CellError, in text: CellText) -> Slip? {
    guard error.text.hasPrefix("for-in loop requires '"), text.lines.indices.contains(error.line) else { return nil }
    let range = text.indices(ofLine: error.line)
    guard let word = range.first(where: { text.sees("in", at: $0) }), word + 1 < range.upperBound,
      let open = range.first(where: { $0 > word && text.sees("{", at: $0) }), open > word + 1
    else { return nil }
    let count = text.text((word + 1)...(open - 1))
    let mended = text.text(range.lowerBound...word) + " 0..<\(count) {"
    let start = text.tokens[word + 1].start
    return Slip(
      text.tokens[word + 1], .loopHead(written: mended),
      [Edit(line: error.line, range: start..<start, text: "0..<")])
  }

  /// A last line that works a value out and does not give it back.
  private static func lostReturn(_ error: CellError, in text: CellText) -> Slip? {
    guard error.text.hasPrefix("missing return in"), text.lines.indices.contains(error.line),
      let brace = text.indices(ofLine: error.line).first(where: { text.sees("}", at: $0) }), brace > 0
    else { return nil }
    let line = text.tokens[brace - 1].line
    let range = text.indices(ofLine: line)
    guard let first = text.tokens[range].first, first.kind == .word || first.kind == .number || first.text == "(",
      !["let", "var", "return", "if", "for", "while", "print"].contains(first.text),
      !text.tokens[range].contains(where: { ["=", "+=", "-=", "*=", "/=", "{", "}"].contains($0.text) })
    else { return nil }
    return Slip(
      line: line, column: first.start + 1, .said(error.text),
      [Edit(line: line, range: first.start..<first.start, text: "return ")])
  }
}
