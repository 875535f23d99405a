internal import Checking
package import Courses
internal import Diagnostics
internal import Foundation
package import Labs
internal import Messages

extension Console {
  /// What a course gives; what it says beside that is shown.
  ///
  /// - Throws: `Failure` where the course cannot.
  package func told<Value: Sendable>(_ body: @autoclosure () throws(CourseProblem) -> Noted<Value>) throws(Failure)
    -> Value
  {
    let noted = try asked(body())
    show(noted.notes)
    return noted.value
  }

  /// What a course gives; what it says before it gives up is shown.
  ///
  /// - Throws: `Failure` where the course cannot.
  package func asked<Value>(_ body: @autoclosure () throws(CourseProblem) -> Value) throws(Failure) -> Value {
    do { return try body() } catch {
      show(error.notes)
      throw Failure(error)
    }
  }

  /// The course folder that the user is in.
  package func folder() throws(Failure) -> CourseFolder {
    try asked(CourseFolder.current)
  }

  /// The course folder that the user is in; nothing is made where there is none.
  package func courseFolder() throws(Failure) -> CourseFolder {
    let folder = try folder()
    guard CourseFolder.found != nil else { throw Failure(.noLabs(folder: folder.root.path)) }
    return folder
  }

  /// The lab that a user asks for; the doubts about it are shown.
  package func lab(_ name: String, in folder: CourseFolder) throws(Failure) -> Lab {
    try told(folder.lab(name))
  }

  /// `lab` in this console's language, where there is a translation that fits.
  func translated(_ lab: Lab) -> Lab {
    let noted = lab.translated(to: language)
    show(noted.notes)
    return noted.value
  }

  /// A lab with the cells of a solution in place of its own; its mistakes are shown.
  ///
  /// - Parameters:
  ///   - lab: the lab.
  ///   - path: the solution's file; nil for the lab as it is.
  /// - Returns: the completed lab.
  /// - Throws: `Failure` where the solution cannot be used.
  package func completed(_ lab: Lab, with path: String?) throws(Failure) -> Lab {
    guard let path else { return lab }
    let solution = try told(SolutionBook.read(path))
    return try told(SolutionBook.complete(lab, with: solution, path: path))
  }

  /// Shows what is to be said beside a result.
  package func show(_ notes: [CourseNote]) {
    for note in notes {
      switch note {
      case .line(let phrase): mention(phrase)
      case .diagnostics(let list, let text):
        let source = text.map { SourceText($0) }
        for diagnostic in list { mention(renderer.text(of: diagnostic, in: source)) }
      }
    }
  }

  /// How diagnostics look here.
  var renderer: DiagnosticRenderer { DiagnosticRenderer(language: language, color: colour, width: columns) }

  /// Tells how a course stands.
  func show(_ list: CourseList) {
    show(list.notes)
    let titles = Dictionary(list.lines.map { ($0.id, $0.title) }) { first, _ in first }
    let marks = list.lines.map { line in
      line.begun ? begun(passed: line.passed, of: line.cells) : mark(of: line.verdict)
    }
    let width = marks.map(\.plainColumns).max() ?? 0
    for (line, mark) in zip(list.lines, marks) {
      let padding = String(repeating: " ", count: width - mark.plainColumns)
      let count = line.begun ? "" : " (\(line.passed)/\(line.cells))"
      say("\(mark)\(padding) \(line.title)\(count)  \(styled(line.file, .faint))")
      guard line.verdict == .blocked, !line.waits_for.isEmpty else { continue }
      say("    " + StandingPhrase.waits(labs: line.waits_for.map { titles[$0] ?? $0 }).text(in: language))
    }
    if let next = list.lines.first(where: \.next) { say(CommandPhrase.nextLab(id: next.id)) }
  }

  /// Tells a hint; nil where the cell has none.
  func show(_ hint: HintBook.Told?, for cell: String) {
    guard let hint else { return say(CommandPhrase.noHints(cell: cell)) }
    let head = CommandPhrase.hint(cell: cell, number: hint.number, count: hint.count)
    say(styled(head.text(in: language), .bold))
    say(prose: hint.text)
    if hint.isAgain { mention(CommandPhrase.noMoreHints(lab: hint.lab, cell: cell, count: hint.count)) }
  }

  /// Shows the solution of a cell.
  func show(solution text: String, of cell: String) {
    say(styled(LoopPhrase.solution(cell: cell).text(in: language), .bold))
    say(text)
  }
}
