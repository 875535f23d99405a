/// What is said of a function that the learner writes.
public enum FunctionPhrase: Phrase {
  /// What may be behind a wrong result.
  public enum Trouble: Codable, Sendable, Hashable {
    /// Something is divided by 0.
    case dividedByZero
    /// The inputs have different shapes, and the function works out a number all the same.
    case shapesDiffer
    /// The result has other rows or columns than it should.
    case otherShape
    /// Both inputs are empty.
    case emptyMasks
    /// Two whole numbers are divided by one another.
    case wholeNumbersDivided
    /// All is so many times what it should be.
    case scaled(Double)
    /// All is off by the same amount.
    case shifted
    /// 0 and 1 have changed places.
    case exchanged
    /// White stands where class 1 should.
    case whiteForOne
    /// A known way to write it otherwise.
    case known(FunctionMistake)
    /// A term is added above and below the line.
    case smoothed(Double)
    /// Grey values become 1 from another level on.
    case otherLevel(Double)
    /// A range holds one row or column more than there is.
    case rangeTooLong
    /// A range leaves the first row or column out.
    case beginsLate
    /// Two loops, one in the other, run over the same side.
    case sameSide
    /// A pixel is asked for by column and row.
    case indicesExchanged
    /// Two things must both be so where either is enough.
    case bothForEither
    /// The function ends within its loop.
    case returnInLoop
    /// One line, mended, lets it give what it should.
    case oneLine
    /// A sign of arithmetic, or one of the function's own values, stands in the place of another.
    case inPlaceOf(found: String, meant: String)
    /// The two values around a sign have changed places.
    case valuesExchanged(sign: String)
    /// Something stands there that does not belong there.
    case surplus(String)
    /// Something is missing there.
    case lacking(String)
    /// A sum begins with another number than 0.
    case beginsOtherwise(name: String)
    /// Nothing is added to a sum.
    case neverAdded(name: String)
    /// A mask is multiplied by itself.
    case maskTwice
    /// A line stands behind the sign of a comment.
    case commented
  }

  /// Why a program stopped.
  public enum Stop: Codable, Sendable, Hashable {
    /// It came to no end in so many seconds.
    case noEnd(seconds: Int)
    /// For the reason in these words, which are the language's own.
    case words(String)
    /// Nobody said why.
    case unknown
  }

  /// No cell makes the function.
  case missing(name: String, signature: String)
  /// The function takes or gives other kinds of values.
  case unfit(name: String, signature: String)
  /// The cell must be in order before the function is tried.
  case notTried(name: String)
  /// The program stopped in a call; its inputs as text.
  case stopped(name: String, inputs: String, why: Stop)
  /// Something else came out than should; all of it as text.
  case wrong(name: String, inputs: String, expected: String, found: String, trouble: Trouble?)
  /// Something else came out than should, for inputs that are not shown.
  case wrongWhereHidden(name: String)

  /// The words in `language`; what is drawn with letters stands on lines of its own.
  public func text(in language: Language) -> String {
    let drawn = figure(in: language).map { "\n" + $0 } ?? ""
    return words(in: language) + drawn
  }

  /// The words alone.
  public func words(in language: Language) -> String {
    switch language {
    case .english: return english
    case .korean: return korean
    }
  }

  /// What went in and what came out, in columns for letters of one width; nil where nothing did.
  public func figure(in language: Language) -> String? {
    switch self {
    case .missing, .unfit, .notTried, .wrongWhereHidden: return nil
    case .stopped(_, let inputs, _): return inputs
    case .wrong(_, let inputs, let expected, let found, _):
      let (wanted, given) =
        switch language {
        case .english: ("expected:", "your function:")
        case .korean: ("기대한 값:", "함수의 결과:")
        }
      return [inputs, wanted, expected, given, found].joined(separator: "\n")
    }
  }
}

// MARK: English

