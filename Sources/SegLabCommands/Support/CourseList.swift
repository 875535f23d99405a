internal import Checking
internal import Diagnostics
internal import Labs
internal import Messages

/// The labs of a course folder: what is done, what waits for another, what is next.
struct CourseList {
  let folder: CourseFolder
  let console: Console

  /// One lab in the form `seglab/list/v1`.
  struct Line: Encodable {
    let id: String
    let file: String
    let title: String
    let verdict: Verdict
    let passed: Int
    let cells: Int
    let next: Bool
  }

  /// The lines, and whether every lab could be read.
  func lines() throws -> (lines: [Line], isSound: Bool) {
    let course = try folder.course()
    let progress = ProgressStore(folder: folder.progress)
    var isSound = course.diagnostics.isEmpty
    var passed: Set<String> = []
    var lines: [Line] = []
    for entry in course.entries {
      guard let lab = entry.lab else {
        isSound = false
        _ = try? console.usable(entry.lab, entry.diagnostics, path: entry.path, text: entry.text)
        continue
      }
      if let remark = progress.mend(lab.id) { console.mention(remark) }
      let known = progress.entry(for: lab.id)
      let waits = lab.after.contains { !passed.contains($0) }
      let verdict = known?.verdict ?? (waits ? .blocked : .notAttempted)
      if verdict == .passed { passed.insert(lab.id) }
      lines.append(
        Line(
          id: lab.id, file: entry.path, title: console.translated(lab).title, verdict: verdict,
          passed: known?.cells.values.count { $0 == .passed } ?? 0, cells: known?.cells.count ?? 0,
          next: verdict != .passed && verdict != .blocked && !lines.contains { $0.next }))
    }
    for diagnostic in course.diagnostics { console.mention(console.renderer.text(of: diagnostic, in: nil)) }
    return (lines, isSound)
  }

  /// Shows the lines.
  ///
  /// - Returns: whether every lab could be read.
  func show() throws -> Bool {
    let (lines, isSound) = try lines()
    for line in lines {
      let count = line.cells > 0 ? " (\(line.passed)/\(line.cells))" : ""
      console.say("\(console.mark(of: line.verdict)) \(line.title)\(count)  \(console.styled(line.file, .faint))")
    }
    if let next = lines.first(where: \.next) { console.say(CommandPhrase.nextLab(id: next.id)) }
    return isSound
  }
}
