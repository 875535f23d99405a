/// Phrases said one after the other: what is wrong, then what to try.
public struct Sentences: Phrase {
  private let parts: [any Phrase]

  /// - Parameter parts: the phrases in order; nil ones are left out.
  public init(_ parts: (any Phrase)?...) { self.parts = parts.compactMap { $0 } }

  /// The words of all in `language`, a space between them.
  public func text(in language: Language) -> String {
    parts.map { $0.text(in: language) }.joined(separator: " ")
  }
}
