public import Labs
public import Messages

/// Small changes to a learner's function that may mend a known mistake in it. Each is a guess: it has to be tried before it is said.
public struct FunctionEdits {
  typealias Edit = CellText.Edit

  /// One change.
  public struct Candidate: Sendable {
    /// The lines as they are to be.
    public let change: LineChange
    /// What is wrong, where the change mends it; nil where it is what was thought before.
    public let cause: FunctionPhrase.Trouble?
  }

  /// More are not tried.
  private static let most = 10

  private let start: Int
  /// The cell that makes the function.
  let text: CellText
  /// The pieces between the function's braces.
  let body: Range<Int>
  /// The names of what it takes.
  let parameters: [String]

  /// Nil where no exercise makes the function, or it is longer than anybody writes.
  ///
  /// - Parameters:
  ///   - name: the function.
  ///   - lab: the lab as it stands in the learner's file.
  public init?(of name: String, in lab: Lab) {
    for cell in Cell.all(in: lab) where cell.isExercise && cell.scan.names.contains(name) {
      guard cell.lines.count <= 200 else { continue }
      let text = CellText(cell.lines)
      guard
        let begin = text.tokens.indices.first(where: { text.sees("func", at: $0) && text.sees(name, at: $0 + 1) }),
        let close = text.closing(begin + 2),
        let open = text.tokens.indices.first(where: { $0 > close && text.sees("{", at: $0) }),
        let end = text.closing(open), end > open + 1
      else { continue }
      (start, self.text, body) = (cell.line, text, (open + 1)..<end)
      parameters = text.parameters(from: begin + 2, to: close).map { text.tokens[$0].text }
      return
    }
    return nil
  }

  /// What may mend a mistake, the likeliest first.
  ///
  /// - Parameters:
  ///   - trouble: what is known of it; nil where nothing is.
  ///   - expected: what should have come out, as text.
  /// - Returns: at most ten; nothing for a mistake that no small change mends.
  public func candidates(for trouble: FunctionPhrase.Trouble?, expected: String) -> [Candidate] {
    let known: [(FunctionPhrase.Trouble?, [Edit])] =
      trouble.map { known in
        // Which level it is was guessed from the results; what is replaced says it.
        if case .otherLevel = known { return levelsCompared }
        if case .scaled(-1) = known { return differencesExchanged.map { ($0.trouble, $0.edits) } }
        // A level with the sign that counts it in is another level, and nothing else.
        let isLevel = wholeHalves.contains { text.sees(">=", at: $0 - 1) }
        return (isLevel ? [(level, levels)] : []) + edits(known, expected).map { (nil, $0) }
      } ?? []
    // Each costs a compilation: what is known and doubtful, too, is tried once.
    var seen: Set<LineChange> = []
    var found: [Candidate] = []
    for (cause, edits) in known + doubtful where found.count < Self.most {
      if let change = candidate(edits), seen.insert(change).inserted {
        found.append(Candidate(change: change, cause: cause == .oneLine ? difference(edits) ?? cause : cause))
      }
    }
    return found
  }

  private func candidate(_ edits: [Edit]) -> LineChange? {
    guard let first = edits.map(\.line).min(), let last = edits.map(\.line).max(), text.lines.indices.contains(last)
    else { return nil }
    let lines = text.applying(edits)
    guard lines != text.lines else { return nil }
    return LineChange(start + first, through: start + last, LineChange.text(of: lines[first...last]))
  }

  /// What a change of one line puts there, takes away or writes in the place of something else; nil for a change of several.
  private func difference(_ edits: [Edit]) -> FunctionPhrase.Trouble? {
    guard let line = edits.first?.line, edits.allSatisfy({ $0.line == line }) else { return nil }
    let before = CellText([text.lines[line]])
    let after = CellText([text.applying(edits)[line]])
    let (old, new) = (before.tokens.map(\.text), after.tokens.map(\.text))
    let same = zip(old, new).prefix { $0 == $1 }.count
    let end = zip(old.reversed(), new.reversed()).prefix(min(old.count, new.count) - same).prefix { $0 == $1 }.count
    let (taken, put) = (same..<(old.count - end), same..<(new.count - end))
    let found = taken.isEmpty ? nil : before.text(taken.lowerBound...(taken.upperBound - 1))
    let meant = put.isEmpty ? nil : after.text(put.lowerBound...(put.upperBound - 1))
    switch (found, meant) {
    case (let found?, let meant?): return .inPlaceOf(found: found, meant: meant)
    case (let found?, nil): return .surplus(found)
    case (nil, let meant?): return .lacking(meant)
    case (nil, nil): return nil
    }
  }

