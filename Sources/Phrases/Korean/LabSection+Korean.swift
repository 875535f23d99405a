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
    case .number: return "숫자여야"
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
    case .number: return "숫자가 있어요"
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
    case .colon: return "값이 시작될 수 없는 자리에 쌍점(:)이 있어요"
    case .noColon: return "키 뒤에 쌍점(:)이 없어요"
    case .specialCharacter: return "YAML에서 특별한 뜻이 있는 글자로 값이 시작해요"
    case .brackets: return "괄호가 닫히지 않았거나 쉼표가 빠졌어요"
    case .quotes: return "따옴표가 닫히지 않았어요"
    case .indentation: return "들여쓰기가 앞뒤 줄과 달라요"
    case .secondDocument: return "두 번째 문서가 시작돼요"
    case .other(let words): return words
    }
  }
}
