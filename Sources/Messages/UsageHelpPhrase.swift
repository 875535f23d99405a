/// What is wrong with the words behind a command, as the argument parser finds it; its own sentences are the English ones.
public enum UsageHelpPhrase: Wording {
  /// There is no such option; the one that was meant, where one is near.
  case unknownOption(String, suggestion: String?)
  /// An option stands there without its value.
  case missingValue(option: String)
  /// A word for which there is no place.
  case unexpected(String)
  /// Words for which there is no place.
  case manyUnexpected(count: String, String)
  /// An argument is missing.
  case missingArgument(String)
  /// One of several is missing.
  case missingOne(of: String)
  /// A value that an option or argument does not take; those that it takes, where they are few.
  case invalid(String, for: String, known: String?)

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: english
    case .korean: korean
    }
  }
}

// MARK: English

extension UsageHelpPhrase {
  var english: String {
    switch self {
    case .unknownOption(let option, let suggestion):
      "Unknown option '\(option)'" + (suggestion.map { ". Did you mean '\($0)'?" } ?? "")
    case .missingValue(let option): "Missing value for '\(option)'"
    case .unexpected(let word): "Unexpected argument '\(word)'"
    case .manyUnexpected(let count, let words): "\(count) unexpected arguments: \(words)"
    case .missingArgument(let name): "Missing expected argument '\(name)'"
    case .missingOne(let names): "Missing one of: \(names)"
    case .invalid(let value, let option, let known):
      "The value '\(value)' is invalid for '\(option)'" + (known.map { ". Please provide one of \($0)." } ?? "")
    }
  }
}

// MARK: Korean

extension UsageHelpPhrase {
  var korean: String {
    switch self {
    case .unknownOption(let option, let suggestion):
      "‘\(option)’ 옵션은 없어요." + (suggestion.map { " 혹시 ‘\($0)’인가요?" } ?? "")
    case .missingValue(let option): "‘\(option)’ 옵션 뒤에 값이 빠졌어요."
    case .unexpected(let word): "‘\(word)’ 인자는 여기에 필요 없어요."
    case .manyUnexpected(let count, let words): "필요 없는 인자가 \(count)개 있어요: \(words)"
    case .missingArgument(let name): "‘\(name)’ 인자가 빠졌어요."
    case .missingOne(let names): "다음 가운데 하나가 빠졌어요: \(names)"
    case .invalid(let value, let option, let known):
      "‘\(value)’: ‘\(option)’에 쓸 수 없는 값이에요."
        + (known.map {
          " \($0.replacing(" and ", with: ", ").replacing(" or ", with: ", ")) 가운데 하나를 써 보세요."
        } ?? "")
    }
  }
}