  private func edits(_ trouble: FunctionPhrase.Trouble, _ expected: String) -> [[Edit]] {
    switch trouble {
    case .known(let mistake): return edits(mistake)
    case .emptyMasks: return emptyResults(expected)
    case .dividedByZero: return emptyResults(expected) + guarded(expected)
    case .shapesDiffer: return shapesCompared
    case .whiteForOne:
      return places("255").filter { text.sees("=", at: $0 - 1) }.map { [text.replace($0...$0, by: "1")] }
    case .exchanged:
      return signs([">=": "<", ">": "<=", "<": ">=", "<=": ">"]) + signs(["<=": ">=", ">": "<"])
    case .wholeNumbersDivided: return fractions(wrapped: false)
    default: return []
    }
  }

  private func edits(_ mistake: FunctionMistake) -> [[Edit]] {
    switch mistake {
    case .strictBound:
      return signs([">": ">=", "<=": "<"]) + comparedNumbers.map { [text.replace($0...$0, by: "127.5")] }
    case .shareOfWhite, .onlyWhite: return comparedNumbers.map(atHalf)
    case .fixedLevel:
      guard let level = parameters.dropFirst().first else { return [] }
      return shadowed + comparedNumbers.map { [text.replace($0...$0, by: level)] }
    case .lastPixel: return begunAgain + [added]
    case .sumAbove:
      return places("+").filter { sign in
        text.indices(ofLine: text.tokens[sign].line).contains { text.sees("+=", at: $0) }
      }.map { [text.replace($0...$0, by: "*")] }
    case .notDoubled: return doubled
    case .union: return subtracted
    case .iou: return subtracted.flatMap { removed in doubled.map { removed + $0 } }
    case .dividedTwice: return dividedTwice
    case .percent:
      return places("100").flatMap { index in
        [
          text.sees("*", at: index - 1) ? [remove((index - 1)...index)] : [],
          text.sees("*", at: index + 1) ? [remove(index...(index + 1))] : [],
        ].filter { !$0.isEmpty }
      }
    case .loss:
      return places("1").filter { text.sees("-", at: $0 + 1) && ["return", "="].contains(text[at: $0 - 1]?.text) }
        .map {
          [
            Edit(
              line: text.tokens[$0].line, from: text.tokens[$0].start, to: text.tokens[$0 + 2].start,
              text: "")
          ]
        }
    case .notSquared, .absoluteDeviation: return squared
    case .byVariance: return rooted
    case .sumOfSquares: return averaged
    case .noParentheses, .notDivided, .meanLeft, .by255, .timesDeviation: return normalised
    case .edgeLeftOut:
      let edges = places("1").filter {
        text.sees("-", at: $0 - 1) && ["height", "width"].contains(text[at: $0 - 2]?.text)
      }
      return [edges.map { remove(($0 - 1)...$0) }]
    case .sampleDeviation:
      return places("1").filter { text.sees("-", at: $0 - 1) && text[at: $0 - 2]?.kind == .word }
        .map { [remove(($0 - 1)...$0)] }
    case .background:
      return [
        places("0").filter { text.sees("==", at: $0 - 1) && text.sees("]", at: $0 - 2) }
          .map { text.replace($0...$0, by: "1") }
      ]
    default: return []
    }
  }

  // MARK: Pieces

  /// The places of a piece between the function's braces.
  func places(_ words: String) -> [Int] { body.filter { text.tokens[$0].text == words } }

  /// Some pieces gone, with the space before them; a factor at the front with the one behind it.
  func remove(_ range: ClosedRange<Int>) -> Edit {
    let (first, last) = (text.tokens[range.lowerBound], text.tokens[range.upperBound])
    if last.text == "*", let next = text[at: range.upperBound + 1], next.line == last.line {
      return Edit(line: last.line, from: first.start, to: next.start, text: "")
    }
    let before = text[at: range.lowerBound - 1].flatMap { $0.line == first.line ? $0.end : nil }
    return Edit(line: last.line, from: before ?? first.start, to: last.end, text: "")
  }

  /// Each sign of comparison in the place of another.
  private func signs(_ table: [String: String]) -> [[Edit]] {
    body.compactMap { index in
      table[text.tokens[index].text].map { [text.replace(index...index, by: $0)] }
    }
  }

