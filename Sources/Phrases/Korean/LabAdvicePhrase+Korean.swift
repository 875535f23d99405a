extension LabAdvicePhrase {
  var korean: String {
    switch self {
    case .divide: return "여러 실습으로 나눠 보세요"
    case .nestLess: return "목록, 인용문, 값을 덜 겹쳐 써 보세요"
    case .mendFirst: return "위의 것부터 고치고 다시 확인해 보세요"
    case .beginWithFrontMatter:
      return "`---` 줄로 파일을 시작하고, `title`, `id`, `dataset`을 한 줄씩 쓴 다음 다시 `---` 줄을 넣어 보세요"
    case .closeFrontMatter: return "마지막 키 다음에 `---` 줄을 넣어 보세요"
    case .useMarkdown: return "Markdown으로 써 보세요"
    case .closeFence(let fence): return "셀 끝에 \(fence) 줄을 넣어 보세요"
    case .closeFenceBefore(let fence, let line): return "\(line)번째 줄보다 앞에 \(fence) 줄을 넣어 셀을 끝내 보세요"
    case .moveToMargin: return "목록이나 인용문 밖에서, 줄의 맨 앞 칸부터 울타리를 시작해 보세요"
    case .didYouMean(let word): return "혹시 `\(word)`인가요?"
    case .oneOf(let words): return "쓸 수 있는 것: \(words.quoted)"
    case .giveName(let kind): return "`\(kind)=이름`처럼 빈칸 없이 써 보세요"
    case .leaveOutName(let kind): return "`\(kind)`만 써 보세요"
    case .splitCell: return "셀을 나눠 보세요"
    case .beginFenceWith(let language, let kind, let name): return "울타리를 ```\(language) \(kind)=\(name) 줄로 시작해 보세요"
    case .nameRule: return "영문자로 시작해서 영문자, 숫자, `-`, `_`만 써 보세요"
    case .rename: return "둘 중 하나의 이름을 바꿔 보세요"
    case .fillOrRemove: return "내용을 쓰거나 셀을 지워 보세요"
    case .solutionHolds: return "연습 문제와 답만 남겨 보세요. 나머지는 실습에 있어요"
    case .addTarget(let kinds, let name):
      return "이름을 고치거나 \(kinds.map { "\($0)=\(name)" }.quoted) 셀을 넣어 보세요"
    case .questionJudgesItself: return "무엇이 맞는지 질문 안에 써 보세요. 검사는 필요 없어요"
    case .addAnswerCell(let name): return "```text answer=\(name) 줄로 시작하는 셀을 넣고 안에 `?`를 적어 보세요"
    case .moveToExperiment: return "실험의 `check=` 셀로 옮겨 보세요"
    case .moveToExercise: return "네트워크를 만드는 연습 문제의 `check=` 셀로 옮겨 보세요"
    case .addToSolution(let exercise): return "```swift exercise=\(exercise) 줄로 시작하는 셀에 완성한 코드를 넣어 보세요"
    case .indentLine: return "그 줄을 다르게 시작하거나, 셀을 열고 닫을 때 역따옴표를 더 많이 써 보세요"
    case .mendYAML(let fault): return fault.adviceInKorean
    case .shorten: return "여러 셀로 나누거나 줄여 보세요"
    case .removeCharacter: return "그 글자를 지워 보세요. 눈에 보이지 않을 수도 있어요"
    case .writeOut: return "되풀이하지 말고 그대로 풀어 쓰세요. 글이라면 따옴표로 묶어 보세요"
    case .keepOne: return "둘 중 하나만 남겨 보세요"
    case .writeKey: return "낱말, 쌍점(:), 빈칸, 값 순서로 써 보세요"
    case .knownKeys(let keys): return "지워 보세요. 쓸 수 있는 키: \(keys.quoted)"
    case .addKey(let example): return "`\(example)` 같은 줄을 넣어 보세요"
    case .writeLike(let example): return "`\(example)`처럼 써 보세요"
    case .unquote(let text): return "\(text) 둘레의 따옴표를 지워 보세요"
    case .ownDash: return "검사마다 줄을 바꾸고 `-`로 시작해 보세요"
    case .keepChoicesOrNumber: return "여럿 중 하나를 고르게 하려면 `choices`만, 숫자를 물으려면 `number`만 남겨 보세요"
    case .addChoicesOrNumber: return "여럿 중 하나를 고르게 하려면 `choices`를, 숫자를 물으려면 `number`를 넣어 보세요"
    case .addChoices: return "보기를 더 넣어 보세요. 많이들 고를 만한 보기가 가장 많이 가르쳐 줘요"
    case .markOneRight: return "보기 하나에만 `right: true`를 써 보세요"
    case .nameLab: return "과정에 있는 실습의 `id`를 쓰거나 지워 보세요"
    case .breakCircle: return "그중 하나를 다른 실습의 `after`에서 지워 보세요"
    }
  }
}

extension YAMLFault {
  fileprivate var adviceInKorean: String {
    switch self {
    case .tab: return "탭 대신 빈칸을 써 보세요"
    case .colon: return "쌍점(:)이 들어간 글은 따옴표로 묶고, 줄의 들여쓰기도 살펴보세요"
    case .noColon: return "키 뒤에 쌍점(:)과 빈칸을 써 보세요"
    case .specialCharacter: return "값을 따옴표로 묶어 보세요"
    case .brackets: return "`[`는 `]`로, `{`는 `}`로 닫고 사이에 쉼표를 넣어 보세요"
    case .quotes: return "따옴표를 닫아 보세요. 작은따옴표 안의 작은따옴표는 두 번 써요"
    case .indentation: return "함께 묶이는 줄은 빈칸 수를 똑같이 맞춰 보세요"
    case .secondDocument: return "`---` 줄을 지워 보세요"
    case .other: return "이 줄과 바로 앞줄을 살펴보세요"
    }
  }
}
