internal import Labs

/// A stretch of Swift that is coloured as one.
struct SwiftToken: Equatable {
  /// What the stretch is.
  enum Kind: String {
    /// White space, punctuation and names that are not coloured.
    case plain
    /// A word that Swift keeps for itself.
    case keyword
    /// A name with a capital: a type, a layer, a network.
    case type
    /// A number.
    case number
    /// A string with its quotation marks.
    case string
    /// A comment with its marks.
    case comment
    /// A name after a point, or an attribute.
    case member
    /// `.FIXME`: what the learner has yet to fill in.
    case hole
  }

  /// What it is.
  let kind: Kind
  /// The text; all tokens of a cell in order are the cell.
  var text: String
}

extension SwiftToken {
  /// Swift's words, those among them that are such in some places only.
  private static let keywords = SwiftLexer.reservedWords.union([
    "actor", "any", "async", "lazy", "mutating", "nonisolated", "some",
  ])

  /// The stretches of `text`, in order and without gaps.
  static func tokens(of text: String) -> [SwiftToken] {
    var lexer = SwiftLexer(text)
    var tokens: [SwiftToken] = []
    var end = 0
    func add(_ kind: Kind, upTo next: Int) {
      guard next > end else { return }
      let words = String(decoding: lexer.bytes[end..<next], as: UTF8.self)
      if let last = tokens.last, last.kind == kind, kind == .plain || kind == .string {
        tokens[tokens.count - 1].text += words
      } else {
        tokens.append(SwiftToken(kind: kind, text: words))
      }
      end = next
    }
    // Where a point stands that may belong to the name behind it.
    var point: Int?
    while let lexeme = lexer.next() {
      let isMember = point == lexeme.range.lowerBound
      add(.plain, upTo: isMember ? lexeme.range.lowerBound - 1 : lexeme.range.lowerBound)
      point = nil
      switch lexeme.kind {
      case .word(let word): add(kind(of: word, isMember: isMember), upTo: lexeme.range.upperBound)
      case .mark(UInt8(ascii: ".")): point = lexeme.range.upperBound
      case .mark: add(.plain, upTo: lexeme.range.upperBound)
      case .directive: add(.keyword, upTo: lexeme.range.upperBound)
      case .attribute: add(.member, upTo: lexeme.range.upperBound)
      case .string: add(.string, upTo: lexeme.range.upperBound)
      case .number: add(.number, upTo: lexeme.range.upperBound)
      case .comment: add(.comment, upTo: lexeme.range.upperBound)
      }
    }
    add(.plain, upTo: lexer.bytes.count)
    return tokens
  }

  private static func kind(of word: String, isMember: Bool) -> Kind {
    if isMember { return word == "FIXME" ? .hole : .member }
    if keywords.contains(word) { return .keyword }
    return word.unicodeScalars.first?.properties.isUppercase == true ? .type : .plain
  }
}
