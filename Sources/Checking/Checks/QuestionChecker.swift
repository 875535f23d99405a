internal import Foundation
public import Labs
internal import Messages
internal import Workbench

/// Looks at the learner's answer to a question.
public enum QuestionChecker {
  /// What an answer is worth that has not been written into the lab yet.
  ///
  /// - Parameters:
  ///   - question: what was asked.
  ///   - answer: what somebody answers.
  /// - Returns: the author's justification of the answer, on the question's line.
  public static func check(_ question: Lab.Question, answer: String) -> CheckResult {
    check(question, given: answer.trimmingPrefix(while: \.isWhitespace).description, line: question.line)
  }

  /// What the answer is worth that stands in the lab.
  ///
  /// - Parameters:
  ///   - question: what was asked.
  ///   - lab: the lab as it stands in the learner's file.
  /// - Returns: not attempted without an answer; the author's justification of the one that was given.
  public static func check(_ question: Lab.Question, in lab: Lab) -> CheckResult {
    check(question, answer: lab.answers.first { $0.question == question.id })
  }

  /// - Parameters:
  ///   - question: what was asked.
  ///   - answer: what the learner wrote; nil where there is no answer cell.
  /// - Returns: not attempted without an answer; the author's justification of the one that was given.
  static func check(_ question: Lab.Question, answer: Lab.Answer?) -> CheckResult {
    check(question, given: answer?.text ?? "", line: answer?.line ?? question.line)
  }

  /// An answer as a lab writes it: a right number with a decimal comma gets its point, the mark that stood for an answer goes, all else stays as
  /// it was typed.
  ///
  /// - Parameters:
  ///   - answer: what somebody typed.
  ///   - question: what was asked.
  /// - Returns: the answer for the lab's file.
  public static func asWritten(_ answer: String, to question: Lab.Question) -> String {
    let answer = withoutMark(answer) ?? answer
    guard case .number(let value, let tolerance, _) = question.form,
      let plain = decimalPoint(in: answer, near: value, tolerance: tolerance)
    else { return answer }
    return plain
  }

  /// An answer behind the mark that stood for it, `? c`; nil where it has none.
  private static func withoutMark(_ answer: String) -> String? {
    guard let first = answer.first, first == "?" || first == "？" else { return nil }
    let rest = answer.dropFirst().drop { $0.isWhitespace }
    return rest.isEmpty ? nil : String(rest)
  }

  /// That the mark is still there, before, in or behind what cannot be read; nil where there is none, or nothing beside it.
  private static func markLeft(in answer: String) -> (any Phrase)? {
    guard answer.contains(where: { "?？".contains($0) }) else { return nil }
    let rest = answer.split { "?？ ".contains($0) }.joined(separator: " ")
    return rest.isEmpty ? nil : AnswerPhrase.markLeft(found: answer, plain: rest)
  }

  /// The answer with a point where only a decimal comma makes it right; nil where it needs none, or is not right.
  private static func decimalPoint(in answer: String, near value: Double, tolerance: Double) -> String? {
    let number = WrittenNumber(answer)
    func isNear(_ read: Double?) -> Bool { read.map { Lab.Question.isWithin($0 - value, tolerance) } ?? false }
    guard !isNear(number.value), isNear(number.commaValue) else { return nil }
    let plain = answer.filter { $0 != "." }.replacing(",", with: ".")
    return isNear(WrittenNumber(plain).value) ? plain : nil
  }

  /// What the author says of a wrong number, as learners round it: to two digits, unless that is nearer to the right one. Where nothing is
  /// to be rounded, a number that is counted is that number alone.
  private static func wrong(
    _ question: Lab.Question, _ read: Double, _ value: Double, _ tolerance: Double
  ) -> Lab.WrongNumber? {
    func room(_ wrong: Double) -> Double {
      tolerance == 0 && wrong == wrong.rounded() ? 0 : max(tolerance, abs(wrong) * 0.01)
    }
    let near = question.wrong.filter { Lab.Question.isWithin(read - $0.value, room($0.value)) }
      .min { abs(read - $0.value) < abs(read - $1.value) }
    return near.flatMap { abs(read - $0.value) < abs(read - value) ? $0 : nil }
  }

