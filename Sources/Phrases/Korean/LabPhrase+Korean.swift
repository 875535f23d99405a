extension LabPhrase {
  var korean: String {
    switch self {
    case .tooLong(let bytes, let limit):
      return "글이 \(bytes.grouped)바이트예요. 실습 하나는 \(limit.grouped)바이트까지 쓸 수 있어요"
    case .tooDeep(let limit): return "\(limit)단계보다 깊이 겹쳐 있어요"
    case .tooManyCells(let limit): return "셀이 \(limit)개보다 많아요"
    case .moreMistakes: return "이 뒤에도 고칠 곳이 더 있어요"
    case .noFrontMatter: return "실습 첫머리에 머리말(front matter)이 없어요"
    case .frontMatterNotClosed: return "머리말(front matter)이 닫히지 않았어요"
    case .rawHTML: return "본문에 쓴 HTML은 페이지에 나오지 않아요"
    case .fenceNotClosed: return "이 울타리가 닫히지 않아서 아래 내용이 모두 이 셀에 들어가 있어요"
    case .fenceSwallowsCell(let line): return "\(line)번째 줄에서 다른 셀이 시작되는데 이 울타리가 아직 열려 있어요"
    case .cellNotAtMargin: return "셀은 줄의 맨 앞에서 시작해야 하는데, 들여 썼거나 목록 또는 인용문 안에 있어요"
    case .unknownAttribute(let word): return "`\(word)`라는 셀 종류는 없어요"
    case .cellNeedsName(let kind): return "이 `\(kind)` 셀에 이름이 없어요"
    case .cellTakesNoName(let kind): return "`\(kind)` 셀에는 이름을 붙이지 않아요"
    case .severalKinds(let kinds): return "셀은 한 가지 종류여야 하는데 \(kinds.quoted) 종류가 함께 적혀 있어요"
    case .wrongLanguage(let kind, let expected, let found):
      return found.isEmpty
        ? "`\(kind)` 셀의 울타리는 `\(expected)` 글자로 시작해야 하는데 아무것도 없어요"
        : "`\(kind)` 셀의 울타리는 `\(expected)` 글자로 시작해야 하는데 `\(found)` 글자로 시작해요"
    case .badName(let name):
      return name.isEmpty ? "여기에 이름이 없어요" : "`\(name)`라는 이름은 쓸 수 없어요"
    case .duplicateName(let name, let line):
      return "`\(name)`라는 이름은 \(line)번째 줄의 셀이 이미 쓰고 있어요"
    case .emptyCell(let kind): return "이 `\(kind)` 셀이 비어 있어요"
    case .notInSolution(let kind): return "풀이에는 `\(kind)` 셀을 넣지 않아요"
    case .unknownTarget(let kind, let name): return "이 `\(kind)` 셀의 대상인 `\(name)` 셀이 없어요"
    case .checkOfQuestion(let name):
      return "`\(name)` 셀은 질문이에요. 질문에는 검사를 달지 않아요"
    case .targetOfOtherKind(let kind, let name): return "`\(name)` 셀에는 `\(kind)` 셀을 달 수 없어요"
    case .questionWithoutAnswer(let name): return "질문 `\(name)`에 답을 쓸 셀이 없어요"
    case .checkNeedsExperiment(let check, let exercise):
      return "`\(check)` 검사는 학습하면서 재는 값을 보는데, `\(exercise)` 셀은 연습 문제예요"
    case .checkNeedsExercise(let check, let experiment):
      return "`\(check)` 검사는 적힌 네트워크를 보는데, `\(experiment)` 셀은 실험이에요"
    case .solutionLacks(let exercise, let lab): return "\(lab)의 연습 문제 `\(exercise)` 셀이 빠져 있어요"
    case .wouldCloseFence(let name): return "`\(name)` 셀의 어떤 줄이 울타리로 시작해서, 실습에 넣으면 셀이 거기서 끝나요"
    case .badYAML(let fault): return "YAML로 읽을 수 없어요: \(fault.korean)"
    case .yamlTooLong(let limit): return "YAML 셀 하나는 \(limit.grouped)바이트까지 쓸 수 있는데 이 셀은 더 길어요"
    case .forbiddenCharacter(let number): return "YAML에 쓸 수 없는 글자 U+\(number.hexadecimal)이 있어요"
    case .alias(let name): return "`*\(name)` 표시가 `&\(name)` 값을 되풀이하는데, 실습에서는 이 기능을 쓰지 않아요"
    case .duplicateKey(let key, let line): return "`\(key)` 키가 두 번 나와요. 처음은 \(line)번째 줄이에요"
    case .keyNotWord: return "키는 낱말이어야 하는데 다른 것이 있어요"
    case .unknownKey(let key, let section): return "\(section.korean)에는 `\(key)` 키가 없어요"
    case .missingKey(let key, let section): return "\(section.korean)에 `\(key)` 키가 있어야 해요"
    case .wrongType(let key, let expected, let found, let text):
      let what = text.isEmpty || found == .nothing ? found.koreanFound : "지금은 `\(text)` 값이 들어 있어요"
      return "`\(key)` 값은 \(expected.koreanExpected) 하는데 \(what)"
    case .emptyValue(let key): return "`\(key)` 안이 비어 있어요"
    case .outOfRange(let key, let range, let found): return "`\(key)` 값은 \(range.korean) 하는데 지금은 \(found) 값이 들어 있어요"
    case .unknownOption(let key, let found): return "`\(key)` 키에는 `\(found)` 값을 쓸 수 없어요"
    case .severalOptions(let key, let count): return "`\(key)` 키에는 하나만 쓸 수 있는데 \(count)개가 있어요"
    case .repeatedOption(let key, let found): return "`\(key)` 목록에 `\(found)` 값이 두 번 나와요"
    case .unknownCheck(let name): return "`\(name)`라는 검사는 없어요"
    case .severalChecks(let count): return "한 항목에 검사가 \(count)개 들어 있어요"
    case .choicesOrNumber(let both):
      return both ? "질문에 `choices` 키와 `number` 키가 함께 있어요" : "질문에 `choices` 키도 `number` 키도 없어요"
    case .fewChoices(let count): return "보기는 두 개 이상이어야 하는데 \(count)개예요"
    case .rightChoices(let count):
      return count == 0 ? "맞는 보기가 하나도 없어요" : "맞는 보기는 하나여야 하는데 \(count)개예요"
    case .duplicateChoice(let key): return "키가 `\(key)`인 보기가 두 개예요"
    case .duplicateLab(let id, let file): return "\(file) 실습이 이미 `\(id)`라는 id를 쓰고 있어요"
    case .unknownLab(let id): return "이 과정에는 id가 `\(id)`인 실습이 없어요"
    case .labsInCircle(let ids): return "실습들이 서로를 먼저 하라고 해요: \(ids.listedInKorean)"
    }
  }
}
