/// What is said to the author of a course about its labs.
public enum VerifyPhrase: Phrase {
  /// A lab is being looked at.
  case looking(lab: String)
  /// An exercise has nothing to fill in.
  case noHole(exercise: String)
  /// An exercise has no hint.
  case noHint(exercise: String)
  /// An answer stands in the lab as shipped.
  case answerGiven(question: String)
  /// A link or picture whose file is not there.
  case linkLeadsNowhere(String)
  /// A bar for a measured number was never calibrated.
  case notCalibrated
  /// A bar is `margin` standard deviations away from what is measured.
  case barTooNear(margin: Double, least: Double)
  /// Other labs have a translation into the language, and this one has none.
  case noTranslation(file: String)
  /// A cell passes before anyone has worked on it.
  case passedAsShipped(cell: String)
  /// A cell is broken before anyone has worked on it.
  case brokenAsShipped(cell: String, message: Said)
  /// The solution does not pass.
  case solutionFails(cell: String, check: String, measured: String, expected: String, message: Said)
  /// A data set that can be neither found nor generated.
  case noSet(String)
  /// All labs were looked at.
  case verified(labs: Int, errors: Int)

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: return english
    case .korean: return korean
    }
  }
}

/// What another phrase says, as part of one.
public struct Said: Codable, Sendable, Hashable {
  private let message: Message?

  /// - Parameter phrase: what is said; nil for nothing.
  public init(_ phrase: (any Phrase)?) { message = phrase.map { Message($0) } }

  /// A space and the words, or nothing.
  func behind(in language: Language) -> String { message.map { " " + $0.text(in: language) } ?? "" }
}