extension FunctionPhrase {
  var english: String {
    switch self {
    case .missing(let name, let signature):
      let type = signature.isEmpty ? "" : ", of the type `\(signature)`"
      return "The lab asks for a function `\(name)`\(type), and no cell makes it. Begin with `func \(name)(`."
    case .unfit(let name, let signature):
      return signature.isEmpty
        ? "`\(name)` takes or gives other kinds of values than the lab's."
        : "`\(name)` should be of the type `\(signature)`. Compare what stands between the brackets and behind `->`."
    case .notTried(let name): return "`\(name)` is tried as soon as its cell is in order."
    case .stopped(let name, _, let why):
      let first = "The program stopped in `\(name)` when it was called with what stands below"
      switch why {
      case .noEnd(let seconds):
        return "`\(name)` came to no end within \(seconds) s when it was called with what stands below. "
          + "Look for a loop that never ends."
      case .words(let words): return first + ": \(CrashWords.plain(words, in: .english))."
      case .unknown: return first + ". Is a row or column outside the picture asked for?"
      }
    case .wrongWhereHidden(let name):
      return "`\(name)` gives something else than it should for inputs that are not shown. "
        + "Which inputs does your own cell say nothing about: empty, all the same, very large?"
    case .wrong(let name, _, _, _, let trouble):
      let first = "For what stands below, `\(name)` gives something else than it should."
      switch trouble {
      case .dividedByZero: return first + " What is divided by 0 is no number: what should come out then?"
      case .shapesDiffer: return first + " The two have different shapes, so there is nothing to compare."
      case .otherShape: return first + " The result has other rows or columns."
      case .emptyMasks:
        return first + " Both are empty: nothing was to be found, and nothing was found. "
          + "What should come out then stands in the text above the cell."
      case .wholeNumbersDivided:
        return first + " Are two whole numbers divided? For Swift 3 / 4 is 0: write Double(…) around both first."
      case .scaled(let factor):
        return first + " It is \(factor.brief) times what it should be: what is multiplied or divided by?"
      case .shifted: return first + " Everything is off by the same amount: is something to be taken away first?"
      case .exchanged: return first + " 0 and 1 have changed places."
      case .whiteForOne: return first + " The classes of a mask are 0 and 1; 255 is white in a picture."
      case .known(let mistake): return first + " " + mistake.words(in: .english)
      case .smoothed(let term):
        return first
          + " A smoothing term of \(term.brief) is added above and below the line, as losses do it; the coefficient has none: give 1 where both are empty."
      case .otherLevel(let level): return first + " It becomes 1 from about \(level.brief) on; half of white is 127.5."
      case .rangeTooLong:
        return first + " A range with `...` holds its end too, and the last row is `height - 1`: write `..<`."
      case .beginsLate: return first + " Rows and columns begin with 0: the first is left out."
      case .sameSide:
        return first + " Both loops run over the same side: rows go up to `height`, columns up to `width`."
      case .indicesExchanged: return first + " A pixel is asked for by `[row, column]`: the row stands first."
      case .bothForEither: return first + " `&&` asks for both, and either alone is enough: write `||`."
      case .returnInLoop:
        return first + " A `return` within the loop ends the function before the other pixels had their turn."
      case .inPlaceOf("^", let meant):
        return first + " `^` is no power in Swift, it compares bits: `\(meant)` belongs there."
      case .inPlaceOf(let found, let meant): return first + " `\(found)` stands where `\(meant)` belongs."
      case .valuesExchanged(let sign): return first + " The two values around `\(sign)` have changed places."
      case .surplus(let words): return first + " `\(words)` is too much."
      case .lacking(let words): return first + " `\(words)` is missing."
      case .beginsOtherwise(let name): return first + " A sum begins with 0, and `\(name)` does not."
      case .neverAdded(let name): return first + " Nothing is added to `\(name)`: the line that does so is missing."
      case .maskTwice:
        return first + " A mask is multiplied by itself: what both have is the prediction times the label."
      case .commented: return first + " One of its lines stands behind `//` and is not done."
      case .oneLine: return first + " One line is the cause: written as shown here, it is right."
      case nil: return first
      }
    }
  }
}

