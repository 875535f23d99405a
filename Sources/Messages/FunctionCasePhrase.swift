/// What is wrong with the cases that a lab writes for a function, and what its author may try first.
public enum FunctionCasePhrase: Phrase {
  /// A row has `found` numbers, and the first row `expected`.
  case unequalRows(found: Int, expected: Int)
  /// A case gives the function `found` values, and the first case `expected`.
  case otherCount(found: Int, expected: Int)
  /// A case gives the function no value.
  case noValue

  // MARK: What to try

  /// Make all rows equally long.
  case makeEqual
  /// Give every case as many values as the function takes.
  case asManyAsTaken

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: return english
    case .korean: return korean
    }
  }
}

// MARK: English

extension FunctionCasePhrase {
  var english: String {
    switch self {
    case .unequalRows(let found, let expected):
      return "a row of \(found) \(found == 1 ? "number" : "numbers"), and the first row has \(expected)"
    case .otherCount(let found, let expected):
      return "\(found) \(found == 1 ? "value goes" : "values go") in here, and \(expected) in the first case"
    case .noValue: return "no value goes into the function"
    case .makeEqual: return "make all rows equally long"
    case .asManyAsTaken: return "give every case as many values as the function takes"
    }
  }
}

// MARK: Korean

extension FunctionCasePhrase {
  var korean: String {
    switch self {
    case .unequalRows(let found, let expected): return "첫 행에는 숫자가 \(expected)개 있는데 이 행에는 \(found)개 있어요"
    case .otherCount(let found, let expected): return "첫 사례는 값을 \(expected)개 넣는데 여기서는 \(found)개를 넣어요"
    case .noValue: return "함수에 넣을 값이 없어요"
    case .makeEqual: return "모든 행의 길이를 같게 맞춰 보세요"
    case .asManyAsTaken: return "사례마다 함수가 받는 수만큼 값을 써 보세요"
    }
  }
}
