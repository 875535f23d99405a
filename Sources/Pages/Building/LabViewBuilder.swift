internal import Checking
internal import Diagnostics
internal import Labs
internal import Markup
internal import Messages
internal import Networks

/// Turns a lab and a report into what the templates show.
struct LabViewBuilder {
  /// The most characters of what a program printed that are shown.
  private static let mostPrinted = 20_000
  /// The most messages about one cell that are shown.
  private static let mostMessages = 100

  let lab: Lab
  let report: LabReport?
  let language: Language
  let source: SourceText
  var prose: ProseRenderer
  /// Renders texts of the author's that are not prose of their own.
  let author: AuthorText
  var entries: [ContentsView.Entry] = []
  /// Lines that stand on the page with their numbers.
  let listed: Set<Int>
  /// Lines that belong to a cell of Swift.
  private let covered: Set<Int>
  private let hintCounts: [String: Int]
  private var hintsShown: [String: Int] = [:]
  private let answers: [String: String]
  private let cells: [String: CellReport]
  /// The training of each experiment, by name.
  let runs: [String: ExperimentReport]
  /// The messages about each line of the lab.
  private let diagnostics: [Int: [Diagnostic]]

  /// Where names in code are explained; nil where a page stands alone.
  private let codeLinks: CodeLinks?
  /// Where the pictures are put that the page draws.
  let drawn: DrawnPictures
  /// Whether a script is there that reads values off charts.
  let hasScript: Bool
  /// Whether it is a page of a site, where nobody answers questions.
  private let isSite: Bool
  /// Whether it was said what the measures are of.
  var hasDefined = false
  /// Whether curves were shown.
  var hasShownCurves = false
  /// The networks whose graphs were drawn.
  var shownNetworks: Set<[LayerSummary]> = []
  /// The networks whose layers were listed, with the experiment where they stand.
  var listedNetworks: [[LayerSummary]: String] = [:]

  /// - Parameters: as for `LabPage.html`, and
  ///   - codeLinks: where names in code are explained; nil where a page stands alone.
  ///   - terms: links the glossary's terms; nil where a page stands alone.
  ///   - drawn: where the pictures are put that the page draws.
  ///   - hasScript: whether a script is there that reads values off charts.
  ///   - isSite: whether it is a page of a site, where nobody answers questions.
  ///   - links: where the page's links lead; nil for a page that stands alone.
  init(
    lab: Lab, report: LabReport?, language: Language, codeLinks: CodeLinks? = nil, terms: TermLinker? = nil,
    drawn: DrawnPictures = DrawnPictures(), hasScript: Bool = false, isSite: Bool = false,
    links: PageLinks? = nil
  ) {
    self.codeLinks = codeLinks
    (self.drawn, self.hasScript, self.isSite) = (drawn, hasScript, isSite)
    self.lab = lab
    self.report = report
    self.language = language
    source = SourceText(lab.text)
    var listed: Set<Int> = []
    for code in lab.code {
      listed.formUnion(code.line..<(code.line + CodeListing.shownLines(of: SourceText(code.body)).count))
    }
    self.listed = listed
    covered = Set(lab.code.flatMap(\.lines))
    hintCounts = Dictionary(grouping: lab.hints, by: \.target).mapValues(\.count)
    answers = Dictionary(
      lab.answers.filter { !$0.isOpen }.map { ($0.question, $0.text) }
    ) { _, last in last }
    let links = links ?? PageLinks(own: LabAnchors(of: lab))
    author = AuthorText(pictures: Pictures(beside: lab.file), links: links)
    prose = ProseRenderer(
      lab.prose, title: lab.title, pictures: author.pictures, terms: terms, language: language, links: links)
    cells = Dictionary((report?.cells ?? []).map { ($0.id, $0) }) { first, _ in first }
    runs = Dictionary((report?.experiments ?? []).map { ($0.id, $0) }) { first, _ in first }
    diagnostics = Dictionary(grouping: (report?.diagnostics ?? []).filter { $0.file == lab.file }, by: \.line)
  }

