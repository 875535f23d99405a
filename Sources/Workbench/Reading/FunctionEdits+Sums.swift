internal import Messages

/// What may mend a sum: a first value that is not 0, a line that adds to it, a way out that stands within the loop.
extension FunctionEdits {
  /// A sum: where its name stands behind `var`, and its first value.
  private struct Sum {
    let name: String
    let place: Int
    let value: Int
  }

  /// The function's sums: `var both = 0`.
  private var begun: [Sum] {
    body.compactMap { index in
      guard text.sees("var", at: index), text.sees("=", at: index + 2), let name = text[at: index + 1],
        let value = text[at: index + 3], value.kind == .number, text[at: index + 4]?.line != value.line
      else { return nil }
      // A number that is only ever set anew is the largest so far, or a count of something else.
      let isSet = body.contains { $0 > index + 3 && text.sees(name.text, at: $0) && text.sees("=", at: $0 + 1) }
      let isAdded = body.contains { text.sees(name.text, at: $0) && ["+=", "-="].contains(text[at: $0 + 1]?.text) }
      guard isAdded || !isSet else { return nil }
      return Sum(name: name.text, place: index + 1, value: index + 3)
    }
  }

  /// The names of the function's sums.
  var sumNames: [String] { begun.map(\.name) }

  /// Sums that begin with another number, one at a time, with 0.
  var firstValues: [Guess] {
    begun.filter { Double(text.tokens[$0.value].text) != 0 }.map { sum in
      let zero = text.tokens[sum.value].text.contains(".") ? "0.0" : "0"
      return (.beginsOtherwise(name: sum.name), [text.replace(sum.value...sum.value, by: zero)])
    }
  }

  /// Sums that nothing is added to, with a line for it at the end of the innermost loop below them.
  var missingAdditions: [Guess] {
    let unchanged = begun.filter { sum in
      !body.contains {
        $0 != sum.place && text.sees(sum.name, at: $0) && Self.changes.contains(text[at: $0 + 1]?.text ?? "")
      }
    }
    return unchanged.flatMap { sum -> [Guess] in
      guard let (loop, pixel) = innermostLoop(below: sum.place), let close = text.closing(loop),
        let brace = text[at: close], brace.line > text.tokens[loop].line,
        text.indices(ofLine: brace.line).lowerBound == close
      else { return [] }
      let indent = text.indent(ofLine: brace.line) + "  "
      return additions(pixel, loop..<close).map { value in
        let line = "\(indent)\(sum.name) += \(value)\n"
        return (.neverAdded(name: sum.name), [Edit(line: brace.line, range: 0..<0, text: line)])
      }
    }
  }

  /// What is added to a sum, and is none of what is added up of two masks, as it is meant: `both += prediction[row, column] * 2`.
  var otherAdditions: [Guess] {
    guard parameters.count == 2 else { return [] }
    return begun.flatMap { sum -> [Guess] in
      guard let (loop, pixel) = innermostLoop(below: sum.place), let close = text.closing(loop) else { return [] }
      let meant = additions(pixel, loop..<close)
      let signs = (loop..<close).filter { text.sees("+=", at: $0) && text.sees(sum.name, at: $0 - 1) }
      guard signs.count == 1, let value = text.rest(behind: signs[0]), !meant.contains(text.text(value)) else {
        return []
      }
      return meant.map { (.oneLine, [text.replace(value, by: $0)]) }
    }
  }

  /// A number alone where a sum that nothing reads is doubled: `let above = 2`.
  var unreadSums: [Guess] {
    begun.flatMap { sum -> [Guess] in
      let reads = body.contains {
        $0 != sum.place && text.sees(sum.name, at: $0) && !Self.changes.contains(text[at: $0 + 1]?.text ?? "")
      }
      guard !reads else { return [] }
      return places("=").compactMap { sign -> Guess? in
        guard text.sees("2", at: sign + 1), sign - 1 > sum.place, text.rest(behind: sign)?.count == 1 else {
          return nil
        }
        return (.lacking("* \(sum.name)"), [text.replace((sign + 1)...(sign + 1), by: "2 * \(sum.name)")])
      }
    }
  }

  /// Sums that are set anew at each pixel, all at once; and the second of two that add the same product.
  var oddSums: [Guess] {
    let products = places("+=").filter { sign in
      parameters.count == 2
        && text.rest(behind: sign).map { value in
          value.contains { text.sees("*", at: $0) } && !value.contains { text.sees("+", at: $0) }
        } ?? false
    }
    let second = products.count == 2 ? products.last.flatMap(text.rest) : nil
    let star = second.flatMap { value in value.first { text.sees("*", at: $0) } }
    return (added.isEmpty ? [] : [(.known(.lastPixel), added)])
      + (star.map { [(.inPlaceOf(found: "*", meant: "+"), [text.replace($0...$0, by: "+")])] } ?? [])
  }

  static var changes: Set<String> { ["=", "+=", "-=", "*=", "/="] }

  /// What is added up of each pixel: of two masks what both have and what either has, of an image its grey value or what was worked out of it.
  private func additions(_ pixel: String, _ loop: Range<Int>) -> [String] {
    let pixels = parameters.map { $0 + pixel }
    if pixels.count == 2 { return ["\(pixels[0]) * \(pixels[1])", "\(pixels[0]) + \(pixels[1])"] }
    let made = loop.filter { text.sees("let", at: $0) }.compactMap { text[at: $0 + 1]?.text }
    return made.map { "\($0) * \($0)" } + pixels.map { "Double(\($0))" }
  }

  /// The brace of the first loop below a place that has no other in it, and the place of a pixel there: `[row, column]`.
  private func innermostLoop(below place: Int) -> (Int, String)? {
    var names: [String] = []
    for start in body where start > place && text.sees("for", at: start) && text.sees("in", at: start + 2) {
      guard let open = brace(behind: start), let end = text.closing(open) else { return nil }
      names.append(text.tokens[start + 1].text)
      if !(open..<end).contains(where: { text.sees("for", at: $0) }) {
        return names.count == 2 ? (open, "[\(names[0]), \(names[1])]") : nil
      }
    }
    return nil
  }

  /// `if sum == 0 { return 1 }` on a line of its own within a loop, behind it.
  var lateWaysOut: [Guess] {
    body.compactMap { start -> Guess? in
      guard text.sees("if", at: start), sumNames.contains(text[at: start + 1]?.text ?? "") else { return nil }
      let line = text.tokens[start].line
      let own = text.indices(ofLine: line)
      guard own.lowerBound == start, text.sees("}", at: own.upperBound - 1),
        own.contains(where: { text.sees("return", at: $0) }),
        let loop = body.first(where: { index in
          text.sees("for", at: index) && index < start && end(ofLoop: index).map { $0 > start } ?? false
        }), let end = end(ofLoop: loop),
        text.tokens[end + 1..<max(end + 1, body.upperBound)].first?.line != text.tokens[end].line
      else { return nil }
      let indent = text.indent(ofLine: text.tokens[loop].line)
      let behind = text.tokens[end].line + 1
      return (
        .returnInLoop,
        [
          text.emptying(line),
          Edit(line: behind, range: 0..<0, text: indent + text.lines[line].trimmed + "\n"),
        ]
      )
    }
  }

  private func end(ofLoop start: Int) -> Int? { brace(behind: start).flatMap(text.closing) }

  /// The brace that opens what a loop or a condition does.
  func brace(behind start: Int) -> Int? { (start..<body.upperBound).first { text.sees("{", at: $0) } }
}
