import Diagnostics
import Messages

/// Makes the files of a lab of its master, or says why that cannot be done.
struct MasterReader {
  private let text: String
  private let file: String
  private let source: SourceText
  /// The checks that a lab can ask for.
  private let checks: CheckForms
  /// What is wrong with the master.
  var diagnostics: DiagnosticList

  /// - Parameters:
  ///   - text: the whole file.
  ///   - file: the file as the reader knows it.
  ///   - checks: the checks that a lab can ask for.
  init(text: String, file: String, checks: CheckForms) {
    (self.text, self.file, self.checks) = (text, file, checks)
    source = SourceText(text.utf8.count <= Lab.longest ? text : "")
    diagnostics = DiagnosticList(file: file)
  }

  /// The files; nil where something is wrong with the master.
  mutating func master() -> LabMaster? {
    var parser = LabParser(text: text, file: file)
    guard let lab = parser.lab(checks) else {
      diagnostics = parser.diagnostics
      return nil
    }
    let front = FrontMatter(source, &parser.diagnostics)
    guard let outline = parser.outline(from: front.bodyStart) else { return nil }
    let cells = parser.cells(in: outline)
    var sheet = MasterSheet()
    var next = 1
    for cell in cells {
      pass(prose: next..<cell.line, bodyStart: front.bodyStart, &sheet)
      pass(cell, &sheet)
      next = cell.fence.lastLine + 1
    }
    pass(prose: next..<source.lineCount + 1, bodyStart: front.bodyStart, &sheet)
    let all = lab.checkLists.flatMap(\.list)
    if let left = all.first(where: { $0.hidden != nil && !sheet.hiddenLines.contains($0.line) }) {
      diagnostics.error(Place(line: left.line, column: 0), MasterPhrase.hiddenInRow, help: MasterPhrase.ownLines)
    }
    let hiddenCases = all.reduce(0) { $0 + ($1.hidden == nil ? $1.rule.hiddenCases : 0) }
    if sheet.hiddenCases < hiddenCases, let check = all.first(where: { $0.rule.hiddenCases > 0 }) {
      diagnostics.error(Place(line: check.line, column: 0), MasterPhrase.hiddenInRow, help: MasterPhrase.ownLines)
    }
    guard !diagnostics.hasErrors else { return nil }
    return made(of: sheet, title: lab.title)
  }

  /// The files of a sheet that has all their lines; what is made must be a lab again.
  private mutating func made(of sheet: MasterSheet, title: String) -> LabMaster? {
    let (learners, mistakes) = Lab.parse(text: sheet.learners, file: file, checks: checks)
    let grading = Lab.parse(text: sheet.grading, file: file, checks: checks).lab
    guard let learners, let grading else {
      for mistake in mistakes where mistake.severity == .error {
        diagnostics.error(
          Place(line: sheet.origin(of: mistake.line), column: 0),
          MasterPhrase.noLab(Message(mistake.summary)), help: MasterPhrase.mendMaster)
      }
      return nil
    }
    var notes = sheet.solution
    if !sheet.hasNotes { notes = "# \(title)\n\n" + notes }
    let (solution, faults) = Solution.parse(text: notes, file: file, checks: checks)
    guard let solution, learners.completed(with: solution).lab != nil else {
      let reason = faults.first { $0.severity == .error }.map(\.summary)
      diagnostics.error(
        Place(line: 1, column: 0), MasterPhrase.noSolution(reason.map { Message($0) }), help: MasterPhrase.mendMaster)
      return nil
    }
    let hidden = grading.checkLists.flatMap(\.list).count { $0.hidden != nil }
    return LabMaster(
      learners: learners, grading: grading, solution: notes, hiddenCount: hidden + sheet.hiddenCases)
  }

  // MARK: Prose

  /// Prose goes to learners but for what stands between markers, which goes into the solution's file.
  private mutating func pass(prose lines: Range<Int>, bodyStart: Int, _ sheet: inout MasterSheet) {
    var open: Int?
    for number in lines {
      let line = whole(number)
      switch number < bodyStart ? nil : source.line(number).flatMap({ SolutionMarker(prose: $0) }) {
      case .begin?:
        if let first = open { nested(number, first) }
        open = open ?? number
      case .end?:
        if open == nil { unopened(number) }
        open = nil
        sheet.endNote()
      case .instead?, .line?: misplaced(number)
      case nil:
        if open != nil { sheet.note(line) } else { sheet.both(line, from: number) }
      }
    }
    if let open { unclosed(open) }
  }

  // MARK: Cells

  private mutating func pass(_ cell: RawCell, _ sheet: inout MasterSheet) {
    switch cell.kind {
    case .exercise: pass(exercise: cell, &sheet)
    case .answer: pass(answer: cell, &sheet)
    case .check: pass(checks: cell, &sheet)
    case .given, .hint, .experiment, .question:
      for number in lines(of: cell) {
        if cell.kind == .given, let line = source.line(number), SolutionMarker(code: line) != nil { misplaced(number) }
        sheet.both(whole(number), from: number)
      }
    }
  }

