internal import Messages

/// Comparisons that are counted with as if they were numbers, as Python does: `Int(a == b)`, `both += a == b`.
enum TruthsAsNumbers {
  /// What is found, one a line.
  static func slips(in text: CellText, _ context: ReadingContext) -> [Slip] {
    text.firstOnEachLine { index in
      guard let range = call(at: index, in: text, context) ?? counted(at: index, in: text),
        let written = written(range.truth, in: text)
      else { return nil }
      let found = text.text(range.whole)
      return Slip(
        text.tokens[range.whole.lowerBound], .truthAsNumber(found: found, written: written),
        [text.replace(range.whole, by: written)])
    }
  }

  private typealias Place = (whole: ClosedRange<Int>, truth: ClosedRange<Int>)

  private static let numbers: Set<String> = ["Int", "Double", "Float", "int", "float", "double"]

  /// `Int(a == b)`
  private static func call(at index: Int, in text: CellText, _ context: ReadingContext) -> Place? {
    let word = text.tokens[index]
    guard numbers.contains(word.text), !context.names.contains(word.text), !text.sees(".", at: index - 1),
      text.sees("(", at: index + 1), let close = text.closing(index + 1), close > index + 2,
      text.tokens[close].line == word.line
    else { return nil }
    return (index...close, (index + 2)...(close - 1))
  }

  /// What stands behind `both +=` to the end of the line, or of the block on it.
  private static func counted(at index: Int, in text: CellText) -> Place? {
    guard ["+=", "-="].contains(text.tokens[index].text), let rest = text.rest(behind: index) else { return nil }
    // A block's last brace is not the value's.
    let value = text.sees("}", at: rest.upperBound) ? rest.dropLast() : rest[...]
    guard let first = value.first, let last = value.last else { return nil }
    return (first...last, first...last)
  }

  /// The number that a comparison comes to; nil for anything else.
  private static func written(_ range: ClosedRange<Int>, in text: CellText) -> String? {
    var inside = range
    // Its own parentheses serve.
    while text.sees("(", at: inside.lowerBound), text.closing(inside.lowerBound) == inside.upperBound, inside.count > 2
    {
      inside = (inside.lowerBound + 1)...(inside.upperBound - 1)
    }
    var depth = 0
    var isCompared = false
    for index in inside {
      switch text.tokens[index].text {
      case "(", "[": depth += 1
      case ")", "]": depth -= 1
      // A choice is made already, and braces hold statements.
      case "?", "{", "}", "if", "else", ";", ",", "for": if depth == 0 { return nil }
      case let sign where CellText.comparisons.contains(sign) && depth == 0: isCompared = true
      default: break
      }
      if depth < 0 { return nil }
    }
    return isCompared ? "(\(text.text(inside)) ? 1 : 0)" : nil
  }
}