  /// The whole page.
  mutating func view(labels: [String: String]) -> LabView {
    let blocks = lab.blocks.compactMap { block(of: $0) }
    let printed = report?.printed ?? ""
    let shown = printed.prefix(Self.mostPrinted)
    return LabView(
      words: labels, title: lab.title, about: about,
      quickBand: report?.quick.map { $0.phrase(lab: lab.id).text(in: language).replacing("`", with: "") },
      summary: report.flatMap { $0.hasStanding ? summary(of: $0) : nil },
      contents: ContentsView(entries: entries),
      looseMessages: messages((report?.diagnostics ?? []).filter { !covered.contains($0.line) || $0.file != lab.file }),
      blocks: blocks,
      printout: printed.allSatisfy(\.isWhitespace)
        ? nil
        : PrintoutView(
          text: String(shown),
          omitted: shown.endIndex < printed.endIndex
            ? words(.printedOmitted(printed[shown.endIndex...].count)) : nil))
  }

  // MARK: Blocks

  private mutating func block(of block: Lab.Block) -> BlockView? {
    switch block {
    case .prose(let words, _):
      let (html, headings) = prose.set(words)
      entries += headings.filter { $0.level <= 3 }.map {
        ContentsView.Entry(anchor: $0.id, depth: $0.level - 1, label: $0.html, outcome: nil)
      }
      return html.isEmpty ? nil : BlockView(prose: html)
    case .exercise(let code): return BlockView(code: view(of: code, isGiven: false))
    case .given(let code): return BlockView(code: view(of: code, isGiven: true))
    case .hint(let hint): return BlockView(hint: view(of: hint))
    case .experiment(let experiment): return BlockView(experiment: view(of: experiment))
    case .question(let question): return BlockView(question: view(of: question))
    // Both stand in the cell that they belong to.
    case .checks, .answer: return nil
    }
  }

  private mutating func view(of code: Lab.Code, isGiven: Bool) -> CodeView {
    let lines = code.lines
    let diagnostics = lines.flatMap { self.diagnostics[$0] ?? [] }
    var marks: [Int: String] = [:]
    for diagnostic in diagnostics where diagnostic.severity != .note && marks[diagnostic.line] != "error" {
      marks[diagnostic.line] = diagnostic.severity.rawValue
    }
    let listing = CodeListing(code.body, from: code.line, marked: marks, links: codeLinks)
    let anchor = isGiven ? "given-\(code.id)" : "cell-\(code.id)"
    let outcome = isGiven ? nil : verdict(on: code.id)
    if !isGiven { enter(anchor, .exercise, code.id, outcome) }
    return CodeView(
      anchor: anchor, level: min(prose.level + 1, 6), isGiven: isGiven, isExercise: !isGiven,
      name: isGiven ? nil : code.id, lines: words(.lines(first: code.line, last: lines.upperBound)),
      holes: listing.holes > 0 ? words(.holes(listing.holes)) : nil, listing: listing.html,
      omitted: listing.omittedLines > 0 ? words(.linesOmitted(listing.omittedLines)) : nil, outcome: outcome,
      messages: messages(diagnostics),
      checkList: isGiven ? nil : checks(on: code.id, after: diagnostics))
  }

  private mutating func view(of hint: Lab.Hint) -> HintView {
    hintsShown[hint.target, default: 0] += 1
    let body = ProseRenderer.inner(
      hint.prose, pictures: author.pictures, language: language, links: author.links)
    return HintView(
      opener: words(.hint(number: hintsShown[hint.target] ?? 1, count: hintCounts[hint.target] ?? 1)),
      target: hint.target, body: body)
  }

  private mutating func view(of question: Lab.Question) -> QuestionView {
    let answer = answers[question.id]
    let anchor = "cell-\(question.id)"
    let outcome = verdict(on: question.id)
    enter(anchor, .question, question.id, outcome)
    var options: QuestionView.Options?
    if case .choice(let choices) = question.form {
      options = QuestionView.Options(
        list: choices.map { choice in
          QuestionView.Option(
            key: choice.key, choice: author.line(choice.text),
            isChosen: answer?.lowercased() == choice.key.lowercased())
        })
    }
    let reasons = cells[question.id]?.checks.compactMap(\.message).map { author.message($0.phrase, in: language) }
    return QuestionView(
      anchor: anchor, level: min(prose.level + 1, 6), name: question.id, text: author.blocks(question.text),
      options: options, answer: answer, hidesAnswer: isSite || options?.list.contains(where: \.isChosen) ?? false,
      outcome: outcome,
      reasons: reasons.flatMap { $0.isEmpty ? nil : $0.joined(separator: "\n") })
  }

  // MARK: Verdicts

  func verdict(on id: String) -> VerdictView? { cells[id].map { VerdictView($0.verdict, in: language) } }

