public import Diagnostics
internal import Messages

/// Makes a lab of a text, or says why it is none.
struct LabParser {
  let text: String
  let file: String
  let source: SourceText
  /// What is wrong with the text.
  var diagnostics: DiagnosticList
  private var names = CellNames()

  /// - Parameters:
  ///   - text: the whole file.
  ///   - file: the file as the reader knows it.
  init(text: String, file: String) {
    self.text = text
    self.file = file
    source = SourceText(text.utf8.count <= Lab.longest ? text : "")
    diagnostics = DiagnosticList(file: file)
  }

  /// - Parameter checks: the checks that the lab can ask for.
  /// - Returns: the lab, or nil where something is wrong with it.
  mutating func lab(_ checks: CheckForms) -> Lab? {
    guard isShortEnough() else { return nil }
    let front = FrontMatter(source, &diagnostics)
    guard let outline = outline(from: front.bodyStart) else { return nil }
    let cells = cells(in: outline)
    let blocks = cells.compactMap { cell in block(cell, checks).map { (cell, $0) } }
    let unnamed = outline.fences.filter { $0.isAtMargin && mayBeSwift($0) }.map(\.firstLine)
    names.checkReferences(of: cells, besides: unnamed, &diagnostics)
    guard !diagnostics.hasErrors else { return nil }
    var lab = Lab(
      file: file, text: text, title: front.title, language: front.language, id: front.id, dataset: front.dataset,
      takesAnySet: front.takesAnySet,
      after: front.after.map(\.id), budget: front.budget, blocks: merged(blocks, outline, from: front.bodyStart),
      idPlace: front.idPlace,
      afterPlaces: front.after.map(\.place), slots: CellSlot.slots(of: cells, in: source), forms: checks)
    (lab.digests, lab.facts) = (front.digests, front.facts)
    (lab.points, lab.givesPartialCredit) = (front.points, front.givesPartialCredit)
    return lab
  }

  /// Whether a block that is no cell may have been one of Swift: it says so, or says nothing and makes something.
  private func mayBeSwift(_ fence: Fence) -> Bool {
    guard fence.mark.info.isEmpty else { return fence.mark.info == "swift" }
    let makers = ["let ", "var ", "func ", ".FIXME", "Network(", "Training(", "Preprocessing {"]
    return fence.bodyLines.contains { line in
      source.line(line).map { words in makers.contains { words.contains($0) } } ?? false
    }
  }

  /// - Parameter checks: the checks that a lab can ask for.
  /// - Returns: the blocks of a solution, or nil where something is wrong with it.
  mutating func solutionBlocks(_ checks: CheckForms) -> [Lab.Block]? {
    guard isShortEnough(), let outline = outline(from: 1) else { return nil }
    let cells = cells(in: outline)
    for cell in cells where cell.kind != .exercise && cell.kind != .answer {
      diagnostics.error(cell.place, .notInSolution(kind: cell.kind.rawValue), help: .solutionHolds)
    }
    let blocks = cells.compactMap { cell in block(cell, checks).map { (cell, $0) } }
    return diagnostics.hasErrors ? nil : merged(blocks, outline, from: 1)
  }

  mutating func isShortEnough() -> Bool {
    guard text.utf8.count > Lab.longest else { return true }
    let summary = LabPhrase.tooLong(bytes: text.utf8.count, limit: Lab.longest)
    diagnostics.error(Place(line: 0, column: 0), summary, help: .divide)
    return false
  }

  mutating func outline(from line: Int) -> MarkdownOutline? {
    let outline = MarkdownOutline(of: source, from: line)
    if let deep = outline.tooDeep {
      diagnostics.error(Place(line: deep, column: 0), .tooDeep(limit: Prose.deepest), help: .nestLess)
      return nil
    }
    for place in outline.rawHTML { diagnostics.warning(place, .rawHTML, help: .useMarkdown) }
    return outline
  }

  mutating func cells(in outline: MarkdownOutline) -> [RawCell] {
    var reader = CellReader(source)
    let cells = reader.cells(in: outline, &diagnostics)
    names = CellNames(of: cells, hidden: reader.hiddenNames, &diagnostics)
    return cells
  }

