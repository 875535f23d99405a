/// What may mend a function that measures overlap.
extension FunctionEdits {
  /// `both = …` in a loop as `both += …`.
  var added: [Edit] {
    body.filter { index in
      text.sees("=", at: index) && text[at: index - 1]?.kind == .word
        && (text.indices(ofLine: text.tokens[index].line).lowerBound == index - 1 || text.sees("{", at: index - 2))
    }.map { text.replace($0...$0, by: "+=") }
  }

  /// Lines of their own that let a sum begin again, one at a time.
  var begunAgain: [[Edit]] {
    body.filter { index in
      guard text.sees("=", at: index), text[at: index - 1]?.kind == .word,
        ["0", "0.0"].contains(text[at: index + 1]?.text)
      else { return false }
      return text.indices(ofLine: text.tokens[index].line) == (index - 1)..<(index + 2)
    }.map { [text.emptying(text.tokens[$0].line)] }
  }

  /// What is divided, or kept to be divided, twice.
  var doubled: [[Edit]] {
    let divided = places("/").compactMap { text.operand(endingAt: $0 - 1)?.lowerBound }
    let kept = places("=").filter { sign in
      text.sees("let", at: text.indices(ofLine: text.tokens[sign].line).lowerBound)
    }.map { $0 + 1 }
    return (kept + divided).compactMap { index in
      // `1 * both` has another number where the 2 belongs.
      if text[at: index]?.kind == .number, text.sees("*", at: index + 1) {
        return [text.replace(index...index, by: "2")]
      }
      return text[at: index].map { [Edit(line: $0.line, range: $0.start..<$0.start, text: "2 * ")] }
    }
  }

  /// What is taken away below the line, gone: `sum - both`.
  var subtracted: [[Edit]] {
    places("-").compactMap { sign in
      guard text[at: sign - 1]?.kind == .word, let value = text.operand(startingAt: sign + 1) else { return nil }
      return [remove(sign...value.upperBound)]
    }
  }

  /// A division gone, one at a time.
  var dividedTwice: [[Edit]] {
    places("/").compactMap { sign in text.operand(startingAt: sign + 1).map { [remove(sign...$0.upperBound)] } }
  }

  /// What is given back where a sum is 0: all of it, be it `Double.nan` or `-1`.
  func emptyResults(_ expected: String) -> [[Edit]] {
    let wanted = expected.trimmed
    guard wanted == "nil" || Double(wanted) != nil else { return [] }
    return body.compactMap { index in
      guard ["0", "0.0"].contains(text.tokens[index].text), let sign = text[at: index - 1]?.text,
        let isEmpty = ["==": true, "<=": true, "!=": false, ">": false][sign],
        let value = text[at: index + 1]?.text == "?" ? branch(isEmpty, after: index + 1) : block(isEmpty, after: index),
        text.tokens[value.lowerBound].line == text.tokens[value.upperBound].line
      else { return nil }
      // `if sum == 0 { 1 }` gives nothing back, whatever stands there.
      let isLost = text.sees("{", at: value.lowerBound - 1)
      guard isLost || text.text(value) != wanted else { return nil }
      return [text.replace(value, by: isLost ? "return \(wanted)" : wanted)]
    }
  }

  /// One of the two values behind `?`.
  private func branch(_ isFirst: Bool, after mark: Int) -> ClosedRange<Int>? {
    var colon = mark + 1
    while colon < body.upperBound, !text.sees(":", at: colon) {
      let isOpen = ["(", "[", "{"].contains(text.tokens[colon].text)
      colon = (isOpen ? text.closing(colon) ?? colon : colon) + 1
    }
    guard colon < body.upperBound, colon > mark + 1 else { return nil }
    return isFirst ? (mark + 1)...(colon - 1) : value(from: colon + 1, before: body.upperBound)
  }