// MARK: Korean

extension FunctionPhrase {
  var korean: String {
    switch self {
    case .missing(let name, let signature):
      let type = signature.isEmpty ? "" : " (타입 `\(signature)`)"
      return "이 실습에는 `\(name)` \(Josa.subject.after("함수\(type)")) 필요한데, 어느 셀에도 없어요. `func \(name)(`로 시작해 보세요."
    case .unfit(let name, let signature):
      return signature.isEmpty
        ? "`\(name)` 함수가 받거나 돌려주는 값의 종류가 실습과 달라요."
        : "`\(name)` 함수의 타입은 `\(signature)`\(.must, after: signature) 해요. 괄호 안과 `->` 뒤를 비교해 보세요."
    case .notTried(let name): return "셀을 고치면 `\(name)` 함수를 시험해 볼게요."
    case .stopped(let name, _, let why):
      let first = "아래 값을 넣었을 때 `\(name)` 함수 안에서 프로그램이 멈췄어요"
      switch why {
      case .noEnd(let seconds):
        return "아래 값을 넣었을 때 `\(name)` 함수가 \(seconds)초가 지나도 끝나지 않았어요. 끝나지 않는 반복문이 있는지 살펴보세요."
      case .words(let words): return first + ": \(CrashWords.plain(words, in: .korean))."
      case .unknown: return first + ". 영상 밖의 행이나 열을 읽지는 않나요?"
      }
    case .wrongWhereHidden(let name):
      return "보여 주지 않는 입력에서 `\(name)` 함수의 결과가 기대한 값과 달라요. "
        + "비어 있거나, 모두 같거나, 아주 큰 입력은 어떻게 되나요?"
    case .wrong(let name, _, _, _, let trouble):
      let first = "아래 값을 넣으면 `\(name)` 함수의 결과가 기대한 값과 달라요."
      switch trouble {
      case .dividedByZero: return first + " 0으로 나누면 수가 아니게 돼요. 그럴 때는 무엇이 나와야 할까요?"
      case .shapesDiffer: return first + " 두 마스크의 형태가 달라서 비교할 수 없는 경우예요."
      case .otherShape: return first + " 결과의 행이나 열의 수가 달라요."
      case .emptyMasks: return first + " 두 마스크가 모두 비어 있는 경우예요. 찾을 것이 없었고, 찾은 것도 없어요. 그때 무엇이 나와야 하는지는 셀 위의 글에 있어요."
      case .wholeNumbersDivided:
        return first + " 정수끼리 나누지는 않았나요? Swift에서 3 / 4는 0이에요. 먼저 둘 다 Double(…)로 바꿔 보세요."
      case .scaled(let factor): return first + " 기대한 값의 \(factor.brief)배예요. 곱하거나 나누는 수를 살펴보세요."
      case .shifted: return first + " 모든 값이 같은 만큼 달라요. 먼저 빼야 하는 것이 있지 않나요?"
      case .exchanged: return first + " 0과 1이 서로 바뀌었어요."
      case .whiteForOne: return first + " 마스크의 클래스는 0과 1이에요. 255는 영상에서 흰색이고요."
      case .known(let mistake): return first + " " + mistake.words(in: .korean)
      case .smoothed(let term):
        return first + " 손실에서처럼 분자와 분모에 \(term.brief)만큼의 평활 항을 더했어요. 계수에는 없어요. 둘 다 비어 있을 때만 1을 돌려주세요."
      case .otherLevel(let level): return first + " \(level.brief) 정도부터 1이 됐어요. 흰색의 절반은 127.5예요."
      case .rangeTooLong: return first + " `...`을 쓰면 범위의 끝까지 들어가는데, 마지막 행은 `height - 1`이에요. `..<`로 써 보세요."
      case .beginsLate: return first + " 행과 열은 0부터 시작해요. 첫 번째 것이 빠졌어요."
      case .sameSide: return first + " 두 반복문이 같은 변을 따라 돌아요. 행은 `height`까지, 열은 `width`까지예요."
      case .indicesExchanged: return first + " 픽셀은 `[row, column]`으로 읽어요. 행이 먼저예요."
      case .bothForEither: return first + " `&&`는 둘 다 맞아야 해요. 하나만 맞아도 되는 자리에는 `||`를 써 보세요."
      case .inPlaceOf("^", let meant):
        return first + " Swift의 `^`는 거듭제곱이 아니라 비트끼리의 계산이에요. `\(meant)`\(.object, after: meant) 써야 해요."
      case .inPlaceOf(let found, let meant):
        return first + " `\(meant)`\(.subject, after: meant) 있어야 할 자리에 `\(found)`\(.subject, after: found) 있어요."
      case .valuesExchanged(let sign): return first + " `\(sign)` 앞뒤의 값이 서로 바뀌었어요."
      case .surplus(let words): return first + " `\(words)`\(.subject, after: words) 더 들어갔어요."
      case .lacking(let words): return first + " `\(words)`\(.subject, after: words) 빠졌어요."
      case .beginsOtherwise(let name): return first + " 합은 0에서 시작하는데 `\(name)`\(.topic, after: name) 그렇지 않아요."
      case .neverAdded(let name): return first + " `\(name)`에 더하는 줄이 없어요."
      case .maskTwice: return first + " 같은 마스크끼리 곱했어요. 겹치는 픽셀은 예측과 레이블을 곱해서 세어요."
      case .commented: return first + " `//` 뒤에 있어서 실행되지 않는 줄이 있어요."
      case .oneLine: return first + " 원인은 한 줄이에요. 여기에 보인 대로 쓰면 맞아요."
      case .returnInLoop: return first + " 반복문 안에 `return`이 있어서 나머지 픽셀을 보기 전에 함수가 끝나요."
      case nil: return first
      }
    }
  }
}

