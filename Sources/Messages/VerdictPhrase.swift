/// A verdict's word, by the raw value of the verdict.
public struct VerdictPhrase: Phrase {
  /// The raw value: `passed`, `tried`, `not-yet`, `not-attempted`, `blocked` or `error`.
  let verdict: String

  /// - Parameter verdict: the verdict's raw value.
  public init(_ verdict: String) { self.verdict = verdict }

  /// The word in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: english
    case .korean: korean
    }
  }
}

// MARK: English

extension VerdictPhrase {
  var english: String {
    switch verdict {
    case "passed": "passed"
    case "tried": "tried (quick)"
    case "not-yet": "not yet"
    case "not-attempted": "not attempted"
    case "blocked": "blocked"
    default: "could not be judged"
    }
  }
}

// MARK: Korean

extension VerdictPhrase {
  var korean: String {
    switch verdict {
    case "passed": "통과"
    case "tried": "시험 실행(quick)"
    case "not-yet": "아직이에요"
    case "not-attempted": "시작 전"
    case "blocked": "대기"
    default: "판정 불가"
    }
  }
}