  /// The numbers that pixels are compared with.
  var comparedNumbers: [Int] {
    body.filter { index in
      text.tokens[index].kind == .number
        && (CellText.comparisons.contains(text[at: index - 1]?.text ?? "")
          || CellText.comparisons.contains(text[at: index + 1]?.text ?? ""))
    }
  }

  /// Half of white for a number that pixels are compared with, with that number as what is wrong.
  private var levelsCompared: [(FunctionPhrase.Trouble?, [Edit])] {
    comparedNumbers.map { index in
      (Double(text.tokens[index].text).map { .otherLevel($0) }, atHalf(index))
    }
  }

  /// Half of white for a number, and a sign that counts it in.
  func atHalf(_ index: Int) -> [Edit] {
    let meant = ["==": ">=", "!=": ">=", ">": ">=", "<=": "<"][text[at: index - 1]?.text ?? ""]
    return [text.replace(index...index, by: "127.5")]
      + (meant.map { [text.replace((index - 1)...(index - 1), by: $0)] } ?? [])
  }

  /// Lines that make what the function is given once more, one at a time.
  private var shadowed: [[Edit]] {
    places("let").filter { parameters.contains(text[at: $0 + 1]?.text ?? "") && text.sees("=", at: $0 + 2) }
      .map { [text.emptying(text.tokens[$0].line)] }
  }

  // MARK: Normalised images

  /// What is added up, squared.
  var squared: [[Edit]] {
    places("+=").flatMap { index -> [[Edit]] in
      let line = text.indices(ofLine: text.tokens[index].line)
      let words = (index + 1..<line.upperBound).filter {
        text.tokens[$0].kind == .word && !text.sees("(", at: $0 + 1) && !text.sees("[", at: $0 + 1)
      }
      guard let value = text.rest(behind: index) else { return [] }
      return Set(words.map { text.tokens[$0].text }).sorted().map { [text.replace(value, by: "\($0) * \($0)")] }
    }
  }

  /// `let deviation = squares / count` with the root of it.
  private var rooted: [[Edit]] {
    places("/").compactMap { index in
      let line = text.indices(ofLine: text.tokens[index].line)
      guard text.sees("let", at: line.lowerBound), let sign = line.first(where: { text.sees("=", at: $0) }),
        let last = line.last, last > index
      else { return nil }
      return [text.replace((sign + 1)...last, by: "(\(text.text((sign + 1)...last))).squareRoot()")]
    }
  }

  /// `let mean = sum` and `let deviation = squares.squareRoot()`, divided by how many pixels there are.
  var averaged: [[Edit]] {
    let counts = places("let").filter { start in
      guard let value = text.rest(behind: start + 2) else { return false }
      return ["height", "width"].allSatisfy { side in value.contains { text.sees(side, at: $0) } }
    }.compactMap { text[at: $0 + 1]?.text }
    guard let count = counts.first else { return [] }
    let sums = places("var").filter { text.sees("=", at: $0 + 2) }.compactMap { text[at: $0 + 1]?.text }
    return places("=").compactMap { sign -> [Edit]? in
      guard text.sees("let", at: sign - 2), let sum = text[at: sign + 1]?.text, sums.contains(sum),
        let value = text.rest(behind: sign)
      else { return nil }
      if value.count == 1 { return [text.replace(value, by: "\(sum) / \(count)")] }
      let isRoot = value.count == 5 && text.sees("squareRoot", at: value.lowerBound + 2)
      return isRoot ? [text.replace(value, by: "(\(sum) / \(count)).squareRoot()")] : nil
    }
  }

  /// What is kept in the result, less the mean and divided by the deviation.
  var normalised: [[Edit]] {
    let constants = body.filter { text.sees("let", at: $0) }.compactMap { text[at: $0 + 1]?.text }
    func name(_ parts: String...) -> String? {
      constants.first { constant in parts.contains { constant.lowercased().contains($0) } }
    }
    guard let mean = name("mean", "average", "avg", "평균"), let deviation = name("dev", "std", "sigma", "편차") else {
      return []
    }
    // The last line that works something out of a pixel.
    return body.reversed().filter { text.sees("=", at: $0) }.compactMap { sign -> [Edit]? in
      var first = sign + 1
      while text.sees("(", at: first) { first += 1 }
      guard let value = text.rest(behind: sign), let word = text[at: first], word.kind == .word,
        word.line == text.tokens[sign].line, !["Image", "Mask"].contains(word.text), word.text != mean,
        let pixel = text.operand(startingAt: first)
      else { return nil }
      return [text.replace(value, by: "(\(text.text(pixel)) - \(mean)) / \(deviation)")]
    }
  }
}
