/// What the author of a lab may try first.
public enum LabAdvicePhrase: Phrase {
  /// Divide the lab.
  case divide
  /// Use fewer lists within lists.
  case nestLess
  /// Mend the mistakes shown, then look again.
  case mendFirst
  /// Begin the file with front matter; what it looks like.
  case beginWithFrontMatter
  /// End the front matter with `---`.
  case closeFrontMatter
  /// Use Markdown in place of HTML.
  case useMarkdown
  /// Close the fence with `fence`.
  case closeFence(String)
  /// Close the fence with `fence` before line `line`.
  case closeFenceBefore(String, line: Int)
  /// A fence behind words: give it a line of its own.
  case fenceOnOwnLine(words: String, fence: String, line: Int)
  /// Write a fence in the place of signs that look like one.
  case fenceForSigns(found: String, fence: String, line: Int)
  /// Give a cell its name back: how its fence begins.
  case nameFence(String, line: Int)
  /// Move the fence to the left margin.
  case moveToMargin
  /// Write `suggestion` in place of what stands there.
  case didYouMean(String)
  /// What earlier versions had another word for.
  case nowCalled(String)
  /// The words possible here.
  case oneOf([String])
  /// Write the attribute with its name: `kind=NAME`, without spaces.
  case giveName(kind: String)
  /// Write something into the cell, or set it back.
  case setCellBack(String)
  /// Leave out the name.
  case leaveOutName(kind: String)
  /// Make a cell of each.
  case splitCell
  /// Begin the cell with this line.
  case beginFenceWith(String)
  /// Begin the cell with this line, and write these words on a line below it.
  case wordsBelow(String, words: String)
  /// What names consist of.
  case nameRule
  /// Choose another name for one of the two.
  case rename
  /// Of two cells one is enough.
  case removeOne
  /// Write something into the cell, or remove it.
  case fillOrRemove
  /// Keep only exercises and answers in a solution.
  case solutionHolds
  /// Add a cell of one of `kinds` with this name, or correct the name.
  case addTarget(kinds: [String], name: String)
  /// A question is judged by its own answer.
  case questionJudgesItself
  /// Add a cell `text answer=NAME`.
  case addAnswerCell(String)
  /// Move the check under `check=` of an experiment.
  case moveToExperiment
  /// Move the check under `check=` of an exercise.
  case moveToExercise
  /// Add the exercise to the solution.
  case addToSolution(exercise: String)
  /// Indent the line, or use more backticks in the lab.
  case indentLine
  /// How to mend what is not YAML.
  case mendYAML(YAMLFault)
  /// Shorten the cell.
  case shorten
  /// Remove the character.
  case removeCharacter
  /// Write it out in place of an alias; in words, quote it.
  case writeOut
  /// Keep one of the two.
  case keepOne
  /// Write a word, a colon, a space and the value.
  case writeKey
  /// Remove the key; those possible are `keys`.
  case knownKeys([String])
  /// Add a line such as `example`.
  case addKey(example: String)
  /// Write it like `example`.
  case writeLike(example: String)
  /// Write the number without quotes.
  case unquote(String)
  /// Give each check its own dash.
  case ownDash
  /// Keep `choices` or `number`.
  case keepChoicesOrNumber
  /// Give the question `choices` or `number`.
  case addChoicesOrNumber
  /// Add choices until there are two.
  case addChoices
  /// Mark one right choice with `right: true`.
  case markOneRight
  /// Write wrong numbers, each with what is said of it.
  case writeWrong
  /// Name a lab that stands in the course.
  case nameLab
  /// Take one out of the circle.
  case breakCircle

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: return english
    case .korean: return korean
    }
  }
}

// MARK: English

