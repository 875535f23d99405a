/// Cuts Swift into pieces, as far as is needed to tell code from strings and comments: to look into a learner's cell, and to colour it.
///
/// Regular expression literals are not told from operators; where one may begin, ``mayHoldRegex`` says so, and the compiler has to look.
public struct SwiftLexer {
  /// A piece of Swift.
  public struct Lexeme: Equatable, Sendable {
    /// What a piece can be.
    public enum Kind: Equatable, Sendable {
      /// A name or a keyword.
      case word(String)
      /// `#name`.
      case directive(String)
      /// `@name`.
      case attribute(String)
      /// A string literal, or a part of one between interpolations.
      case string
      /// A number, from its first digit on.
      case number
      /// A comment with its marks.
      case comment
      /// Any other byte that is not white space: brackets and operators.
      case mark(UInt8)
    }

    /// What it is.
    public let kind: Kind
    /// The line where it begins, from 0; for a directive and an attribute that of the sign before its name.
    public let line: Int
    /// Where in that line it begins, in bytes from 1.
    public let column: Int
    /// Its bytes.
    public let range: Range<Int>
  }

  /// A string literal's quotes: how many, and the number signs around them.
  private struct Quotes: Equatable {
    let count: Int
    let signs: Int
  }

  private enum Bracket: Equatable {
    case closedBy(UInt8)
    case interpolation(Quotes)
  }

  /// The words that are Swift's own everywhere, so that nothing can be called so.
  public static let reservedWords: Set<String> = [
    "as", "associatedtype", "await", "break", "case", "catch", "class", "continue", "default", "defer", "deinit", "do",
    "else", "enum", "extension", "fallthrough", "false", "fileprivate", "for", "func", "guard", "if", "import", "in",
    "init", "inout", "internal", "is", "let", "nil", "operator", "precedencegroup", "private", "protocol", "public",
    "repeat", "rethrows", "return", "self", "Self", "static", "struct", "subscript", "super", "switch", "throw",
    "throws", "true", "try", "typealias", "var", "where", "while",
  ]

  /// Whether a string or comment does not end, or a bracket closes that was not open.
  public private(set) var isBroken = false
  /// Whether a regular expression may begin somewhere: what is inside of one is no code, and its signs mean something else.
  public private(set) var mayHoldRegex = false
  /// How many brackets are open.
  public var openBrackets: Int { brackets.count }

  /// The code in UTF-8.
  public let bytes: [UInt8]
  private var index = 0
  private var line = 0
  private var lineStart = 0
  private var brackets: [Bracket] = []
  private var resumed: Quotes?

  /// - Parameter text: Swift, or anything else.
  public init(_ text: String) { bytes = Array(text.utf8) }

  /// The next piece, in order and without overlap; what lies between is white space. Nil at the end.
  ///
  /// - Complexity: all pieces together take one pass over the text.
  public mutating func next() -> Lexeme? {
    let quotes = resumed
    resumed = nil
    if quotes == nil { while index < bytes.count, byte() <= 0x20 { step() } }
    guard quotes != nil || index < bytes.count else { return nil }
    let (startLine, column, start) = (line, index - lineStart + 1, index)
    let kind: Lexeme.Kind
    if let quotes {
      finish(quotes)
      kind = .string
    } else {
      kind = self.kind()
    }
    return Lexeme(kind: kind, line: startLine, column: column, range: start..<index)
  }

  private func byte(_ offset: Int = 0) -> UInt8 { index + offset < bytes.count ? bytes[index + offset] : 0 }

  private func sees(_ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    return index + count <= bytes.count
      && bytes[index..<(index + count)].elementsEqual(UnsafeBufferPointer(start: text.utf8Start, count: count))
  }

  /// Goes past one byte, counting lines.
  private mutating func step() {
    let passed = bytes[index]
    index += 1
    let isPair = passed == UInt8(ascii: "\r") && byte() == UInt8(ascii: "\n")
    if passed == UInt8(ascii: "\n") || (passed == UInt8(ascii: "\r") && !isPair) {
      line += 1
      lineStart = index
    }
  }

  private mutating func skipComment() {
    var open = 0
    repeat {
      if sees("/*") {
        open += 1
        index += 2
      } else if sees("*/") {
        open -= 1
        index += 2
      } else {
        step()
      }
    } while open > 0 && index < bytes.count
    if open > 0 { isBroken = true }
  }

