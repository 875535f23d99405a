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
  let text: Substring
}

/// Cuts Swift into coloured stretches: enough for a page, in one pass, whatever the text.
struct SwiftLexer {
  private static let keywords: Set<String> = [
    "actor", "any", "as", "async", "await", "break", "case", "catch", "class", "continue", "default", "defer", "do",
    "else", "enum", "extension", "fallthrough", "false", "fileprivate", "for", "func", "guard", "if", "import", "in",
    "init", "inout", "internal", "is", "lazy", "let", "mutating", "nil", "nonisolated", "operator", "private",
    "protocol", "public", "repeat", "rethrows", "return", "self", "Self", "some", "static", "struct", "subscript",
    "super", "switch", "throw", "throws", "true", "try", "typealias", "var", "where", "while",
  ]

  private let text: Substring
  private let scalars: Substring.UnicodeScalarView
  private var index: Substring.Index
  private var tokens: [SwiftToken] = []

  private init(_ text: Substring) {
    self.text = text
    scalars = text.unicodeScalars
    index = text.startIndex
  }

  /// The stretches of `text`, in order and without gaps.
  static func tokens(of text: some StringProtocol) -> [SwiftToken] {
    var lexer = SwiftLexer(Substring(text))
    lexer.run()
    return lexer.tokens
  }

  private mutating func run() {
    while let scalar = peek() {
      let start = index
      switch scalar {
      case "/" where peek(1) == "/":
        skip { $0 != "\n" }
        add(.comment, from: start)
      case "/" where peek(1) == "*":
        skipComment()
        add(.comment, from: start)
      case "\"", "#":
        if skipString() { add(.string, from: start) } else { addWord(from: start) }
      case "." where Self.isNameStart(peek(1)):
        advance()
        skip(while: Self.isNamePart)
        add(text[start..<index] == ".FIXME" ? .hole : .member, from: start)
      case "@" where Self.isNameStart(peek(1)):
        advance()
        skip(while: Self.isNamePart)
        add(.member, from: start)
      case "0"..."9":
        skipNumber()
        add(.number, from: start)
      case _ where Self.isNameStart(scalar): addWord(from: start)
      default:
        advance()
        add(.plain, from: start)
      }
    }
  }

  // MARK: Looking and moving

  private func peek(_ distance: Int = 0) -> Unicode.Scalar? {
    guard let place = scalars.index(index, offsetBy: distance, limitedBy: scalars.endIndex), place < scalars.endIndex
    else { return nil }
    return scalars[place]
  }

  private mutating func advance(_ count: Int = 1) {
    index = scalars.index(index, offsetBy: count, limitedBy: scalars.endIndex) ?? scalars.endIndex
  }

  private mutating func skip(while accepts: (Unicode.Scalar) -> Bool) {
    while index < scalars.endIndex, accepts(scalars[index]) { index = scalars.index(after: index) }
  }

  private static func isNameStart(_ scalar: Unicode.Scalar?) -> Bool {
    guard let scalar else { return false }
    return scalar == "_" || scalar.properties.isXIDStart
  }

  private static func isNamePart(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "_" || scalar.properties.isXIDContinue
  }

  // MARK: Tokens

  private mutating func add(_ kind: SwiftToken.Kind, from start: Substring.Index) {
    if kind == .plain, let last = tokens.last, last.kind == .plain {
      tokens[tokens.count - 1] = SwiftToken(kind: .plain, text: text[last.text.startIndex..<index])
    } else {
      tokens.append(SwiftToken(kind: kind, text: text[start..<index]))
    }
  }

  /// A name or `#name`; a lone `#` is plain.
  private mutating func addWord(from start: Substring.Index) {
    let isDirective = peek() == "#"
    if isDirective { advance() }
    skip(while: Self.isNamePart)
    if index == start { advance() }
    let word = text[start..<index]
    if isDirective {
      add(word == "#" ? .plain : .keyword, from: start)
    } else if Self.keywords.contains(String(word)) {
      add(.keyword, from: start)
    } else {
      add(word.unicodeScalars.first?.properties.isUppercase == true ? .type : .plain, from: start)
    }
  }

  private mutating func skipNumber() {
    skip(while: Self.isNamePart)
    // A point belongs to the number only where a digit follows: `0..<3` has none.
    if peek() == ".", let next = peek(1), ("0"..."9").contains(next) {
      advance()
      skip(while: Self.isNamePart)
    }
  }

  private mutating func skipComment() {
    var depth = 0
    while let scalar = peek() {
      if scalar == "/", peek(1) == "*" {
        depth += 1
        advance(2)
      } else if scalar == "*", peek(1) == "/" {
        depth -= 1
        advance(2)
        if depth == 0 { return }
      } else {
        advance()
      }
    }
  }

  /// Moves past a string literal with its `#`s; stays and says false where none starts here.
  private mutating func skipString() -> Bool {
    let start = index
    skip { $0 == "#" }
    let pounds = scalars.distance(from: start, to: index)
    guard peek() == "\"" else {
      index = start
      return false
    }
    let isLong = peek(1) == "\"" && peek(2) == "\""
    advance(isLong ? 3 : 1)
    var parentheses: [Int] = []
    while let scalar = peek() {
      if let depth = parentheses.last {
        // Inside `\( … )`: only what decides where it ends is looked at.
        if scalar == "\n", !isLong { return true }
        if scalar == "(" { parentheses[parentheses.count - 1] = depth + 1 }
        if scalar == ")" { parentheses[parentheses.count - 1] = depth - 1 }
        if parentheses.last == 0 { parentheses.removeLast() }
        advance()
        continue
      }
      if scalar == "\n", !isLong { return true }
      if scalar == "\\", follows(pounds: pounds, at: 1) {
        if peek(1 + pounds) == "(" { parentheses.append(1) }
        advance(2 + pounds)
      } else if scalar == "\"", isLong ? (peek(1) == "\"" && peek(2) == "\"") : true,
        follows(pounds: pounds, at: isLong ? 3 : 1)
      {
        advance((isLong ? 3 : 1) + pounds)
        return true
      } else {
        advance()
      }
    }
    return true
  }

  private func follows(pounds: Int, at distance: Int) -> Bool {
    (0..<pounds).allSatisfy { peek(distance + $0) == "#" }
  }
}
