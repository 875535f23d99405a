/// A piece of Swift.
struct Lexeme: Equatable {
  /// What a piece can be.
  enum Kind: Equatable {
    /// A name or a keyword.
    case word(String)
    /// `#name`.
    case directive(String)
    /// `@name`.
    case attribute(String)
    /// A string literal, or a part of one between interpolations.
    case string
    /// Any other byte that is not white space: brackets, operators, digits.
    case mark(UInt8)
  }

  /// What it is.
  let kind: Kind
  /// Where it begins; for a directive and an attribute the sign before its name.
  let place: CellScan.Place
}

/// Cuts Swift into pieces, as far as is needed to tell code from strings and comments.
///
/// Regular expression literals are not told from operators; where one may begin, ``mayHoldRegex`` says so, and the compiler has to look.
struct Lexer {
  /// A string literal's quotes: how many, and the number signs around them.
  private struct Quotes: Equatable {
    let count: Int
    let signs: Int
  }

  private enum Bracket: Equatable {
    case closedBy(UInt8)
    case interpolation(Quotes)
  }

  /// Whether a string or comment does not end, or a bracket closes that was not open.
  private(set) var isBroken = false
  /// Whether a regular expression may begin somewhere: what is inside of one is no code, and its signs mean something else.
  private(set) var mayHoldRegex = false
  /// How many brackets are open.
  var openBrackets: Int { brackets.count }

  private let bytes: [UInt8]
  private var index = 0
  private var line = 0
  private var lineStart = 0
  private var brackets: [Bracket] = []
  private var resumed: Quotes?

  /// - Parameter text: Swift, or anything else.
  init(_ text: String) { bytes = Array(text.utf8) }

  /// The next piece; nil at the end.
  mutating func next() -> Lexeme? {
    if let quotes = resumed {
      resumed = nil
      let place = here
      finish(quotes)
      return Lexeme(kind: .string, place: place)
    }
    skipBlanks()
    guard index < bytes.count else { return nil }
    let place = here
    return Lexeme(kind: kind(), place: place)
  }

  private var here: CellScan.Place { CellScan.Place(line: line, column: index - lineStart + 1) }

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

  private mutating func skipBlanks() {
    while index < bytes.count {
      if sees("//") {
        while index < bytes.count, !isLineEnd(byte()) { index += 1 }
      } else if sees("/*") {
        skipComment()
      } else if byte() <= 0x20 {
        step()
      } else {
        return
      }
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
      index += 1
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
      return .mark(first)
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
