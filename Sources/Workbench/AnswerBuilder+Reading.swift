internal import Diagnostics
internal import Labs
internal import Messages

/// What was read in a cell that does not compile, and what the compiler says of the cell with all of it mended.
struct ReadingTrial {
  let reading: CellReading
  /// Where each line of the cell stands in the mended one, from 0.
  let places: [Range<Int>]
  /// What the compiler says: nil where it came to no end.
  let verdict: Task<[CompilerMessage]?, any Error>
}

extension AnswerBuilder {
  /// Looks at a cell's own text, and shows the compiler what it may have meant, beside whatever else there is to do.
  mutating func read(_ number: Int, _ messages: [CompilerMessage]) {
    let cell = cells[number]
    // What nobody but the author can write is the compiler's to explain.
    guard cell.isExercise, readings[number] == nil else { return }
    let errors = messages.filter { $0.file == .lab }.map {
      CellError(line: $0.line - cell.line, column: $0.column, text: $0.text)
    }
    let others = cells.indices.filter { $0 != number }.reduce(into: cell.scan.names.union(cell.scan.locals)) {
      $0.formUnion(cells[$1].scan.names)
    }
    let functions = cells.indices.filter { $0 != number }.flatMap { GivenFunction.all(in: CellText(cells[$0].lines)) }
    let reading = CellReading(
      cell.lines, errors: errors,
      context: ReadingContext(
        names: others, layers: lab.wantedLayers(in: cell.id), wanted: lab.wantedFunctions(in: cell.id),
        functions: functions))
    guard !reading.slips.isEmpty else { return }
    var lines: [String] = []
    var places: [Range<Int>] = []
    for line in reading.mended {
      let parts = line.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      places.append(lines.count..<(lines.count + parts.count))
      lines += parts
    }
    let mended = cell.with(lines)
    let program = Program(
      cells: kept.map { $0.number == number ? ($0.number, mended) : $0 }, constants: [])
    let compiler = compiler
    readings[number] = ReadingTrial(
      reading: reading, places: places, verdict: Task { try await compiler.check(program) })
  }

  /// Says what was read in place of the compiler's words, wherever the compiler takes what is mended.
  mutating func takeReadings() async throws(WorkbenchError) {
    for (number, trial) in readings.sorted(by: { $0.key < $1.key }) {
      guard outcomes[number].state == .broken, let messages = try? await trial.verdict.value else { continue }
      let cell = cells[number]
      let end = trial.places.last?.upperBound ?? 0
      let left = messages.filter { message in
        message.severity == .error && message.file == .lab
          && (cell.line..<(cell.line + end)).contains(message.line)
          && source(of: message.text, in: number, among: Set(cells.indices).subtracting([number])) == nil
      }
      let stillWrong = Set(
        left.compactMap { message in trial.places.firstIndex { $0.contains(message.line - cell.line) } })
      let slips = trial.reading.slips.filter { !stillWrong.contains($0.line) }
      guard !slips.isEmpty else { continue }
      outcomes[number].errors = slips.told(trial.reading, in: cell, file: file)
    }
  }

  /// What compiles and may yet be meant otherwise.
  func doubts(about cell: Cell) -> [Diagnostic] {
    guard cell.isExercise, outcomes.first(where: { $0.id == cell.id })?.warnings.isEmpty ?? true else { return [] }
    return CellReading.doubts(about: cell.lines).told(in: cell, file: file)
  }
}

extension [Slip] {
  /// One message for each kind of slip: on the first line that has it, with the others named.
  fileprivate func told(_ reading: CellReading, in cell: Cell, file: String) -> [Diagnostic] {
    var kinds: [(id: String, slips: [Slip])] = []
    for slip in self {
      var id = Message(slip.what).id
      // Each old name has another in its place.
      if case .renamed(let found, _) = slip.what { id += "." + found }
      if let known = kinds.firstIndex(where: { $0.id == id }) {
        kinds[known].slips.append(slip)
      } else {
        kinds.append((id, [slip]))
      }
    }
    return kinds.map { _, slips in
      let first = slips[0]
      let help = help(for: first, slips.dropFirst(), reading, in: cell)
      return Diagnostic(
        .error, file: file, line: cell.line + first.line, column: first.column, first.what, help: help)
    }
  }

