/// What the Swift compiler says of a cell, in plain words where they are known.
public enum CompilerPhrase: Phrase {
  /// The compiler's own words.
  case said(String)

  /// The words in `language`: plain ones for what learners meet, the compiler's own for the rest.
  public func text(in language: Language) -> String {
    guard case .said(let words) = self else { return "" }
    // The only apostrophe of the compiler's own.
    let plain = words.replacing("isn't", with: "is not").replacing("can't", with: "cannot")
    let parts = plain.split(separator: "'", omittingEmptySubsequences: false).map(String.init)
    let names = stride(from: 1, to: parts.count, by: 2).map { parts[$0] }
    let shape = stride(from: 0, to: parts.count, by: 2).map { parts[$0] }.joined(separator: "'")
    guard let said = Self.table.first(where: { shape.hasPrefix($0.start) && $0.names <= names.count }) else {
      return words
    }
    switch language {
    case .english: return said.english(names)
    case .korean: return said.korean(names)
    }
  }

  /// A message as the compiler begins it, with `'` in the place of each name.
  private struct Known: Sendable {
    let start: String
    let names: Int
    let english: @Sendable ([String]) -> String
    let korean: @Sendable ([String]) -> String

    init(
      _ start: String, _ names: Int = 0, _ english: @escaping @Sendable ([String]) -> String,
      _ korean: @escaping @Sendable ([String]) -> String
    ) {
      (self.start, self.names, self.english, self.korean) = (start, names, english, korean)
    }
  }

  /// A call's labels: `_:window:`.
  private static func labels(_ text: String) -> String {
    // Where something is written is not the learner's to say.
    let own = text.hasSuffix(":line:") ? String(text.dropLast(5)) : text
    return own.replacing("_:", with: "value, ").replacing(":", with: ": …, ").trimmedList
  }

  /// Of `cosine(steps:final:)` the name.
  private static func member(_ signature: String) -> String { String(signature.prefix { $0 != "(" }) }

  /// Of `cosine(steps:final:)` what stands in the parentheses.
  private static func inside(_ signature: String) -> String {
    String(signature.drop { $0 != "(" }.dropFirst().prefix { $0 != ")" })
  }