  /// Cells and prose in the order of the file.
  private func merged(
    _ cells: [(cell: RawCell, block: Lab.Block)], _ outline: MarkdownOutline, from first: Int
  ) -> [Lab.Block] {
    let lines = Dictionary(cells.map { ($0.cell.line, $0.cell.fence.lastLine) }) { one, _ in one }
    let prose = ProseReader.stretches(of: outline, from: first, without: lines)
    var blocks = cells.map { (line: $0.cell.line, block: $0.block) }
    blocks += prose.map { (line: $0.line, block: .prose($0.prose, line: $0.line)) }
    return blocks.sorted { $0.line < $1.line }.map(\.block)
  }

  private mutating func block(_ cell: RawCell, _ checks: CheckForms) -> Lab.Block? {
    let body = cell.body(in: source)
    if cell.kind == .exercise, body.trimmed.isEmpty {
      // A learner who took everything out can still set the cell back.
      diagnostics.warning(cell.place, .emptyCell(kind: cell.kind.rawValue), help: .setCellBack(cell.name))
    } else if cell.kind != .answer, body.trimmed.isEmpty {
      diagnostics.error(cell.place, .emptyCell(kind: cell.kind.rawValue), help: .fillOrRemove)
      return nil
    }
    let line = cell.line + 1
    if cell.kind == .exercise || cell.kind == .answer,
      let first = cell.fence.bodyLines.first(where: { !source.isBlank(line: $0) }),
      let words = source.line(first), words.hasPrefix("```") || words.hasPrefix("~~~")
    {
      diagnostics.error(Place(line: first, column: 1), MisplacedPhrase.fenceInCell, help: .removePastedFences)
      return nil
    }
    switch cell.kind {
    case .exercise: return .exercise(Lab.Code(id: cell.name, body: body, line: line))
    case .given: return .given(Lab.Code(id: names.nextGiven(), body: body, line: line))
    case .hint:
      return .hint(Lab.Hint(target: cell.name, prose: Prose(body, line: line), text: body.trimmed, line: line))
    case .answer: return .answer(Lab.Answer(question: cell.name, text: body.trimmed, line: line))
    case .check, .experiment, .question:
      let before = diagnostics.errorCount
      guard let value = YAMLReader(source, lines: cell.fence.bodyLines).read(&diagnostics) else {
        if diagnostics.errorCount == before {
          diagnostics.error(cell.place, .emptyCell(kind: cell.kind.rawValue), help: .fillOrRemove)
        }
        return nil
      }
      return block(cell, value, checks)
    }
  }

  private mutating func block(_ cell: RawCell, _ value: YAMLValue, _ checks: CheckForms) -> Lab.Block? {
    switch cell.kind {
    case .check:
      return .checks(
        ChecksReader(forms: checks).checks(value, cell, of: names.kind(of: cell.name), &diagnostics))
    case .experiment: return ExperimentReader.experiment(value, cell, &diagnostics).map { .experiment($0) }
    default: return QuestionReader.question(value, cell, &diagnostics).map { .question($0) }
    }
  }
}

extension Lab {
  /// The most bytes that a lab may have.
  public static let longest = 4 << 20

  /// Reads a lab from its text.
  ///
  /// Names of exercises, experiments and questions are one family: no two of them are the same. An exercise or experiment may have
  /// several `check` cells, one after the other; they count as one list. Every mistake is reported, not only the first.
  /// - Parameters:
  ///   - text: the whole file; its lines may end as on any system, and it may begin with a byte order mark.
  ///   - file: the file as the reader knows it; stands in every diagnostic.
  ///   - checks: the checks that it can ask for.
  /// - Returns: the lab, or nil where a diagnostic is an error; warnings leave it usable.
  public static func parse(
    text: String, file: String, checks: CheckForms
  ) -> (lab: Lab?, diagnostics: [Diagnostic]) {
    var parser = LabParser(text: text, file: file)
    let lab = parser.lab(checks)
    return (lab, parser.diagnostics.inOrder)
  }
}

extension Lab {
  /// Reads a lab from its file.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - file: the file as the reader knows it; the path itself where it is nil.
  ///   - checks: the checks that it can ask for.
  /// - Returns: as ``parse(text:file:checks:)``.
  /// - Throws: `LabFileError` where the file is missing, no file, unreadable, too large, or not UTF-8.
  public static func read(
    _ path: String, as file: String? = nil, checks: CheckForms
  ) throws(LabFileError) -> (lab: Lab?, diagnostics: [Diagnostic]) {
    parse(text: try TextFile.read(path), file: file ?? path, checks: checks)
  }
}
