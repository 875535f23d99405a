/// What is said of an answer beside whether it is right.
public enum AnswerPhrase: Phrase {
  /// A number with a decimal comma was taken as the one with a point.
  case readAs(found: String, read: String)

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
    case .readAs(let found, let read):
      return "\(found) was read as \(read): programs, and this lab’s text, write a point and not a comma"
    }
  }
}

// MARK: Korean

extension AnswerPhrase {
  var korean: String {
    switch self {
    case .readAs(let found, let read):
      return "\(Josa.object.after(found)) \(Josa.toward.after(read)) 읽었어요. 프로그램과 이 실습에서는 쉼표가 아니라 점을 써요"
    }
  }
}