  /// What is given back in the block behind a condition, or in the one behind its `else`.
  private func block(_ isFirst: Bool, after condition: Int) -> ClosedRange<Int>? {
    guard var open = brace(behind: condition),
      var close = text.closing(open)
    else { return nil }
    // `guard sum > 0 else { … }` has only one block.
    if text.sees("else", at: open - 1) == isFirst {
      guard !isFirst, text.sees("else", at: close + 1), text.sees("{", at: close + 2),
        let end = text.closing(close + 2)
      else { return nil }
      (open, close) = (close + 2, end)
    }
    guard let back = (open..<close).first(where: { text.sees("return", at: $0) }) else {
      let isValue = !text.tokens[open..<close].contains { ["=", "+=", "-="].contains($0.text) }
      return isValue ? value(from: open + 1, before: close) : nil
    }
    return value(from: back + 1, before: close)
  }

  /// The rest of a statement, as far as its line goes.
  private func value(from first: Int, before end: Int) -> ClosedRange<Int>? {
    guard first < end else { return nil }
    let line = text.indices(ofLine: text.tokens[first].line)
    var last = first
    while last + 1 < min(line.upperBound, end), !["}", ";"].contains(text.tokens[last + 1].text) { last += 1 }
    return first...last
  }

  /// A way out before something is divided by a sum that may be 0.
  func guarded(_ expected: String) -> [[Edit]] {
    let wanted = expected.trimmed
    guard wanted == "nil" || Double(wanted) != nil else { return [] }
    return places("/").reversed().compactMap { index in
      var below = index + 1
      while ["Double", "Float", "("].contains(text[at: below]?.text) { below += 1 }
      guard let name = text[at: below], name.kind == .word else { return nil }
      let line = text.tokens[index].line
      let indent = text.indent(ofLine: line)
      // An image is given back as it was made, with 0 everywhere.
      let image = places("var").first { $0 < index && text.sees("Image", at: $0 + 3) }.flatMap {
        text[at: $0 + 1]?.text
      }
      return [Edit(line: line, range: 0..<0, text: "\(indent)if \(name.text) == 0 { return \(image ?? wanted) }\n")]
    }
  }

  /// Nothing for two masks of different shapes.
  var shapesCompared: [[Edit]] {
    guard parameters.count == 2, let first = text[at: body.lowerBound] else { return [] }
    // They are compared, and something else than nothing is given back.
    let given = places("!=").compactMap { sign -> [Edit]? in
      guard ["height", "width"].contains(text[at: sign - 1]?.text), let value = block(true, after: sign),
        text.text(value) != "nil"
      else { return nil }
      return [text.replace(value, by: "nil")]
    }
    if let given = given.first { return [given] }
    let (a, b) = (parameters[0], parameters[1])
    let indent = text.indent(ofLine: first.line)
    let line = "if \(a).height != \(b).height || \(a).width != \(b).width { return nil }"
    return [[Edit(line: first.line, range: 0..<0, text: "\(indent)\(line)\n")]]
  }

  /// A mask's pixel multiplied by itself, where the other mask's is meant.
  var squaredMasks: [Edit] {
    guard parameters.count == 2 else { return [] }
    return places("*").compactMap { sign in
      guard let before = text.operand(endingAt: sign - 1), let after = text.operand(startingAt: sign + 1),
        text.text(before) == text.text(after), text.sees("]", at: after.upperBound),
        let own = parameters.firstIndex(of: text.tokens[after.lowerBound].text)
      else { return nil }
      return text.replace(after.lowerBound...after.lowerBound, by: parameters[1 - own])
    }
  }

  /// `Double(a / b)` of whole numbers, each by itself; `a / b` too, unless only what is `wrapped` is asked for.
  func fractions(wrapped: Bool) -> [[Edit]] {
    places("/").compactMap { index in
      guard let before = text.operand(endingAt: index - 1), let after = text.operand(startingAt: index + 1) else {
        return nil
      }
      let isWrapped =
        text.sees("Double", at: before.lowerBound - 2) && text.sees("(", at: before.lowerBound - 1)
        && text.sees(")", at: after.upperBound + 1)
      guard isWrapped || !wrapped && text.tokens[after.lowerBound].kind == .word else { return nil }
      let range =
        isWrapped ? (before.lowerBound - 2)...(after.upperBound + 1) : before.lowerBound...after.upperBound
      return [text.replace(range, by: "Double(\(text.text(before))) / Double(\(text.text(after)))")]
    }
  }
}
