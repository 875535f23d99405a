/// Something that SegLab says, as data: a case with the numbers and names in it.
///
/// Rooms make phrases; only what a person looks at (the terminal, a page, a JSON report) turns them into words. Each topic is one
/// enum in a file of this module, with its words in both languages. Because a phrase is data it can be kept, sent to another process, counted
/// and compared: see ``Message``.
public protocol Phrase: Codable, Hashable, Sendable {
  /// The topic's word in a message's id, for example `network`; one per type and never reused.
  static var topic: String { get }
  /// The words in `language`, without a line break at the end.
  func text(in language: Language) -> String
}

extension Phrase {
  /// The type's name without `Phrase`, its first letter small: `NetworkPhrase` has the topic `network`.
  public static var topic: String {
    let name = String(describing: Self.self)
    let stem = name.hasSuffix("Phrase") ? String(name.dropLast("Phrase".count)) : name
    // `DICOMPhrase` is `dicom`: a row of capitals is one word.
    return stem.allSatisfy(\.isUppercase) ? stem.lowercased() : stem.prefix(1).lowercased() + stem.dropFirst()
  }
}

/// Words that come from elsewhere, a compiler or an operating system, and are passed on as they are.
public struct Verbatim: Phrase {
  /// The words.
  public let words: String

  /// - Parameter words: the words, in whatever language they came.
  public init(_ words: String) { self.words = words }

  /// The words, in every language the same.
  public func text(in language: Language) -> String { words }
}

/// Phrases said one after the other: what is wrong, then what to try.
public struct Sentences: Phrase {
  private let parts: [Message]

  /// - Parameter parts: the phrases in order; nil ones are left out.
  public init(_ parts: (any Phrase)?...) { self.parts = parts.compactMap { $0.map { Message($0) } } }

  /// The words of all in `language`; what does not end by itself is divided from the next.
  public func text(in language: Language) -> String {
    let division = language == .english ? "; " : ". "
    return parts.reduce(into: "") { text, part in
      if let last = text.last { text += ".?!:".contains(last) ? " " : division }
      text += part.text(in: language)
    }
  }
}
