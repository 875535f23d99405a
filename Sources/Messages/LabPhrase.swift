/// What is wrong with a lab, a solution or a course as its author wrote it.
public enum LabPhrase: Phrase {
  // MARK: The file as a whole

  /// The text has `bytes` bytes, and `limit` is the most.
  case tooLong(bytes: Int, limit: Int)
  /// Lists, quotes or values stand inside one another more than `limit` times.
  case tooDeep(limit: Int)
  /// There are more than `limit` cells.
  case tooManyCells(limit: Int)
  /// There are more mistakes than are shown.
  case moreMistakes
  /// The first line does not open the front matter.
  case noFrontMatter
  /// The front matter is never closed.
  case frontMatterNotClosed
  /// Raw HTML stands in the prose.
  case rawHTML

  // MARK: Cells

  /// A fence is never closed.
  case fenceNotClosed
  /// A fence is still open where the next cell begins, on `line`.
  case fenceSwallowsCell(line: Int)
  /// A cell stands in a list or a quote, or is indented.
  case cellNotAtMargin
  /// Quotes stand where a fence has backticks.
  case fenceOfQuotes
  /// A whole cell stands on one line.
  case cellOnOneLine
  /// A word in a fence's first line that says nothing known.
  case unknownAttribute(String)
  /// A kind of cell that needs a name has none.
  case cellNeedsName(kind: String)
  /// A kind of cell that has no name was given one.
  case cellTakesNoName(kind: String)
  /// One fence says that it is several kinds of cell.
  case severalKinds([String])
  /// A kind of cell begins with another word than it should.
  case wrongLanguage(kind: String, expected: String, found: String)
  /// A name has letters that names do not have.
  case badName(String)
  /// Two cells, on this line and on `line`, have one name.
  case duplicateName(String, line: Int)
  /// A cell has nothing in it.
  case emptyCell(kind: String)
  /// A cell of a kind that a solution does not hold.
  case notInSolution(kind: String)

  // MARK: What cells say of one another

  /// A hint, check or answer for something that the lab does not have.
  case unknownTarget(kind: String, name: String)
  /// Nothing is for a cell of this name, and something is for one that is nearly called so.
  case nameNotAsked(String, asked: String)
  /// A check for a question.
  case checkOfQuestion(String)
  /// A hint for an experiment, or an answer to something that is no question.
  case targetOfOtherKind(kind: String, name: String)
  /// A question without a place to answer.
  case questionWithoutAnswer(String)
  /// A check of what is measured in a training, on an exercise.
  case checkNeedsExperiment(check: String, exercise: String)
  /// A check of what a network is, on an experiment.
  case checkNeedsExercise(check: String, experiment: String)
  /// A solution leaves out an exercise of its lab.
  case solutionLacks(exercise: String, lab: String)
  /// Code has a line that would end the cell it is to be put into.
  case wouldCloseFence(name: String)

  // MARK: YAML

  /// The text is not YAML.
  case badYAML(YAMLFault)
  /// A cell of YAML has more than `limit` bytes.
  case yamlTooLong(limit: Int)
  /// A character, by its Unicode number, that YAML does not allow.
  case forbiddenCharacter(Int)
  /// An alias repeats what an anchor marks.
  case alias(String)
  /// A key is given twice in one mapping; first on `line`.
  case duplicateKey(String, line: Int)
  /// A key is not a word but a list or a mapping.
  case keyNotWord
  /// A key that `section` does not have.
  case unknownKey(String, section: LabSection)
  /// A key that `section` must have.
  case missingKey(String, section: LabSection)
  /// A value of another kind than it should be; `text` is what was written, where it is short.
  case wrongType(key: String, expected: LabValueKind, found: LabValueKind, text: String)
  /// A list or mapping with nothing in it.
  case emptyValue(key: String)
  /// A number outside its range.
  case outOfRange(key: String, range: LabRange, found: String)
  /// A word that is none of those possible.
  case unknownOption(key: String, found: String)
  /// One word is wanted, and `count` are keys here.
  case severalOptions(key: String, count: Int)
  /// A word that stands in a list twice.
  case repeatedOption(key: String, found: String)

