/// Cuts TeX into commands, braces, numbers and single characters.
struct TeXScanner {
  /// One piece of TeX.
  enum Token: Equatable {
    /// `\name` or a backslash with one other character, without the backslash.
    case command(String)
    /// `{`
    case open
    /// `}`
    case close
    /// `^`
    case superscript
    /// `_`
    case `subscript`
    /// Digits, with a point among them.
    case number(String)
    /// Any other character that is not white space.
    case character(Character)
    /// A command that sets words, such as `\text`, with the words as they stand in its braces.
    case words(command: String, String)
  }

  /// The commands whose braces hold words and not a formula.
  private static let wordCommands: Set<String> = [
    "text", "textrm", "textbf", "textit", "mathrm", "mathbf", "mathit", "mathbb", "operatorname",
  ]

  /// The pieces of `text`, white space left out.
  static func tokens(of text: String) -> [Token] {
    var tokens: [Token] = []
    let characters = Array(text)
    var index = 0
    while index < characters.count {
      let character = characters[index]
      index += 1
      switch character {
      case "\\":
        let start = index
        while index < characters.count, characters[index].isASCII, characters[index].isLetter { index += 1 }
        if index == start, index < characters.count { index += 1 }
        let name = String(characters[start..<index])
        if wordCommands.contains(name), let end = closingBrace(in: characters, from: index) {
          tokens.append(.words(command: name, String(characters[(index + 1)..<end])))
          index = end + 1
        } else {
          tokens.append(.command(name))
        }
      case "{": tokens.append(.open)
      case "}": tokens.append(.close)
      case "^": tokens.append(.superscript)
      case "_": tokens.append(.subscript)
      case _ where character.isASCII && character.isNumber:
        var number = String(character)
        while index < characters.count {
          let next = characters[index]
          let isPoint = next == "." && index + 1 < characters.count && characters[index + 1].isNumber
          guard next.isASCII, next.isNumber || isPoint else { break }
          number.append(next)
          index += 1
        }
        tokens.append(.number(number))
      case _ where character.isWhitespace: break
      default: tokens.append(.character(character))
      }
    }
    return tokens
  }

  /// Where the braces that open at `index` close; nil where none open there, or others stand inside.
  private static func closingBrace(in characters: [Character], from index: Int) -> Int? {
    guard index < characters.count, characters[index] == "{" else { return nil }
    let end = characters[(index + 1)...].firstIndex { $0 == "}" || $0 == "{" || $0 == "\\" || $0 == "$" }
    return end.flatMap { characters[$0] == "}" ? $0 : nil }
  }
}
