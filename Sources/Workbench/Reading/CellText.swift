internal import Labs

/// A cell's own text in pieces, each with its place: what is looked at before the compiler's words are believed.
struct CellText {
  /// A piece of the text, with every sign of it.
  struct Token: Equatable {
    /// What a piece can be.
    enum Kind: Equatable { case word, number, string, mark, directive, attribute }

    /// What it is.
    let kind: Kind
    /// The piece as it is written; an operator of several signs is one piece.
    var text: String
    /// Its line, from 0.
    let line: Int
    /// Where it begins on the line, in bytes from 0.
    let start: Int
    /// Where it ends on the line.
    var end: Int
  }

  /// A change to one line.
  struct Edit: Equatable {
    /// The line, from 0.
    let line: Int
    /// The bytes that are replaced.
    let range: Range<Int>
    /// What stands there then; a line feed in it divides the line.
    let text: String

    /// - Parameters:
    ///   - line: the line, from 0.
    ///   - range: the bytes that are replaced.
    ///   - text: what stands there then.
    init(line: Int, range: Range<Int>, text: String) { (self.line, self.range, self.text) = (line, range, text) }

    /// A change from one piece to another.
    ///
    /// What is written over several lines has its pieces anywhere: a change of it is tried before it is said, and must not end the program.
    /// - Parameters:
    ///   - line: the line, from 0.
    ///   - start: the first byte that is replaced.
    ///   - end: the byte behind the last; nothing is replaced where it stands before the first, as on a line further down.
    ///   - text: what stands there then.
    init(line: Int, from start: Int, to end: Int, text: String) {
      self.init(line: line, range: start..<max(start, end), text: text)
    }
  }

  /// The signs that compare two values.
  static let comparisons: Set<String> = ["==", "!=", "<", ">", "<=", ">="]

  /// The lines, without their endings.
  let lines: [String]
  /// The pieces in order.
  let tokens: [Token]
  /// Whether a string or comment does not end.
  let isOpen: Bool
  /// The position of the first piece on each line or below it; behind the last line that of none.
  private let lineStarts: [Int]

  /// More than a learner writes by hand is not looked at.
  static let most = (bytes: 64 << 10, lines: 2_000)

  /// - Parameter lines: the cell's lines, without their endings.
  init(_ lines: [String]) {
    self.lines = lines
    var lexer = SwiftLexer(lines.joined(separator: "\n"))
    var bytes: [[UInt8]] = lines.map { Array($0.utf8) }
    if bytes.isEmpty { bytes = [[]] }
    var found: [Token] = []
    while let lexeme = lexer.next() {
      if lexeme.kind == .comment { continue }
      guard lexeme.line < bytes.count else { break }
      let piece = Self.token(lexeme, in: bytes[lexeme.line])
      if let joined = found.last.flatMap({ Self.joined($0, piece) }) {
        found[found.count - 1] = joined
      } else {
        found.append(piece)
      }
    }
    tokens = found
    isOpen = lexer.isBroken
    var starts: [Int] = []
    for (index, token) in found.enumerated() where starts.count <= token.line {
      starts += [Int](repeating: index, count: token.line + 1 - starts.count)
    }
    lineStarts = starts + [found.count]
  }

  private static func token(_ lexeme: SwiftLexer.Lexeme, in line: [UInt8]) -> Token {
    let start = min(lexeme.column - 1, line.count)
    func piece(_ kind: Token.Kind, _ end: Int) -> Token {
      let end = min(max(end, start), line.count)
      let text = String(decoding: line[start..<end], as: UTF8.self)
      return Token(kind: kind, text: text, line: lexeme.line, start: start, end: end)
    }
    func wordEnd(_ from: Int) -> Int {
      line[min(from, line.count)...].firstIndex { !isWordPart($0) } ?? line.count
    }
    switch lexeme.kind {
    case .word:
      guard start < line.count, line[start] == UInt8(ascii: "`") else { return piece(.word, wordEnd(start)) }
      return piece(.word, wordEnd(start + 1) + 1)
    case .directive(let name): return piece(.directive, start + 1 + name.utf8.count)
    case .attribute(let name): return piece(.attribute, start + 1 + name.utf8.count)
    case .string: return piece(.string, stringEnd(in: line, from: start))
    case .number: return piece(.number, start + lexeme.range.count)
    // Comments are passed over before.
    case .mark, .comment: return piece(.mark, start + 1)
    }
  }

