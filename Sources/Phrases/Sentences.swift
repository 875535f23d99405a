/// Phrases said one after the other: what is wrong, then what to try.
public struct Sentences: Phrase {
  private let parts: [any Phrase]

  /// - Parameter parts: the phrases in order; nil ones are left out.
  public init(_ parts: (any Phrase)?...) { self.parts = parts.compactMap { $0 } }

  /// The words of all in `language`; what does not end by itself is divided from the next.
  public func text(in language: Language) -> String {
    let division = language == .english ? "; " : ". "
    return parts.reduce(into: "") { text, part in
      if let last = text.last { text += ".?!:".contains(last) ? " " : division }
      text += part.text(in: language)
    }
  }
}
