/// A language that SegLab speaks with its users.
///
/// Adding a case makes the compiler name every phrase that still needs its words.
public enum Language: String, Sendable, CaseIterable, Codable {
  /// English.
  case english = "en"
  /// Korean.
  case korean = "ko"

  /// The language that a POSIX locale name asks for; English where it asks for none that SegLab speaks.
  ///
  /// - Parameter locale: as in `LANG`, for example `ko_KR.UTF-8`.
  public init(locale: String) {
    self = locale.hasPrefix("ko") ? .korean : .english
  }
}

/// Something that SegLab says, in every language.
public protocol Wording: Sendable {
  /// The words in `language`, without a line break at the end.
  func text(in language: Language) -> String
}

/// Something that SegLab says, as data: a case with the numbers and names in it.
///
/// The words of `--help` are none: nobody keeps or sends them, and what the compiler writes to keep a case is two thirds of what it costs.
///
/// Rooms make phrases; only what a person looks at (the terminal, a page, a JSON report) turns them into words. Each topic is one
/// enum in a file of this module, with its words in both languages. Because a phrase is data it can be kept, sent to another process, counted
/// and compared: see ``Message``.
public protocol Phrase: Wording, Codable, Hashable {
  /// The topic's word in a message's id, for example `network`; one per type and never reused.
  static var topic: String { get }
}

extension Phrase {
  /// The type's name without `Phrase`, its first letter small: `NetworkPhrase` has the topic `network`.
  public static var topic: String {
    // `String(describing:)` looks first whether the type says itself what it is, which takes longer than all else in a start.
    let name = _typeName(Self.self, qualified: false)
    let stem = name.hasSuffix("Phrase") ? String(name.dropLast("Phrase".count)) : name
    // `DICOMPhrase` is `dicom`: a row of capitals is one word.
    return stem.allSatisfy(\.isUppercase) ? stem.lowercased() : stem.prefix(1).lowercased() + stem.dropFirst()
  }
}

extension Phrase where Self: CaseIterable & RawRepresentable<String> {
  /// All words by their names.
  public static func words(in language: Language) -> [String: String] {
    Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0.text(in: language)) })
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
    let division =
      switch language {
      case .english: "; "
      case .korean: ". "
      }
    return parts.reduce(into: "") { text, part in
      if let last = text.last { text += ".?!:".contains(last) ? " " : division }
      text += part.text(in: language)
    }
  }
}

/// The fixed words around a message about a place in a file.
public enum DiagnosticPhrase: Phrase {
  /// Marks a message about something that must be mended.
  case error
  /// Marks a message about something that may surprise.
  case warning
  /// Marks more about the message before.
  case note
  /// Marks a place that the learner has yet to fill in.
  case hole
  /// Marks what to try first.
  case help

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: return english
    case .korean: return korean
    }
  }
}

// MARK: English

extension DiagnosticPhrase {
  var english: String {
    switch self {
    case .error: return "error"
    case .warning: return "warning"
    case .note: return "note"
    case .hole: return "hole"
    case .help: return "help"
    }
  }
}

// MARK: Korean

extension DiagnosticPhrase {
  var korean: String {
    switch self {
    case .error: return "오류"
    case .warning: return "경고"
    case .note: return "참고"
    case .hole: return "빈칸"
    case .help: return "도움말"
    }
  }
}