  // MARK: Checks and questions

  /// A check of a kind that does not exist.
  case unknownCheck(String)
  /// One item of a list of checks holds `count` checks.
  case severalChecks(count: Int)
  /// A question has both choices and a number, or neither.
  case choicesOrNumber(both: Bool)
  /// A question has fewer than two choices.
  case fewChoices(count: Int)
  /// `count` choices are right.
  case rightChoices(count: Int)
  /// Two choices have one key.
  case duplicateChoice(String)
  /// Wrong answers without the numbers that they are about.
  case wrongKeys
  /// What stands before a word on a wrong answer is no number.
  case wrongNotANumber(String)
  /// A wrong answer is right.
  case wrongIsRight(String)

  // MARK: Courses

  /// Two labs have one id; the other is in `file`.
  case duplicateLab(id: String, file: String)
  /// A lab comes after a lab that the course does not have.
  case unknownLab(String)
  /// Each of these labs comes after the one before it, and the first after the last.
  case labsInCircle([String])

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: return english
    case .korean: return korean
    }
  }
}

// MARK: English

extension LabPhrase {
  var english: String {
    switch self {
    case .tooLong(let bytes, let limit):
      return "this text has \(bytes.grouped) bytes, and a lab has at most \(limit.grouped)"
    case .tooDeep(let limit): return "this is nested more than \(limit) levels deep"
    case .tooManyCells(let limit): return "the lab has more than \(limit) cells"
    case .moreMistakes: return "there are more mistakes after this one"
    case .noFrontMatter: return "the lab does not begin with its front matter"
    case .frontMatterNotClosed: return "the front matter is never closed"
    case .rawHTML: return "HTML in the prose is left out of the page"
    case .fenceNotClosed: return "this fence is never closed, so everything below belongs to it"
    case .fenceSwallowsCell(let line): return "this fence is still open where another cell begins, on line \(line)"
    case .fenceOfQuotes: return "a cell begins with three backticks, and this line with other signs, or fewer"
    case .cellOnOneLine:
      return "a cell has a line for its fence, lines for what is in it, and a line that ends it; "
        + "here all stands on one line"
    case .cellNotAtMargin: return "a cell stands at the left margin, and this one is indented, in a list or in a quote"
    case .unknownAttribute(let word): return "`\(word)` says nothing that a cell can be"
    case .cellNeedsName(let kind): return "this `\(kind)` cell has no name"
    case .cellTakesNoName(let kind): return "a `\(kind)` cell has no name of its own"
    case .severalKinds(let kinds): return "a cell is one thing, and this one says it is \(kinds.quoted(and: "and"))"
    case .wrongLanguage(let kind, let expected, let found):
      return found.isEmpty
        ? "the fence of a cell with `\(kind)` begins with `\(expected)`, and here it begins with nothing"
        : "the fence of a cell with `\(kind)` begins with `\(expected)`, and here it begins with `\(found)`"
    case .badName(let name): return name.isEmpty ? "there is no name here" : "`\(name)` cannot be a name"
    case .duplicateName(let name, let line): return "`\(name)` is the name of a cell on line \(line) already"
    case .emptyCell(let kind): return "this `\(kind)` cell is empty"
    case .notInSolution(let kind): return "a solution holds no `\(kind)` cells"
    case .nameNotAsked(let name, let asked):
      return "this cell is called `\(name)`, and what belongs to it in this lab is for `\(asked)`"
    case .unknownTarget(let kind, let name): return "this `\(kind)` is for `\(name)`, and nothing here has that name"
    case .checkOfQuestion(let name): return "`\(name)` is a question, and a question has no checks"
    case .targetOfOtherKind(let kind, let name): return "`\(name)` is not something that has \(kind.withArticle)"
    case .questionWithoutAnswer(let name): return "the question `\(name)` has no cell for the answer"
    case .checkNeedsExperiment(let check, let exercise):
      return "`\(check)` is measured in a training, and `\(exercise)` is an exercise"
    case .checkNeedsExercise(let check, let experiment):
      return "`\(check)` looks at a network as it is written, and `\(experiment)` is an experiment"
    case .solutionLacks(let exercise, let lab): return "the exercise `\(exercise)` of \(lab) is missing"
    case .wouldCloseFence(let name):
      return "a line of `\(name)` begins with a fence, which would end the cell in the lab"
    case .badYAML(let fault): return "this is not YAML: \(fault.english)"
    case .yamlTooLong(let limit): return "a cell of YAML has at most \(limit.grouped) bytes, and this one has more"
    case .forbiddenCharacter(let number): return "YAML does not allow the character U+\(number.hexadecimal)"
    case .alias(let name): return "`*\(name)` repeats what `&\(name)` marks, and labs do without"
    case .duplicateKey(let key, let line): return "`\(key)` is given twice, first on line \(line)"
    case .keyNotWord: return "a key is a word, and this is something else"
    case .unknownKey(let key, let section): return "\(section.english) has no key `\(key)`"
    case .missingKey(let key, let section): return "\(section.english) must have `\(key)`"
    case .wrongType(let key, let expected, let found, let text):
      let what = text.isEmpty || found == .nothing ? found.english : "`\(text)`"
      return "`\(key)` must be \(expected.english), and here is \(what)"
    case .emptyValue(let key): return "`\(key)` has nothing in it"
    case .outOfRange(let key, let range, let found): return "`\(key)` must be \(range.english), and here is \(found)"
    case .unknownOption(let key, let found): return "`\(key)` cannot be `\(found)`"
    case .severalOptions(let key, let count): return "`\(key)` is one thing, and here are \(count)"
    case .repeatedOption(let key, let found): return "`\(key)` names `\(found)` twice"
    case .unknownCheck(let name): return "there is no check called `\(name)`"
    case .severalChecks(let count): return "this item holds \(count) checks"
    case .choicesOrNumber(let both):
      return both ? "the question has both `choices` and `number`" : "the question has neither `choices` nor `number`"
    case .fewChoices(let count):
      return "a question has two choices or more, and here \(count == 1 ? "is 1" : "are \(count)")"
    case .rightChoices(let count):
      return count == 0 ? "none of the choices is right" : "one choice is right, and here \(count) are"
    case .duplicateChoice(let key): return "two choices have the key `\(key)`"
    case .wrongKeys: return "`wrong` names wrong numbers, each with what is said to who answers it"
    case .wrongNotANumber(let key): return "`\(key)` is no number"
    case .wrongIsRight(let key): return "\(key) counts as right here"
    case .duplicateLab(let id, let file): return "the id `\(id)` belongs to \(file) already"
    case .unknownLab(let id): return "no lab of the course has the id `\(id)`"
    case .labsInCircle(let ids): return "these labs come after one another in a circle: \(ids.listedInEnglish)"
    }
  }
}

