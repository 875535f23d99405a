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
  /// A number stands among words.
  case numberAlone(found: String, plain: String)
  /// More than one choice is named.
  case severalNamed(found: String)
  /// A number is wrong in a way that tells how it came about.
  case likely(found: String, AnswerSlip)

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: return english
    case .korean: return korean
    }
  }
}

/// How a wrong number is related to the right one: what went wrong on the way, not the number itself.
public enum AnswerSlip: String, Codable, Hashable, Sendable {
  /// It is what the right one leaves of 1.
  case remainder
  /// It has the other sign.
  case sign
  /// It is divided the other way round.
  case reciprocal
  /// It is ten, a hundred or a thousand times as large, or as small.
  case decimalPoint
  /// It is twice as large.
  case doubled
  /// It is half as large.
  case halved
  /// It is the square of the right one.
  case square
  /// It is the root of the right one.
  case root
}

// MARK: English

extension AnswerSlip {
  fileprivate var english: String {
    switch self {
    case .remainder: "is the other part of the whole, what remains to 1: read once more which of the two is asked for"
    case .sign: "has the other sign: look which number is subtracted from which"
    case .reciprocal: "is the fraction turned round: look what is divided by what"
    case .decimalPoint:
      "has the right digits, and its decimal point in another place: look at the units, and count the zeros once more"
    case .doubled: "is twice as large as it should be: look whether something is counted twice"
    case .halved: "is half as large as it should be: look whether something has to be doubled"
    case .square: "is the square of what is asked for: take its root"
    case .root: "is the root of what is asked for: one root too many was taken"
    }
  }
}

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
    case .numberAlone(let found, let plain):
      return "“\(found)” is more than a number. Write it alone: “\(plain)”."
    case .severalNamed(let found):
      return "“\(found)” names more than one choice. One choice alone is right: write only one."
    case .likely(let found, let slip): return "“\(found)” \(slip.english)."
    }
  }
}

// MARK: Korean

extension AnswerSlip {
  fileprivate var korean: String {
    switch self {
    case .remainder: "1에서 답을 뺀 나머지예요. 둘 중 어느 쪽을 묻는지 다시 읽어 보세요"
    case .sign: "부호가 반대예요. 어느 수에서 어느 수를 뺐는지 살펴보세요"
    case .reciprocal: "분수가 뒤집혔어요. 무엇을 무엇으로 나누었는지 살펴보세요"
    case .decimalPoint: "숫자는 맞는데 소수점의 자리가 달라요. 단위를 살펴보고, 0의 개수를 다시 세어 보세요"
    case .doubled: "맞는 값의 2배예요. 두 번 센 것이 없는지 살펴보세요"
    case .halved: "맞는 값의 절반이에요. 두 배를 빠뜨리지 않았는지 살펴보세요"
    case .square: "답을 제곱한 값이에요. 제곱근을 구해 보세요"
    case .root: "답의 제곱근이에요. 제곱근을 한 번 더 구했어요"
    }
  }
}

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
    case .numberAlone(let found, let plain):
      return "‘\(found)’에는 수 말고 다른 말도 있어요. 수만 써 보세요: ‘\(plain)’."
    case .severalNamed(let found): return "‘\(found)’에는 보기가 여러 개 있어요. 맞는 것은 하나이니 하나만 써 보세요."
    case .likely(let found, let slip): return "‘\(found)’\(.topic, after: found) \(slip.korean)."
    }
  }
}
