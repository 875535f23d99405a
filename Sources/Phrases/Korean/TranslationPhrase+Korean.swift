extension TranslationPhrase {
  var korean: String {
    switch self {
    case .missing(let cell, let lab, let line): return "\(lab) \(line)번째 줄의 `\(cell)` 셀이 여기에는 없어요"
    case .extra(let cell, let lab): return "\(lab)에는 `\(cell)` 셀이 없거나 이만큼 많지 않아요"
    case .otherOrder(let cell, let expected): return "실습에는 `\(expected)` 셀이 있는 자리에 `\(cell)` 셀이 있어요"
    case .notEmpty(let cell): return "`\(cell)` 셀이 비어 있지 않아요. 셀의 내용은 실습에서 가져와요"
    case .unknownChoice(let key): return "질문에 보기 `\(key)`가 없어요"
    case .choiceMissing(let key): return "보기 `\(key)`의 번역이 없어요"
    case .whyMissing: return "이유를 설명하는 `why`의 번역이 없어요"
    case .needlessWhy: return "보기가 있는 질문은 보기마다 `why`가 있고, 질문 자체에는 없어요"
    case .addEmpty(let cell): return "```\(cell) 줄로 시작하는 빈 셀을 넣어 보세요"
    case .removeIt: return "지워 보세요"
    case .keepOrder(let lab): return "셀을 \(lab)과 같은 순서로 놓아 보세요"
    case .writeInLab(let lab, let line): return "\(lab) \(line)번째 줄의 셀에 쓰고, 여기는 비워 두세요"
    case .choicesOf(let lab, let keys): return "\(lab)의 보기: \(keys.quoted)"
    case .addChoice(let key): return "`choices`에 `- {key: \(key), text: …, why: …}` 줄을 넣어 보세요"
    case .addWhy: return "`why: …` 줄을 넣어 보세요"
    }
  }
}
