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
