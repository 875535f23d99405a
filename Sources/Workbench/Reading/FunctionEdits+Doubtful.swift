internal import Messages

/// What compiles in a function and is hardly meant.
extension FunctionEdits {
  /// Each with what it does; of one kind all places at once.
  var doubtful: [(FunctionPhrase.Trouble?, [Edit])] {
    Self.known(boundsExchanged)
      + [
        (.rangeTooLong, closedRanges), (.beginsLate, lateBeginnings), (.sameSide, sides), (.indicesExchanged, indices),
        (.bothForEither, conditions), (.returnInLoop, earlyReturns), (level, levels),
      ].filter { !$0.1.isEmpty }
      + Self.known(givenReturned + onlyLevel + firstValues + lateWaysOut + missingAdditions)
      + fractions(wrapped: true).map { (.wholeNumbersDivided, $0) }
      + uncommented.map { (.commented, $0) }
      + [(.maskTwice, squaredMasks), (.oneLine, sidesExchanged)].filter { !$0.1.isEmpty }
      + Self.known(divisorsSpread + oddSums + turnedRound + surplus + unreadSums + otherAdditions)
      + Self.known(doubledOtherwise + sumsConfused)
      + averaged.map { (.oneLine, $0) }
      + normalised.map { (.oneLine, $0) }
      + (normalised.isEmpty ? [] : squared.map { (.oneLine, $0) }) + levelUnused.map { (nil, $0) }
      + scaled.map { (.oneLine, $0) } + Self.known(arithmetic)
  }

  /// Guesses that say what is wrong, among those that may not.
  private static func known(_ guesses: [Guess]) -> [(FunctionPhrase.Trouble?, [Edit])] {
    guesses.map { ($0.trouble, $0.edits) }
  }

  // MARK: Loops

  /// A range: where its sign stands on its line, the sign, and the piece behind it.
  private struct Written {
    let line: Int
    let sign: Range<Int>
    let isClosed: Bool
    /// Whether it begins with 1.
    let isLate: Bool
    let end: Int

    func edits(closed: Bool) -> [Edit] {
      (isLate ? [Edit(line: line, range: (sign.lowerBound - 1)..<sign.lowerBound, text: "0")] : [])
        + (closed ? [Edit(line: line, range: sign, text: "..<")] : [])
    }
  }

  private var ranges: [Written] {
    body.compactMap { index in
      let token = text.tokens[index]
      guard token.kind == .mark, let before = text[at: index - 1], before.line == token.line else { return nil }
      // A number takes the first point along.
      let isJoined = before.kind == .number && before.text.hasSuffix(".") && before.end == token.start
      guard let isClosed = ["...": true, "..<": false][(isJoined ? "." : "") + token.text] else { return nil }
      return Written(
        line: token.line, sign: (isJoined ? token.start - 1 : token.start)..<token.end, isClosed: isClosed,
        isLate: isJoined && before.text == "1.", end: index + 1)
    }
  }

  /// `0...label.height`, which holds one row more than there is.
  private var closedRanges: [Edit] {
    ranges.filter { range in
      guard range.isClosed, let end = text.operand(startingAt: range.end) else { return false }
      let isLess = text.sees("-", at: end.upperBound + 1) || text.sees("-1", at: end.upperBound + 1)
      return !isLess && ["height", "width", "count"].contains(text.tokens[end.upperBound].text)
    }.flatMap { $0.edits(closed: true) }
  }

  /// `1..<label.height`, which leaves the first row out.
  private var lateBeginnings: [Edit] { ranges.filter { $0.isLate && !$0.isClosed }.flatMap { $0.edits(closed: false) } }

  /// A loop over the rows or columns of an image.
  private struct Loop {
    let variable: String
    /// `height` or `width`, and where that stands.
    let side: String
    let place: Int
  }

  private var loops: [Loop] {
    body.filter { text.sees("for", at: $0) && text.sees("in", at: $0 + 2) }.compactMap { start in
      guard let variable = text[at: start + 1],
        let open = brace(behind: start),
        let place = (start..<open).last(where: { ["height", "width"].contains(text.tokens[$0].text) })
      else { return nil }
      return Loop(variable: variable.text, side: text.tokens[place].text, place: place)
    }
  }