extension LabAdvicePhrase {
  var english: String {
    switch self {
    case .divide: return "divide it into several labs"
    case .nestLess: return "put fewer lists, quotes or values inside one another"
    case .mendFirst: return "mend those above, then look again"
    case .beginWithFrontMatter:
      return "begin the file with a line `---`, then `title`, `id` and `dataset`, one a line, then another `---`"
    case .closeFrontMatter: return "write a line `---` after the last key"
    case .useMarkdown: return "say it in Markdown"
    case .closeFence(let fence): return "end the cell with a line \(fence)"
    case .fenceForSigns(let found, let fence, let line):
      return "write \(fence) in the place of \(found) on line \(line): a cell ends with the signs it begins with"
    case .nameFence(let fence, let line): return "the cell on line \(line) has lost its name: begin it with \(fence)"
    case .fenceOnOwnLine(let words, let fence, let line):
      return "\(fence) stands behind `\(words)` on line \(line): give it a line of its own"
    case .closeFenceBefore(let fence, let line): return "end the cell with a line \(fence) before line \(line)"
    case .moveToMargin: return "begin the fence at the first column, outside lists and quotes"
    case .nowCalled(let word):
      return "it is called `\(word)` now; `seglab update` rewrites the labs that came with SegLab"
    case .didYouMean(let word): return "did you mean `\(word)`?"
    case .oneOf(let words): return "it can be \(words.quoted(and: "or"))"
    case .giveName(let kind): return "write `\(kind)=NAME`, without spaces"
    case .setCellBack(let name): return "write something into it, or set it back with `seglab reset LAB \(name)`"
    case .leaveOutName(let kind): return "write `\(kind)` alone"
    case .splitCell: return "make a cell of each"
    case .beginFenceWith(let line): return "begin it with \(line)"
    case .wordsBelow(let line, let words):
      return "begin it with \(line) and write `\(words)` on the line below"
    case .nameRule: return "use letters from a to z, digits, `-` and `_`, and begin with a letter"
    case .rename: return "give one of the two another name"
    case .removeOne: return "remove one of the two"
    case .fillOrRemove: return "write something into it, or remove it"
    case .solutionHolds: return "keep the exercises and answers; everything else stands in the lab"
    case .addTarget(let kinds, let name):
      return "correct the name, or add a cell with \(kinds.map { "\($0)=\(name)" }.quoted(and: "or"))"
    case .questionJudgesItself: return "say in the question what is right; it needs no checks"
    case .addAnswerCell(let name):
      return "add a cell that begins with ```text answer=\(name) and holds a `?`"
    case .moveToExperiment: return "move it under `check=` of an experiment"
    case .moveToExercise: return "move it under `check=` of the exercise that makes the network"
    case .addToSolution(let exercise):
      return "add a cell that begins with ```swift exercise=\(exercise) and holds the completed code"
    case .indentLine:
      return "begin that line with something else, or open and close the cell with more backticks"
    case .mendYAML(let fault): return fault.adviceInEnglish
    case .shorten: return "make several cells of it, or shorten it"
    case .removeCharacter: return "remove it; it may be invisible"
    case .writeOut: return "write it out; if these are words, put them in quotes"
    case .keepOne: return "keep one of the two"
    case .writeKey: return "write a word, a colon, a space and the value"
    case .knownKeys(let keys): return "remove it; the keys are \(keys.quoted(and: "and"))"
    case .addKey(let example): return "add a line such as `\(example)`"
    case .writeLike(let example): return "write it like `\(example)`"
    case .unquote(let text): return "write \(text) without quotes"
    case .ownDash: return "give each check a line of its own that begins with a dash"
    case .keepChoicesOrNumber:
      return "keep `choices` where one of several is right, or `number` where a number is asked for"
    case .addChoicesOrNumber:
      return "add `choices` where one of several is right, or `number` where a number is asked for"
    case .addChoices: return "add choices; those that many people would pick teach most"
    case .markOneRight: return "write `right: true` in one choice only"
    case .writeWrong:
      return "write numbers that do not count as right, a line each: `25: that is one filter of a hundred`"
    case .nameLab: return "name a lab of the course by its `id`, or leave it out"
    case .breakCircle: return "take one of them out of another's `after`"
    }
  }
}

extension YAMLFault {
  fileprivate var adviceInEnglish: String {
    switch self {
    case .tab: return "use spaces in place of the tab"
    case .colon: return "put words that hold a colon in quotes, and look at how the line is indented"
    case .noColon: return "write a colon and a space after the key"
    case .specialCharacter: return "put the value in quotes"
    case .brackets: return "close each `[` with `]` and each `{` with `}`, with commas in between"
    case .quotes: return "close the quotes; an apostrophe within single quotes is written twice"
    case .indentation: return "indent lines that belong together by the same number of spaces"
    case .secondDocument: return "remove the line `---`"
    case .other: return "look at this line and the one before it"
    }
  }
}

