/// Why a way to work out a convolution was not taken; the first value is the way.
public enum AlgorithmPhrase: Phrase {
  /// The filter moves differently down and across.
  case stridesDiffer(String)
  /// The filter moves further than `most` at a time.
  case strideTooLong(String, Int, most: Int)
  /// Along an axis a step of the filter covers `taps` numbers, and the way is made for others.
  case taps(String, Int)
  /// There are too few channels.
  case tooFewChannels(String, Int, least: Int)
  /// There are too many channels.
  case tooManyChannels(String, Int, most: Int)
  /// It would save too few products.
  case savesTooLittle(String, saving: Double)
  /// It is made for maps that grow.
  case notWidening(String)

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: english
    case .korean: korean
    }
  }
}
