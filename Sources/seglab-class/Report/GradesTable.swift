internal import Checking
internal import Diagnostics
internal import Foundation
internal import Grading
internal import Messages
internal import SegLabCommands
internal import Sessions

/// Grades in the terminal.
struct GradesTable {
  let console: Console

  private func label(_ label: GradeLabel) -> String { label.text(in: console.language) }

  /// Points of how many, or a word.
  func points(of grade: Grade?) -> String {
    guard let grade else { return "–" }
    guard let points = grade.points else { return label(.excused) }
    return "\(points.places(2)) / \(grade.total.places(2))"
  }

  /// A line for each learner.
  func show(_ entries: [BookEntry], of lab: BookLab) {
    console.say(console.styled("\(lab.title) (\(lab.id))", .bold))
    let keys = entries.map(\.student.key)
    let width = min(24, keys.map(TerminalText.columns(of:)).max() ?? 0)
    let all = entries.map { points(of: $0.grade) }
    let numbers = all.map(TerminalText.columns(of:)).max() ?? 0
    for (entry, points) in zip(entries, all) {
      let notes = self.notes(on: entry)
      let line =
        Self.padded(entry.student.key, width) + "  " + Self.padded(points, numbers, right: true) + "  "
        + entry.student.name + (notes.isEmpty ? "" : "  " + console.styled(notes.joined(separator: ", "), .faint))
      console.say(line)
    }
  }

  /// What a line says besides points.
  private func notes(on entry: BookEntry) -> [String] {
    var notes: [String] = []
    if entry.file == nil { notes.append(label(.missing)) }
    if let late = entry.grade?.late { notes.append(label(.late(days: late.days, percent: late.percent))) }
    if entry.grade?.late == nil, entry.isLate { notes.append(label(.saidLate)) }
    if entry.grade?.override != nil { notes.append(label(.override)) }
    if let unmarked = entry.grade?.score.unmarked, !unmarked.isEmpty {
      notes.append(label(.toMark) + " " + unmarked.joined(separator: ", "))
    }
    if entry.grade?.isUnjudged == true { notes.append(label(.unjudged)) }
    if let proposed = entry.proposed { notes.append("→ " + points(of: proposed.grade)) }
    return notes
  }

  /// One learner, thing by thing.
  func show(_ entry: BookEntry, of lab: BookLab, _ assessment: Assessment?) {
    console.say(console.styled("\(entry.student.name) (\(entry.student.key))", .bold))
    console.say("\(lab.title): \(points(of: entry.grade))")
    if let file = entry.file { console.say("\(label(.file)): \(file)") }
    if let time = entry.handedIn { console.say("\(label(.handedIn)): \(time.formatted(.iso8601))") }
    for remark in entry.remarks + (assessment?.remarks ?? []) { console.say("! " + remark.text(in: console.language)) }
    for change in assessment?.report.changes ?? [] {
      console.say("! " + change.phraseWhereNotCounted(file: entry.file ?? "").text(in: console.language))
    }
    let items = lab.scheme.items
    for item in entry.grade?.score.items ?? [] {
      let facts = items.first { $0.key == item.key }
      let found = item.points.map { $0.places(2) } ?? "?"
      let word = VerdictPhrase(item.verdict.rawValue).text(in: console.language)
      console.say(
        "  \(item.key)  \(found) / \(item.of.places(2))  \(word)"
          + (facts?.isHidden == true ? "  " + label(.hidden) : ""))
      if let words = item.words { console.say("      “\(words)”") }
      if !item.verdict.isRight, let check = self.check(facts, in: assessment), let message = check.message {
        console.say("      " + message.text(in: console.language), hanging: 6)
      }
    }
    notes(on: entry).forEach { console.say($0) }
    for (kind, decision) in entry.decisions.sorted(by: { $0.key < $1.key }) {
      console.say("\(kind): \(decision.value.plain), “\(decision.reason)”")
    }
    console.say(label(.history))
    for record in entry.official {
      let evidence = record.evidence.map { " " + $0.prefix(12) } ?? ""
      console.say(
        "  \(record.made.formatted(.iso8601))  \(points(of: record.grade))  "
          + "\(GradeLabel.why(record.why.rawValue).text(in: console.language))  SegLab \(record.engine)\(evidence)")
    }
  }

  private func check(_ item: GradingScheme.Item?, in assessment: Assessment?) -> CheckResult? {
    guard let item, let cell = assessment?.report.cells.first(where: { $0.id == item.cell }) else { return nil }
    let own = cell.checks.filter { item.check == nil || $0.check == item.check }
    // What keeps a check waiting says more than that it waits.
    return own.first { !$0.verdict.isRight && $0.verdict != .blocked } ?? cell.checks.first { !$0.verdict.isRight }
  }

  /// Which grades would change, each with what changed.
  func show(changesOf entries: [BookEntry]) {
    for entry in entries {
      guard let proposed = entry.proposed else { continue }
      let why = GradeLabel.why(proposed.why.rawValue).text(in: console.language)
      console.say(
        "\(entry.student.key)  \(entry.student.name)  \(points(of: entry.grade)) → \(points(of: proposed.grade))  (\(why))"
      )
      for change in entry.changes {
        let old = change.old.map { $0.places(2) } ?? "–"
        let new = change.new.map { $0.places(2) } ?? "–"
        console.say("    \(change.what): \(old) → \(new)" + (change.of > 0 ? " / \(change.of.places(2))" : ""))
      }
    }
  }

  private static func padded(_ text: String, _ width: Int, right: Bool = false) -> String {
    let space = String(repeating: " ", count: max(0, width - TerminalText.columns(of: text)))
    return right ? space + text : text + space
  }
}