  /// Two loops, one in the other, over the same side.
  private var sides: [Edit] {
    zip(loops, loops.dropFirst()).filter { $0.side == $1.side && $0.variable != $1.variable }.map { outer, inner in
      inner.side == "height"
        ? text.replace(inner.place...inner.place, by: "width") : text.replace(outer.place...outer.place, by: "height")
    }
  }

  /// `Mask(height: grey.width, width: grey.height)`.
  private var sidesExchanged: [Edit] {
    let labels = ["height": "width", "width": "height"]
    return body.compactMap { index in
      guard let other = labels[text.tokens[index].text], text.sees(":", at: index + 1), text.sees(".", at: index + 3),
        text.sees(other, at: index + 4)
      else { return nil }
      return text.replace((index + 4)...(index + 4), by: text.tokens[index].text)
    }
  }

  /// `label[column, row]`.
  private var indices: [Edit] {
    let rows = Set(loops.filter { $0.side == "height" }.map(\.variable))
    let columns = Set(loops.filter { $0.side == "width" }.map(\.variable))
    return body.filter { open in
      text.sees("[", at: open) && text.sees(",", at: open + 2) && text.sees("]", at: open + 4)
        && columns.contains(text.tokens[open + 1].text) && rows.contains(text.tokens[open + 3].text)
        && !rows.contains(text.tokens[open + 1].text)
    }.map { text.replace(($0 + 1)...($0 + 3), by: "\(text.tokens[$0 + 3].text), \(text.tokens[$0 + 1].text)") }
  }

  /// Two loops, one in the other, of which the rows' goes over the columns, and the other way round.
  var boundsExchanged: [Guess] {
    zip(loops, loops.dropFirst()).filter { outer, inner in
      outer.side == "width" && inner.side == "height" && ["row", "y", "i"].contains(outer.variable)
        && ["column", "col", "x", "j"].contains(inner.variable)
    }.map { outer, inner in
      (
        .inPlaceOf(found: outer.side, meant: inner.side),
        [
          text.replace(outer.place...outer.place, by: inner.side),
          text.replace(inner.place...inner.place, by: outer.side),
        ]
      )
    }
  }

  // MARK: Ways out

  /// What the function is given, where what it makes is to be given back.
  var givenReturned: [Guess] {
    let made = body.filter { text.sees("var", at: $0) && ["Image", "Mask"].contains(text[at: $0 + 3]?.text) }
      .compactMap { text[at: $0 + 1]?.text }
    guard made.count == 1 else { return [] }
    return places("return").filter { parameters.contains(text[at: $0 + 1]?.text ?? "") && !text.sees("[", at: $0 + 2) }
      .map { way in
        let found = text.tokens[way + 1].text
        return (.inPlaceOf(found: found, meant: made[0]), [text.replace((way + 1)...(way + 1), by: made[0])])
      }
  }

  /// `a != b && c != d` before nothing is given back.
  private var conditions: [Edit] {
    body.filter { index in
      guard text.sees("&&", at: index) else { return false }
      let line = text.indices(ofLine: text.tokens[index].line)
      return (line.lowerBound..<index).contains { text.sees("!=", at: $0) }
        && (index..<line.upperBound).contains { text.sees("!=", at: $0) }
    }.map { text.replace($0...$0, by: "||") }
  }

  /// A line of its own in a loop that gives back what the function's last line gives back.
  private var earlyReturns: [Edit] {
    let ways = body.filter { text.sees("return", at: $0) }
    guard let last = ways.last else { return [] }
    func words(_ way: Int) -> String { text.lines[text.tokens[way].line].trimmed }
    return ways.dropLast().filter { words($0) == words(last) && words($0).hasPrefix("return") }.map { way in
      let line = text.tokens[way].line
      return text.emptying(line)
    }
  }