  private mutating func kind() -> Lexeme.Kind {
    let first = byte()
    if sees("//") {
      while index < bytes.count, !isLineEnd(byte()) { index += 1 }
      return .comment
    }
    if sees("/*") {
      skipComment()
      return .comment
    }
    switch first {
    case UInt8(ascii: "\""): return string(signs: 0)
    case UInt8(ascii: "#"):
      var signs = 0
      while byte(signs) == first { signs += 1 }
      if byte(signs) == UInt8(ascii: "\"") {
        index += signs
        return string(signs: signs)
      }
      if byte(signs) == UInt8(ascii: "/") { mayHoldRegex = true }
      // All of them at once: counted anew at each, many would take for ever.
      index += signs
      return Self.isWordStart(byte()) ? .directive(word()) : .mark(first)
    case UInt8(ascii: "@"):
      index += 1
      // A name between backticks is the same name.
      if byte() == UInt8(ascii: "`"), Self.isWordStart(byte(1)) { index += 1 }
      return Self.isWordStart(byte()) ? .attribute(word()) : .mark(first)
    case UInt8(ascii: "`"):
      index += 1
      let name = word()
      if byte() == first { index += 1 }
      return .word(name)
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      while Self.isWordPart(byte()) { index += 1 }
      // A point belongs to the number only where a digit follows: `0..<3` has none.
      if byte() == UInt8(ascii: "."), (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte(1)) {
        index += 1
        while Self.isWordPart(byte()) { index += 1 }
      }
      return .number
    case UInt8(ascii: "{"): return open(closing: "}")
    case UInt8(ascii: "("): return open(closing: ")")
    case UInt8(ascii: "["): return open(closing: "]")
    case UInt8(ascii: "}"), UInt8(ascii: ")"), UInt8(ascii: "]"): return close()
    default:
      if Self.isWordStart(first) { return .word(word()) }
      if first == UInt8(ascii: "/"), opensRegex { mayHoldRegex = true }
      index += 1
      return .mark(first)
    }
  }

  /// Whether a slash here would begin a regular expression: nothing to divide stands right before it, and no space behind it.
  private var opensRegex: Bool {
    let next = byte(1)
    guard next > 0x20, index > 0 else { return index == 0 }
    let before = bytes[index - 1]
    return !Self.isWordPart(before) && before != UInt8(ascii: ")") && before != UInt8(ascii: "]")
  }

  private mutating func word() -> String {
    let start = index
    while Self.isWordPart(byte()) { index += 1 }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private mutating func open(closing: Unicode.Scalar) -> Lexeme.Kind {
    let opening = byte()
    brackets.append(.closedBy(UInt8(ascii: closing)))
    index += 1
    return .mark(opening)
  }

  private mutating func close() -> Lexeme.Kind {
    let closing = byte()
    index += 1
    switch brackets.last {
    case .closedBy(let wanted)? where wanted == closing:
      brackets.removeLast()
      return .mark(closing)
    case .interpolation(let quotes)? where closing == UInt8(ascii: ")"):
      brackets.removeLast()
      resumed = quotes
      return .string
    default:
      isBroken = true
      return .mark(closing)
    }
  }

  private mutating func string(signs: Int) -> Lexeme.Kind {
    let count = sees("\"\"\"") ? 3 : 1
    index += count
    finish(Quotes(count: count, signs: signs))
    return .string
  }

  /// Goes to the end of a string literal, or to its next interpolation.
  private mutating func finish(_ quotes: Quotes) {
    while index < bytes.count {
      let current = byte()
      if current == UInt8(ascii: "\""), ends(quotes) {
        index += quotes.count + quotes.signs
        return
      }
      if current == UInt8(ascii: "\\"), hasSigns(quotes.signs, from: 1) {
        index += 1 + quotes.signs
        if byte() == UInt8(ascii: "(") {
          index += 1
          brackets.append(.interpolation(quotes))
          return
        }
        if index < bytes.count, !isLineEnd(byte()) { index += 1 }
        continue
      }
      if isLineEnd(current), quotes.count == 1 { break }
      step()
    }
    isBroken = true
  }

  private func ends(_ quotes: Quotes) -> Bool {
    for offset in 0..<quotes.count where byte(offset) != UInt8(ascii: "\"") { return false }
    return hasSigns(quotes.signs, from: quotes.count)
  }

  private func hasSigns(_ count: Int, from offset: Int) -> Bool {
    for sign in 0..<count where byte(offset + sign) != UInt8(ascii: "#") { return false }
    return true
  }

  private func isLineEnd(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }

  private static func isWordStart(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"), 0x80...:
      return true
    default: return false
    }
  }

  private static func isWordPart(_ byte: UInt8) -> Bool {
    isWordStart(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
