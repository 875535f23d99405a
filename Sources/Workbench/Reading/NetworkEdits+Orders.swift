internal import Messages
internal import SegLab

/// What stands in another order, or under another name, than what is meant: images, lines, joins.
extension NetworkEdits {
  /// The first line with the images that the lab is about.
  ///
  /// - Parameter shape: the images that the lab's solution takes; nil where that is not known.
  /// - Returns: nothing where the line says so already, or is not there.
  public func input(as shape: [Int]?) -> [Candidate] {
    guard let shape, let row = rows.first(where: { $0.call.name == "Input" && $0.call.isOnOneLine }),
      let found = list("shape", of: row), found.count == shape.count, found != shape,
      let edit = replacing("shape", of: row, by: shape)
    else { return [] }
    return [candidate([edit], on: row, .otherImages(written: found, images: shape))]
  }

  /// The first line, where there is none.
  func missingInput(_ shape: [Int]?) -> [Candidate] {
    guard let shape, let first = rows.first, !page.text.tokens.contains(where: { $0.text == "Input" }) else {
      return []
    }
    let (line, written) = (page.line + first.index, "Input(shape: \(shape.asShape))")
    return [
      Candidate(
        changes: [LineChange(line, through: line - 1, written)], line: line,
        cause: .inputNotFirst(layer: first.name.isEmpty ? first.call.name : first.name),
        help: AdvisedPhrase.insert(written, before: line, why: Message(NetworkAdvicePhrase.startWithInput)))
    ]
  }

  /// The line that something is said of and one of its neighbours, the other way round.
  func exchangedLines(for mismatch: any Phrase, at line: Int) -> [Candidate] {
    guard (mismatch as? NetworkPhrase)?.isOfJoins == true, let place = place(at: line) else { return [] }
    return [place - 1, place].compactMap { first -> Candidate? in
      guard first > 0, first + 1 < rows.count, case let (above, below) = (rows[first], rows[first + 1]),
        above.call.isOnOneLine, below.call.isOnOneLine, below.index == above.index + 1, !above.name.isEmpty,
        !below.name.isEmpty
      else { return nil }
      let (start, lines) = (page.line + above.index, page.text.lines)
      return Candidate(
        changes: [
          LineChange(start + 1, through: start + 1, lines[above.index].trimmed),
          LineChange(start, through: start, lines[below.index].trimmed),
        ], line: start, cause: .linesExchanged(first: below.name, second: above.name),
        help: SlipPhrase.writeLines(
          LineChange.text(of: [lines[below.index], lines[above.index]]), through: start + 1))
    }
  }

  /// A sum of maps that is to lay them side by side.
  func joined(for mismatch: any Phrase) -> [Candidate] {
    guard let cause = mismatch as? NetworkPhrase else { return [] }
    return rows.filter { $0.call.name == "Add" && $0.call.isOnOneLine }.prefix(2).map { row in
      candidate([page.text.replace(row.call.callee, by: "Concat")], on: row, cause)
    }
  }
}
