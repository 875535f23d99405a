// MARK: English

extension SlipPhrase {
  var english: String {
    switch self {
    case .lookalike(let kind, let found, let written):
      let signs = found.quoted(and: "and")
      let is_ = found.count == 1 ? "is" : "are"
      let ours = Self.pairs(found, written)
      switch kind {
      case .fullWidth: return "\(signs) \(is_) full-width, as an input method writes: \(ours)"
      case .wideSpace: return "there is a full-width space (U+3000) here, and Swift knows ordinary ones only"
      case .space:
        return
          "there is a space of another kind here (\(signs)), such as comes with copied text: type an ordinary space"
      case .invisible: return "there is a sign here that cannot be seen (\(signs)), such as comes with copied text"
      case .quote:
        return "\(signs) \(is_) as a word processor writes quotes: texts stand between straight double quotes, \""
      case .sign: return "\(signs) \(is_) a sign of print: \(ours)"
      case .power: return "\(signs) is a sign of print: multiply the value by itself"
      case .letter: return "\(signs) \(is_) of another alphabet and only looks like a Latin letter: \(ours)"
      }
    case .koreanLayout(let found, let written):
      return "`\(found)` was typed with the Korean keyboard layout: its keys are `\(written)`"
    case .strayHangul(let found, let keys):
      return
        "`\(found)` is Hangul, left by a Korean keyboard (its keys are `\(keys)`), and belongs to nothing: remove it"
    case .hangulForValue(let found, let keys):
      return
        "`\(found)` is Hangul, typed with the Korean keyboard layout, and its keys, `\(keys)`, are no value here: write yours"
    case .hashComment: return "a comment begins with `//` in Swift, not with `#`"
    case .hashBeforeCode(let written):
      return "`#` stands for nothing in Swift, and what follows it is needed here: write `\(written)` without it"
    case .fenceInside(let fence): return "`\(fence)` is the fence of a cell, pasted into one: remove this line"
    case .prompt(let mark): return "`\(mark)` is the mark of a prompt, copied with the code: remove it"
    case .singleQuotes(let written): return "texts stand between straight double quotes: write \(written)"
    case .prose(let words):
      return
        "“\(words)” reads like a sentence, and a cell holds Swift: write it outside the cell, or put `//` before it as a comment"
    case .decimalComma(let number):
      return "a comma divides values: write \(number.replacing(",", with: ".")) with a point, not \(number)"
    case .thousandsComma(let number):
      let plain = number.filter { $0 != "," }
      return "a comma divides numbers, so \(number) is several: write \(plain) without the comma"
    case .thousandsSpace(let number):
      return "a large number stands in one piece: write \(number.filter(\.isNumber)) for \(number)"
    case .pointAlone(let found, let written):
      return "a number has digits on both sides of its point: write \(written) for \(found)"
    case .pointOfHole(let found, let written):
      return "the point of `.FIXME` is still there: write \(written), without the point, for \(found)"
    case .restOfHole(let found, let written):
      return "a part of `.FIXME` is still there: write `\(written)` for `\(found)`"
    case .holeWithoutPoint: return "a hole begins with a point, `.FIXME`: write your value, or the point"
    case .timesSign(let found, let written):
      return "the sign of multiplication is `*`: write `\(written)` for `\(found)`"
    case .power(let found, let written): return "Swift has no sign for powers: write `\(written)` for `\(found)`"
    case .numberEnding(let found, let written): return "a number has no letter behind it: write \(written) for \(found)"
    case .percent(let found, let written): return "per cent is not a sign of Swift's: write \(written) for \(found)"
    case .missingBracket(let bracket): return "a `\(bracket)` is missing here"
    case .spareBracket(let bracket): return "there is one `\(bracket)` too many: remove it"
    case .otherBracket(let found, let expected):
      return
        "`\(found)` and its closing bracket are of two kinds: a list begins with `[` and a call with `(`, so write `\(expected)`"
    case .openText: return "a text is not closed: a `\"` is missing"
    case .commaBetweenLines: return "no comma is needed between two lines: remove the comma at the end"
    case .missingComma: return "a comma is missing here, between two values"
    case .spacesAround(let sign): return "`\(sign)` has a space on one side only: write one on both sides"
    case .otherSeparator(let sign): return "values are divided by a comma: write `,` for `\(sign)`"
    case .spareComma: return "there is one comma too many: remove it"
    case .listForm(let found, let written):
      return "a list stands between [ and ], with commas between its numbers: write `\(written)` for `\(found)`"
    case .listWanted(let written): return "one number is not enough, a list is wanted here: write `\(written)`"
    case .equalSides(let found, let written):
      return "both sides are equal, and one number says both: write `\(written)` for `\(found)`"
    case .missingColon(let label): return "a colon is missing behind a label: write `\(label):`"
    case .valueMissing(let label): return "no value stands behind `\(label):`: write it, or `.FIXME` until you know it"
    case .unit(let found, let written):
      return "a number stands alone, without its unit: write `\(written)` for `\(found)`"
    case .numberWord(let found, let written): return "a number is written in digits: write `\(written)` for `\(found)`"
    case .placeholder(let found):
      return "a number is wanted here, and `\(found)` is none: write it, or `.FIXME` until you know it"
    case .truthAsNumber(let found, let written):
      return "a number is wanted here, and `\(found)` is none: write `\(written)`"
    case .numberAsCondition(let found):
      return "a condition is a comparison in Swift, and `\(found)` is a number: compare it with 0"
    case .truthOfNumbers(let found, let written):
      return "`\(found)` joins conditions, and these are numbers: write `\(written)`"
    case .pixelPlace(let found, let written):
      return "a pixel is named by its row and column in square brackets: write `\(written)` for `\(found)`"
    case .wholePicture(let name, let written):
      return "`\(name)` is all the pixels at once, and one of them is wanted: write `\(written)`"
    case .layerNotMade(let written): return "a layer or step is made with parentheses: write `\(written)`"
    case .comparisonAlone: return "`==` compares and changes nothing: `=` puts a value there"
    case .givenCall(let name, let written): return "`\(name)` stands above, and is called so: `\(written)`"
    case .twoStatements(let word): return "two statements stand on one line: begin a new line before `\(word)`"
    case .foreignWord(let found, let ours, let origin):
      guard !ours.isEmpty else { return "`\(found)` is a word of Python and not needed here: remove it" }
      return "`\(found)` is how \(origin.name(in: .english)) says it: in Swift write `\(ours)`"
    case .pythonCondition(let written): return "“one if … else other” is Python: in Swift write `\(written)`"
    case .functionArrow(let found, let written):
      return "what a function gives stands behind an arrow: write `\(written)` for `\(found)`"
    case .resultMayBeNone(let written):
      return "this function gives `nil` below, so its result may be missing: write `\(written)`, with a question mark"
    case .pythonBlock(let written):
      return "a block stands between `{` and `}` in Swift, not behind a colon: begin it with `\(written)`"
    case .bracesAround: return "what is to be done stands between braces, `{ … }`, even if it is one statement"
    case .chainedComparison(let middle): return "two comparisons need `&&` between them: compare `\(middle)` twice"
    case .foreignCall(let found, let ours) where found.sharesName(with: ours):
      return "names of layers, steps and settings begin with a capital letter: `\(ours)`"
    case .foreignCall(let found, let ours): return "`\(found)` is another library’s: here it is `\(ours)`"
    case .labels(let found, let ours):
      return "this is written otherwise here: " + zip(found, ours).map { "`\($1)` for `\($0)`" }.joined(separator: ", ")
    case .valueOrder(let written):
      return "the values are right and their order is not: here it is `\(written)`"
    case .labelsMissing(let labels):
      let names = labels.map { "`\($0):`" }.joined(separator: ", ")
      return labels.count == 1
        ? "a value has lost its label: write \(names) before it" : "the values have lost their labels: \(names)"
    case .layerNameIsText(let name): return "a layer's name is a text: write `\"\(name)\"`, between quotes"
    case .squareBrackets(let found): return "a list stands between square brackets, [ and ], not as \(found)"
    case .otherPlace(let label, let layer, let home):
      return "`\(label):` belongs to `\(home)(…)`, and `\(layer)` has no place for it: remove it here"
    case .closedBefore(let label, let call):
      return "`\(call)(…)` is closed here, and `\(label):` belongs into it: the `)` stands behind the last setting"
    case .unknownStep(let name): return "`\(name)` is another library’s, and no step here does that: leave it out"
    case .needlessValue(let layer, let value): return "`\(layer)` has no place for \(value): remove it"
    case .dropoutShare(let written):
      return "`Dropout` is told the share that is switched off, not the one that is kept: `\(written)`"
    case .renamed(let found, let now): return "`\(found)` is an old spelling: it is `\(now)` now"
    case .madeInside(let name, let line):
      return "`\(name)` is made inside the braces and ends with them: write `\(line)` before the block"
    case .newName(let name): return "`\(name)` is new, and a new name begins with `var` or `let`"
    case .maskGetsGrey(let value):
      return
        "a mask holds the number of a class, a whole number, and `\(value)` is another kind of number: write 1 for what is to be found"
    case .wholeWanted(let found, let written):
      return "a whole number (Int) is wanted here, and `\(found)` has a point: write `\(written)` without it"
    case .fractionWanted(let written):
      return "two whole numbers (Int) give a whole number when divided: write `\(written)`"
    case .madeAgain(let name, let word):
      return
        "this makes another `\(name)`, which ends with the braces around it, and the first one never changes: leave `\(word)` out"
    case .constantChanges(let name): return "`\(name)` is a constant, and changes below: write `var` for `let`"
    case .commentDivides(let rest):
      return "`// \(rest)` is a comment in Swift, so nothing is divided by it: write a single `/`"
    case .layerAlone(let found):
      return "between the braces a line is a layer or step and nothing else: leave `\(found)` out"
    case .oneWanted(let found, let written, let isSweep):
      return "one number is wanted here, and `\(found)` is a list: write `\(written)`"
        + (isSweep ? " (a `Sweep` tries several)" : "")
    case .otherLetters(let found, let written):
      return "large and small letters count: write `\(written)` for `\(found)`"
    case .rangeSign(let found, let written):
      return
        "the ends of a range have `..<` between them (without the last) or `...` (with it): write `\(written)` for `\(found)`"
    case .loopHead(let written): return "a loop is written otherwise in Swift: begin it with `\(written)`"
    case .blockWord(let found, let written):
      return "a block stands between `{` and `}` in Swift, not behind `\(found)`: begin it with `\(written)`"
    case .spareWord(let found): return "`\(found)` is not needed before `{`: remove it"
    case .sequence(let found, let written):
      return "`\(found)` is another library’s: here the lines stand between braces, `\(written) … }`"
    case .batchInShape(let found, let written):
      return
        "a shape is [height, width, channels], without a place for the batch: write `\(written)` for `\(found)`"
    case .needlessStep(let name): return "`\(name)` is not needed here, because images are read as they are: remove it"
    case .activationInLayer(let found, let layer, let written):
      return
        "an activation is a setting of the layer before it here: `\(written)` in `\(layer)`, and no line `\(found)`"
    case .needlessCommand(let found):
      return
        "`\(found)` is another library’s: here the lab builds, trains and measures what the cells describe, so remove it"
    case .letterForDigit(let found, let written):
      return "`\(found)` has a letter where a digit belongs, O for 0 or l for 1: write `\(written)`"
    case .valueCommented(let label, let sign):
      return "the value of `\(label)` stands behind `\(sign)`, which makes it a comment: remove the `\(sign)`"
    case .labelForName(let label, let name):
      return "`\(label)` is what callers write before the value; in the function itself it is called `\(name)`"
    case .givenChanges(let found, let written):
      return "`\(found)` is what the function is given, and stays as it is: what it gives back is made in `\(written)`"
    case .exchangedNumbers(let rate, let whole):
      return
        "the numbers of `\(rate)` and `\(whole)` have changed places: `\(whole)` is a whole number, and `\(rate)` a small one, far below 1"
    case .libraryCall(let found, let written, let library):
      let what = "`\(found)` calls \(library), which is not here: "
      return written.isEmpty
        ? what + "work its value out with + - * / (a `for` goes through pixels), and write that in its place"
        : what + "write `\(written)` in its place"
    case .settingName(let found, let label, let value):
      return
        "`\(label):` takes a number, and `\(found)` is no name that has one here: write the number itself, \(value)"
    case .valueKind(let found, let label, let owner, let wanted):
      return
        "\(label.isEmpty ? "`\(owner)(…)`" : "`\(label):`") takes \(wanted.english), and `\(found)` is none: write yours"
    case .settingTwice(let label): return "`\(label):` stands here a second time: remove one of the two"
    case .otherName(let found, let ours): return "nothing is called `\(found)` here: in this cell it is `\(ours)`"
    case .holeMisspelt(let found): return "`\(found)` stands for `.FIXME`, a hole: write your value in its place"
    case .said(let words): return CompilerPhrase.said(words).text(in: .english)
    case .write(let line): return line.contains("\n") ? "write\n\(line)" : "write `\(line)`"
    case .writeLikewise(let line, let others):
      return "write `\(line)`, and mend \(Self.places(others)) likewise"
    case .writeLines(let lines, let last):
      return "write in the place of this line and those down to line \(last)\n\(lines)"
    case .moveUp(let line): return "move this line up, before line \(line)"
    case .removeLine: return "remove this line"
    case .removeLikewise(let others): return "remove this line, and mend \(Self.places(others)) likewise"
    }
  }

