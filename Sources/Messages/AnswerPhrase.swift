/// What is said of an answer beside whether it is right.
public enum AnswerPhrase: Phrase {
  /// A number is right but for its decimal comma.
  case decimalComma(found: String, plain: String)
  /// A share is told in hundredths, and does not say so.
  case percentSign(found: String, plain: String)
  /// A number is right and has lost its last digits.
  case roundedTooFar(found: String, digits: Int)
  /// The mark that stood for the answer is still there.
  case markLeft(found: String, plain: String)

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: return english
    case .korean: return korean
    }
  }
}

// MARK: English

extension AnswerPhrase {
  var english: String {
    switch self {
    case .decimalComma(let found, let plain) where !found.contains(","):
      return "In “\(found)” a point stands between thousands. Here it stands before decimals: write “\(plain)”."
    case .decimalComma(let found, let plain):
      return
        "“\(found)” has a comma before its decimals. Programs, and this lab’s text, write a point there: write “\(plain)”."
    case .percentSign(let found, let plain):
      return
        "Is “\(found)” in per cent? A share of all is a number from 0 to 1, or it has its sign behind it: write “\(plain)”."
    case .roundedTooFar(let found, let digits):
      return "“\(found)” is rounded too far: give at least \(digits) digits behind the point."
    case .markLeft(_, let plain):
      return "The question mark (?) that stood for the answer is still there: write “\(plain)” in its place."
    }
  }
}

// MARK: Korean

extension AnswerPhrase {
  var korean: String {
    switch self {
    case .decimalComma(let found, let plain) where !found.contains(","):
      return "‘\(found)’의 점은 천 단위를 나눈 것인가요? 여기서 점은 소수점이에요. ‘\(plain)’\(.toward, after: plain) 고쳐 써 보세요."
    case .decimalComma(let found, let plain):
      return "‘\(found)’에는 소수점 자리에 쉼표가 있어요. 프로그램과 이 실습에서는 점을 써요. ‘\(plain)’\(.toward, after: plain) 고쳐 써 보세요."
    case .percentSign(let found, let plain):
      return
        "‘\(found)’\(.topic, after: found) 퍼센트인가요? 비율은 0에서 1 사이의 수로 쓰거나 퍼센트 기호를 붙여요. ‘\(plain)’\(.toward, after: plain) 고쳐 써 보세요."
    case .roundedTooFar(let found, let digits):
      return "‘\(found)’\(.topic, after: found) 너무 많이 반올림한 값이에요. 소수점 아래 \(digits)자리 이상 써 보세요."
    case .markLeft(_, let plain):
      return "답 자리에 있던 물음표(?)가 아직 남아 있어요. 물음표를 지우고 ‘\(plain)’만 남겨 보세요."
    }
  }
}