/// What is wrong with the cases that a lab writes for a function, and what its author may try first.
public enum FunctionCasePhrase: Phrase {
  /// A row has `found` numbers, and the first row `expected`.
  case unequalRows(found: Int, expected: Int)
  /// A case gives the function `found` values, and the first case `expected`.
  case otherCount(found: Int, expected: Int)
  /// A case gives the function no value.
  case noValue

  // MARK: What to try

  /// Make all rows equally long.
  case makeEqual
  /// Give every case as many values as the function takes.
  case asManyAsTaken

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: return english
    case .korean: return korean
    }
  }
}

// MARK: English

extension FunctionCasePhrase {
  var english: String {
    switch self {
    case .unequalRows(let found, let expected):
      return "a row of \(found) \(found == 1 ? "pixel" : "pixels"), and the first row has \(expected)"
    case .otherCount(let found, let expected):
      return "\(found) \(found == 1 ? "value goes" : "values go") in here, and \(expected) in the first case"
    case .noValue: return "no value goes into the function"
    case .makeEqual: return "make all rows equally long"
    case .asManyAsTaken: return "give every case as many values as the function takes"
    }
  }
}

// MARK: Korean

extension FunctionCasePhrase {
  var korean: String {
    switch self {
    case .unequalRows(let found, let expected): return "첫 행에는 픽셀이 \(expected)개 있는데 이 행에는 \(found)개 있어요"
    case .otherCount(let found, let expected): return "첫 사례는 값을 \(expected)개 넣는데 여기서는 \(found)개를 넣어요"
    case .noValue: return "함수에 넣을 값이 없어요"
    case .makeEqual: return "모든 행의 길이를 같게 맞춰 보세요"
    case .asManyAsTaken: return "사례마다 함수가 받는 수만큼 값을 써 보세요"
    }
  }
}
