/// A Korean particle or ending that has one form after a closing consonant and another after a vowel.
///
/// Written into a text by `"‘\(name)’\(.object, after: name)"`, so that no message ever shows both forms.
enum Josa: CaseIterable {
  /// 은 / 는
  case topic
  /// 이 / 가
  case subject
  /// 을 / 를
  case object
  /// 과 / 와
  case with
  /// 으로 / 로
  case toward
  /// 이나 / 나
  case or
  /// 이에요 / 예요
  case copula
  /// 이고 / 고
  case copulaAnd
  /// 이어야 / 여야
  case must
  /// 이라는 / 라는
  case called
  /// 이라고 / 라고
  case quotation

  /// `word` followed by the form that fits its last sound.
  func after(_ word: String) -> String { word + form(after: word) }

  /// The form that fits the last sound of `word`.
  func form(after word: String) -> String {
    let closing = Josa.closing(of: word)
    let isOpen = closing == .none
    switch self {
    case .topic: return isOpen ? "는" : "은"
    case .subject: return isOpen ? "가" : "이"
    case .object: return isOpen ? "를" : "을"
    case .with: return isOpen ? "와" : "과"
    case .toward: return closing == .other ? "으로" : "로"
    case .or: return isOpen ? "나" : "이나"
    case .copula: return isOpen ? "예요" : "이에요"
    case .copulaAnd: return isOpen ? "고" : "이고"
    case .must: return isOpen ? "여야" : "이어야"
    case .called: return isOpen ? "라는" : "이라는"
    case .quotation: return isOpen ? "라고" : "이라고"
    }
  }

  private enum Closing { case none, rieul, other }

  /// Quotes, brackets and other signs that nobody reads out at the end of a word.
  private static let silent = Set("`'\"‘’“”()[]{}<>«»,.:;!?*_/…␛")

  /// What stands before an explanation in round brackets at the end: a particle belongs to that. A call keeps its last argument.
  private static func spoken(_ word: Substring) -> Substring {
    guard let last = word.lastIndex(where: { !"`'\"’”* ".contains($0) }), word[last] == ")" else { return word }
    var depth = 0
    for index in word[...last].indices.reversed() {
      if word[index] == ")" { depth += 1 } else if word[index] == "(" { depth -= 1 }
      guard depth == 0 else { continue }
      let before = word[..<index]
      let isHangul =
        before.last { $0 != " " }?.unicodeScalars.last.map { (0xAC00...0xD7A3).contains($0.value) } ?? false
      return isHangul ? before : word
    }
    return word
  }

  /// How `word` sounds at its end: Hangul by its code point, digits by their Korean reading, Latin letters as Korean writes them.
  private static func closing(of word: String) -> Closing {
    let read = spoken(word.suffix(400)).suffix(80).reversed().drop { silent.contains($0) || $0 == " " }
    guard let last = read.first, let scalar = last.unicodeScalars.last else { return .none }
    if (0xAC00...0xD7A3).contains(scalar.value) {
      let final = (scalar.value - 0xAC00) % 28
      return final == 0 ? .none : (final == 8 ? .rieul : .other)
    }
    if (0x3131...0x314E).contains(scalar.value) { return last == "ㄹ" ? .rieul : .other }
    let latin = read.prefix { $0.isASCII && $0.isLetter }
    if !latin.isEmpty { return closing(ofLatin: String(latin.reversed())) }
    let isWide = (0xFF10...0xFF19).contains(scalar.value)
    switch isWide ? Unicode.Scalar(scalar.value - 0xFEE0).map(Character.init) ?? last : last {
    // 일, 칠, 팔
    case "1", "7", "8", "¹", "⁷", "⁸": return .rieul
    // 영, 삼, 육
    case "0", "3", "6", "⁰", "³", "⁶": return .other
    default: return .none
    }
  }

  /// As ``closing(of:)``, of Latin letters: one by its name, as do abbreviations; a word by how Korean usually borrows it.
  private static func closing(ofLatin word: String) -> Closing {
    let small = word.lowercased()
    guard let last = small.last else { return .none }
    let vowels = Set("aeiouy")
    // 엘, 알; 엠, 엔. All other letters' names end in a vowel: 비, 피, 에스.
    // What has no vowel is spelt out, letter by letter: png.
    if small.count == 1 || !small.contains(where: vowels.contains) {
      return last == "l" || last == "r" ? .rieul : last == "m" || last == "n" ? .other : .none
    }
    let before = small.dropLast().last ?? " "
    switch last {
    case "l": return .rieul
    case "m", "n": return .other
    case "g": return before == "n" ? .other : .none
    // 오버랩, 탭; but 맵, and 드롭아웃 beside 테스트 and 신경망: a stop after a short vowel closes, one after another letter does not.
    case "p", "b": return vowels.contains(before) ? .other : .none
    case "t": return vowels.contains(before) && !small.hasSuffix("ate") ? .other : .none
    // 카디악: a c at the end is a k.
    case "c": return vowels.contains(before) ? .other : .none
    case "k": return before == "c" || before == "o" && small.hasSuffix("ook") ? .other : .none
    // 스케일, 프레임, 레인지: the last consonant is heard where the e is not.
    case "e":
      if before == "l" { return .rieul }
      return before == "m" || before == "n" ? .other : .none
    default: return .none
    }
  }
}

extension String.StringInterpolation {
  /// Appends the form of a particle that fits a word, without the word: quotes may stand between the two.
  ///
  /// - Parameters:
  ///   - josa: the particle.
  ///   - word: what stands before it.
  mutating func appendInterpolation(_ josa: Josa, after word: some CustomStringConvertible) {
    appendLiteral(josa.form(after: word.description))
  }
}