// MARK: Korean

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
    case .fenceForSigns(let found, let fence, let line):
      return "\(line)번째 줄의 \(found) 대신 \(fence)\(.object, after: "역따옴표") 써 보세요. 셀은 시작할 때와 같은 기호로 끝나요"
    case .nameFence(let fence, let line): return "\(line)번째 줄의 셀에서 이름이 없어졌어요. \(fence) 줄로 시작해 보세요"
    case .fenceOnOwnLine(let words, let fence, let line):
      return "\(line)번째 줄의 `\(words)` 뒤에 \(fence) 표시가 붙어 있어요. 다음 줄로 내려 써 보세요"
    case .closeFenceBefore(let fence, let line): return "\(line)번째 줄보다 앞에 \(fence) 줄을 넣어 셀을 끝내 보세요"
    case .moveToMargin: return "목록이나 인용문 밖에서, 줄의 맨 앞 칸부터 울타리를 시작해 보세요"
    case .nowCalled(let word):
      return "이제는 `\(word)`\(.quotation, after: word) 써요. SegLab과 함께 온 실습은 `seglab update`가 고쳐 줘요"
    case .didYouMean(let word): return "혹시 `\(word)`인가요?"
    case .oneOf(let words): return "쓸 수 있는 것: \(words.quoted)"
    case .giveName(let kind): return "`\(kind)=이름`처럼 빈칸 없이 써 보세요"
    case .setCellBack(let name): return "내용을 쓰거나, `seglab reset LAB \(name)` 명령으로 처음 상태로 되돌려 보세요"
    case .leaveOutName(let kind): return "`\(kind)`만 써 보세요"
    case .splitCell: return "셀을 나눠 보세요"
    case .beginFenceWith(let line): return "울타리를 \(line) 줄로 시작해 보세요"
    case .wordsBelow(let line, let words):
      return "울타리는 \(line) 줄로 시작하고, `\(words)`\(.topic, after: words) 그 아래 줄에 써 보세요"
    case .nameRule: return "영문자로 시작해서 영문자, 숫자, `-`, `_`만 써 보세요"
    case .rename: return "둘 중 하나의 이름을 바꿔 보세요"
    case .removeOne: return "둘 중 하나를 지워 보세요"
    case .fillOrRemove: return "내용을 쓰거나 셀을 지워 보세요"
    case .solutionHolds: return "연습과 답만 남겨 보세요. 나머지는 실습에 있어요"
    case .addTarget(let kinds, let name):
      return "이름을 고치거나 \(kinds.map { "\($0)=\(name)" }.quoted) 셀을 넣어 보세요"
    case .questionJudgesItself: return "무엇이 맞는지 질문 안에 써 보세요. 검사는 필요 없어요"
    case .addAnswerCell(let name): return "```text answer=\(name) 줄로 시작하는 셀을 넣고 안에 `?`를 적어 보세요"
    case .moveToExperiment: return "실험의 `check=` 셀로 옮겨 보세요"
    case .moveToExercise: return "신경망을 만드는 연습의 `check=` 셀로 옮겨 보세요"
    case .addToSolution(let exercise): return "```swift exercise=\(exercise) 줄로 시작하는 셀에 완성한 코드를 넣어 보세요"
    case .indentLine: return "그 줄을 다르게 시작하거나, 셀을 열고 닫을 때 역따옴표를 더 많이 써 보세요"
    case .mendYAML(let fault): return fault.adviceInKorean
    case .shorten: return "여러 셀로 나누거나 줄여 보세요"
    case .removeCharacter: return "그 글자를 지워 보세요. 눈에 보이지 않을 수도 있어요"
    case .writeOut: return "되풀이하지 말고 그대로 풀어 쓰세요. 글이라면 따옴표로 묶어 보세요"
    case .keepOne: return "둘 중 하나만 남겨 보세요"
    case .writeKey: return "낱말, 콜론(:), 빈칸, 값 순서로 써 보세요"
    case .knownKeys(let keys): return "지워 보세요. 쓸 수 있는 키: \(keys.quoted)"
    case .addKey(let example): return "`\(example)` 같은 줄을 넣어 보세요"
    case .writeLike(let example): return "`\(example)`처럼 써 보세요"
    case .unquote(let text): return "\(text) 둘레의 따옴표를 지워 보세요"
    case .ownDash: return "검사마다 줄을 바꾸고 `-`로 시작해 보세요"
    case .keepChoicesOrNumber: return "여럿 중 하나를 고르게 하려면 `choices`만, 수를 물으려면 `number`만 남겨 보세요"
    case .addChoicesOrNumber: return "여럿 중 하나를 고르게 하려면 `choices`를, 수를 물으려면 `number`를 넣어 보세요"
    case .addChoices: return "보기를 더 넣어 보세요. 많이들 고를 만한 보기가 가장 많이 가르쳐 줘요"
    case .markOneRight: return "보기 하나에만 `right: true`를 써 보세요"
    case .writeWrong: return "틀린 수를 한 줄에 하나씩 써 보세요. 예: `25: 필터 백 개 중 하나의 가중치예요`"
    case .nameLab: return "과정에 있는 실습의 `id`를 쓰거나 지워 보세요"
    case .breakCircle: return "그중 하나를 다른 실습의 `after`에서 지워 보세요"
    }
  }
}

extension YAMLFault {
  fileprivate var adviceInKorean: String {
    switch self {
    case .tab: return "탭 대신 빈칸을 써 보세요"
    case .colon: return "콜론(:)이 들어간 글은 따옴표로 묶고, 줄의 들여쓰기도 살펴보세요"
    case .noColon: return "키 뒤에 콜론(:)과 빈칸을 써 보세요"
    case .specialCharacter: return "값을 따옴표로 묶어 보세요"
    case .brackets: return "`[`는 `]`로, `{`는 `}`로 닫고 사이에 쉼표를 넣어 보세요"
    case .quotes: return "따옴표를 닫아 보세요. 작은따옴표 안의 작은따옴표는 두 번 써요"
    case .indentation: return "함께 묶이는 줄은 빈칸 수를 똑같이 맞춰 보세요"
    case .secondDocument: return "`---` 줄을 지워 보세요"
    case .other: return "이 줄과 바로 앞줄을 살펴보세요"
    }
  }
}
