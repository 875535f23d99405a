/// What is said of the Swift in a learner's cells, beside the compiler's own words.
public enum WorkbenchPhrase: Phrase {
  /// A place that is yet to be filled in.
  case hole
  /// What to do with a hole.
  case fillHole
  /// The lab trains the constant `name`, a `kind`, and no cell makes it.
  case constantMissing(name: String, kind: String)
  /// The lab trains the constant `name` as a `kind`, and it is something else.
  case constantOfOtherType(name: String, kind: String, found: String)
  /// A cell imports something else than SegLab.
  case otherModule(String)
  /// What to do about such an import.
  case dropImport
  /// A cell holds `#sourceLocation`.
  case sourceLocation
  /// A cell holds an attribute that reaches below the language.
  case attribute(String)
  /// What to do about something that cannot stay in a cell.
  case dropLine
  /// A cell makes a name that the engine needs.
  case reservedName(String)
  /// What to do about such a name.
  case chooseName
  /// Nothing has this name; `suggestion` is near to it, empty where nothing is.
  case unknownName(String, suggestion: String)
  /// What earlier versions took is written in another way now.
  case renamed(found: String, now: String)
  /// `type` has nothing of this name; `suggestion` is near to it, empty where nothing is; `known` is what there is, if that is known.
  case unknownMember(String, type: String, suggestion: String, known: [String])
  /// A value's label should be another.
  case wrongLabel(found: String, expected: String)
  /// A value needs this label before it.
  case missingLabel(String)
  /// Several values have no labels; the first that may be meant.
  case labelsWanted([String])
  /// A module of another library's.
  case otherLibrary(String, library: String)
  /// A value must have no label before it.
  case needlessLabel(String)
  /// A value of this name is not given.
  case missingArgument(String)
  /// There is one value too many.
  case extraArgument
  /// The value with the label `first` stands before that with the label `second`; `first` is empty for a value without a label.
  case argumentOrder(first: String, second: String)
  /// An equals sign stands where a colon should, behind this label.
  case colonAfterLabel(String)
  /// A comma stands where a point should, in this number.
  case decimalComma(String)
  /// A layer's name is a text.
  case nameIsText(String)
  /// A word with a point is wanted, and a text is there.
  case memberNotText(example: String)
  /// This member needs parentheses.
  case callMember(String)
  /// A list is wanted, and one value is there.
  case listWanted
  /// A number is wanted, and a text is there.
  case numberWanted
  /// A whole number is wanted, and one with a point is there.
  case wholeNumberWanted
  /// Another type is wanted.
  case otherType(found: String, expected: String)
  /// A comma is missing.
  case missingComma
  /// A bracket is not closed.
  case missingBracket(String)
  /// A bracket closes nothing.
  case spareBracket
  /// A text is not closed.
  case openText
  /// A `#if` is not closed.
  case openCondition
  /// Quotes are those of a word processor.
  case straightQuotes
  /// `^` is meant as a power.
  case noPowers
  /// `=` is meant as a comparison.
  case twoEqualsSigns
  /// Numbers of different kinds meet.
  case sameNumbers
  /// A value of this type may be nil.
  case mayBeMissing(type: String)
  /// A function ends without giving a value of this type.
  case returnMissing(type: String)
  /// A function gives a value, and does not say so.
  case resultTypeMissing
  /// A constant should have another name.
  case renameConstant(found: String, expected: String)
  /// A constant should be of another type.
  case writeConstant(name: String, kind: String)
  /// A comment is not closed.
  case openComment
  /// Two things stand on one line.
  case twoOnALine
  /// A name is made twice.
  case madeTwice(String)
  /// Something in a network is no layer.
  case notALayer
  /// An expression is too much for the compiler.
  case tooHard
  /// A constant is to change.
  case constantChanged(String)
  /// A value is missing.
  case valueMissing
  /// It is unclear of which type a word with a point before it is.
  case unclearMember(String)

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: return english
    case .korean: return korean
    }
  }
}

// MARK: English

