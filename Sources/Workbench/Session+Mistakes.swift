internal import Diagnostics

extension Session {
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
    guard let name = Advice.missingName(in: mistake.text) ?? Advice.ambiguousName(in: mistake.text) else { return nil }
    return numbers.sorted().first { $0 != mistake.number && cells[$0].scan.names.contains(name) }
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
