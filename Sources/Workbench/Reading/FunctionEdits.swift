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
  private static let most = 8

  private let start: Int
  let text: CellText
  /// The pieces between the function's braces.
  let body: Range<Int>
  /// The names of what it takes.
  private let parameters: [String]

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
      parameters = Call.arguments(from: begin + 2, to: close, in: text).compactMap { range in
        range.first { text.sees(":", at: $0) }.map { text.tokens[$0 - 1].text }
      }
      return
    }
    return nil
  }

  /// What may mend a mistake, the likeliest first.
  ///
  /// - Parameters:
  ///   - trouble: what is known of it; nil where nothing is.
  ///   - expected: what should have come out, as text.
  /// - Returns: at most eight; nothing for a mistake that no small change mends.
  public func candidates(for trouble: FunctionPhrase.Trouble?, expected: String) -> [Candidate] {
    let known = trouble.map { edits($0, expected) } ?? []
    return (known.map { (nil, $0) } + doubtful).prefix(Self.most).compactMap { cause, edits in
      candidate(edits).map { Candidate(change: $0, cause: cause) }
    }
  }

  private func candidate(_ edits: [Edit]) -> LineChange? {
    guard let first = edits.map(\.line).min(), let last = edits.map(\.line).max() else { return nil }
    let lines = text.applying(edits)
    guard lines != text.lines else { return nil }
    return LineChange(start + first, through: start + last, lines[first...last].joined(separator: "\n").trimmed)
  }

  private func edits(_ trouble: FunctionPhrase.Trouble, _ expected: String) -> [[Edit]] {
    switch trouble {
    case .known(let mistake): return edits(mistake)
    case .otherLevel: return comparedNumbers.map { [text.replace($0...$0, by: "127.5")] }
    case .emptyMasks: return emptyResults(expected)
    case .dividedByZero: return emptyResults(expected) + guarded(expected)
    case .shapesDiffer: return shapesCompared
    case .whiteForOne:
      return places("255").filter { text.sees("=", at: $0 - 1) }.map { [text.replace($0...$0, by: "1")] }
    case .exchanged:
      return signs([">=": "<", ">": "<=", "<": ">=", "<=": ">"])
    case .wholeNumbersDivided: return fractions
    default: return []
    }
  }

  private func edits(_ mistake: FunctionMistake) -> [[Edit]] {
    switch mistake {
    case .strictBound: return signs([">": ">=", "<=": "<"])
    case .shareOfWhite, .onlyWhite: return comparedNumbers.map(atHalf)
    case .fixedLevel:
      guard let level = parameters.dropFirst().first else { return [] }
      return comparedNumbers.map { [text.replace($0...$0, by: level)] }
    case .lastPixel: return [added]
    case .notDoubled: return doubled
    case .percent:
      return places("100").flatMap { index in
        [
          text.sees("*", at: index - 1) ? [remove((index - 1)...index)] : [],
          text.sees("*", at: index + 1) ? [remove(index...(index + 1))] : [],
        ].filter { !$0.isEmpty }
      }
    case .loss:
      return places("1").filter { text.sees("-", at: $0 + 1) && ["return", "="].contains(text[at: $0 - 1]?.text) }
        .map { [Edit(line: text.tokens[$0].line, range: text.tokens[$0].start..<text.tokens[$0 + 2].start, text: "")] }
    case .notSquared, .absoluteDeviation: return squared
    case .byVariance: return rooted
    case .noParentheses, .notDivided, .meanLeft, .by255: return normalised
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

  private func places(_ words: String) -> [Int] { body.filter { text.tokens[$0].text == words } }

  /// Some pieces gone, with the space before them; a factor at the front with the one behind it.
  private func remove(_ range: ClosedRange<Int>) -> Edit {
    let (first, last) = (text.tokens[range.lowerBound], text.tokens[range.upperBound])
    if last.text == "*", let next = text[at: range.upperBound + 1], next.line == last.line {
      return Edit(line: last.line, range: first.start..<next.start, text: "")
    }
    let before = text[at: range.lowerBound - 1].flatMap { $0.line == first.line ? $0.end : nil }
    return Edit(line: last.line, range: (before ?? first.start)..<last.end, text: "")
  }

  private static let comparisons: Set<String> = [">", ">=", "<", "<=", "=="]

  /// Each sign of comparison in the place of another.
  private func signs(_ table: [String: String]) -> [[Edit]] {
    body.compactMap { index in
      table[text.tokens[index].text].map { [text.replace(index...index, by: $0)] }
    }
  }

  /// The numbers that pixels are compared with.
  private var comparedNumbers: [Int] {
    body.filter { index in
      text.tokens[index].kind == .number
        && (Self.comparisons.contains(text[at: index - 1]?.text ?? "")
          || Self.comparisons.contains(text[at: index + 1]?.text ?? ""))
    }
  }

  private func atHalf(_ index: Int) -> [Edit] {
    let sign = text.sees("==", at: index - 1) ? [text.replace((index - 1)...(index - 1), by: ">=")] : []
    return [text.replace(index...index, by: "127.5")] + sign
  }

  // MARK: Dice

  /// `both = …` in a loop as `both += …`.
  private var added: [Edit] {
    body.filter { index in
      text.sees("=", at: index) && text[at: index - 1]?.kind == .word
        && text.indices(ofLine: text.tokens[index].line).lowerBound == index - 1
    }.map { text.replace($0...$0, by: "+=") }
  }

  /// What is divided, or kept to be divided, twice.
  private var doubled: [[Edit]] {
    let divided = places("/").compactMap { ForeignWords.operand(endingAt: $0 - 1, in: text)?.lowerBound }
    let kept = places("=").filter { sign in
      text.sees("let", at: text.indices(ofLine: text.tokens[sign].line).lowerBound)
    }.map { $0 + 1 }
    return (divided + kept).compactMap { index in
      text[at: index].map { [Edit(line: $0.line, range: $0.start..<$0.start, text: "2 * ")] }
    }
  }

  /// What is given back where a sum is 0: all of it, be it `Double.nan` or `-1`.
  private func emptyResults(_ expected: String) -> [[Edit]] {
    let wanted = expected.trimmed
    guard wanted == "nil" || Double(wanted) != nil else { return [] }
    return body.compactMap { index in
      guard ["0", "0.0"].contains(text.tokens[index].text), let sign = text[at: index - 1]?.text,
        let isEmpty = ["==": true, "<=": true, "!=": false, ">": false][sign],
        let value = text[at: index + 1]?.text == "?" ? branch(isEmpty, after: index + 1) : block(isEmpty, after: index),
        text.tokens[value.lowerBound].line == text.tokens[value.upperBound].line, text.text(value) != wanted
      else { return nil }
      return [text.replace(value, by: wanted)]
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
    guard var open = (condition..<body.upperBound).first(where: { text.sees("{", at: $0) }),
      var close = text.closing(open)
    else { return nil }
    // `guard sum > 0 else { … }` has only one block.
    if text.sees("else", at: open - 1) == isFirst {
      guard !isFirst, text.sees("else", at: close + 1), text.sees("{", at: close + 2),
        let end = text.closing(close + 2)
      else { return nil }
      (open, close) = (close + 2, end)
    }
    guard let back = (open..<close).first(where: { text.sees("return", at: $0) }) else { return nil }
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
  private func guarded(_ expected: String) -> [[Edit]] {
    let wanted = expected.trimmed
    guard wanted == "nil" || Double(wanted) != nil else { return [] }
    return places("/").reversed().compactMap { index in
      var below = index + 1
      while ["Double", "Float", "("].contains(text[at: below]?.text) { below += 1 }
      guard let name = text[at: below], name.kind == .word else { return nil }
      let line = text.tokens[index].line
      let indent = String(text.lines[line].prefix { $0 == " " || $0 == "\t" })
      return [Edit(line: line, range: 0..<0, text: "\(indent)if \(name.text) == 0 { return \(wanted) }\n")]
    }
  }

  /// Nothing for two masks of different shapes.
  private var shapesCompared: [[Edit]] {
    guard parameters.count == 2, let first = text[at: body.lowerBound] else { return [] }
    let (a, b) = (parameters[0], parameters[1])
    let indent = String(text.lines[first.line].prefix { $0 == " " || $0 == "\t" })
    let line = "if \(a).height != \(b).height || \(a).width != \(b).width { return nil }"
    return [[Edit(line: first.line, range: 0..<0, text: "\(indent)\(line)\n")]]
  }

  /// `Double(a / b)` and `a / b` of whole numbers.
  private var fractions: [[Edit]] {
    places("/").compactMap { index in
      guard let before = ForeignWords.operand(endingAt: index - 1, in: text), let next = text[at: index + 1],
        next.kind == .word
      else { return nil }
      let (above, below) = (text.text(before), next.text)
      let isWrapped = text.sees("Double", at: before.lowerBound - 2) && text.sees(")", at: index + 2)
      let range = isWrapped ? (before.lowerBound - 2)...(index + 2) : before.lowerBound...(index + 1)
      return [text.replace(range, by: "Double(\(above)) / Double(\(below))")]
    }
  }

  // MARK: Normalised images

  /// What is added up, squared.
  private var squared: [[Edit]] {
    places("+=").flatMap { index -> [[Edit]] in
      let line = text.indices(ofLine: text.tokens[index].line)
      let words = (index + 1..<line.upperBound).filter {
        text.tokens[$0].kind == .word && !text.sees("(", at: $0 + 1) && !text.sees("[", at: $0 + 1)
      }
      guard let last = line.last, last > index else { return [] }
      var end = last
      while end > index + 1, text.sees("}", at: end) { end -= 1 }
      return Set(words.map { text.tokens[$0].text }).sorted().map {
        [text.replace((index + 1)...end, by: "\($0) * \($0)")]
      }
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

  /// What is kept in the result, less the mean and divided by the deviation.
  private var normalised: [[Edit]] {
    let constants = body.filter { text.sees("let", at: $0) }.compactMap { text[at: $0 + 1]?.text }
    func name(_ parts: String...) -> String? {
      constants.first { constant in parts.contains { constant.lowercased().contains($0) } }
    }
    guard let mean = name("mean", "average", "avg", "평균"), let deviation = name("dev", "std", "sigma", "편차") else {
      return []
    }
    // The last line that works something out of a pixel.
    return body.reversed().filter { text.sees("=", at: $0) }.compactMap { sign -> [Edit]? in
      let line = text.indices(ofLine: text.tokens[sign].line)
      var first = sign + 1
      while text.sees("(", at: first) { first += 1 }
      guard let value = text[at: first], value.kind == .word, !["Image", "Mask"].contains(value.text),
        let last = line.last, last >= first, value.text != mean
      else { return nil }
      var end = last
      while end > sign + 1, text.sees("}", at: end) { end -= 1 }
      guard let pixel = ForeignWords.operand(startingAt: first, in: text) else { return nil }
      return [text.replace((sign + 1)...end, by: "(\(text.text(pixel)) - \(mean)) / \(deviation)")]
    }
  }
}
