internal import Labs

/// A piece of a cell's code, as calls and numbers are put together of them.
struct CodePiece: Equatable {
  /// What a piece can be.
  enum Kind: Equatable {
    /// A name or a keyword.
    case word(String)
    /// A whole number.
    case whole(Int)
    /// A number with a point.
    case real(Double)
    /// A text: what is written, and names of texts between it.
    case text([Part])
    /// A sign; `..<`, `...` and `->` are one each.
    case mark(String)
    /// `#if` and what is like it.
    case directive
    /// Anything else: operators of several signs, names and numbers that are left to the compiler.
    case other
  }

  /// A part of a text.
  enum Part: Equatable {
    case written(String)
    case named(String)
  }

  /// What it is.
  let kind: Kind
  /// Its line in the cell, from 0.
  let line: Int
  /// The bytes that it takes.
  let range: Range<Int>

  /// The pieces of some lines, in order; nil where a string, a comment or a bracket does not end, or a sign stands there that nobody sees.
  static func all(in lines: [String]) -> [CodePiece]? {
    let tab = UInt8(ascii: "\t")
    guard lines.allSatisfy({ $0.utf8.allSatisfy { $0 >= UInt8(ascii: " ") && $0 != 0x7F || $0 == tab } }) else {
      return nil
    }
    var lexer = SwiftLexer(lines.joined(separator: "\n"))
    var pieces: [CodePiece] = []
    while let lexeme = lexer.next() {
      if lexeme.kind == .comment { continue }
      let text = lexer.bytes[lexeme.range]
      let kind: Kind =
        switch lexeme.kind {
        // What is no letter of ASCII may be a space to the compiler, or two spellings of one letter.
        case .word(let word): text.allSatisfy { $0 < 0x80 && $0 != UInt8(ascii: "`") } ? .word(word) : .other
        case .number: number(text)
        case .string: string(text, &lexer)
        case .mark(let byte): .mark(String(Unicode.Scalar(byte)))
        case .attribute(let name): .mark("@" + name)
        case .directive: .directive
        case .comment: .other
        }
      let piece = CodePiece(kind: kind, line: lexeme.line, range: lexeme.range)
      if let joined = pieces.last.flatMap({ joined($0, piece) }) {
        pieces[pieces.count - 1] = joined
      } else {
        pieces.append(piece)
      }
    }
    return lexer.isBroken || lexer.mayHoldRegex || lexer.openBrackets > 0 ? nil : pieces
  }

  /// Signs that are one: `.` and `.`, `..` and `<`; all other signs that touch are operators that nobody needs for a network.
  private static func joined(_ a: CodePiece, _ b: CodePiece) -> CodePiece? {
    guard case .mark(let first) = a.kind, case .mark(let second) = b.kind, a.range.upperBound == b.range.lowerBound
    else { return nil }
    let both = first + second
    let isOne = ["..", "...", "..<", "->"].contains(both)
    let isOperator = [first, second].allSatisfy { $0.allSatisfy("+-*/%=!&|<>?^~".contains) }
    guard isOne || isOperator else { return nil }
    return CodePiece(kind: isOne ? .mark(both) : .other, line: a.line, range: a.range.lowerBound..<b.range.upperBound)
  }

  /// A number of decimal digits, not so many that they are rounded twice; others are left to the compiler.
  private static func number(_ text: ArraySlice<UInt8>) -> Kind {
    let isPlain = text.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || "_.".utf8.contains($0) }
    let digits = String(decoding: text.filter { $0 != UInt8(ascii: "_") }, as: UTF8.self)
    guard isPlain, digits.utf8.count <= (digits.contains(".") ? 16 : 19) else { return .other }
    if digits.contains(".") { return Double(digits).map { .real($0) } ?? .other }
    return Int(digits).map { .whole($0) } ?? .other
  }

  /// A text between two quotes, as far as nothing but names stands between `\(` and `)`.
  private static func string(_ text: ArraySlice<UInt8>, _ lexer: inout SwiftLexer) -> Kind {
    guard text.first == UInt8(ascii: "\"") else { return .other }
    var parts: [Part] = []
    var rest = text.dropFirst()
    // Each name takes three pieces of the lexer's, which comes to an end by itself.
    while true {
      let isOpen = rest.suffix(2).elementsEqual("\\(".utf8)
      let written = isOpen ? rest.dropLast(2) : rest.dropLast()
      guard isOpen || rest.last == UInt8(ascii: "\""), !written.contains(UInt8(ascii: "\\")),
        !written.contains(UInt8(ascii: "\"")), !written.contains(UInt8(ascii: "\t"))
      else { return .other }
      if !written.isEmpty { parts.append(.written(String(decoding: written, as: UTF8.self))) }
      guard isOpen else { return .text(parts) }
      guard case .word(let name)? = lexer.next()?.kind, lexer.next()?.kind == .string,
        let behind = lexer.next(), behind.kind == .string
      else { return .other }
      parts.append(.named(name))
      rest = lexer.bytes[behind.range]
    }
  }
}