  private static func isWordPart(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"), 0x80...,
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      return true
    default: return false
    }
  }

  private static func stringEnd(in line: [UInt8], from start: Int) -> Int {
    var index = start + 1
    while index < line.count {
      if line[index] == UInt8(ascii: "\\") { index += 1 } else if line[index] == UInt8(ascii: "\"") { return index + 1 }
      index += 1
    }
    return line.count
  }

  private static let operators = Set("+-*/%=!&|<>?^~")

  /// One piece of two that stand next to each other and belong together: the signs of an operator, the parts of `0.01` and `1e-3`.
  private static func joined(_ a: Token, _ b: Token) -> Token? {
    guard a.line == b.line, a.end == b.start, let last = a.text.last, let first = b.text.first else { return nil }
    var both = Token(kind: a.kind, text: a.text + b.text, line: a.line, start: a.start, end: b.end)
    if a.kind == .mark, b.kind == .mark {
      // A minus before a number is its own.
      let isOperator = operators.contains(last) && operators.contains(first) && (first != "-" || last == "-")
      let isRange = last == "." && (first == "." || first == "<") && a.text.count < 4
      return isOperator || isRange ? both : nil
    }
    guard a.kind == .number else { return nil }
    let isDecimal = !a.text.contains(".") && !a.text.contains("x")
    if b.text == ".", isDecimal { return both }
    if b.kind == .number, last == "." || last == "-" || last == "+" {
      both.text = a.text + b.text
      return both
    }
    if b.text == "-" || b.text == "+", last == "e" || last == "E",
      a.text.dropLast().allSatisfy({ $0.isNumber || $0 == "." })
    {
      return both
    }
    return nil
  }

  // MARK: Looking

  /// The piece at `index`; nil outside.
  subscript(at index: Int) -> Token? { tokens.indices.contains(index) ? tokens[index] : nil }

  /// Whether the piece at `index` reads `text`.
  func sees(_ text: String, at index: Int) -> Bool { self[at: index]?.text == text }

  /// Whether nothing stands between two pieces.
  func touch(_ a: Int, _ b: Int) -> Bool {
    guard let first = self[at: a], let second = self[at: b] else { return false }
    return first.line == second.line && first.end == second.start
  }

  /// What is written from one piece to another, both with it; lines are joined by a space.
  func text(_ range: ClosedRange<Int>) -> String {
    let (first, last) = (tokens[range.lowerBound], tokens[range.upperBound])
    guard first.line != last.line else { return slice(first.line, first.start..<last.end) }
    var parts = [slice(first.line, first.start..<lines[first.line].utf8.count)]
    for line in (first.line + 1)..<last.line { parts.append(lines[line].trimmed) }
    parts.append(slice(last.line, 0..<last.end).trimmed)
    return parts.joined(separator: " ")
  }

  /// Some bytes of a line.
  func slice(_ line: Int, _ range: Range<Int>) -> String {
    let bytes = lines[line].utf8
    return String(decoding: bytes.dropFirst(range.lowerBound).prefix(range.count), as: UTF8.self)
  }

  /// The positions of the pieces on a line.
  func indices(ofLine line: Int) -> Range<Int> {
    func start(_ line: Int) -> Int { lineStarts[min(max(line, 0), lineStarts.count - 1)] }
    return start(line)..<(line < 0 ? 0 : start(line + 1))
  }

  /// For each piece the position of the innermost bracket that is open there, the piece itself where it is one; nil outside of all.
  var openBrackets: [Int?] {
    var open: [Int] = []
    return tokens.enumerated().map { index, token in
      if ["(", "[", "{"].contains(token.text) { open.append(index) }
      if [")", "]", "}"].contains(token.text) { _ = open.popLast() }
      return open.last
    }
  }

  /// The position of the bracket that closes the one at `open`; nil where none does, or another bracket comes first.
  func closing(_ open: Int) -> Int? {
    let pairs = ["(": ")", "[": "]", "{": "}"]
    var wanted: [String] = []
    for index in open..<tokens.count where tokens[index].kind == .mark {
      let text = tokens[index].text
      if let close = pairs[text] {
        wanted.append(close)
      } else if text == ")" || text == "]" || text == "}" {
        guard wanted.popLast() == text else { return nil }
        if wanted.isEmpty { return index }
      }
    }
    return nil
  }

  // MARK: Changing

  /// The change that puts `text` in the place of some pieces of one line.
  func replace(_ range: ClosedRange<Int>, by text: String) -> Edit {
    let (first, last) = (tokens[range.lowerBound], tokens[range.upperBound])
    let end = first.line == last.line ? last.end : lines[first.line].utf8.count
    return Edit(line: first.line, range: first.start..<end, text: text)
  }

  /// The change that leaves nothing of a line.
  func emptying(_ line: Int) -> Edit { Edit(line: line, range: 0..<lines[line].utf8.count, text: "") }

  /// The lines with some changes made; of two that overlap the first counts.
  func applying(_ edits: [Edit]) -> [String] {
    var result = lines
    for (line, own) in Dictionary(grouping: edits, by: \.line) where lines.indices.contains(line) {
      var bytes = Array(lines[line].utf8)
      var free = bytes.count + 1
      let ordered = own.enumerated().sorted {
        ($1.element.range.lowerBound, $1.offset) < ($0.element.range.lowerBound, $0.offset)
      }
      for (_, edit) in ordered where edit.range.upperBound <= min(free, bytes.count) {
        bytes.replaceSubrange(edit.range, with: edit.text.utf8)
        free = edit.range.lowerBound
      }
      result[line] = String(decoding: bytes, as: UTF8.self)
    }
    return result
  }
}

extension String {
  /// Small letters without `_`: as libraries differ least in how they write a name.
  var plainName: String { lowercased().filter { $0 != "_" } }
}

extension StringProtocol {
  /// Without white space at both ends.
  var trimmed: String {
    var rest = self[...]
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