extension WorkbenchPhrase {
  var english: String {
    switch self {
    case .hole: return "a hole to fill in"
    case .fillHole: return "put a value of your own in the place of .FIXME"
    case .constantMissing(let name, let kind): return "this lab needs `let \(name) = \(kind)(…)`; no cell defines it"
    case .constantOfOtherType(let name, let kind, let found):
      return "this lab needs `\(name)` to be a \(kind); here it is of type \(found)"
    case .otherModule(let module): return "a cell can import SegLab and nothing else; this one imports \(module)"
    case .dropImport: return "remove this line: SegLab and Swift's own library hold all that a lab asks for"
    case .sourceLocation: return "#sourceLocation cannot stand in a cell: messages would point to the wrong lines"
    case .attribute(let name): return "@\(name) cannot stand in a cell: a lab's answer is made with plain Swift"
    case .dropLine: return "remove it"
    case .reservedName(let name): return "the engine needs the name `\(name)` for itself"
    case .chooseName: return "choose another name"
    case .renamed(let found, let now):
      return "`\(found)` was the spelling of an earlier version: write `\(now)`; `seglab update` rewrites a whole lab"
    case .unknownName(let name, let suggestion):
      return suggestion.isEmpty
        ? "nothing is called `\(name)` here: check its spelling, and that the cell which makes it stands above"
        : "did you mean `\(suggestion)`?"
    case .unknownMember(let name, let type, let suggestion, let known):
      if !suggestion.isEmpty { return "did you mean `.\(suggestion)`?" }
      if known.isEmpty { return "\(type) has no `\(name)`: check its spelling" }
      return "\(type) can be \(known.map { ".\($0)" }.quoted(and: "or"))"
    case .wrongLabel(let found, let expected):
      return found.isEmpty
        ? "write `\(expected):` before the value" : "write `\(expected):` where you wrote `\(found):`"
    case .missingLabel(let label): return "write `\(label):` before the value"
    case .labelsWanted(let labels):
      return
        "write before each value which it is, as \(labels.map { "`\($0): …`" }.joined(separator: ", ")), and only those you mean"
    case .otherLibrary(let name, let library):
      return
        "`\(name)` is \(library), which is not here: calculate with + - * /, go through pixels with `for`, and read one as `label[row, column]`"
    case .needlessLabel(let label): return "leave `\(label):` out and write the value alone"
    case .missingArgument(let name): return "add `\(name): …` between the parentheses"
    case .extraArgument: return "there is one value too many between the parentheses: remove it, or check the commas"
    case .argumentOrder(let first, let second):
      return first.isEmpty
        ? "the values are right and their order is not: the one without a label stands before `\(second):`"
        : "the values are right and their order is not: write `\(first):` before `\(second):`"
    case .colonAfterLabel(let label): return "write `\(label):` with a colon in place of the equals sign"
    case .decimalComma(let number):
      return "a comma divides values: write \(number.replacing(",", with: ".")) with a point"
    case .nameIsText(let name): return "a layer's name stands between quotes: write \"\(name)\""
    case .memberNotText(let example): return "write it with a point and without quotes, such as `.\(example)`"
    case .callMember(let name): return "write `.\(name)()`, with parentheses"
    case .listWanted: return "a list is wanted: write the numbers between [ and ], with commas between them"
    case .numberWanted: return "a number is wanted: write it without quotes"
    case .wholeNumberWanted: return "a whole number is wanted, such as 1 or 2, without a point in it"
    case .otherType(let found, let expected): return "\(expected) is wanted here, and this is \(found)"
    case .missingComma: return "put a comma between the two values"
    case .missingBracket(let bracket): return "add the missing \(bracket): each opening bracket needs its closing one"
    case .spareBracket: return "remove this bracket, or add the one that opens it"
    case .openText: return "close the text with the quotes that it begins with"
    case .openCondition: return "end what #if begins with a line that says #endif"
    case .straightQuotes: return "write straight quotes, \" and not “ or ”, as an editor for programs does"
    case .noPowers: return "Swift has no `^` for powers: write x * x for the square of x"
    case .twoEqualsSigns: return "write `==` to compare; a single `=` gives a new value"
    case .sameNumbers: return "both sides must be numbers of one kind: write Double(x) around each whole number x"
    case .mayBeMissing(let type):
      return "this may be nil: write `?? value` behind it, with the \(type) that counts then"
    case .returnMissing(let type): return "give the \(type) back at the end, with a line that begins with `return`"
    case .resultTypeMissing: return "say behind the parentheses what the function gives: `-> Double`, for example"
    case .renameConstant(let found, let expected): return "call it `\(expected)` where it says `\(found)`"
    case .writeConstant(let name, let kind): return "write `let \(name) = \(kind)(…)`"
    case .openComment: return "end the comment with */"
    case .twoOnALine: return "start a new line here, or put in the comma or sign that is missing"
    case .madeTwice(let name): return "`\(name)` is there already: remove one of the two, or give this one another name"
    case .notALayer: return "each line between the braces of a network must be a layer, such as Dense(…)"
    case .tooHard: return "split this line into several with constants of their own"
    case .constantChanged(let name): return "write `var \(name)` instead of `let \(name)` if it is to change"
    case .valueMissing: return "a value is missing here: write it, or .FIXME until you know it"
    case .unclearMember(let name): return "write the type before the point, such as Activation.\(name)"
    }
  }
}