  /// What was checked on a cell, or what its author asks for.
  ///
  /// - Parameters:
  ///   - id: the cell's name.
  ///   - diagnostics: messages that stand on the page above the checks.
  /// - Returns: the checks; nil where there are none.
  func checks(on id: String, after diagnostics: [Diagnostic] = []) -> ChecksView? {
    let items: [CheckView]
    if let cell = cells[id] {
      let said = Set(diagnostics.map(\.message))
      items = CheckView.made(cell.checks, said: said, author, in: language)
    } else {
      items = CheckView.planned(lab.checks(of: id).filter { $0.hidden == nil }, in: language)
    }
    return items.isEmpty ? nil : ChecksView(checksLevel: min(prose.level + 2, 6), items: items)
  }

  /// Adds a cell to the table of contents.
  mutating func enter(_ anchor: String, _ kind: PageLabel, _ name: String, _ outcome: VerdictView?) {
    let label = "\(InertText.html(kind.text(in: language))) <code>\(InertText.html(name))</code>"
    let depth = max(1, min(prose.level, 2))
    entries.append(ContentsView.Entry(anchor: anchor, depth: depth, label: label, outcome: outcome))
  }

  func words(_ phrase: PagePhrase) -> String { phrase.text(in: language) }

  private func messages(_ diagnostics: [Diagnostic]) -> MessagesView? {
    guard !diagnostics.isEmpty else { return nil }
    let left = diagnostics.count - Self.mostMessages
    return MessagesView(
      diagnostics: DiagnosticView.views(
        of: Array(diagnostics.prefix(Self.mostMessages)), source: source, file: lab.file, listed: listed, in: language),
      omittedMessages: left > 0 ? words(.messagesOmitted(left)) : nil)
  }
}

extension LabReport {
  /// Whether there is anything to say of a learner; the results of trainings alone are no standing.
  fileprivate var hasStanding: Bool { !cells.isEmpty || moreDiagnostics > 0 || !changes.isEmpty || !remarks.isEmpty }
}

extension LabViewBuilder {
  /// Data set, budget and the labs to do first.
  var about: [FactView] {
    var facts: [FactView] = []
    func add(_ label: PageLabel, _ value: String) {
      facts.append(FactView(term: label.text(in: language), details: InlineWords.html(value)))
    }
    if !lab.dataset.isEmpty { add(.dataset, lab.dataset) }
    if let budget = lab.budget, budget.parameters != nil || budget.minutes != nil {
      add(.budget, words(.budget(parameters: budget.parameters, minutes: budget.minutes)))
    }
    if !lab.after.isEmpty { add(.after, lab.after.joined(separator: ", ")) }
    return facts
  }

  /// The verdicts in short, and what to do next.
  func summary(of report: LabReport) -> SummaryView {
    let places = kinds
    let parts = report.cells.map { cell in
      SummaryView.Part(
        anchor: places[cell.id] == nil ? nil : "cell-\(cell.id)",
        kind: places[cell.id]?.text(in: language) ?? "", name: cell.id,
        outcome: VerdictView(cell.verdict, in: language))
    }
    let tally: String
    switch report.verdict {
    case .passed: tally = words(.allPassed)
    case .tried: tally = StandingPhrase.tried(title: lab.title).text(in: language)
    default: tally = words(.tally(passed: report.passed, cells: report.cells.count))
    }
    // What is blocked waits for something else on the list: that comes first.
    let open = report.cells.filter { !$0.verdict.isRight }
    let next = open.first { $0.verdict != .blocked } ?? open.first
    return SummaryView(
      overall: VerdictView(of: report, in: language), tally: tally, parts: parts,
      todo: next.map { cell in
        let check = cell.checks.first { !$0.verdict.isRight }
        return SummaryView.Todo(
          anchor: places[cell.id] == nil ? nil : "cell-\(cell.id)", name: cell.id,
          advice: check?.message.map { author.message($0.phrase, in: language) })
      },
      notes: report.changes.map { author.message($0.phrase(file: lab.file), in: language) }
        + report.remarks.map { author.message($0.phrase, in: language) }
        + (report.moreDiagnostics > 0
          ? [author.message(ReportPhrase.moreMessages(count: report.moreDiagnostics), in: language)] : []))
  }

  /// What kind of cell each name belongs to.
  private var kinds: [String: PageLabel] {
    var kinds: [String: PageLabel] = [:]
    for block in lab.blocks {
      switch block {
      case .exercise(let code): kinds[code.id] = .exercise
      case .experiment(let experiment): kinds[experiment.id] = .experiment
      case .question(let question): kinds[question.id] = .question
      default: break
      }
    }
    return kinds
  }
}
