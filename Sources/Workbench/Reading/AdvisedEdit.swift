internal import Messages
internal import SegLab

/// What is known of the compiler's words, done to the line: a name that was nearly right, a label, a sign.
struct AdvisedEdit {
  typealias Edit = CellText.Edit

  let text: CellText
  let context: ReadingContext

  /// What is found of one error; nil where its advice is no change of the line it names.
  func slip(_ error: CellError, _ advice: Advice) -> Slip? {
    guard text.lines.indices.contains(error.line) else { return nil }
    let line = text.lines[error.line]
    guard let help = advice.help(for: error.text, on: line, column: error.column),
      let edit = edit(help, error), text.applying([edit]) != text.lines
    else { return nil }
    return Slip(line: error.line, column: max(1, error.column), .said(error.text), [edit])
  }

  private func edit(_ help: WorkbenchPhrase, _ error: CellError) -> Edit? {
    let range = text.indices(ofLine: error.line)
    let place = place(of: error, in: range)
    switch help {
    case .unknownName(let name, let suggestion) where !suggestion.isEmpty:
      return word(name, in: range, from: place).map { text.replace($0...$0, by: suggestion) }
    case .unknownMember(let name, _, let suggestion, _) where !suggestion.isEmpty:
      return word(name, in: range, from: place).map { text.replace($0...$0, by: suggestion) }
    case .callMember(let name):
      return word(name, in: range, from: place).map { text.replace($0...$0, by: name + "()") }
    case .wrongLabel(let found, let expected):
      guard !found.isEmpty else { return insertion(expected + ": ", place) }
      return word(found, in: range, from: range.lowerBound).map { text.replace($0...$0, by: expected) }
    case .missingLabel(let label): return insertion(label + ": ", place)
    case .needlessLabel(let label):
      guard let word = word(label, in: range, from: range.lowerBound), text.sees(":", at: word + 1),
        let value = text[at: word + 2], value.line == error.line
      else { return nil }
      return Edit(line: error.line, from: text.tokens[word].start, to: value.start, text: "")
    case .extraArgument: return withoutArgument(at: place)
    case .missingArgument(let name): return withArgument(name, range)
    case .missingComma:
      guard let place, let before = text[at: place - 1], before.line == error.line else { return nil }
      return Edit(line: error.line, range: before.end..<before.end, text: ",")
    case .twoEqualsSigns:
      return range.first { text.sees("=", at: $0) }.map { text.replace($0...$0, by: "==") }
    case .valueMissing:
      guard let last = range.last, ["=", ":"].contains(text.tokens[last].text) else { return nil }
      let end = text.tokens[last].end
      return Edit(line: error.line, range: end..<end, text: " .FIXME")
    case .madeTwice(let name):
      // A second `var` of a name in a function only gives it another value.
      guard Brackets.indentation(text.lines[error.line]) > 0, let first = range.first,
        ["let", "var"].contains(text.tokens[first].text), text.sees(name, at: first + 1),
        text.sees("=", at: first + 2)
      else { return nil }
      return Edit(
        line: error.line, from: text.tokens[first].start, to: text.tokens[first + 1].start, text: "")
    case .sameNumbers: return sameNumbers(error, place)
    case .otherType(let found, let expected)
    where ["Double", "Float"].contains(expected) && Self.numbers.contains(found):
      guard let place, let value = text.operand(startingAt: place) else { return nil }
      return text.replace(value, by: "\(expected)(\(text.text(value)))")
    default: return nil
    }
  }

  private static let numbers: Set<String> = ["Int", "Double", "Float"]

  /// The piece that an error points to.
  private func place(of error: CellError, in range: Range<Int>) -> Int? {
    range.first { text.tokens[$0].end >= error.column && text.tokens[$0].start < error.column }
      ?? range.first { text.tokens[$0].start + 1 >= error.column }
  }

  /// A word on the line, from a place on or else anywhere on it.
  private func word(_ name: String, in range: Range<Int>, from place: Int?) -> Int? {
    let all = range.filter { text.tokens[$0].text == name }
    return all.first { $0 >= place ?? 0 } ?? all.first
  }

  private func insertion(_ words: String, _ place: Int?) -> Edit? {
    guard let place else { return nil }
    let token = text.tokens[place]
    return Edit(line: token.line, range: token.start..<token.start, text: words)
  }

  /// The innermost call around a piece.
  private func call(around place: Int) -> Call? {
    text.tokens.indices.prefix(place + 1).reversed().lazy.compactMap { Call(openingAt: $0, in: text) }
      .first { $0.range.contains(place) && $0.callee.upperBound < place }
  }

  /// A call without the value that an error points to.
  private func withoutArgument(at place: Int?) -> Edit? {
    guard let place, let call = call(around: place), call.isOnOneLine,
      let number = call.arguments.firstIndex(where: { argument in
        (argument.head?.lowerBound ?? argument.value.lowerBound)...argument.value.upperBound ~= place
      })
    else { return nil }
    let argument = call.arguments[number]
    let first = text.tokens[argument.head?.lowerBound ?? argument.value.lowerBound]
    let last = text.tokens[argument.value.upperBound]
    if number > 0 {
      let before = text.tokens[call.arguments[number - 1].value.upperBound]
      return Edit(line: last.line, from: before.end, to: last.end, text: "")
    }
    guard call.arguments.count > 1 else {
      return Edit(line: last.line, from: first.start, to: last.end, text: "")
    }
    let next = call.arguments[1]
    let start = text.tokens[next.head?.lowerBound ?? next.value.lowerBound].start
    return Edit(line: last.line, range: first.start..<start, text: "")
  }

  /// A call of ours with the value that it cannot do without, as a hole.
  private func withArgument(_ name: String, _ range: Range<Int>) -> Edit? {
    for index in range where text.sees("(", at: index) {
      guard let call = Call(openingAt: index, in: text), let signature = CallSignature.of(call.name),
        let parameter = signature.parameter(name), !call.arguments.contains(where: { $0.label == name })
      else { continue }
      let needed = signature.needed.flatMap { needed in
        needed.hasPrefix(name + ":") && !needed.dropFirst(name.count + 1).contains(":") ? needed : nil
      }
      let value = needed ?? (parameter.label == "_" ? ".FIXME" : "\(name): .FIXME")
      let position = signature.parameters.firstIndex { $0.label == name } ?? 0
      return call.inserting(value, at: position, of: signature, in: text)
    }
    return nil
  }

  /// `both / sum` of a whole number and another: the whole one made like it.
  private func sameNumbers(_ error: CellError, _ place: Int?) -> Edit? {
    let types = error.pieces
    guard types.count >= 6, let place,
      ["+", "-", "*", "/", "<", ">", "<=", ">=", "==", "!="].contains(text.tokens[place].text)
    else { return nil }
    let (left, right) = (types[3], types[5])
    guard Set([left, right]).isSubset(of: ["Int", "Double", "Float"]), left != right,
      let before = text.operand(endingAt: place - 1),
      let after = text.operand(startingAt: place + 1)
    else { return nil }
    // Whole numbers become others, and pixels of an image what everything else is.
    if left == "Int" || left == "Float" && right == "Double" {
      return text.replace(before, by: "\(right)(\(text.text(before)))")
    }
    return text.replace(after, by: "\(left)(\(text.text(after)))")
  }
}
