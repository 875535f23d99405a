public import Messages

/// Why a preparation cannot be done with a set of images: what is wrong, and on which line of the lab.
public struct PreparationProblem: Error, Equatable, Sendable {
  /// The line in the lab; 0 where no line is to blame.
  public let line: Int
  /// What is wrong, and what to try first.
  public let phrase: PreparationPhrase

  /// - Parameters:
  ///   - phrase: what is wrong, and what to try first.
  ///   - line: the line in the lab; 0 where no line is to blame.
  public init(_ phrase: PreparationPhrase, line: Int) {
    self.phrase = phrase
    self.line = line
  }

  /// The same problem on another line.
  public func moved(to other: Int) -> PreparationProblem { PreparationProblem(phrase, line: other) }
}
