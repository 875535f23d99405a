internal import Checking
internal import Labs
internal import Messages

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
    let passed = report.cells.filter { $0.verdict == .passed }.count
    let tally =
      report.verdict == .passed ? words(.allPassed) : words(.tally(passed: passed, cells: report.cells.count))
    // What is blocked waits for something else on the list: that comes first.
    let next =
      report.cells.first { $0.verdict != .passed && $0.verdict != .blocked }
      ?? report.cells.first { $0.verdict != .passed }
    return SummaryView(
      overall: VerdictView(report.verdict, in: language), tally: tally, parts: parts,
      todo: next.map { cell in
        let check = cell.checks.first { $0.verdict != .passed }
        return SummaryView.Todo(
          anchor: places[cell.id] == nil ? nil : "cell-\(cell.id)", name: cell.id,
          advice: check?.message.map { AuthorText.message($0.phrase, in: language) })
      },
      notes: report.changes.map { AuthorText.message($0.phrase(file: lab.file), in: language) }
        + report.remarks.map { AuthorText.message($0.phrase, in: language) }
        + (report.moreDiagnostics > 0
          ? [AuthorText.message(ReportPhrase.moreMessages(count: report.moreDiagnostics), in: language)] : []))
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
