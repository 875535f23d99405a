internal import Checking
internal import Diagnostics
internal import Messages

extension LabReport {
  /// The report without anything that its learner's own copy of the lab does not have.
  var forLearner: LabReport {
    let shown = cells.map { CellReport($0.id, $0.kind, checks: $0.checks.filter { $0.isHidden != true }) }
    // What a program printed, or said as it stopped, it may have said of a hidden call.
    let known = diagnostics.map { diagnostic in
      guard case .crashed(let signal, .some)? = diagnostic.summary as? ProgramPhrase else { return diagnostic }
      return Diagnostic(
        diagnostic.severity, file: diagnostic.file, line: diagnostic.line, column: diagnostic.column,
        ProgramPhrase.crashed(signal: signal, words: nil), help: diagnostic.help)
    }
    var report = LabReport(lab: lab, cells: shown, experiments: experiments, diagnostics: known, printed: "")
    (report.file, report.isQuick, report.seed, report.sandbox) = (file, isQuick, seed, sandbox)
    return report
  }
}

/// What a learner is told of a grade, in words.
struct GradeWords {
  let entry: BookEntry
  let lab: BookLab
  let language: Language

  private func word(_ label: GradeLabel) -> String { label.text(in: language) }

  /// The points of all, as a sentence.
  var total: String {
    guard let grade = entry.grade else { return word(.missing) }
    guard let points = grade.points else { return word(.excused) }
    return word(.points(points, of: grade.total))
  }

  /// One thing: its name, its points, its verdict, and what a person wrote about it.
  struct Line {
    let name: String
    let points: String
    let verdict: Verdict
    let remark: String?
  }

  /// What was reached: what learners know by itself, of what is hidden only what they are to be told.
  var lines: [Line] {
    let items = Dictionary(lab.scheme.items.map { ($0.key, $0) }) { first, _ in first }
    return (entry.grade?.score.items ?? []).compactMap { score in
      guard let item = items[score.key] else { return nil }
      let points = "\(score.points?.places(2) ?? "?") / \(score.of.places(2))"
      guard item.isHidden else {
        return Line(name: item.title(in: language), points: points, verdict: score.verdict, remark: score.words)
      }
      return item.notice.map {
        Line(name: "\(item.cell): \($0)", points: points, verdict: score.verdict, remark: score.words)
      }
    }
  }

  /// What else there is to know.
  var notes: [String] {
    var notes: [String] = []
    let silent = Set(lab.scheme.items.filter { $0.isHidden && $0.notice == nil }.map(\.key))
    let hidden = (entry.grade?.score.items ?? []).filter { silent.contains($0.key) }
    if !hidden.isEmpty {
      let points = hidden.reduce(0) { $0 + ($1.points ?? 0) }
      notes.append(word(.hiddenSum(points, of: hidden.reduce(0) { $0 + $1.of })))
    }
    if let late = entry.grade?.late { notes.append(word(.late(days: late.days, percent: late.percent))) }
    if let decision = entry.grade?.override { notes.append("\(word(.override)): \(decision.reason)") }
    if let reason = entry.grade?.excused { notes.append("\(word(.excused)): \(reason)") }
    let own = entry.remarks.filter { ($0.phrase as? SubmissionPhrase)?.isForGrader != true }
    notes += own.map { $0.text(in: language) }
    return notes
  }
}
