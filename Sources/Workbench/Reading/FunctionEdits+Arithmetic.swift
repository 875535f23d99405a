internal import Messages

/// One sign of arithmetic in the place of another, its two values exchanged, or one value in the place of another.
extension FunctionEdits {
  typealias Guess = (trouble: FunctionPhrase.Trouble, edits: [Edit])

  /// What each sign may have been meant as, the likeliest first; nothing stands for its values exchanged.
  private static let meant: [String: [String?]] = [
    "^": ["*"], "-=": ["+="], "*=": ["+="], "+": ["*", "-"], "-": [nil, "+"], "/": [nil, "*"], "*": ["/", "+"],
  ]

  /// The signs of arithmetic, from the last line up.
  private var signs: [Int] {
    body.reversed().filter { Self.meant[text.tokens[$0].text] != nil && !isInBrackets($0) }
  }

  /// What a formula doubles, done with another sign: `2 + both`, `both * both`.
  var doubledOtherwise: [Guess] {
    signs.compactMap(squareDoubled)
      + signs.filter { isBesideNumber($0) && !text.sees("*", at: $0) }.map { other("*", for: $0) }
  }

  /// What is divided by one side of an image and multiplied by the other: `sum / Double(height) * Double(width)`.
  var divisorsSpread: [Guess] {
    signs.filter { text.sees("/", at: $0) }.compactMap { sign -> Guess? in
      guard let sides = text.sides(behind: sign) else { return nil }
      let below = sides.first.lowerBound...sides.second.upperBound
      let (found, meant) = (text.text(below), "(\(text.text(below)))")
      return (.inPlaceOf(found: found, meant: meant), [text.replace(below, by: meant)])
    }
  }

  /// Differences the other way round: `mean - x`.
  var differencesExchanged: [Guess] { signs.filter { text.sees("-", at: $0) }.compactMap { exchanged(around: $0) } }

  /// One change of one sign each.
  var arithmetic: [Guess] {
    (0..<2).flatMap { choice in
      signs.compactMap { sign -> Guess? in
        guard let meant = Self.meant[text.tokens[sign].text], meant.indices.contains(choice) else { return nil }
        return meant[choice].map { other($0, for: sign) } ?? exchanged(around: sign)
      }
    }
  }

  private func other(_ meant: String, for sign: Int) -> Guess {
    (.inPlaceOf(found: text.tokens[sign].text, meant: meant), [text.replace(sign...sign, by: meant)])
  }

  private func isBesideNumber(_ sign: Int) -> Bool {
    text[at: sign - 1]?.kind == .number || text[at: sign + 1]?.kind == .number
  }

  /// Whether a sign belongs to the place of a pixel.
  private func isInBrackets(_ sign: Int) -> Bool {
    text.indices(ofLine: text.tokens[sign].line).contains { open in
      text.sees("[", at: open) && open < sign && (text.closing(open).map { $0 > sign } ?? false)
    }
  }

  /// `both * both`, where twice is meant.
  private func squareDoubled(_ sign: Int) -> Guess? {
    guard text.sees("*", at: sign), let before = text.operand(endingAt: sign - 1), before.count == 1,
      text.sees(text.text(before), at: sign + 1), !text.sees("[", at: sign + 2)
    else { return nil }
    return (.known(.notDoubled), [text.replace(before, by: "2")])
  }

  private func exchanged(around sign: Int) -> Guess? {
    guard let before = text.operand(endingAt: sign - 1), let after = text.operand(startingAt: sign + 1),
      text.tokens[before.lowerBound].line == text.tokens[after.upperBound].line
    else { return nil }
    let sign = text.tokens[sign].text
    let written = "\(text.text(after)) \(sign) \(text.text(before))"
    return (.valuesExchanged(sign: sign), [text.replace(before.lowerBound...after.upperBound, by: written)])
  }

  /// One of the function's sums in the place of another, from the last line up: `if both == 0`, `2 * sum`.
  var sumsConfused: [Guess] {
    let sums = sumNames
    guard sums.count == 2 else { return [] }
    return body.reversed().filter {
      sums.contains(text.tokens[$0].text) && !Self.changes.contains(text[at: $0 + 1]?.text ?? "")
    }
    .map { index in
      let found = text.tokens[index].text
      let meant = found == sums[0] ? sums[1] : sums[0]
      return (.inPlaceOf(found: found, meant: meant), [text.replace(index...index, by: meant)])
    }
  }
}
