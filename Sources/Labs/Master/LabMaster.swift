public import Diagnostics
import Messages

/// One file from which all others of a lab are made: a lab whose exercises hold their solution between markers, whose answers are the
/// right ones, and whose checks may be hidden from learners.
///
/// In an exercise stand, each on a line of its own,
///
///     // BEGIN SOLUTION
///     …what solves it
///     // INSTEAD
///     …what learners find there
///     // END SOLUTION
///
/// where `// INSTEAD` and what follows it may be left out; or behind a line `// SOLUTION 5, 2`, which puts a `.FIXME` in the place of each
/// of these words in that line (`stride: 2` for a 2 that is not the first), and `// SOLUTION` alone, which puts one in the place of what stands behind `=` or `return`. In prose,
/// `<!-- BEGIN SOLUTION -->` and `<!-- END SOLUTION -->` enclose what stands in the solution's file alone. A check, or a case of a
/// function on lines of its own, with `hidden: true` is left out of what learners get.
public struct LabMaster: Sendable {
  /// The lab as learners get it.
  public let learners: Lab
  /// The same with the hidden checks: what submissions are graded by.
  public let grading: Lab
  /// The text of the solution's file: notes, solved exercises, right answers.
  public let solution: String
  /// How many checks and cases learners do not have.
  public let hiddenCount: Int

  /// Reads a master.
  ///
  /// - Parameters:
  ///   - text: the whole file.
  ///   - file: the file as the reader knows it; stands in every diagnostic.
  ///   - checks: the checks that a lab can ask for.
  /// - Returns: the files that come of it, or nil where a diagnostic is an error.
  public static func parse(
    text: String, file: String, checks: CheckForms
  ) -> (master: LabMaster?, diagnostics: [Diagnostic]) {
    var reader = MasterReader(text: text, file: file, checks: checks)
    let master = reader.master()
    return (master, reader.diagnostics.inOrder)
  }

  /// Whether a lab's text is that of a master: it has a marker.
  public static func isMaster(_ lab: Lab) -> Bool {
    let bodies = lab.exercises.flatMap { $0.body.split(whereSeparator: \.isNewline) }
    return bodies.contains { SolutionMarker(code: $0) != nil }
      || lab.text.split(whereSeparator: \.isNewline).contains { SolutionMarker(prose: $0) != nil }
  }
}

/// A line, or the end of one, that says what of an exercise is its solution.
enum SolutionMarker: Equatable {
  /// What follows is the solution.
  case begin
  /// What follows stands in its place where learners read it.
  case instead
  /// Neither follows.
  case end
  /// These words of the line are the solution, or where there are none what stands behind `=` or `return`.
  case line(code: String, words: [String])

  /// The marker of a line of Swift; nil where it has none. However the words are spaced or capitalised: a marker that nobody reads shows the
  /// solution to everybody.
  init?(code line: some StringProtocol) {
    guard let comment = Self.comment(in: String(line)) else { return nil }
    let words = comment.words.split(separator: " ").map { $0.uppercased() }
    let isAlone = comment.code.allSatisfy(\.isWhitespace)
    if isAlone, let whole = Self(words: words) {
      self = whole
      return
    }
    guard words.first == "SOLUTION" || words.first == "SOLUTION:" else { return nil }
    let rest = String(comment.words.drop { $0 != " " }).trimmed
    self = .line(code: comment.code, words: Self.divided(rest))
  }

  /// The marker of a line of prose, `<!-- BEGIN SOLUTION -->`; nil where it has none.
  init?(prose line: some StringProtocol) {
    let text = String(line).trimmed
    guard text.hasPrefix("<!--"), text.hasSuffix("-->"), text.utf8.count >= 7 else { return nil }
    self.init(words: text.dropFirst(4).dropLast(3).split(separator: " ").map { $0.uppercased() })
  }

  private init?(words: [String]) {
    switch words {
    case ["BEGIN", "SOLUTION"]: self = .begin
    case ["END", "SOLUTION"]: self = .end
    case ["INSTEAD"]: self = .instead
    default: return nil
    }
  }

  /// What stands before and behind the first `//` of a line that is not in a string.
  private static func comment(in line: String) -> (code: String, words: String)? {
    let letters = Array(line)
    var isInString = false
    var index = 0
    while index < letters.count {
      switch letters[index] {
      case "\\" where isInString: index += 1
      case "\"": isInString.toggle()
      case "/" where !isInString && index + 1 < letters.count && letters[index + 1] == "/":
        return (String(letters[..<index]), String(letters[(index + 2)...]).trimmed)
      default: break
      }
      index += 1
    }
    return nil
  }

  /// Words divided by commas that stand in no brackets.
  private static func divided(_ text: String) -> [String] {
    var parts: [String] = []
    var part = ""
    var depth = 0
    for letter in text {
      if "([{".contains(letter) { depth += 1 }
      if ")]}".contains(letter) { depth -= 1 }
      if letter == ",", depth == 0 {
        parts.append(part.trimmed)
        part = ""
      } else {
        part.append(letter)
      }
    }
    parts.append(part.trimmed)
    return parts.filter { !$0.isEmpty }
  }
}

extension SolutionMarker {
  /// A line of code with a `.FIXME` in the place of each of `words`, in their order.
  ///
  /// - Returns: the line; nil with the first word that it does not have.
  static func withHoles(_ code: String, _ words: [String]) -> (line: String?, missing: String?) {
    var line = code
    while let last = line.last, last.isWhitespace { line.removeLast() }
    guard !words.isEmpty else { return (withOneHole(line), nil) }
    var done = ""
    var rest = Substring(line)
    for word in words {
      guard let found = range(of: word, in: rest) else { return (nil, word) }
      // `stride: 2` says which 2 is meant; the label stays.
      let label = word.firstMatch(of: /^\w+: */).map { String($0.output) } ?? ""
      done += rest[..<found.lowerBound] + label + ".FIXME"
      rest = rest[found.upperBound...]
    }
    return (done + rest, nil)
  }

  /// A line with one hole, behind `=` or `return`; nil where it has neither.
  private static func withOneHole(_ line: String) -> String? {
    let end = line.hasSuffix(",") ? "," : ""
    for sign in [" = ", " += ", " -= ", " *= ", " /= ", "return "] {
      guard let found = line.firstRange(of: sign) else { continue }
      return line[..<found.upperBound] + ".FIXME" + end
    }
    return nil
  }

  /// Where `word` stands by itself: `2` in `stride: 2`, not in `256` or `conv2`.
  private static func range(of word: String, in text: Substring) -> Range<Substring.Index>? {
    func isPart(_ letter: Character) -> Bool { letter.isLetter || letter.isNumber || letter == "_" || letter == "." }
    var rest = text
    while let found = rest.firstRange(of: word) {
      let before = found.lowerBound > text.startIndex ? text[text.index(before: found.lowerBound)] : " "
      let after = found.upperBound < text.endIndex ? text[found.upperBound] : " "
      let isOpenBefore = word.first.map { isPart($0) && isPart(before) && $0 != "." } ?? false
      let isOpenAfter = word.last.map { isPart($0) && isPart(after) } ?? false
      if !isOpenBefore, !isOpenAfter { return found }
      rest = text[text.index(after: found.lowerBound)...]
    }
    return nil
  }
}