// MARK: Korean

extension WorkbenchPhrase {
  var korean: String {
    switch self {
    case .hole: return "여기에 값을 써야 해요"
    case .fillHole: return ".FIXME 자리에 알맞은 값을 써 보세요"
    case .constantMissing(let name, let kind):
      return "이 실습에는 `let \(name) = \(kind)(…)`가 필요한데, 어느 셀에도 없어요"
    case .constantOfOtherType(let name, let kind, let found):
      return "이 실습에서 `\(name)`의 타입은 \(kind)\(.must, after: kind) 하는데, 여기서는 \(found) 타입이에요"
    case .otherModule(let module):
      return "셀에서는 SegLab만 import할 수 있는데, 여기서는 \(Josa.object.after(module)) import하고 있어요"
    case .dropImport: return "이 줄을 지워 보세요. 실습에 필요한 것은 SegLab과 Swift 기본 라이브러리에 모두 있어요"
    case .sourceLocation: return "#sourceLocation은 셀에 쓸 수 없어요. 메시지가 엉뚱한 줄을 가리키게 돼요"
    case .attribute(let name): return "@\(Josa.topic.after(name)) 셀에 쓸 수 없어요. 실습의 답은 보통의 Swift로 써요"
    case .dropLine: return "이 부분을 지워 보세요"
    case .reservedName(let name): return "`\(name)`\(.called, after: name) 이름은 SegLab이 직접 쓰고 있어요"
    case .chooseName: return "다른 이름을 골라 보세요"
    case .renamed(let found, let now):
      return "`\(found)` 표기는 예전 버전의 것이에요. `\(now)`\(.toward, after: now) 써 보세요. `seglab update`가 실습 전체를 바꾸어 줘요"
    case .unknownName(let name, let suggestion):
      return suggestion.isEmpty
        ? "`\(name)`\(.called, after: name) 이름이 없어요. 철자를 확인하고, 그 이름을 만드는 셀이 위에 있는지 살펴보세요"
        : "혹시 `\(suggestion)`인가요?"
    case .unknownMember(let name, let type, let suggestion, let known):
      if !suggestion.isEmpty { return "혹시 `.\(suggestion)`인가요?" }
      if known.isEmpty { return "\(type)에는 `\(name)`\(.called, after: name) 것이 없어요. 철자를 확인해 보세요" }
      return "\(type)에 쓸 수 있는 것: \(known.map { "`.\($0)`" }.joined(separator: ", "))"
    case .wrongLabel(let found, let expected):
      return found.isEmpty
        ? "값 앞에 `\(expected):`\(.object, after: expected) 써 보세요"
        : "`\(found):` 대신 `\(expected):`\(.object, after: expected) 써 보세요"
    case .labelsWanted(let labels):
      return "값마다 앞에 무엇인지 써요: \(labels.map { "`\($0): …`" }.joined(separator: ", ")). 필요한 것만 써 보세요"
    case .otherLibrary(let name, let library):
      return
        "`\(name)`\(.topic, after: name) \(library)의 것이라 여기에는 없어요. + - * /로 계산하고, 픽셀은 `for`로 돌며 `label[row, column]`처럼 읽어 보세요"
    case .missingLabel(let label): return "값 앞에 `\(label):`\(.object, after: label) 써 보세요"
    case .needlessLabel(let label): return "`\(label):`\(.object, after: label) 빼고 값만 써 보세요"
    case .missingArgument(let name): return "괄호 안에 `\(name): …`을 넣어 보세요"
    case .extraArgument: return "괄호 안에 값이 하나 더 있어요. 지우거나, 쉼표가 맞는지 확인해 보세요"
    case .argumentOrder(let first, let second):
      return first.isEmpty
        ? "값은 맞는데 순서가 달라요. 레이블이 없는 값을 `\(second):` 앞에 써 보세요"
        : "값은 맞는데 순서가 달라요. `\(first):`\(.object, after: first) `\(second):` 앞에 써 보세요"
    case .colonAfterLabel(let label): return "등호 대신 콜론을 써서 `\(label):`\(.quotation, after: label) 써 보세요"
    case .decimalComma(let number):
      return "쉼표는 값을 나누는 기호예요. \(number.replacing(",", with: "."))처럼 점으로 써 보세요"
    case .nameIsText(let name): return "층의 이름은 따옴표 안에 써요. \"\(name)\"라고 써 보세요"
    case .memberNotText(let example): return "따옴표 없이 `.\(example)`처럼 점으로 시작해서 써 보세요"
    case .callMember(let name): return "괄호를 붙여서 `.\(name)()`라고 써 보세요"
    case .listWanted: return "목록이 필요해요. 수를 [ 와 ] 사이에 쉼표로 나누어 써 보세요"
    case .numberWanted: return "수가 필요해요. 따옴표 없이 써 보세요"
    case .wholeNumberWanted: return "정수가 필요해요. 1이나 2처럼 소수점이 없는 수를 써 보세요"
    case .otherType(let found, let expected):
      return "여기에는 \(expected) 타입이 필요한데, 쓴 값은 \(found) 타입이에요"
    case .missingComma: return "두 값 사이에 쉼표를 넣어 보세요"
    case .missingBracket(let bracket): return "빠진 \(bracket) 괄호를 넣어 보세요. 연 괄호마다 닫는 괄호가 있어야 해요"
    case .spareBracket: return "이 괄호를 지우거나, 여는 괄호를 넣어 보세요"
    case .openText: return "문자열을 연 따옴표와 같은 따옴표로 닫아 보세요"
    case .openCondition: return "#if로 연 부분을 #endif 줄로 닫아 보세요"
    case .straightQuotes: return "“ ”가 아니라 곧은 따옴표 \"로 써 보세요"
    case .noPowers: return "Swift의 `^`는 거듭제곱이 아니에요. x의 제곱은 x * x라고 써 보세요"
    case .twoEqualsSigns: return "비교할 때는 `==`를 써 보세요. `=` 하나는 값을 새로 넣는다는 뜻이에요"
    case .sameNumbers: return "양쪽 수의 종류가 같아야 해요. 정수 x는 Double(x)로 바꿔 보세요"
    case .mayBeMissing(let type): return "값이 없을(nil) 수도 있어요. 그럴 때 쓸 \(type) 값을 뒤에 `?? 값`으로 써 보세요"
    case .returnMissing(let type): return "함수 끝에서 `return`으로 \(type) 값을 돌려주세요"
    case .resultTypeMissing: return "함수가 무엇을 돌려주는지 괄호 뒤에 `-> Double`처럼 써 보세요"
    case .renameConstant(let found, let expected):
      return "`\(found)` 대신 `\(expected)`\(.called, after: expected) 이름을 써 보세요"
    case .writeConstant(let name, let kind): return "`let \(name) = \(kind)(…)`라고 써 보세요"
    case .openComment: return "*/로 주석을 닫아 보세요"
    case .twoOnALine: return "여기서 줄을 바꾸거나, 빠진 쉼표나 기호를 넣어 보세요"
    case .madeTwice(let name): return "`\(name)`\(.topic, after: name) 이미 있어요. 둘 가운데 하나를 지우거나 이름을 바꿔 보세요"
    case .notALayer: return "신경망의 중괄호 안에는 줄마다 Dense(…) 같은 층이 있어야 해요"
    case .tooHard: return "이 줄을 상수 몇 개로 나누어 써 보세요"
    case .constantChanged(let name): return "값을 바꾸려면 `let \(name)` 대신 `var \(name)`\(.toward, after: name) 써 보세요"
    case .valueMissing: return "여기에 값이 빠졌어요. 값을 쓰거나, 아직 모르면 .FIXME를 써 두세요"
    case .unclearMember(let name): return "Activation.\(name)처럼 점 앞에 타입을 써 보세요"
    }
  }
}
