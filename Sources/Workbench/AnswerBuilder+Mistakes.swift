internal import Diagnostics
internal import Messages

extension AnswerBuilder {
  /// A mistake with the notes behind it.
  private struct Mistake {
    let number: Int
    var messages: [CompilerMessage]
    var text: String { messages[0].text }
  }

  /// Leaves out the cells that the mistakes are in.
  ///
  /// A cell whose only mistake is that it uses what another makes waits: where the other is out already it is blocked by it, and where
  /// the other goes out now the next round will tell.
  /// - Returns: whether any cell was left out.
  mutating func leaveOut(_ messages: [CompilerMessage]) -> Bool {
    let mistakes = mistakes(in: messages)
    let failing = Set(mistakes.map(\.number))
    var waiting: [Int] = []
    for number in failing.sorted() {
      let all = mistakes.filter { $0.number == number }
      let own = all.filter { source(of: $0, among: leftOut.union(failing)) == nil }
      if !own.isEmpty {
        read(number, own.map { $0.messages[0] })
        leaveOut(number, as: .broken)
        outcomes[number].errors = diagnostics(own, number)
      } else if all.contains(where: { source(of: $0, among: failing) != nil }) {
        waiting.append(number)
      } else if let first = all.first, let source = source(of: first, among: leftOut) {
        leaveOut(number, as: .blocked(by: cells[source].id))
      }
    }
    // Cells that all wait for one another: the first has to begin.
    if let first = waiting.first, failing.isDisjoint(with: leftOut) {
      leaveOut(first, as: .broken)
      outcomes[first].errors = diagnostics(mistakes.filter { $0.number == first }, first)
    }
    return !failing.isDisjoint(with: leftOut)
  }

  private func mistakes(in messages: [CompilerMessage]) -> [Mistake] {
    var result: [Mistake] = []
    var isOpen = false
    for message in messages {
      if message.severity == .error { isOpen = false }
      guard message.file == .lab else { continue }
      if message.severity == .error, let number = number(ofLine: message.line) {
        result.append(Mistake(number: number, messages: [message]))
        isOpen = true
      } else if message.severity == .note, isOpen {
        result[result.count - 1].messages.append(message)
      }
    }
    return result
  }

  /// The cell, among `numbers`, whose absence or failure is behind a mistake in another.
  private func source(of mistake: Mistake, among numbers: Set<Int>) -> Int? {
    source(of: mistake.text, in: mistake.number, among: numbers)
  }

  /// The cell, among `numbers`, that makes the name which a message in another says is missing.
  func source(of text: String, in number: Int, among numbers: Set<Int>) -> Int? {
    guard let name = Advice.missingName(in: text) ?? Advice.ambiguousName(in: text) else { return nil }
    return numbers.sorted().first { $0 != number && cells[$0].scan.names.contains(name) }
  }

  private func diagnostics(_ mistakes: [Mistake], _ number: Int) -> [Diagnostic] {
    let merged = MergedMistakes.find(in: mistakes.map { $0.messages[0] })
    return mistakes.enumerated().flatMap { index, mistake -> [Diagnostic] in
      if merged?.dropped.contains(index) == true { return [] }
      return mistake.messages.map { message in
        // A note may point into another cell.
        let home = self.home(ofLine: message.line) ?? number
        return diagnostic(message, in: cells[home], help: merged?.kept == index ? merged?.help : nil)
      }
    }
  }

  private func home(ofLine line: Int) -> Int? { cells.indices.last { cells[$0].line <= line } }
}

extension Cell {
  /// Whether this cell uses a name that `other` makes.
  func uses(_ other: Cell) -> Bool { !scan.words.isDisjoint(with: other.scan.names) }
}

/// Mistakes of the compiler's that are one mistake of the learner's: told once, by what the learner did.
enum MergedMistakes {
  /// What to try in place of what the compiler's words suggest.
  struct Finding {
    /// The message that is told.
    let kept: Int
    /// The messages that are not.
    let dropped: Set<Int>
    /// What to try.
    let help: WorkbenchPhrase
  }

  /// The first finding among the errors of one cell.
  ///
  /// - Parameter errors: the compiler's errors in its order.
  /// - Returns: what belongs together; nil where nothing does.
  static func find(in errors: [CompilerMessage]) -> Finding? {
    for (index, error) in errors.enumerated() {
      let others = errors.indices.filter { $0 != index && errors[$0].line == error.line }
      if let wanted = name(error.text, between: "missing argument for parameter '", and: "' in call"),
        let other = others.first(where: { errors[$0].text.hasPrefix("extra argument '") }),
        let found = name(errors[other].text, between: "extra argument '", and: "' in call")
      {
        return Finding(kept: other, dropped: [index], help: .wrongLabel(found: found, expected: wanted))
      }
      if let label = name(error.text, between: "missing argument label '", and: ":' in call"),
        let other = others.first(where: { errors[$0].text == "cannot find '\(label)' in scope" })
      {
        return Finding(kept: other, dropped: Set(others + [index]).subtracting([other]), help: .colonAfterLabel(label))
      }
      if error.text == "expected ',' separator",
        let other = others.first(where: {
          errors[$0].column == error.column && errors[$0].text == "expected expression in container literal"
        })
      {
        return Finding(kept: other, dropped: [index], help: .missingBracket("]"))
      }
    }
    return nil
  }

  private static func name(_ text: String, between start: String, and end: String) -> String? {
    guard text.hasPrefix(start), text.hasSuffix(end), text.count > start.count + end.count else { return nil }
    return String(text.dropFirst(start.count).dropLast(end.count))
  }
}