extension String {
  /// With `a` or `an` before it.
  fileprivate var withArticle: String { ("aeiou".contains(first ?? " ") ? "an `" : "a `") + self + "`" }
}

// MARK: Korean

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
    case .fenceOfQuotes: return "셀은 백틱(`) 세 개로 시작하는데, 이 줄에는 다른 기호가 있거나 개수가 모자라요"
    case .cellOnOneLine:
      return "셀에는 여는 줄, 내용, 닫는 줄이 따로 있어야 하는데 여기서는 한 줄에 다 있어요"
    case .cellNotAtMargin: return "셀은 줄의 맨 앞에서 시작해야 하는데, 들여 썼거나 목록 또는 인용문 안에 있어요"
    case .unknownAttribute(let word): return "`\(word)`\(.called, after: word) 셀 종류는 없어요"
    case .cellNeedsName(let kind): return "이 `\(kind)` 셀에 이름이 없어요"
    case .cellTakesNoName(let kind): return "`\(kind)` 셀에는 이름을 붙이지 않아요"
    case .severalKinds(let kinds): return "셀은 한 가지 종류여야 하는데 \(kinds.quoted) 종류가 함께 적혀 있어요"
    case .wrongLanguage(let kind, let expected, let found):
      return found.isEmpty
        ? "`\(kind)` 셀의 첫 줄에는 `\(expected)`\(.quotation, after: expected) 써야 하는데 아무것도 없어요"
        : "`\(kind)` 셀의 첫 줄에는 `\(expected)`\(.quotation, after: expected) 써야 하는데 "
          + "`\(found)`\(.quotation, after: found) 쓰여 있어요"
    case .badName(let name):
      return name.isEmpty ? "여기에 이름이 없어요" : "`\(name)`\(.called, after: name) 이름은 쓸 수 없어요"
    case .duplicateName(let name, let line):
      return "`\(name)`\(.called, after: name) 이름은 \(line)번째 줄의 셀이 이미 쓰고 있어요"
    case .emptyCell(let kind): return "이 `\(kind)` 셀이 비어 있어요"
    case .notInSolution(let kind): return "해답에는 `\(kind)` 셀을 넣지 않아요"
    case .nameNotAsked(let name, let asked):
      return "이 셀의 이름은 `\(name)`인데, 실습에서 찾는 이름은 `\(asked)`\(.copula, after: asked)"
    case .unknownTarget(let kind, let name): return "이 `\(kind)` 셀의 대상인 `\(name)` 셀이 없어요"
    case .checkOfQuestion(let name):
      return "`\(name)` 셀은 질문이에요. 질문에는 검사를 달지 않아요"
    case .targetOfOtherKind(let kind, let name): return "`\(name)` 셀에는 `\(kind)` 셀을 달 수 없어요"
    case .questionWithoutAnswer(let name): return "질문 `\(name)`에 답을 쓸 셀이 없어요"
    case .checkNeedsExperiment(let check, let exercise):
      return "`\(check)` 검사는 학습하면서 재는 값을 보는데, `\(exercise)` 셀은 연습이에요"
    case .checkNeedsExercise(let check, let experiment):
      return "`\(check)` 검사는 적힌 신경망을 보는데, `\(experiment)` 셀은 실험이에요"
    case .solutionLacks(let exercise, let lab): return "\(lab)의 연습 `\(exercise)` 셀이 빠져 있어요"
    case .wouldCloseFence(let name): return "`\(name)` 셀의 어떤 줄이 울타리로 시작해서, 실습에 넣으면 셀이 거기서 끝나요"
    case .badYAML(let fault): return "YAML로 읽을 수 없어요: \(fault.korean)"
    case .yamlTooLong(let limit): return "YAML 셀 하나는 \(limit.grouped)바이트까지 쓸 수 있는데 이 셀은 더 길어요"
    case .forbiddenCharacter(let number):
      return "YAML에 쓸 수 없는 글자 U+\(number.hexadecimal)\(.subject, after: number.hexadecimal) 있어요"
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
    case .unknownCheck(let name): return "`\(name)`\(.called, after: name) 검사는 없어요"
    case .severalChecks(let count): return "한 항목에 검사가 \(count)개 들어 있어요"
    case .choicesOrNumber(let both):
      return both ? "질문에 `choices` 키와 `number` 키가 함께 있어요" : "질문에 `choices` 키도 `number` 키도 없어요"
    case .fewChoices(let count): return "보기는 두 개 이상이어야 하는데 \(count)개예요"
    case .rightChoices(let count):
      return count == 0 ? "맞는 보기가 하나도 없어요" : "맞는 보기는 하나여야 하는데 \(count)개예요"
    case .duplicateChoice(let key): return "키가 `\(key)`인 보기가 두 개예요"
    case .wrongKeys: return "`wrong`에는 틀린 수와 그렇게 답한 사람에게 할 말을 써요"
    case .wrongNotANumber(let key): return "`\(key)`\(.topic, after: key) 수가 아니에요"
    case .wrongIsRight(let key): return "\(key)\(.topic, after: key) 여기서 맞는 답이에요"
    case .duplicateLab(let id, let file): return "\(file) 실습이 이미 `\(id)`\(.called, after: id) id를 쓰고 있어요"
    case .unknownLab(let id): return "이 과정에는 id가 `\(id)`인 실습이 없어요"
    case .labsInCircle(let ids): return "실습들이 서로를 먼저 하라고 해요: \(ids.listedInKorean)"
    }
  }
}
