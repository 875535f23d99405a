/// What to try first, with the line written out that does it.
public enum AdvisedPhrase: Phrase {
  /// What to write in the place of a line; 0 for the line that the message is about. Behind it why.
  case write(String, line: Int, why: Message)
  /// What to write on a line of its own, before this one.
  case insert(String, before: Int, why: Message)
  /// Which line to remove; 0 for the line that the message is about.
  case remove(line: Int, why: Message)

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: return english
    case .korean: return korean
    }
  }

  /// Why, behind a sign; nothing where it only says a part of the line that is written out.
  private static func reason(_ why: Message, after sign: String, _ language: Language) -> String {
    let words: String =
      switch why.phrase {
      case let phrase as NetworkAdvicePhrase: phrase.reason(in: language)
      // They say no more than the line.
      case DiagnosisPhrase.epochs(_), DiagnosisPhrase.joinLast(_): ""
      default: why.text(in: language)
      }
    return words.isEmpty ? "" : sign + words
  }
}

// MARK: English

extension AdvisedPhrase {
  var english: String {
    switch self {
    case .write(let line, 0, let why): return "write `\(line)`\(Self.reason(why, after: ": ", .english))"
    case .write(let line, let number, let why):
      return "write `\(line)` on line \(number)\(Self.reason(why, after: ": ", .english))"
    case .insert(let line, let number, let why):
      return "write `\(line)` on a new line before line \(number)\(Self.reason(why, after: ": ", .english))"
    // Which stands twice needs no name.
    case .remove(0, let why) where why.phrase as? NetworkAdvicePhrase == .nameApart:
      return "remove this line: it stands twice"
    case .remove(0, let why): return "remove this line\(Self.reason(why, after: ": ", .english))"
    case .remove(let number, let why): return "remove line \(number)\(Self.reason(why, after: ": ", .english))"
    }
  }
}

// MARK: Korean

extension AdvisedPhrase {
  var korean: String {
    switch self {
    case .write(let line, 0, let why): return "이렇게 써 보세요: `\(line)`\(Self.reason(why, after: ". ", .korean))"
    case .write(let line, let number, let why):
      return "\(number)번째 줄을 이렇게 써 보세요: `\(line)`\(Self.reason(why, after: ". ", .korean))"
    case .insert(let line, let number, let why):
      return "\(number)번째 줄 앞에 새 줄로 이렇게 써 보세요: `\(line)`\(Self.reason(why, after: ". ", .korean))"
    case .remove(0, let why) where why.phrase as? NetworkAdvicePhrase == .nameApart:
      return "이 줄을 지워 보세요. 같은 줄이 두 번 있어요"
    case .remove(0, let why): return "이 줄을 지워 보세요\(Self.reason(why, after: ". ", .korean))"
    case .remove(let number, let why): return "\(number)번째 줄을 지워 보세요\(Self.reason(why, after: ". ", .korean))"
    }
  }
}
