/// Something that SegLab says, as data: a case with the numbers and names in it.
///
/// Rooms make phrases; only what a person looks at (the terminal, a page, a JSON report) turns them into words. Each topic is one
/// enum in this module, with its words in `English/` and `Korean/`.
public protocol Phrase: Sendable {
  /// The words in `language`, without a line break at the end.
  func text(in language: Language) -> String
}

/// Words that come from elsewhere, a compiler or an operating system, and are passed on as they are.
public struct Verbatim: Phrase, Hashable {
  /// The words.
  public let words: String

  /// - Parameter words: the words, in whatever language they came.
  public init(_ words: String) { self.words = words }

  /// The words, in every language the same.
  public func text(in language: Language) -> String { words }
}