  /// What to do about a slip and the others of its kind: so that done literally it mends their lines.
  private func help(
    for slip: Slip, _ others: ArraySlice<Slip>, _ reading: CellReading, in cell: Cell
  ) -> SlipPhrase {
    let help = help(for: slip, reading, in: cell)
    guard !others.isEmpty else { return help }
    let line = cell.line + slip.line
    // What stands in the lines above is written anew already.
    var end = Message(help).changes(at: line, of: Message(slip.what)).map(\.through).max() ?? line
    var changes: [LineChange] = []
    for other in others where cell.line + other.line > end {
      let own = self.help(for: other, reading, in: cell)
      changes += Message(own).changes(at: cell.line + other.line, of: Message(other.what))
      end = changes.map(\.through).max() ?? end
    }
    switch help {
    case .write(let text) where !changes.isEmpty: return .writeLikewise(text, others: changes)
    case .removeLine where !changes.isEmpty: return .removeLikewise(others: changes)
    case .removeLikewise(let own): return .removeLikewise(others: own + changes)
    default: return help
    }
  }

  private func help(for slip: Slip, _ reading: CellReading, in cell: Cell) -> SlipPhrase {
    if case .madeInside = slip.what, let above = slip.edits.first?.line { return .moveUp(before: cell.line + above) }
    let written = reading.mended[slip.line].trimmed
    let last = slip.edits.reduce(slip.line) { Swift.max($0, $1.line) }
    let lines = reading.mended[slip.line...last]
    if lines.allSatisfy(\.trimmed.isEmpty) {
      guard lines.count > 1 else { return .removeLine }
      return .removeLikewise(
        others: lines.indices.dropFirst().map { LineChange(cell.line + $0, through: cell.line + $0, "") })
    }
    if lines.count > 1, slip.what.isOfSeveralLines || lines.count <= 6 {
      return .writeLines(LineChange.text(of: lines), through: cell.line + last)
    }
    return written.isEmpty ? .removeLine : .write(written)
  }

  fileprivate func told(in cell: Cell, file: String) -> [Diagnostic] {
    let mended = CellText(cell.lines).applying(flatMap(\.edits))
    // One a line: what is to be written there mends all of it.
    let first = reduce(into: [Int: Slip]()) { found, slip in found[slip.line] = found[slip.line] ?? slip }
    return first.values.sorted { $0.line < $1.line }.map { slip in
      Diagnostic(
        .warning, file: file, line: cell.line + slip.line, column: slip.column, slip.what,
        help: SlipPhrase.write(mended[slip.line].trimmed))
    }
  }
}

extension CellReading {
  /// What compiles, and is hardly meant: spaces of another kind, numbers that a comma divides where fewer are taken, lists of which several
  /// numbers are one, a power that is none, names of layers in one text, and a division that is a comment.
  static func doubts(about lines: [String]) -> [Slip] {
    guard lines.count <= CellText.most.lines, lines.reduce(0, { $0 + $1.utf8.count }) <= CellText.most.bytes else {
      return []
    }
    let mayDivide = lines.contains { $0.contains("//") }
    let mayHoldCommas = lines.contains { $0.contains(/[0-9],[0-9]/) }
    let text = CellText(lines)
    let context = ReadingContext(names: CellScan(lines.joined(separator: "\n")).locals)
    let mayHoldSigns = lines.contains { $0.utf8.contains { $0 >= 0x80 } }
    return (mayHoldSigns ? LookalikeSigns.slips(in: text).filter(\.what.isOfSpace) : [])
      + (mayHoldCommas ? WrittenNumbers.dividedNumbers(in: text) : [])
      + (mayDivide ? CommentedDivisions.doubts(in: text) : [])
      + WrittenLists.slips(in: text, context) + ForeignOperators.numberPowers(in: text)
      + ForeignStatements.comparisons(in: text) + MergedLayers.joinedNames(in: text) + LayerLines.unusedLayers(in: text)
      + ShadowedNames.slips(in: text)
  }
}