  private static func places(_ changes: [LineChange]) -> String {
    "line\(changes.count == 1 ? "" : "s") " + changes.map { "\($0.line)" }.quoted(and: "and")
  }

  private static func pairs(_ found: [String], _ written: [String]) -> String {
    let all = zip(found, written).filter { !$1.isEmpty && $1 != " " }.map { "write `\($1)` for `\($0)`" }
    return all.isEmpty ? "remove it" : all.joined(separator: ", ")
  }
}

// MARK: Korean

extension SlipPhrase {
  var korean: String {
    switch self {
    case .lookalike(let kind, let found, let written):
      let signs = found.map { "`\($0)`" }.joined(separator: ", ")
      let ours = zip(found, written).filter { !$1.isEmpty && $1 != " " }.map { "`\($0)` 대신 `\($1)`" }.joined(
        separator: ", ")
      switch kind {
      case .fullWidth: return "전각 문자(\(signs))가 있어요. Swift는 반각 문자만 알아요: \(ours)"
      case .wideSpace: return "여기에 전각 공백(U+3000)이 있어요. Swift는 보통 공백만 알아요"
      case .space: return "여기에 보통 공백이 아닌 공백(\(signs))이 있어요. 글을 복사하면 따라오기도 해요. 스페이스 바로 다시 써 보세요"
      case .invisible: return "여기에 보이지 않는 문자(\(signs))가 있어요. 글을 복사하면 따라오기도 해요"
      case .quote: return "워드 프로세서의 따옴표(\(signs))예요. 글은 곧은 큰따옴표 \" 사이에 써요"
      case .sign: return "인쇄용 기호(\(signs))예요. Swift에서는 이렇게 써요: \(ours)"
      case .power: return "인쇄용 지수(\(signs))예요. 값을 그 값으로 곱해 보세요"
      case .letter: return "모양만 비슷한 다른 문자(\(signs))예요. 영문자로 써 보세요: \(ours)"
      }
    case .koreanLayout(let found, let written):
      return "한글 자판으로 친 글자예요: `\(found)` → `\(written)`"
    case .strayHangul(let found, let keys):
      return "한글 입력 상태에서 잘못 들어간 글자예요: `\(found)`(영문 자판으로 `\(keys)`). 지워 보세요"
    case .hangulForValue(let found, let keys):
      return "한글 입력 상태에서 친 글자예요: `\(found)`. 영문 자판으로는 `\(keys)`인데, 여기에 쓸 수 있는 값이 아니에요. 값을 써 보세요"
    case .hashComment: return "Swift의 주석은 `#`이 아니라 `//`로 시작해요"
    case .hashBeforeCode(let written):
      return "Swift에는 `#` 주석이 없고, 그 뒤의 줄은 여기에 필요해요. `#` 없이 `\(written)`\(.object, after: written) 써 보세요"
    case .fenceInside(let fence): return "셀의 울타리(`\(fence)`)가 셀 안에 함께 붙여 넣어졌어요. 이 줄을 지워 보세요"
    case .prompt(let mark): return "`\(mark)` 표시가 코드와 함께 복사됐어요. 지워 보세요"
    case .singleQuotes(let written): return "글은 곧은 큰따옴표 사이에 써요: \(written)"
    case .prose(let words):
      return "“\(words)”, 이 줄은 코드가 아니라 문장 같아요. 셀 밖에 쓰거나, 앞에 `//`를 붙여 주석으로 만들어 보세요"
    case .decimalComma(let number):
      return "쉼표는 값을 나누는 기호예요. \(number) 대신 \(number.replacing(",", with: "."))처럼 점으로 써 보세요"
    case .thousandsComma(let number):
      return "쉼표는 값을 나누는 기호라서 \(number)처럼 쓰면 값이 여러 개가 돼요. 쉼표 없이 \(number.filter { $0 != "," })처럼 써 보세요"
    case .thousandsSpace(let number): return "큰 수도 붙여 써요. \(number) 대신 \(number.filter(\.isNumber))처럼 써 보세요"
    case .pointAlone(let found, let written): return "소수점 양쪽에 숫자가 있어야 해요. \(found) 대신 \(written)처럼 써 보세요"
    case .pointOfHole(let found, let written): return "`.FIXME`의 점이 남아 있어요. \(found) 대신 점 없이 \(written)처럼 써 보세요"
    case .restOfHole(let found, let written): return "`.FIXME`의 일부가 남아 있어요. `\(found)` 대신 `\(written)`처럼 써 보세요"
    case .holeWithoutPoint: return "빈칸은 점으로 시작해요(`.FIXME`). 값을 쓰거나 점을 붙여 보세요"
    case .timesSign(let found, let written): return "곱셈 기호는 `*`예요. `\(found)` 대신 `\(written)`처럼 써 보세요"
    case .power(let found, let written): return "Swift에는 거듭제곱 기호가 없어요. `\(found)` 대신 `\(written)`처럼 써 보세요"
    case .numberEnding(let found, let written): return "숫자 뒤에는 글자를 붙이지 않아요. \(found) 대신 \(written)처럼 써 보세요"
    case .percent(let found, let written): return "Swift에는 퍼센트 기호가 없어요. \(found) 대신 \(written)처럼 써 보세요"
    case .missingBracket(let bracket): return "여기에 `\(bracket)` 괄호가 빠졌어요"
    case .spareBracket(let bracket): return "`\(bracket)` 괄호가 하나 더 있어요. 지워 보세요"
    case .otherBracket(let found, let expected):
      return "`\(found)` 괄호와 닫는 괄호의 종류가 달라요. 목록은 `[`, 호출은 `(`로 시작해요. `\(expected)` 괄호를 써 보세요"
    case .openText: return "글을 닫는 `\"` 따옴표가 빠졌어요"
    case .commaBetweenLines: return "두 줄 사이에는 쉼표가 필요 없어요. 줄 끝의 쉼표를 지워 보세요"
    case .missingComma: return "두 값 사이에 쉼표가 빠졌어요"
    case .spacesAround(let sign): return "`\(sign)` 기호의 한쪽에만 공백이 있어요. 양쪽에 써 보세요"
    case .otherSeparator(let sign): return "값 사이에는 쉼표를 써요. `\(sign)` 대신 `,`를 써 보세요"
    case .spareComma: return "쉼표가 하나 더 있어요. 지워 보세요"
    case .listForm(let found, let written):
      return "목록은 [ 와 ] 사이에 숫자를 쉼표로 나누어 써요. `\(found)` 대신 `\(written)`처럼 써 보세요"
    case .listWanted(let written): return "숫자 하나가 아니라 목록이 필요해요. `\(written)`처럼 써 보세요"
    case .equalSides(let found, let written):
      return "두 변이 같으니 숫자 하나면 돼요. `\(found)` 대신 `\(written)`처럼 써 보세요"
    case .missingColon(let label): return "레이블 뒤에 쌍점이 빠졌어요. `\(label):`처럼 써 보세요"
    case .valueMissing(let label): return "`\(label):` 뒤에 값이 없어요. 값을 쓰거나, 아직 모르면 `.FIXME`라고 써 보세요"
    case .unit(let found, let written): return "숫자는 단위 없이 써요. `\(found)` 대신 `\(written)`처럼 써 보세요"
    case .numberWord(let found, let written): return "수는 숫자로 써요. `\(found)` 대신 `\(written)`처럼 써 보세요"
    case .placeholder(let found):
      return "여기에는 숫자가 필요한데, \(Josa.topic.after("`\(found)`")) 숫자가 아니에요. 값을 쓰거나, 아직 모르면 `.FIXME`라고 써 보세요"
    case .truthAsNumber(let found, let written):
      return "여기에는 숫자가 필요한데, \(Josa.topic.after("`\(found)`")) 숫자가 아니에요. `\(written)`처럼 써 보세요"
    case .numberAsCondition(let found):
      return "Swift의 조건은 비교식이에요. `\(found)`\(.topic, after: found) 숫자이니 0과 비교해 보세요"
    case .truthOfNumbers(let found, let written):
      return "`\(found)`\(.topic, after: found) 조건을 잇는 말인데, 여기에 있는 것은 숫자예요. `\(written)`처럼 써 보세요"
    case .pixelPlace(let found, let written):
      return "픽셀은 대괄호 안에 행과 열을 써서 가리켜요. `\(found)` 대신 `\(written)`처럼 써 보세요"
    case .wholePicture(let name, let written):
      return "\(Josa.topic.after("`\(name)`")) 모든 픽셀인데, 여기에는 픽셀 하나가 필요해요. `\(written)`처럼 써 보세요"
    case .layerNotMade(let written): return "층이나 단계는 괄호를 붙여서 만들어요. `\(written)`처럼 써 보세요"
    case .comparisonAlone: return "`==`는 비교만 하고 값을 바꾸지 않아요. 값을 넣을 때는 `=`를 써요"
    case .givenCall(let name, let written):
      return "\(Josa.topic.after("`\(name)`")) 위의 셀에 있는 함수예요. 이렇게 써요: `\(written)`"
    case .twoStatements(let word): return "한 줄에 문장이 두 개예요. `\(word)` 앞에서 줄을 바꿔 보세요"
    case .foreignWord(let found, let ours, let origin):
      guard !ours.isEmpty else { return "`\(found)` 같은 Python의 말은 여기에 필요 없어요. 지워 보세요" }
      return "\(origin.name(in: .korean))에서 쓰는 말이에요. Swift에서는 `\(found)` 대신 `\(ours)`처럼 써요"
    case .pythonCondition(let written): return "“값 if 조건 else 값”은 Python의 말이에요. Swift에서는 `\(written)`처럼 써요"
    case .functionArrow(let found, let written):
      return "함수가 돌려주는 값의 타입은 화살표 뒤에 써요. `\(found)` 대신 `\(written)`처럼 써 보세요"
    case .resultMayBeNone(let written):
      return "이 함수는 아래에서 `nil`을 돌려주니 결과가 없을 수도 있어요. 물음표를 붙여 `\(written)`처럼 써 보세요"
    case .pythonBlock(let written): return "Swift의 블록은 쌍점 뒤가 아니라 `{`와 `}` 사이에 써요. `\(written)`처럼 시작해 보세요"
    case .bracesAround: return "할 일이 하나뿐이어도 중괄호 `{ … }` 사이에 써요"
    case .chainedComparison(let middle): return "비교 두 개 사이에는 `&&`가 필요해요. `\(middle)` 값을 두 번 비교해 보세요"
    case .foreignCall(let found, let ours) where found.sharesName(with: ours):
      return "층, 단계, 설정의 이름은 대문자로 시작해요: `\(ours)`"
    case .foreignCall(let found, let ours): return "여기서는 다르게 써요. `\(found)` 대신 `\(ours)`처럼 써 보세요"
    case .labels(let found, let ours):
      return "여기서는 다르게 써요: " + zip(found, ours).map { "`\($0)` 대신 `\($1)`" }.joined(separator: ", ")
    case .valueOrder(let written): return "값은 맞는데 순서가 달라요. 이렇게 써요: `\(written)`"
    case .labelsMissing(let labels):
      let names = labels.map { "`\($0):`" }.joined(separator: ", ")
      return labels.count == 1 ? "값 앞에 레이블 \(names)\(.subject, after: names) 빠졌어요" : "값 앞에 레이블이 빠졌어요: \(names)"
    case .layerNameIsText(let name): return "층의 이름은 글이에요. 따옴표 안에 `\"\(name)\"`처럼 써 보세요"
    case .squareBrackets(let found): return "목록은 대괄호 [ 와 ] 사이에 써요. `\(found)` 대신 대괄호를 써 보세요"
    case .otherPlace(let label, let layer, let home):
      return "`\(label):`\(.topic, after: label) `\(home)(…)` 안에 쓰는 값이라서 `\(layer)`에는 쓸 자리가 없어요. 여기에서는 지워 보세요"
    case .closedBefore(let label, let call):
      return
        "`\(call)(…)` 괄호가 여기서 닫혔는데, `\(label):`\(.topic, after: label) 그 안에 쓰는 값이에요. `)`는 마지막 값 뒤에 써 보세요"
    case .unknownStep(let name):
      return "`\(name)`\(.topic, after: name) 다른 라이브러리의 단계이고, 여기에는 그런 단계가 없어요. 빼 보세요"
    case .needlessValue(let layer, let value): return "`\(layer)`에 \(value) 값은 필요 없어요. 지워 보세요"
    case .dropoutShare(let written): return "`Dropout`에는 남기는 비율이 아니라 끄는 비율을 써요: `\(written)`"
    case .renamed(let found, let now):
      return "`\(found)`\(.topic, after: found) 예전 표기예요. 지금은 `\(now)`\(.quotation, after: now) 써요"
    case .madeInside(let name, let line):
      return "`\(name)` 변수는 중괄호 안에서 만들어져서 중괄호와 함께 사라져요. `\(line)` 줄을 블록 앞에 써 보세요"
    case .newName(let name): return "\(Josa.topic.after("`\(name)`")) 새 이름이에요. 새 이름은 `var`나 `let`으로 시작해요"
    case .maskGetsGrey(let value):
      return "마스크에는 클래스 번호(정수)를 써요. \(Josa.topic.after("`\(value)`")) 클래스 번호가 아니에요. 찾을 곳에는 1을 써 보세요"
    case .wholeWanted(let found, let written): return "여기에는 정수(Int)가 필요해요. `\(found)` 대신 `\(written)`처럼 써 보세요"
    case .fractionWanted(let written): return "정수(Int)끼리 나누면 정수가 돼요. `\(written)`처럼 써 보세요"
    case .madeAgain(let name, let word):
      return
        "여기서 `\(name)`\(.object, after: name) 새로 만들기 때문에 중괄호가 끝나면 사라지고, 처음 만든 값은 바뀌지 않아요. `\(word)`\(.object, after: word) 지워 보세요"
    case .constantChanges(let name): return "\(Josa.topic.after("`\(name)`")) 상수인데 아래에서 값이 바뀌어요. `let` 대신 `var`를 써 보세요"
    case .commentDivides(let rest):
      return "Swift에서 \(Josa.topic.after("`// \(rest)`")) 주석이라서 나눗셈이 되지 않아요. `/`를 하나만 써 보세요"
    case .layerAlone(let found):
      return "중괄호 안에는 줄마다 층이나 단계 하나만 써요. `\(found)`\(.object, after: found) 빼 보세요"
    case .oneWanted(let found, let written, let isSweep):
      return "여기에는 숫자 하나가 필요한데 `\(found)`\(.topic, after: found) 목록이에요. `\(written)`처럼 써 보세요"
        + (isSweep ? "(여러 값은 `Sweep`으로 시험해요)" : "")
    case .otherLetters(let found, let written):
      return "대문자와 소문자를 구별해요. `\(found)` 대신 `\(written)`처럼 써 보세요"
    case .rangeSign(let found, let written):
      return "범위의 두 끝 사이에는 `..<`(끝은 빼고)나 `...`(끝까지)를 써요. `\(found)` 대신 `\(written)`처럼 써 보세요"
    case .loopHead(let written): return "Swift의 반복문은 다르게 써요. `\(written)`처럼 시작해 보세요"
    case .blockWord(let found, let written):
      return "Swift의 블록은 `\(found)` 뒤가 아니라 `{`와 `}` 사이에 써요. `\(written)`처럼 시작해 보세요"
    case .spareWord(let found): return "`{` 앞에 `\(found)`\(.topic, after: found) 필요 없어요. 지워 보세요"
    case .sequence(let found, let written):
      return "`\(found)`\(.topic, after: found) 다른 라이브러리의 말이에요. 여기서는 중괄호 사이에 줄마다 써요: `\(written) … }`"
    case .batchInShape(let found, let written):
      return "형태는 [높이, 너비, 채널]이고 배치 자리는 없어요. `\(found)` 대신 `\(written)`처럼 써 보세요"
    case .activationInLayer(let found, let layer, let written):
      return "여기서는 활성화 함수를 바로 앞 층의 설정으로 써요. `\(found)` 줄 대신 `\(layer)`에 `\(written)`\(.object, after: written) 써 보세요"
    case .needlessCommand(let found):
      return "`\(found)`\(.topic, after: found) 다른 라이브러리의 명령이에요. 여기서는 셀에 쓴 것을 실습이 스스로 만들고 학습하고 재니 지워 보세요"
    case .letterForDigit(let found, let written):
      return "`\(found)`에 숫자 대신 글자가 있어요(0 대신 O, 1 대신 l). `\(written)`\(.toward, after: written) 써 보세요"
    case .valueCommented(let label, let sign): return "`\(label)` 값이 `\(sign)` 뒤에 있어 주석이 됐어요. `\(sign)` 기호를 지워 보세요"
    case .labelForName(let label, let name):
      return "`\(label)`\(.topic, after: label) 함수를 부를 때 쓰는 이름이에요. 함수 안에서는 `\(name)`\(.object, after: name) 써 보세요"
    case .givenChanges(let found, let written):
      return "`\(found)`\(.topic, after: found) 함수가 받은 것이라 바꿀 수 없어요. 돌려줄 것은 `\(written)`에 만들어 보세요"
    case .exchangedNumbers(let rate, let whole):
      return
        "\(Josa.with.after("`\(rate)`")) `\(whole)`의 값이 서로 바뀌었어요. \(Josa.topic.after("`\(whole)`")) 정수이고, \(Josa.topic.after("`\(rate)`")) 1보다 훨씬 작은 수예요"
    case .libraryCall(let found, let written, let library):
      let what = "`\(found)`: \(library)\(.object, after: library) 부르는 말인데, 여기에는 없어요. "
      return written.isEmpty
        ? what + "+ - * /로 계산한 값을 그 자리에 써 보세요(픽셀은 `for`로 하나씩 볼 수 있어요)"
        : what + "그 자리에 `\(written)`\(.object, after: written) 써 보세요"
    case .settingName(let found, let label, let value):
      return
        "`\(label):` 뒤에는 숫자를 쓰는데, \(Josa.topic.after("`\(found)`")) 여기에서 숫자를 뜻하는 이름이 아니에요. 숫자 \(value)\(.object, after: value) 그대로 써 보세요"
    case .valueKind(let found, let label, let owner, let wanted):
      let place = label.isEmpty ? "`\(owner)(…)` 안" : "`\(label):` 뒤"
      return "\(place)에는 \(wanted.korean) 쓰는데, \(Josa.topic.after("`\(found)`")) 그런 값이 아니에요. 값을 써 보세요"
    case .settingTwice(let label): return "`\(label):`\(.subject, after: label) 두 번 나와요. 하나를 지워 보세요"
    case .otherName(let found, let ours):
      return "여기에 `\(found)`\(.called, after: found) 이름은 없어요. 이 셀에서는 `\(ours)`\(.copula, after: ours)"
    case .holeMisspelt(let found): return "`\(found)`\(.topic, after: found) 빈칸 `.FIXME`를 잘못 쓴 거예요. 그 자리에 값을 써 보세요"
    case .needlessStep(let name): return "영상을 그대로 읽으니 여기에는 `\(name)` 단계가 필요 없어요. 지워 보세요"
    case .said(let words): return CompilerPhrase.said(words).text(in: .korean)
    case .write(let line): return line.contains("\n") ? "이렇게 써 보세요\n\(line)" : "이렇게 써 보세요: `\(line)`"
    case .writeLikewise(let line, let others):
      return "이렇게 써 보세요: `\(line)`. \(others.map { "\($0.line)" }.joined(separator: ", "))번째 줄도 똑같이 고쳐 보세요"
    case .writeLines(let lines, let last): return "이 줄부터 \(last)번째 줄까지 이렇게 바꿔 써 보세요\n\(lines)"
    case .moveUp(let line): return "이 줄을 \(line)번째 줄 앞으로 옮겨 보세요"
    case .removeLine: return "이 줄을 지워 보세요"
    case .removeLikewise(let others):
      return "이 줄을 지우고, \(others.map { "\($0.line)" }.joined(separator: ", "))번째 줄도 똑같이 고쳐 보세요"
    }
  }
}

extension SlipPhrase.Wanted {
  fileprivate var english: String {
    switch self {
    case .whole: "a whole number"
    case .real: "a number"
    case .share: "a number from 0 to 1"
    case .truth: "`true` or `false`"
    }
  }

  fileprivate var korean: String {
    switch self {
    case .whole: "정수를"
    case .real: "숫자를"
    case .share: "0에서 1 사이의 숫자를"
    case .truth: "`true`나 `false`를"
    }
  }
}

extension String {
  /// Whether a call has the name of another but for the capital letter at its beginning.
  fileprivate func sharesName(with other: String) -> Bool {
    let (own, theirs) = (prefix { $0 != "(" }, other.prefix { $0 != "(" })
    return own.first?.isLowercase == true && own.prefix(1).uppercased() + own.dropFirst() == theirs
  }
}