  /// Lines behind the sign of a comment that hold code, one at a time.
  private var uncommented: [[Edit]] {
    guard let first = text[at: body.lowerBound]?.line, let last = text[at: body.upperBound]?.line else { return [] }
    return (first...max(first, last)).compactMap { line in
      let words = text.lines[line]
      guard let found = words.prefixMatch(of: /\s*(\/\/+ ?)(?=\S.*[=({])/) else { return nil }
      let start = words.utf8.distance(from: words.startIndex, to: found.output.1.startIndex)
      return [Edit(line: line, range: start..<(start + found.output.1.utf8.count), text: "")]
    }
  }

  // MARK: Turned round

  /// A condition the other way round, and the class that is written where it holds: `if sum != 0 { return 1 }`, `label.height == …`, `= 0`.
  var turnedRound: [Guess] {
    let signs = body.filter { index in
      ["==", "!="].contains(text.tokens[index].text)
        && text.indices(ofLine: text.tokens[index].line).contains { text.sees("return", at: $0) }
    }
    let lines = Dictionary(grouping: signs) { text.tokens[$0].line }.values
    let conditions = lines.map { signs -> Guess in
      let found = text.tokens[signs[0]].text
      let meant = found == "==" ? "!=" : "=="
      return (
        .inPlaceOf(found: found, meant: meant),
        signs.filter { text.tokens[$0].text == found }.map { text.replace($0...$0, by: meant) }
      )
    }.sorted { ($0.edits.first?.line ?? 0) < ($1.edits.first?.line ?? 0) }
    let classes = places("=").filter { sign in
      text.sees("]", at: sign - 1) && text.sees("0", at: sign + 1) && text[at: sign + 2]?.line != text.tokens[sign].line
    }
    return conditions
      + (classes.count == 1
        ? [(.inPlaceOf(found: "0", meant: "1"), [text.replace((classes[0] + 1)...(classes[0] + 1), by: "1")])] : [])
  }

  // MARK: Numbers

  /// One level alone where all above it are meant, too: `grey[row, column] == 127.5`.
  var onlyLevel: [Guess] {
    places("==").filter { text.sees("]", at: $0 - 1) && text[at: $0 + 1]?.text.contains(".") == true }.map {
      (.inPlaceOf(found: "==", meant: ">="), [text.replace($0...$0, by: ">=")])
    }
  }

  /// A number that is added or taken away, and what is asked besides, each gone; a few of them.
  var surplus: [Guess] {
    let numbers = places("+") + places("-")
    let gone =
      numbers.filter { sign in
        text[at: sign + 1]?.kind == .number && text[at: sign + 1]?.line == text.tokens[sign].line
          && !["]", "{"].contains(text[at: sign + 2]?.text) && !text.sees("[", at: sign - 1)
      }.map { ($0, $0 + 1) }
      + places("-").filter { text[at: $0 - 1]?.kind == .number && text[at: $0 + 1]?.kind == .word }.map { ($0 - 1, $0) }
    let asked = places("||").compactMap { sign -> (Int, Int)? in
      let line = text.indices(ofLine: text.tokens[sign].line)
      guard let brace = line.first(where: { $0 > sign && text.sees("{", at: $0) }), brace > sign + 1 else { return nil }
      return (sign, brace - 1)
    }
    return (gone + asked).prefix(3).map { (.surplus(text.text($0.0...$0.1)), [remove($0.0...$0.1)]) }
  }

  /// Factors of 255 or 100 that belong to no share, gone.
  private var scaled: [[Edit]] {
    (places("255") + places("100")).compactMap { index in
      ["*", "/"].contains(text[at: index - 1]?.text) ? [remove((index - 1)...index)] : nil
    }
  }

  /// A number that pixels are compared with, where what the function is given for that is not used.
  private var levelUnused: [[Edit]] {
    guard let level = parameters.dropFirst().first, places(level).isEmpty else { return [] }
    return comparedNumbers.map { [text.replace($0...$0, by: level)] }
  }

  /// Half of white as a whole number.
  var levels: [Edit] { wholeHalves.flatMap(atHalf) }

  /// That the first of these is another level.
  var level: FunctionPhrase.Trouble? {
    wholeHalves.first.flatMap { Double(text.tokens[$0].text) }.map { .otherLevel($0) }
  }

  var wholeHalves: [Int] {
    body.filter { index in
      ["127", "128", "127.0", "128.0"].contains(text.tokens[index].text)
        && (["<", ">", "<=", ">="].contains(text[at: index - 1]?.text))
    }
  }
}