  private mutating func pass(exercise cell: RawCell, _ sheet: inout MasterSheet) {
    var open: Int?
    var isInstead = false
    var hasMarker = false
    var solved = ""
    var left = 0
    sheet.both(whole(cell.line), from: cell.line)
    for number in cell.fence.bodyLines {
      let line = whole(number)
      switch source.line(number).flatMap({ SolutionMarker(code: $0) }) {
      case .begin?:
        if let first = open { nested(number, first) }
        (open, isInstead, hasMarker) = (open ?? number, false, true)
      case .instead?:
        if open == nil || isInstead { misplaced(number) }
        isInstead = true
      case .end?:
        if open == nil { unopened(number) }
        open = nil
      case .line(let code, let words)?:
        hasMarker = true
        if open != nil { nested(number, open ?? number) }
        let (holes, missing) = SolutionMarker.withHoles(code, words)
        guard let holes else {
          let fault = missing.map { MasterPhrase.wordMissing($0) } ?? .nothingToReplace
          diagnostics.error(Place(line: number, column: 0), fault, help: MasterPhrase.nameWords)
          continue
        }
        let kept = String(code.reversed().drop(while: \.isWhitespace).reversed())
        sheet.both(holes + ending(number), from: number)
        solved += kept + ending(number)
        left += 1
      case nil:
        if open == nil || isInstead {
          sheet.both(line, from: number)
          left += source.isBlank(line: number) ? 0 : 1
        }
        if open == nil || !isInstead { solved += line }
      }
    }
    if let open { unclosed(open) }
    if left == 0 {
      diagnostics.error(
        Place(line: cell.line, column: 0), MasterPhrase.nothingLeft(cell.name), help: MasterPhrase.writeInstead)
    }
    if !hasMarker {
      diagnostics.warning(
        Place(line: cell.line, column: 0), MasterPhrase.noMarker(cell.name), help: MasterPhrase.markSolution)
    }
    let last = cell.fence.lastLine
    if cell.fence.isClosed { sheet.both(whole(last), from: last) }
    sheet.cell(whole(cell.line) + solved + closing(cell))
  }

  /// Learners find a question mark; what stands in the master is the right answer.
  private mutating func pass(answer cell: RawCell, _ sheet: inout MasterSheet) {
    let ending = ending(cell.line)
    sheet.both(whole(cell.line), from: cell.line)
    sheet.both("?" + ending, from: cell.line)
    sheet.both(closing(cell), from: cell.fence.lastLine)
    let text = cell.body(in: source).trimmed
    if !Lab.Answer.isOpen(text) { sheet.cell(lines(of: cell).map(whole).joined()) }
  }

  /// Checks go to learners but for those that are hidden; a cell with none left goes as a whole.
  private mutating func pass(checks cell: RawCell, _ sheet: inout MasterSheet) {
    let items = MasterItems(source, cell.fence.bodyLines)
    let shown = items.shown(&sheet)
    for number in lines(of: cell) {
      let isShown = !shown.isEmpty && (shown.contains(number) || !cell.fence.bodyLines.contains(number))
      sheet.grading += whole(number)
      if isShown { sheet.learner(whole(number), from: number) }
    }
  }

  // MARK: Lines

  private func lines(of cell: RawCell) -> ClosedRange<Int> { cell.line...max(cell.line, cell.fence.lastLine) }

  /// A line with its ending; the last of a file is given one.
  private func whole(_ number: Int) -> String {
    let text = source.text(in: source.wholeRange(ofLine: number))
    return text.last?.isNewline == true ? text : text + "\n"
  }

  private func ending(_ number: Int) -> String { whole(number).hasSuffix("\r\n") ? "\r\n" : "\n" }

  private func closing(_ cell: RawCell) -> String {
    cell.fence.isClosed ? whole(cell.fence.lastLine) : cell.fence.mark.closing + "\n"
  }

  // MARK: Mistakes

  private mutating func nested(_ line: Int, _ first: Int) {
    diagnostics.error(
      Place(line: line, column: 0), MasterPhrase.nested(first: first), help: MasterPhrase.closeFirst(first))
  }
  private mutating func unopened(_ line: Int) {
    diagnostics.error(Place(line: line, column: 0), MasterPhrase.endWithoutBegin, help: MasterPhrase.openFirst)
  }
  private mutating func unclosed(_ line: Int) {
    diagnostics.error(Place(line: line, column: 0), MasterPhrase.notClosed, help: MasterPhrase.closeIt)
  }
  private mutating func misplaced(_ line: Int) {
    diagnostics.error(Place(line: line, column: 0), MasterPhrase.misplaced, help: MasterPhrase.whereMarkersStand)
  }
}

/// The files of a master as they grow, line by line.
struct MasterSheet {
  /// The lab as learners get it.
  private(set) var learners = ""
  /// The lab with its hidden checks.
  var grading = ""
  /// The solution's file.
  private(set) var solution = ""
  /// Whether the master brings notes for the solution's file.
  private(set) var hasNotes = false
  /// The lines of hidden checks that were left out.
  var hiddenLines: Set<Int> = []
  /// How many hidden cases of functions were left out.
  var hiddenCases = 0
  private var origins: [Int] = []

  /// Adds a line that learners and graders have.
  mutating func both(_ line: String, from number: Int) {
    grading += line
    learner(line, from: number)
  }

  /// Adds a line that learners have.
  mutating func learner(_ line: String, from number: Int) {
    learners += line
    origins.append(number)
  }

  /// Adds a line of a note for the solution's file.
  mutating func note(_ line: String) {
    solution += line
    hasNotes = true
  }

  /// Parts a note from what follows.
  mutating func endNote() { if hasNotes, !solution.hasSuffix("\n\n") { solution += "\n" } }

  /// Adds a cell to the solution's file.
  mutating func cell(_ text: String) { solution += text + "\n" }

  /// The master's line that a line of the learners' lab was made of.
  func origin(of line: Int) -> Int { origins.indices.contains(line - 1) ? origins[line - 1] : 0 }
}
