internal import SegLab

/// A call as it is written: `nn.Conv2d(1, 100, kernel_size=5)`.
struct Call {
  /// A value between the parentheses.
  struct Argument {
    /// Its label; nil where it has none.
    let label: String?
    /// The pieces of the label and the sign behind it; nil where it has none.
    let head: ClosedRange<Int>?
    /// Whether an equals sign, or another that is no colon, stands behind the label.
    let isEquated: Bool
    /// The pieces of the value.
    let value: ClosedRange<Int>
  }

  /// What is called, without the modules before it.
  let name: String
  /// The modules before the name, as `tf.keras.layers`; empty without any.
  let module: String
  /// The pieces of the whole call.
  let range: ClosedRange<Int>
  /// The pieces of the name, with its modules.
  let callee: ClosedRange<Int>
  /// The values in order.
  let arguments: [Argument]
  /// Whether all of it stands on one line.
  let isOnOneLine: Bool

  /// The call whose opening parenthesis is the piece at `open`; nil where that is none.
  init?(openingAt open: Int, in text: CellText) {
    guard text.sees("(", at: open), let word = text[at: open - 1], word.kind == .word, let close = text.closing(open),
      !text.sees("func", at: open - 2)
    else { return nil }
    name = word.text
    var start = open - 1
    while text.sees(".", at: start - 1), text[at: start - 2]?.kind == .word, text.touch(start - 1, start) { start -= 2 }
    module = start < open - 1 ? text.text(start...(open - 3)) : ""
    callee = start...(open - 1)
    range = start...close
    isOnOneLine = text.tokens[start].line == text.tokens[close].line
    arguments = Call.arguments(from: open, to: close, in: text).map { range in
      let isLabelled = range.count > 2 && text[at: range.lowerBound]?.kind == .word
      guard isLabelled, let sign = Call.labelSign(at: range.lowerBound + 1, in: text),
        sign.upperBound < range.upperBound
      else { return Argument(label: nil, head: nil, isEquated: false, value: range) }
      return Argument(
        label: text.tokens[range.lowerBound].text, head: range.lowerBound...sign.upperBound,
        isEquated: text.text(sign) != ":", value: (sign.upperBound + 1)...range.upperBound)
    }
  }

  /// The sign between a label and its value, as it is written here or elsewhere: `:`, `=`, `:=`, and behind a setting's name `->`, `=>`, `==`.
  private static func labelSign(at index: Int, in text: CellText) -> ClosedRange<Int>? {
    switch text[at: index]?.text {
    case ":": text.sees("=", at: index + 1) && text.touch(index, index + 1) ? index...(index + 1) : index...index
    case "=": index...index
    case "->", "=>", "==":
      [CallSignature.realLabels, CallSignature.wholeLabels].contains { $0.contains(text.tokens[index - 1].text) }
        ? index...index : nil
    default: nil
    }
  }

  /// What puts a value more into the call, where the signature has it.
  ///
  /// - Parameters:
  ///   - words: the value, with its label.
  ///   - position: its place among the parameters.
  ///   - signature: what the call takes.
  ///   - text: the text that the call is in.
  /// - Returns: the change.
  func inserting(
    _ words: String, at position: Int, of signature: CallSignature, in text: CellText
  ) -> CellText.Edit {
    let order = signature.parameters.map(\.label)
    let before = arguments.last { (order.firstIndex(of: $0.label ?? "_") ?? 0) < position }
    let place = text.tokens[before?.value.upperBound ?? callee.upperBound + 1]
    let made = before == nil ? words + (arguments.isEmpty ? "" : ", ") : ", " + words
    return CellText.Edit(line: place.line, range: place.end..<place.end, text: made)
  }

  /// Where what a label names ends: with the values behind it that have no label of their own, as the names behind `of:`.
  func end(of argument: Argument) -> Int {
    arguments.drop { $0.value.lowerBound <= argument.value.lowerBound }.prefix { $0.label == nil }.last?.value
      .upperBound
      ?? argument.value.upperBound
  }

  /// The values between two parentheses, divided by commas or other signs.
  static func arguments(
    from open: Int, to close: Int, in text: CellText, dividedBy signs: Set<String> = [","]
  ) -> [ClosedRange<Int>] {
    var result: [ClosedRange<Int>] = []
    var depth = 0
    var start = open + 1
    for index in (open + 1)..<max(close, open + 1) {
      switch text.tokens[index].text {
      case "(", "[", "{": depth += 1
      case ")", "]", "}": depth -= 1
      case let sign where depth == 0 && signs.contains(sign):
        if start < index { result.append(start...(index - 1)) }
        start = index + 1
      default: break
      }
    }
    if start < close { result.append(start...(close - 1)) }
    return result
  }
}
