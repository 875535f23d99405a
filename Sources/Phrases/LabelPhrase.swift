/// What is said of the meaning of labels' pixels.
public enum LabelPhrase: Phrase {
  /// Every pixel that is not black is class 1.
  case any
  /// Each of the grey values is a class.
  case values
  /// Pixels at least so bright are class 1.
  case threshold(least: Int)
  /// Each pixel belongs to the nearest of the colours.
  case colours(count: Int)
  /// The grey value stays.
  case grey
  /// Which values became which classes.
  case valuesFound([Int])
  /// A pixel's value stands for no class.
  case valueUnknown(path: String, found: Int, expected: [Int])
  /// There are more values than there can be classes.
  case tooManyValues(path: String, found: Int, limit: Int)
  /// Records hold no colours.
  case coloursInRecords(path: String)

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: english
    case .korean: korean
    }
  }
}
