internal import Messages

/// What other libraries have done to a network or a training by hand, and what a lab does by itself here: `model.compile(…)`, `training.fit(…)`,
/// `fc.to("cuda")`.
enum ForeignCommands {
  private static let commands: Set<String> = [
    "compile", "fit", "train", "eval", "evaluate", "predict", "summary", "build", "to", "cuda", "cpu", "backward",
    "step", "zero_grad", "parameters", "save", "load_weights", "load_state_dict", "state_dict", "forward", "freeze",
    "run", "start", "apply", "float", "half", "double", "requires_grad_", "manual_seed", "seed", "show", "plot",
    "figure", "imshow",
  ]
  /// What stands before such a word where it is no name of the lab's.
  private static let receivers: Set<String> = ["model", "net", "plt", "torch", "optimizer", "loss", "history", "np"]

  /// What is found: one a call.
  static func slips(in text: CellText, _ context: ReadingContext) -> [Slip] {
    text.tokens.indices.compactMap { index -> Slip? in
      let word = text.tokens[index]
      guard word.kind == .word, commands.contains(word.text), text.sees(".", at: index - 1),
        text.sees("(", at: index + 1), let close = text.closing(index + 1)
      else { return nil }
      if text.sees("}", at: index - 2) { return chained((index - 1)...close, in: text) }
      guard let name = text[at: index - 2], name.kind == .word,
        context.names.contains(name.text) || receivers.contains(name.text)
      else { return nil }
      var start = index - 2
      while text.sees(".", at: start - 1), text[at: start - 2]?.kind == .word { start -= 2 }
      let line = text.indices(ofLine: text.tokens[start].line)
      // `let history = fc.fit(…)`, of which nothing is left.
      let isKept =
        ["let", "var"].contains(text[at: line.lowerBound]?.text) && text.sees("=", at: line.lowerBound + 2)
        && line.lowerBound + 3 == start
      if line.lowerBound == start || isKept, text.indices(ofLine: text.tokens[close].line).last == close {
        return statement(line.lowerBound...close, in: text)
      }
      return text.sees("=", at: start - 1) ? chained((index - 1)...close, in: text) : nil
    }
  }

  /// Whole lines.
  private static func statement(_ range: ClosedRange<Int>, in text: CellText) -> Slip {
    let (first, last) = (text.tokens[range.lowerBound], text.tokens[range.upperBound])
    return Slip(first, .needlessCommand(text.text(range)), (first.line...last.line).map(text.emptying))
  }

  /// A call behind what stays.
  private static func chained(_ range: ClosedRange<Int>, in text: CellText) -> Slip? {
    guard text.tokens[range.lowerBound].line == text.tokens[range.upperBound].line else { return nil }
    return Slip(
      text.tokens[range.lowerBound], .needlessCommand(text.text(range)), [text.replace(range, by: "")])
  }
}
