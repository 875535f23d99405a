/// A Korean particle that has one form after a closing consonant and another after a vowel.
enum Josa {
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

  /// `word` followed by the form that fits its last sound.
  func after(_ word: String) -> String {
    let closing = Josa.closingConsonant(of: word)
    switch self {
    case .topic: return word + (closing == .none ? "는" : "은")
    case .subject: return word + (closing == .none ? "가" : "이")
    case .object: return word + (closing == .none ? "를" : "을")
    case .with: return word + (closing == .none ? "와" : "과")
    case .toward: return word + (closing == .other ? "으로" : "로")
    }
  }

  private enum Closing { case none, rieul, other }

  /// How `word` sounds at its end: Hangul by its code point, digits by their Korean reading, Latin letters as they are usually read.
  private static func closingConsonant(of word: String) -> Closing {
    let skipped: Set<Character> = ["`", "'", "\"", "’", "”", ")", "]", "}", ".", "*"]
    guard let last = word.last(where: { !skipped.contains($0) }), let scalar = last.unicodeScalars.first else {
      return .none
    }
    if (0xAC00...0xD7A3).contains(scalar.value) {
      let final = (scalar.value - 0xAC00) % 28
      return final == 0 ? .none : (final == 8 ? .rieul : .other)
    }
    switch last {
    case "1", "7", "8", "l", "L", "r", "R": return .rieul
    case "0", "3", "6", "m", "n", "M", "N", "b", "p": return .other
    default: return .none
    }
  }
}
