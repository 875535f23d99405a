/// What the commands about data sets say besides.
public enum DataSetPhrase: Phrase {
  /// Two options that cannot be given together.
  case optionsClash(String, with: String)

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: english
    case .korean: korean
    }
  }
}

// MARK: English

extension DataSetPhrase {
  var english: String {
    switch self {
    case .optionsClash(let option, let other): return "`\(option)` does not go with `\(other)`. Leave one of them out."
    }
  }
}

// MARK: Korean

extension DataSetPhrase {
  var korean: String {
    switch self {
    case .optionsClash(let option, let other):
      return "`\(option)` 옵션은 `\(other)`와 함께 쓸 수 없어요. 하나를 빼 보세요."
    }
  }
}
