/// A part of a lab that is written as keys and values.
public enum LabSection: Codable, Sendable, Hashable {
  /// The keys between `---` lines at the start.
  case frontMatter
  /// `budget` in the front matter.
  case budget
  /// A list of checks.
  case checks
  /// An experiment.
  case experiment
  /// `training` in an experiment.
  case training
  /// `quick` in an experiment.
  case quick
  /// A question.
  case question
  /// One of a question's choices.
  case choice
  /// What stands under a word of a training, such as `adam`.
  case named(String)
}

/// What a value in a lab can be.
public enum LabValueKind: Codable, Sendable, Hashable {
  /// Words.
  case text
  /// A name: letters, digits, hyphens and underscores.
  case name
  /// A whole number.
  case wholeNumber
  /// A number.
  case number
  /// `true` or `false`.
  case yesNo
  /// Values in a row.
  case list
  /// Keys with values.
  case mapping
  /// A comparison with a number, such as `>= 0.5`.
  case limit
  /// A name or a mapping.
  case nameOrMapping
  /// No value at all.
  case nothing
}

/// The numbers that a value may have.
public enum LabRange: Codable, Sendable, Hashable {
  /// 1, 2, 3 and so on, up to a million million.
  case fromOne
  /// 0 or more.
  case notNegative
  /// More than 0.
  case positive
  /// 0 to 1.
  case share
  /// 0 or more, and less than 1.
  case belowOne
}

/// Why a text is not YAML.
public enum YAMLFault: Codable, Sendable, Hashable {
  /// A tab at the start of a line.
  case tab
  /// A colon in words without quotes.
  case colon
  /// A key without a colon.
  case noColon
  /// Words that begin with a character that means something in YAML.
  case specialCharacter
  /// A list or mapping in brackets that goes on where it should end.
  case brackets
  /// Quotes that are never closed.
  case quotes
  /// A line that is indented differently from its neighbours.
  case indentation
  /// A second document behind `---`.
  case secondDocument
  /// Anything else, in the words of the YAML reader (English).
  case other(String)
}

// MARK: English

extension LabSection {
  var english: String {
    switch self {
    case .frontMatter: return "the front matter"
    case .budget: return "`budget`"
    case .checks: return "a list of checks"
    case .experiment: return "an experiment"
    case .training: return "`training`"
    case .quick: return "`quick`"
    case .question: return "a question"
    case .choice: return "a choice"
    case .named(let word): return "`\(word)`"
    }
  }
}

extension LabValueKind {
  var english: String {
    switch self {
    case .text: return "words"
    case .name: return "a name"
    case .wholeNumber: return "a whole number"
    case .number: return "a number"
    case .yesNo: return "`true` or `false`"
    case .list: return "a list"
    case .mapping: return "keys with values"
    case .limit: return "a limit such as `>= 0.5`"
    case .nameOrMapping: return "a name, or keys with values"
    case .nothing: return "nothing"
    }
  }
}

extension LabRange {
  var english: String {
    switch self {
    case .fromOne: return "1 or more (and at most a million million)"
    case .notNegative: return "0 or more"
    case .positive: return "more than 0"
    case .share: return "between 0 and 1"
    case .belowOne: return "0 or more and less than 1"
    }
  }
}

extension YAMLFault {
  var english: String {
    switch self {
    case .tab: return "a line is indented with a tab"
    case .colon: return "a colon stands where no value can begin"
    case .noColon: return "a key has no colon"
    case .specialCharacter: return "the value begins with a character that means something in YAML"
    case .brackets: return "a bracket is not closed, or a comma is missing"
    case .quotes: return "quotes are never closed"
    case .indentation: return "a line is indented differently from its neighbours"
    case .secondDocument: return "a second document begins"
    case .other(let words): return words
    }
  }
}

// MARK: Korean

extension LabSection {
  var korean: String {
    switch self {
    case .frontMatter: return "머리말(front matter)"
    case .budget: return "`budget`"
    case .checks: return "검사 목록"
    case .experiment: return "실험"
    case .training: return "`training`"
    case .quick: return "`quick`"
    case .question: return "질문"
    case .choice: return "보기"
    case .named(let word): return "`\(word)`"
    }
  }
}

extension LabValueKind {
  /// What a value must be, as the first half of “… 하는데”.
  var koreanExpected: String {
    switch self {
    case .text: return "글이어야"
    case .name: return "이름이어야"
    case .wholeNumber: return "정수여야"
    case .number: return "수여야"
    case .yesNo: return "`true` 아니면 `false`여야"
    case .list: return "목록이어야"
    case .mapping: return "키와 값이어야"
    case .limit: return "`>= 0.5` 같은 기준이어야"
    case .nameOrMapping: return "이름이거나 키와 값이어야"
    case .nothing: return "비어 있어야"
    }
  }

  /// What a value is instead, as a sentence's end.
  var koreanFound: String {
    switch self {
    case .text: return "글이 있어요"
    case .name: return "이름이 있어요"
    case .wholeNumber: return "정수가 있어요"
    case .number: return "수가 있어요"
    case .yesNo: return "`true`나 `false`가 있어요"
    case .list: return "목록이 있어요"
    case .mapping: return "키와 값이 있어요"
    case .limit: return "기준이 있어요"
    case .nameOrMapping: return "이름이나 키와 값이 있어요"
    case .nothing: return "비어 있어요"
    }
  }
}

extension LabRange {
  /// As the first half of “… 하는데”.
  var korean: String {
    switch self {
    case .fromOne: return "1 이상 1조 이하여야"
    case .notNegative: return "0 이상이어야"
    case .positive: return "0보다 커야"
    case .share: return "0과 1 사이여야"
    case .belowOne: return "0 이상 1 미만이어야"
    }
  }
}

extension YAMLFault {
  var korean: String {
    switch self {
    case .tab: return "줄을 탭으로 들여 썼어요"
    case .colon: return "값이 시작될 수 없는 자리에 콜론(:)이 있어요"
    case .noColon: return "키 뒤에 콜론(:)이 없어요"
    case .specialCharacter: return "YAML에서 특별한 뜻이 있는 글자로 값이 시작해요"
    case .brackets: return "괄호가 닫히지 않았거나 쉼표가 빠졌어요"
    case .quotes: return "따옴표가 닫히지 않았어요"
    case .indentation: return "들여쓰기가 앞뒤 줄과 달라요"
    case .secondDocument: return "두 번째 문서가 시작돼요"
    case .other(let words): return words
    }
  }
}
