extension SlipPhrase {
  var korean: String {
    switch self {
    case .lookalike(let kind, let found, let written):
      let signs = found.map { "`\($0)`" }.joined(separator: ", ")
      let ours = zip(found, written).filter { !$1.isEmpty && $1 != " " }.map { "`\($0)` 대신 `\($1)`" }.joined(
        separator: ", ")
      switch kind {
      case .fullWidth:
        return "전각 문자(\(signs))가 있어요. " + (ours.isEmpty ? "지워 보세요" : "Swift는 반각 문자만 알아요: \(ours)")
      case .wideSpace: return "여기에 전각 공백(U+3000)이 있어요. Swift는 보통 공백만 알아요"
      case .space: return "여기에 보통 공백이 아닌 공백(\(signs))이 있어요. 글을 복사하면 따라오기도 해요. 스페이스 바로 다시 써 보세요"
      case .invisible: return "여기에 보이지 않는 문자(\(signs))가 있어요. 글을 복사하면 따라오기도 해요"
      case .quote: return "워드 프로세서의 따옴표(\(signs))예요. 문자열은 곧은 큰따옴표 \" 사이에 써요"
      case .sign: return "인쇄용 기호(\(signs))예요. Swift에서는 이렇게 써요: \(ours)"
      case .power: return "인쇄용 지수(\(signs))예요. 값을 그 값으로 곱해 보세요"
      case .letter: return "모양만 비슷한 다른 문자(\(signs))예요. 영문자로 써 보세요: \(ours)"
      }
    case .koreanLayout(let found, let written):
      return "한글 자판으로 친 글자예요: `\(found)` → `\(written)`"
    case .strayHangul(let found, let keys):
      return "한글 입력 상태에서 잘못 들어간 글자예요: `\(found)`(영문 자판으로 `\(keys)`). 지워 보세요"
    case .hangulForValue(let found, let keys):
      return "`\(found)`\(.topic, after: found) 여기에 쓸 수 있는 값이 아니에요(영문 자판으로는 `\(keys)`). 값을 써 보세요"
    case .hashComment: return "Swift의 주석은 `#`이 아니라 `//`로 시작해요"
    case .hashBeforeCode(let written):
      return "Swift에는 `#` 주석이 없고, 그 뒤의 줄은 여기에 필요해요. `#` 없이 `\(written)`\(.object, after: written) 써 보세요"
    case .fenceInside(let fence): return "셀의 울타리(`\(fence)`)가 셀 안에 함께 붙여 넣어졌어요. 이 줄을 지워 보세요"
    case .prompt(let mark): return "`\(mark)` 표시가 코드와 함께 복사됐어요. 지워 보세요"
    case .singleQuotes(let written): return "문자열은 곧은 큰따옴표 사이에 써요: \(written)"
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
    case .openText: return "문자열을 닫는 `\"` 따옴표가 빠졌어요"
    case .commaBetweenLines: return "두 줄 사이에는 쉼표가 필요 없어요. 줄 끝의 쉼표를 지워 보세요"
    case .missingComma: return "두 값 사이에 쉼표가 빠졌어요"
    case .spacesAround(let sign): return "`\(sign)` 기호의 한쪽에만 공백이 있어요. 양쪽에 써 보세요"
    case .otherSeparator(let sign): return "값 사이에는 쉼표를 써요. `\(sign)` 대신 `,`를 써 보세요"
    case .spareComma: return "쉼표가 하나 더 있어요. 지워 보세요"
    case .listForm(let found, let written):
      return "목록은 [ 와 ] 사이에 수를 쉼표로 나누어 써요. `\(found)` 대신 `\(written)`처럼 써 보세요"
    case .listShort(let label, let found, let written):
      let parts = ["filter": "행, 열, 들어오는 채널, 나가는 채널의 수", "weights": "들어오는 수와 나가는 수"]
      let wanted = parts[label] ?? "높이, 너비, 채널의 수"
      return "`\(label)`에는 \(Josa.subject.after(wanted)) 필요해요. "
        + "`\(found)` 대신 `\(written)`\(.toward, after: written) 써 보세요"
    case .singleEqualsSign(let meant):
      return "`=`은 값을 넣는 기호예요. 비교할 때는 `\(meant)`\(.object, after: meant) 써요"
    case .oneForBothSides(let found, let written, let end):
      return "수 하나로 양쪽 끝을 모두 정해요. `\(written)`\(.topic, after: written) "
        + "-\(end.brief)부터 \(end.brief)까지라는 뜻이에요. 여기에는 `\(found)`\(.subject, after: found) 있어요"
    case .truthWanted(let found, let written):
      return "여기에는 `true`나 `false`가 필요해요. `\(found)` 대신 `\(written)`\(.toward, after: written) 써 보세요"
    case .givenCopied(let name, let found, let written):
      return "여기서 `\(name)`\(.topic, after: name) `\(found)`의 다른 이름일 뿐이에요. "
        + "`\(written)`\(.toward, after: written) 새로 만들어 보세요"
    case .listWanted(let written): return "수 하나가 아니라 목록이 필요해요. `\(written)`처럼 써 보세요"
    case .equalSides(let found, let written):
      return "두 변이 같으니 수 하나면 돼요. `\(found)` 대신 `\(written)`처럼 써 보세요"
    case .missingColon(let label): return "레이블 뒤에 콜론이 빠졌어요. `\(label):`처럼 써 보세요"
    case .valueMissing(let label): return "`\(label):` 뒤에 값이 없어요. 값을 쓰거나, 아직 모르면 `.FIXME`라고 써 보세요"
    case .unit(let found, let written): return "수는 단위 없이 써요. `\(found)` 대신 `\(written)`처럼 써 보세요"
    case .numberWord(let found, let written): return "수는 숫자로 써요. `\(found)` 대신 `\(written)`처럼 써 보세요"
    case .placeholder(let found):
      return "여기에는 수가 필요한데, \(Josa.topic.after("`\(found)`")) 수가 아니에요. 값을 쓰거나, 아직 모르면 `.FIXME`라고 써 보세요"
    case .truthAsNumber(let found, let written):
      return "여기에는 수가 필요한데, \(Josa.topic.after("`\(found)`")) 수가 아니에요. `\(written)`처럼 써 보세요"
    case .numberAsCondition(let found):
      return "Swift의 조건은 비교식이에요. `\(found)`\(.topic, after: found) 수이니 0과 비교해 보세요"
    case .truthOfNumbers(let found, let written):
      return "`\(found)`\(.topic, after: found) 조건을 잇는 말인데, 여기에 있는 것은 수예요. `\(written)`처럼 써 보세요"
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
      guard origin != .other else { return "`\(found)`\(.topic, after: found) 여기서 쓸 수 없어요. `\(ours)`처럼 써 보세요" }
      return "\(origin.name(in: .korean))에서 쓰는 말이에요. Swift에서는 `\(found)` 대신 `\(ours)`처럼 써요"
    case .pythonCondition(let written): return "“값 if 조건 else 값”은 Python의 말이에요. Swift에서는 `\(written)`처럼 써요"
    case .otherResult(let found, let wanted):
      return "이 함수는 `\(wanted)`\(.object, after: wanted) 돌려주어야 하는데 여기에는 `\(found)`\(.toward, after: found) 되어 있어요. "
        + "`-> \(wanted)`\(.toward, after: wanted) 써 보세요"
    case .noFirstValue(let name, let written):
      return "`\(name)`에 처음 값이 없는데 아래에서 값을 더해요. `\(written)`처럼 써 보세요"
    case .divisorSpread(let written):
      return "`/`와 `*`는 왼쪽부터 차례로 계산하고, 소수(Double)는 소수끼리 계산해요. `\(written)`처럼 써 보세요"
    case .resultForGiven(let found, let given):
      return "`\(found)`\(.topic, after: found) 이 함수가 만드는 결과예요. 값을 읽을 영상은 `\(given)`\(.copula, after: given)"
    case .functionArrow(let found, let written):
      return "함수가 돌려주는 값의 타입은 화살표 뒤에 써요. `\(found)` 대신 `\(written)`처럼 써 보세요"
    case .resultMayBeNone(let written):
      return "이 함수는 아래에서 `nil`을 돌려주니 결과가 없을 수도 있어요. 물음표를 붙여 `\(written)`처럼 써 보세요"
    case .pythonBlock(let written): return "Swift의 블록은 콜론 뒤가 아니라 `{`와 `}` 사이에 써요. `\(written)`처럼 시작해 보세요"
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
    case .layerNameIsText(let name): return "이름은 문자열이에요. 따옴표 안에 `\"\(name)\"`처럼 써 보세요"
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
      return "여기에는 수 하나가 필요한데 `\(found)`\(.topic, after: found) 목록이에요. `\(written)`처럼 써 보세요"
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
        "`\(label):` 뒤에는 수를 쓰는데, \(Josa.topic.after("`\(found)`")) 여기에서 수를 뜻하는 이름이 아니에요. 숫자 \(value)\(.object, after: value) 그대로 써 보세요"
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
  fileprivate var korean: String {
    switch self {
    case .whole: "정수를"
    case .real: "수를"
    case .share: "0에서 1 사이의 수를"
    case .truth: "`true`나 `false`를"
    }
  }
}