  private static let table: [Known] = [
    Known(
      "non-breaking space", 0,
      { _ in "there is a space here that comes with copied text (U+00A0): type an ordinary space" },
      { _ in "글을 복사할 때 따라온 공백(U+00A0)이 있어요. 스페이스 바로 다시 써 보세요" }),
    Known(
      "member ' expects argument of type '", 2,
      { "`.\(member($0[0]))` takes values between parentheses: `.\(member($0[0]))(\(labels(inside($0[0]))))`" },
      { "`.\(member($0[0]))` 뒤에는 괄호와 값이 있어야 해요: `.\(member($0[0]))(\(labels(inside($0[0]))))`" }),
    Known(
      "cannot force unwrap value of non-optional type '", 1,
      { _ in "there is always a value here: no `!` belongs behind it" },
      { _ in "여기에는 언제나 값이 있어서 뒤에 `!`를 쓰지 않아요" }),
    Known(
      "cannot use optional chaining on non-optional value of type '", 1,
      { _ in "there is always a value here: no `?` belongs right behind it" },
      { _ in "여기에는 언제나 값이 있어서 바로 뒤에 `?`를 쓰지 않아요" }),
    Known(
      "left side of nil coalescing operator '", 1,
      { _ in "there is always a value here: leave `??` and what follows out" },
      { _ in "여기에는 언제나 값이 있어요. `??`와 그 뒤는 지워 보세요" }),
    Known(
      "circular reference", 0,
      { _ in "what is made here would need itself: give it a name that begins with a small letter" },
      { _ in "여기서 만드는 것이 자기 자신을 쓰고 있어요. 소문자로 시작하는 이름을 붙여 보세요" }),
    Known(
      "expected ' after for-each pattern", 1,
      { _ in "a loop is written `for row in 0..<10 {`, with one name before `in`" },
      { _ in "반복문은 `for row in 0..<10 {`처럼 `in` 앞에 이름을 하나 써요" }),
    Known(
      "type annotation missing in pattern", 0, { _ in "each name needs a value of its own: `var a = 0`" },
      { _ in "이름마다 값이 있어야 해요: `var a = 0`" }),
    Known(
      "' is not a prefix unary operator", 1, { "`\($0[0])` cannot stand before a value" },
      { "`\($0[0])` 기호는 값 앞에 쓸 수 없어요" }),
    Known(
      "' is not a postfix unary operator", 1, { "`\($0[0])` cannot stand behind a value" },
      { "`\($0[0])` 기호는 값 뒤에 쓸 수 없어요" }),
    Known("cannot find ' in scope", 1, { "nothing is called `\($0[0])` here" }, { "`\($0[0])`: 여기에 없는 이름이에요" }),
    Known("cannot find type ' in scope", 1, { "there is no type `\($0[0])`" }, { "`\($0[0])`: 없는 타입이에요" }),
    Known(
      "cannot find operator ' in scope", 1, { "`\($0[0])` is no sign of Swift’s" }, { "`\($0[0])`: Swift에 없는 기호예요" }),
    Known(
      "cannot convert value of type ' to expected argument type '", 2,
      { "a value of type `\($0[1])` is wanted here, and this one is of type `\($0[0])`" },
      { "여기에는 `\($0[1])` 타입의 값이 필요한데, 이 값은 `\($0[0])` 타입이에요" }),
    Known(
      "cannot convert value of type ' to specified type '", 2,
      { "a value of type `\($0[1])` is wanted here, and this one is of type `\($0[0])`" },
      { "여기에는 `\($0[1])` 타입의 값이 필요한데, 이 값은 `\($0[0])` 타입이에요" }),
    Known(
      "cannot convert value of type ' to expected element type '", 2,
      { "the list holds values of type `\($0[1])`, and this one is of type `\($0[0])`" },
      { "이 목록에는 `\($0[1])` 타입의 값이 들어가는데, 이 값은 `\($0[0])` 타입이에요" }),
    Known(
      "cannot convert return expression of type ' to return type '", 2,
      { "the function gives a `\($0[1])`, and this value is of type `\($0[0])`" },
      { "이 함수는 `\($0[1])` 타입의 값을 돌려주는데, 이 값은 `\($0[0])` 타입이에요" }),
    Known(
      "cannot assign value of type ' to", 2, { "a value of type `\($0[0])` does not go where `\($0[1])` is kept" },
      { "`\($0[1])` 타입의 자리에 `\($0[0])` 타입의 값을 넣을 수 없어요" }),
    Known(
      "cannot pass array of type ' as variadic arguments", 1,
      { _ in "the values stand here one after the other, and not in a list" },
      { _ in "여기에는 목록이 아니라 값을 하나씩 이어서 써요" }),
    Known(
      "expected ',' separator", 0, { _ in "a comma is missing here (or a bracket before it)" },
      { _ in "여기에 쉼표가 빠졌어요(아니면 그 앞의 괄호가 빠졌어요)" }),
    Known(
      "expected ' separator", 0, { _ in "a comma is missing here (or a bracket before it)" },
      { _ in "여기에 쉼표가 빠졌어요(아니면 그 앞의 괄호가 빠졌어요)" }),
    Known(
      "expected expression in container literal", 0, { _ in "a value of the list is missing here" },
      { _ in "여기에 목록의 값이 빠졌어요" }),
    Known("expected expression", 0, { _ in "a value is missing here" }, { _ in "여기에 값이 빠졌어요" }),
    Known(
      "expected initial value after '", 0, { _ in "a value is missing behind the equals sign" },
      { _ in "등호 뒤에 값이 빠졌어요" }),
    Known("expected pattern", 0, { _ in "a name is missing here" }, { _ in "여기에 이름이 빠졌어요" }),
    Known(
      "expected ' after 'if' condition", 1, { "`\($0[0])` is missing behind the condition" },
      { "조건 뒤에 `\($0[0])`\(.subject, after: $0[0]) 빠졌어요" }),
    Known(
      "expected ' after ' condition", 1, { "`\($0[0])` is missing behind the condition" },
      { "조건 뒤에 `\($0[0])` 괄호가 빠졌어요" }),
    Known("expected ' at end of", 1, { "a `\($0[0])` is missing at the end" }, { "끝에 `\($0[0])` 괄호가 빠졌어요" }),
    Known("expected ' in", 1, { "a `\($0[0])` is missing here" }, { "여기에 `\($0[0])` 괄호가 빠졌어요" }),
    Known(
      "consecutive statements on a line", 0, { _ in "two things stand on one line, with nothing between them" },
      { _ in "한 줄에 두 가지가 사이에 아무것도 없이 붙어 있어요" }),
    Known("extra argument ' in call", 1, { "this call takes no `\($0[0]):`" }, { "이 호출에는 `\($0[0]):`가 없어요" }),
    Known("extra argument", 0, { _ in "this call takes fewer values" }, { _ in "이 호출에는 값이 더 적게 들어가요" }),
    Known(
      "missing argument for parameter ' in call", 1, { "`\($0[0]):` is missing in this call" },
      { "이 호출에 `\($0[0]):`가 빠졌어요" }),
    Known(
      "missing argument label ' in call", 1, { "the label `\($0[0])` is missing before this value" },
      { "이 값 앞에 레이블 `\($0[0])`\(.subject, after: $0[0]) 빠졌어요" }),
    Known(
      "missing argument labels ' in call", 1, { "the labels of the values are missing: `\(labels($0[0]))`" },
      { "값의 레이블이 빠졌어요: `\(labels($0[0]))`" }),
    Known(
      "extraneous argument labels ' in call", 1,
      { "these values have no labels here, and `\(labels($0[0]))` stands there" },
      { "이 값들에는 레이블이 없는데, `\(labels($0[0]))`처럼 써 있어요" }),
    Known(
      "missing arguments for parameters", 0, { _ in "this call takes more values" }, { _ in "이 호출에는 값이 더 필요해요" }),
    Known(
      "missing argument for parameter #", 0, { _ in "this call takes one value more" }, { _ in "이 호출에는 값이 하나 더 필요해요" }),
    Known(
      "cannot call value of non-function type '", 1,
      { "a value of type `\($0[0])` is followed by parentheses, as if it could be called" },
      { "`\($0[0])` 타입의 값 뒤에 괄호가 있어요. 함수가 아니라서 호출할 수 없어요" }),
    Known(
      "non-void function should return a value", 0,
      { _ in "the function gives a value, and none stands behind `return`" },
      { _ in "이 함수는 값을 돌려주는데, `return` 뒤에 값이 없어요" }),
    Known(
      "extraneous whitespace after '", 0, { _ in "no space stands behind a point" }, { _ in "점 뒤에는 공백을 쓰지 않아요" }),
    Known(
      "unexpected initializer in pattern", 0, { _ in "`=` is missing behind the name" }, { _ in "이름 뒤에 `=`가 빠졌어요" }),
    Known(
      "no exact matches in call to static method '", 1, { _ in "this line makes no layer or step" },
      { _ in "이 줄은 층도 단계도 만들지 않아요" }),
    Known(
      "extraneous argument label ' in call", 1, { "this value has no label here, and `\($0[0])` stands before it" },
      { "이 값에는 레이블이 없는데, 앞에 `\($0[0])`\(.subject, after: $0[0]) 있어요" }),
    Known(
      "incorrect argument label", 2,
      { "this call is written `(\(labels($0[1])))`, and here stands `(\(labels($0[0])))`" },
      { "이 호출은 `(\(labels($0[1])))`처럼 쓰는데, 여기에는 `(\(labels($0[0])))`처럼 써 있어요" }),
    Known(
      "argument ' must precede argument '", 2, { "`\($0[0]):` stands before `\($0[1]):`" },
      { "`\($0[0]):`는 `\($0[1]):` 앞에 써요" }),
    Known(
      "type ' has no member '", 2, { "`\($0[0])` has nothing called `\($0[1])`" },
      { "`\($0[0])`에 없는 이름이에요: `\($0[1])`" }),
    Known(
      "value of type ' has no member '", 2, { "a value of type `\($0[0])` has nothing called `\($0[1])`" },
      { "`\($0[0])` 타입의 값에 없는 이름이에요: `\($0[1])`" }),
    Known(
      "value of type ' has no subscripts", 1, { "a value of type `\($0[0])` has no places in square brackets" },
      { "`\($0[0])` 타입의 값에는 대괄호를 쓸 수 없어요" }),
    Known(
      "unterminated string literal", 0, { _ in "a text is not closed: its second `\"` is missing" },
      { _ in "문자열을 닫는 `\"` 따옴표가 없어요" }),
    Known(
      "binary operator ' cannot be applied to operands of type ' and '", 3,
      { "`\($0[0])` does not go between a value of type `\($0[1])` and one of type `\($0[2])`" },
      { "`\($0[1])` 타입과 `\($0[2])` 타입 사이에는 `\($0[0])` 기호를 쓸 수 없어요" }),
    Known(
      "binary operator ' cannot be applied to two ' operands", 2,
      { "`\($0[0])` does not go between two values of type `\($0[1])`" },
      { "`\($0[1])` 타입의 두 값 사이에는 `\($0[0])` 기호를 쓸 수 없어요" }),
    Known(
      "cannot assign to value: ' is a ' constant", 1, { "`\($0[0])` is a constant, and cannot change" },
      { "`\($0[0])`: 상수라서 값을 바꿀 수 없어요" }),
    Known(
      "cannot assign through subscript: ' is a ' constant", 1, { "`\($0[0])` is a constant, and cannot change" },
      { "`\($0[0])`: 상수라서 값을 바꿀 수 없어요" }),
    Known(
      "left side of mutating operator is not mutable: '", 1, { "`\($0[0])` is a constant, and cannot change" },
      { "`\($0[0])`: 상수라서 값을 바꿀 수 없어요" }),
    Known(
      "expected ' after function parameter tuple", 1, { _ in "`->` is missing before what the function gives" },
      { _ in "함수가 돌려주는 타입 앞에 `->`가 빠졌어요" }),
    Known(
      "' is incompatible with return type '", 2, { "the function gives `\($0[1])`, which cannot be `nil`" },
      { "이 함수는 `\($0[1])` 값을 돌려주는데, 이 타입은 `nil`이 될 수 없어요" }),
    Known(
      "type ' cannot be used as a boolean; test for '", 2,
      { "a condition is wanted here, and this is a number (\($0[0])): compare it, as in `x != 0`" },
      { "여기에는 조건이 필요한데, 이 값은 수(\($0[0]))예요. `x != 0`처럼 비교해 보세요" }),
    Known(
      "missing return in", 0, { _ in "the function can end without giving its value back" },
      { _ in "이 함수는 값을 돌려주지 않고 끝날 수 있어요" }),
    Known("invalid redeclaration of '", 1, { "`\($0[0])` is made a second time" }, { "`\($0[0])`: 같은 이름을 두 번 만들었어요" }),
    Known(
      "' is not a valid digit in floating point exponent", 1, { "`\($0[0].shown)` is no digit" },
      { "`\($0[0].shown)`: 숫자가 아니에요" }),
    Known(
      "' is not a valid digit in integer literal", 1, { "`\($0[0].shown)` is no digit" },
      { "`\($0[0].shown)`: 숫자가 아니에요" }),
    Known(
      "' is not a valid floating point literal", 1,
      { "`\($0[0])` is no number: digits stand on both sides of the point" },
      { "`\($0[0])`: 소수점 양쪽에 숫자가 있어야 해요" }),
    Known(
      "expected a digit in floating point exponent", 0, { _ in "a digit is missing behind the `e`" },
      { _ in "`e` 뒤에 숫자가 빠졌어요" }),
    Known("invalid character in source file", 0, { _ in "this sign is none of Swift’s" }, { _ in "Swift에 없는 문자예요" }),
    Known("extraneous ' at top level", 1, { "there is one `\($0[0])` too many" }, { "`\($0[0])` 괄호가 하나 더 있어요" }),
    Known(
      "use of ' in a boolean context", 0, { _ in "`=` stands where `==` compares" }, { _ in "비교하는 `==` 자리에 `=`가 있어요" }),
    Known(
      "value of optional type ' must be unwrapped", 1, { "this value may be missing (nil): its type is `\($0[0])`" },
      { "이 값은 없을(nil) 수도 있어요. 타입이 `\($0[0])`\(.copula, after: $0[0])" }),
    Known(
      "initialization of immutable value ' was never used", 1, { "`\($0[0])` is made and never used" },
      { "`\($0[0])`: 만들고 쓰지 않았어요" }),
    Known(
      "immutable value ' was never used", 1, { "`\($0[0])` is made and never used" }, { "`\($0[0])`: 만들고 쓰지 않았어요" }),
    Known("variable ' was never used", 1, { "`\($0[0])` is made and never used" }, { "`\($0[0])`: 만들고 쓰지 않았어요" }),
    Known(
      "variable ' was never mutated", 1, { "`\($0[0])` never changes: `let` would do" },
      { "`\($0[0])`: 값이 바뀌지 않아요. `let`으로 충분해요" }),
    Known("result of ", 0, { _ in "what this line works out is not used" }, { _ in "이 줄에서 계산한 값을 쓰지 않았어요" }),
    Known("will never be executed", 0, { _ in "the program never comes to this line" }, { _ in "프로그램이 이 줄까지 오지 않아요" }),
    Known(
      "code after ' will never be executed", 0, { _ in "the program never comes to this line" },
      { _ in "프로그램이 이 줄까지 오지 않아요" }),
    Known(
      "cannot infer contextual base in reference to member '", 1, { "it is unclear of which type `.\($0[0])` is" },
      { "`.\($0[0])`: 어느 타입의 것인지 알 수 없어요" }),
    Known(
      "reference to member ' cannot be resolved", 1, { "it is unclear of which type `.\($0[0])` is" },
      { "`.\($0[0])`: 어느 타입의 것인지 알 수 없어요" }),
    Known(
      "unexpected non-void return value", 0, { _ in "the function gives a value, and does not say which type" },
      { _ in "함수가 값을 돌려주는데, 타입을 쓰지 않았어요" }),
    Known("unterminated '/*' comment", 0, { _ in "a comment is not closed" }, { _ in "주석을 닫지 않았어요" }),
    Known("unterminated ' comment", 0, { _ in "a comment is not closed" }, { _ in "주석을 닫지 않았어요" }),
    Known("unicode curly quote found", 0, { _ in "this quote is that of a word processor" }, { _ in "워드 프로세서의 따옴표예요" }),
  ]
}