  /// The key of a choice as people write it: `c)`, `(c)`, `C.`
  private static func key(in given: String) -> String {
    let plain = given.unicodeScalars.map { scalar -> Character in
      (0xFF01...0xFF5E).contains(scalar.value)
        ? Character(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar) : Character(scalar)
    }
    let sides: Set<Character> = ["(", ")", ".", "`", "\"", "'", " ", ":", "“", "”"]
    let head = plain.drop { sides.contains($0) }
    return String(head.reversed().drop { sides.contains($0) }.reversed()).lowercased()
  }

  /// The one of `keys` that is meant: alone, at the beginning of a sentence, with a few words around it, or typed with the Korean layout left
  /// on; nil where two are named, or one is denied.
  private static func key(in given: String, among keys: [String]) -> String? {
    let plain = key(in: given)
    func known(_ word: String?) -> String? { word.flatMap { word in keys.first { $0.lowercased() == word } } }
    let typed = known(KoreanLayout.keys(of: plain)?.lowercased())
    let place = Self.place(of: plain).flatMap { keys.indices.contains($0) ? keys[$0] : nil }
    // ㄷ is the third of a Korean list, and the key of e: of two that are meant nobody is chosen.
    if let typed, let place, typed != place { return nil }
    // `2번` is the key 2 where there is one.
    let isNumbered = keys.contains { Int($0) != nil }
    if let key = known(plain) ?? typed ?? (isNumbered ? nil : place) { return key }
    let words = plain.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.map(String.init)
    // `c, because …` says which one, too; `c, d` does not.
    let lone = plain.firstMatch(of: /^(\w+)[.,:;)]/).map { String($0.output.1) }
    let isList = words.count > 1 && words.allSatisfy { known($0) != nil || ["and", "or"].contains($0) }
    if let key = known(lone), !isList { return key }
    // `c번`, `answer: c`: one of them, and hardly a sentence; `not c` is none.
    let found = Set(words.compactMap(known))
    let isDenied =
      words.contains { ["not", "no", "never", "isn", "except"].contains($0) }
      || ["아니", "아님", "말고", "빼고"].contains { plain.contains($0) }
    return words.count <= 2 && plain.count <= 20 && found.count == 1 && !isDenied ? found.first : nil
  }

  /// Whether nothing but two keys or more stands there: `c, d`, `a 또는 b`.
  private static func namesSeveral(_ given: String, of keys: [String]) -> Bool {
    let words = key(in: given).split { !($0.isLetter || $0.isNumber) }.map(String.init)
    let named = words.filter { word in keys.contains { $0.lowercased() == word } }
    return Set(named).count > 1
      && words.allSatisfy { named.contains($0) || ["and", "or", "와", "과", "또는", "하고", "이나", "그리고"].contains($0) }
  }

  /// The side of a square that is written as two sides: `95 x 95`; nil for anything else.
  private static func side(of given: String) -> Double? {
    guard given.utf8.count <= 60 else { return nil }
    return given.wholeMatch(of: /\s*([0-9]+)\s*[xX×*]\s*([0-9]+)\s*\p{L}*/).flatMap { found in
      found.output.1 == found.output.2 ? Double(found.output.1) : nil
    }
  }

  /// The place in a list that is meant by its number, or by what numbers Korean lists: `③`, `3번`, `ㄷ`, `다번`, `셋째`.
  private static func place(of word: String) -> Int? {
    let counted = ["첫", "두", "세", "네", "다섯"].firstIndex { word == $0 + "번째" || word == $0 + " 번째" }
    if let place = counted ?? ["첫째", "둘째", "셋째", "넷째", "다섯째"].firstIndex(of: word) { return place }
    // A bare digit may be a number that was worked out.
    let counts = word.wholeMatch(of: /([^\s번]) ?(?:번째|번)/).map { String($0.output.1) }
    let plain = counts ?? word
    guard plain.count == 1, counts != nil || Int(plain) == nil else { return nil }
    return ["①②③④⑤⑥⑦⑧⑨", "123456789", "ⓐⓑⓒⓓⓔ", "㉠㉡㉢㉣㉤", "ㄱㄴㄷㄹ", "가나다라마"].lazy.compactMap { signs in
      signs.firstIndex(of: Character(plain)).map { signs.distance(from: signs.startIndex, to: $0) }
    }.first
  }

  /// The one of `choices` that is written in place of its key: all of it, its beginning up to a comma or point, or what stands in quotes in it,
  /// `enc1b`; nil where none is, or more than one. Other words of a choice may say the contrary of it.
  private static func key(in given: String, writtenOutIn choices: [Lab.Choice]) -> String? {
    // `절반` is the choice 0.5.
    let (words, number) = (plainWords(of: given), WrittenNumber(given).value)
    let found = choices.filter { choice in
      !words.isEmpty && forms(of: choice.text).contains(words)
        || number != nil && WrittenNumber(choice.text).value == number
    }
    return found.count == 1 ? found[0].key : nil
  }

  /// What a choice can be called by.
  private static func forms(of choice: String) -> Set<String> {
    let choice = choice.prefix(2_000)
    let parts = choice.split(separator: /["`“”]/, omittingEmptySubsequences: false)
    // Between the first sign and the second, the third and the fourth, …
    let quoted = stride(from: 1, to: parts.count - 1, by: 2).map { parts[$0] }
    let head = choice.prefix { !",.:;(".contains($0) }
    return Set(([choice, head] + quoted).map { plainWords(of: String($0)) })
  }

  /// A text's words with one space between them, at most 400 letters.
  private static func plainWords(of text: String) -> String {
    String(text.lowercased().split { !($0.isLetter || $0.isNumber) }.joined(separator: " ").prefix(400))
  }

  /// Hundredths without their sign, where with it the answer is right; nil where it is not so.
  private static func percent(_ answer: String, near value: Double, tolerance: Double) -> String? {
    let number = WrittenNumber(answer)
    guard !number.isPercent, let read = number.value ?? number.commaValue, abs(value) <= 1, abs(read) > 1,
      Lab.Question.isWithin(read / 100 - value, tolerance)
    else { return nil }
    return "\(read.plain) %"
  }

  /// How many decimals are enough, where an answer is the right number with fewer; nil where it is another, or has none.
  private static func digitsWanted(_ answer: String, for value: Double, tolerance: Double) -> Int? {
    // `약 0.98`, `0.98 px`: one number among words.
    guard let found = answer.wholeMatch(of: /[\p{L}\s]{0,12}([+-]?[0-9]*\.([0-9]{1,8}))[\p{L}\s]{0,12}/),
      let read = Double(found.output.1), tolerance > 0
    else { return nil }
    func rounded(_ digits: Int) -> Double {
      let scale = (0..<digits).reduce(1.0) { scale, _ in scale * 10 }
      return (value * scale).rounded() / scale
    }
    let given = found.output.2.count
    // Some number that would do is rounded so.
    let half = (0..<given).reduce(0.5) { half, _ in half / 10 }
    guard Lab.Question.isWithin(read - value, tolerance + half), abs(read - value) < abs(value),
      !Lab.Question.isWithin(read - value, tolerance)
    else { return nil }
    return (given + 1...9).first { Lab.Question.isWithin(rounded($0) - value, tolerance) }
  }

  /// What stands between quotes around the whole answer; nil where there are none.
  private static func withoutQuotes(_ answer: String) -> String? {
    guard let first = answer.first, let last = answer.last, answer.count > 2,
      ["\"\"", "''", "``", "“”", "‘’", "＂＂"].contains("\(first)\(last)")
    else { return nil }
    let inside = answer.dropFirst().dropLast()
    return inside.contains(first) || inside.contains(last) ? nil : inside.trimmingCharacters(in: .whitespaces)
  }

  /// The one number of a sentence; nil where it has none, or several.
  private static func numberAmongWords(_ answer: String) -> String? {
    let numbers = answer.matches(of: /[+-]?[0-9][0-9.,]*(\s*\/\s*[0-9]+)?(\s?%)?/).map { String($0.output.0) }
    guard numbers.count == 1, let number = numbers.first else { return nil }
    let plain = number.hasSuffix(".") || number.hasSuffix(",") ? String(number.dropLast()) : number
    return WrittenNumber(plain).value == nil ? nil : plain
  }

  private static func check(_ question: Lab.Question, given: String, line: Int) -> CheckResult {
    func result(_ verdict: Verdict, expected: CheckValue? = nil, _ message: any Phrase) -> CheckResult {
      CheckResult(
        .answer, verdict, expected: expected, measured: given.isEmpty ? nil : .text(given), message: message, line: line
      )
    }
    guard !Lab.Answer.isOpen(given) else {
      return result(.notAttempted, CheckPhrase.questionOpen(id: question.id))
    }
    // On a line of its own the mark is only forgotten.
    let lines = given.split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) }
      .filter { !["?", "？"].contains($0) }
    if lines.count == 1, lines[0].count < given.count, given.contains(where: \.isNewline) {
      return check(question, given: lines[0], line: line)
    }
    if let inside = withoutQuotes(given) { return check(question, given: inside, line: line) }
    if let plain = withoutMark(given), check(question, given: plain, line: line).verdict == .passed {
      return result(.notYet, AnswerPhrase.markLeft(found: given, plain: plain))
    }
    switch question.form {
    case .choice(let choices):
      let keys = choices.map(\.key)
      guard let key = key(in: given, among: keys) ?? key(in: given, writtenOutIn: choices),
        let chosen = choices.first(where: { $0.key == key })
      else {
        let fault: any Phrase =
          markLeft(in: given)
          ?? (namesSeveral(given, of: keys)
            ? AnswerPhrase.severalNamed(found: given) : CheckPhrase.answerUnknown(found: given, keys: keys))
        return result(.notYet, expected: .text(keys.joined(separator: ", ")), fault)
      }
      return result(chosen.isRight ? .passed : .notYet, CheckPhrase.justification(chosen.why))
    case .number(let value, let tolerance, let why):
      let number = WrittenNumber(given)
      guard number.value != nil || number.commaValue != nil else {
        let alone = numberAmongWords(given).map { AnswerPhrase.numberAlone(found: given, plain: $0) }
        return result(.notYet, markLeft(in: given) ?? alone ?? CheckPhrase.answerNotANumber(found: given))
      }
      func isRight(_ read: Double?) -> Bool { read.map { Lab.Question.isWithin($0 - value, tolerance) } ?? false }
      guard isRight(number.value) || isRight(side(of: given)) else {
        if let known = (number.value ?? number.commaValue).flatMap({ wrong(question, $0, value, tolerance) }) {
          return result(.notYet, CheckPhrase.justification(known.why))
        }
        if let plain = decimalPoint(in: given, near: value, tolerance: tolerance) {
          return result(.notYet, AnswerPhrase.decimalComma(found: given, plain: plain))
        }
        if let plain = percent(given, near: value, tolerance: tolerance) {
          return result(.notYet, AnswerPhrase.percentSign(found: given, plain: plain))
        }
        if let digits = digitsWanted(given, for: value, tolerance: tolerance) {
          return result(.notYet, AnswerPhrase.roundedTooFar(found: given, digits: digits))
        }
        if let cause = number.value.flatMap({ AnswerCause.slip(in: $0, for: value, tolerance: tolerance) }) {
          return result(.notYet, AnswerPhrase.likely(found: given, cause))
        }
        return result(.notYet, CheckPhrase.answerFarOff(found: given, tolerance: tolerance))
      }
      return result(.passed, CheckPhrase.justification(why))
    case .text(let why):
      return result(.passed, why.map { CheckPhrase.justification($0) } ?? CoursePhrase.answerKept)
    }
  }
}
