internal import Messages

/// Calls that are closed before all of their settings are there, and once more behind them: `Conv2D("conv2", filter: [5, 5, 1, 8]), stride: 2)`.
enum EarlyBrackets {
  /// What is found, one a line.
  static func slips(in text: CellText) -> [Slip] {
    let brackets = text.openBrackets
    return text.firstOnEachLine { slip(at: $0, in: text, brackets) }
  }

  private static func slip(at open: Int, in text: CellText, _ brackets: [Int?]) -> Slip? {
    guard text.sees("(", at: open), let call = Call(openingAt: open, in: text),
      let signature = CallSignature.of(call.name)
    else { return nil }
    let close = call.range.upperBound
    guard text.sees(",", at: close + 1), let word = text[at: close + 2], word.kind == .word,
      text.sees(":", at: close + 3),
      let label = CallReader.plainLabel(word.text, in: signature),
      !call.arguments.contains(where: { $0.label == label }),
      // Within another call the setting may be that one's.
      isOutside(call.range.lowerBound, in: text, brackets), isClosedAgain(behind: close, in: text)
    else { return nil }
    return Slip(
      text.tokens[close], .closedBefore(label: label, call: call.name), [text.replace(close...close, by: "")])
  }

  private static func isOutside(_ index: Int, in text: CellText, _ brackets: [Int?]) -> Bool {
    guard index > 0, let open = brackets[index - 1] else { return true }
    return text.sees("{", at: open)
  }

  /// Whether a parenthesis that nothing opens stands behind a call, before anything else that ends it.
  private static func isClosedAgain(behind close: Int, in text: CellText) -> Bool {
    var depth = 0
    for index in text.tokens.indices.dropFirst(close + 1) {
      switch text.tokens[index].text {
      case "(", "[": depth += 1
      case ")" where depth == 0: return true
      case ")", "]":
        guard depth > 0 else { return false }
        depth -= 1
      case "{", "}", "let", "var", "func", "return": return false
      default: break
      }
    }
    return false
  }
}