extension String {
  /// Without the last comma.
  fileprivate var trimmedList: String { hasSuffix(", ") ? String(dropLast(2)) : self }
}

/// What the language says where a program stops, in plain words where they are known.
enum CrashWords {
  /// The words in `language`.
  static func plain(_ words: String, in language: Language) -> String {
    guard let known = table.first(where: { words.contains($0.part) }) else { return words }
    let plain =
      switch language {
      case .english: known.english
      case .korean: known.korean
      }
    // Which pixel it was is worth telling.
    guard known.part == "is outside of" else { return plain }
    let told = "\(words); \(plain)"
    switch language {
    case .english: return told
    case .korean:
      let found = words.firstMatch(of: /row (-?[0-9]+), column (-?[0-9]+) is outside of ([0-9]+) x ([0-9]+)/)
      guard let (_, row, column, height, width) = found?.output else { return told }
      return "행 \(row), 열 \(column)의 픽셀은 \(height) × \(width) 영상 밖에 있어요. \(plain)"
    }
  }

  private static let table: [(part: String, english: String, korean: String)] = [
    ("Index out of range", "a place outside of a list was asked for", "목록 밖의 자리를 읽었어요"),
    ("Unexpectedly found nil", "a value that is missing (nil) was used with `!`", "없는 값(nil)을 `!`로 썼어요"),
    ("Division by zero", "a whole number was divided by 0", "정수를 0으로 나눴어요"),
    ("Arithmetic overflow", "a whole number grew too large", "정수가 너무 커졌어요"),
    ("Range requires lowerBound <= upperBound", "a range ends before it begins", "범위의 끝이 시작보다 앞에 있어요"),
    ("upperBound < lowerBound", "a range ends before it begins", "범위의 끝이 시작보다 앞에 있어요"),
    (
      "either infinite or NaN", "a number that is infinite, or none at all, was made a whole number",
      "무한대이거나 수가 아닌 값을 정수로 바꿨어요"
    ),
    (
      "is outside of",
      "a pixel outside of the picture was asked for: rows run from 0 to `height` - 1, columns to `width` - 1",
      "행은 0부터 `height` - 1까지, 열은 0부터 `width` - 1까지예요"
    ),
    ("Not enough bits", "a number is too large for its type", "값이 그 타입에 비해 너무 커요"),
  ]
}
