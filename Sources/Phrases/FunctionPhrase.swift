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
    case .missing, .unfit, .notTried: return nil
    case .stopped(_, let inputs, _): return inputs
    case .wrong(_, let inputs, let expected, let found, _):
      let (wanted, given) =
        switch language {
        case .english: ("expected:", "your function:")
        case .korean: ("나와야 하는 값:", "함수가 낸 값:")
        }
      return [inputs, wanted, expected, given, found].joined(separator: "\n")
    }
  }
}
