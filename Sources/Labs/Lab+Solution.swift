public import Diagnostics
import Messages

extension Lab {
  /// The lab with the cells of a solution in place of its own.
  ///
  /// Every exercise must be solved; an answer may be left out.
  /// - Parameter solution: the solution of this lab.
  /// - Returns: the completed lab, whose `text` is what a learner would have in the file, or nil where the solution does not fit;
  ///   diagnostics name the solution's file and lines.
  public func completed(with solution: Solution) -> (lab: Lab?, diagnostics: [Diagnostic]) {
    var findings = Findings(file: solution.file)
    var bodies: [Cell: String] = [:]
    for code in solution.exercises { bodies[.exercise(code.id)] = code.body }
    for answer in solution.answers { bodies[.answer(answer.question)] = answer.text }
    let lines =
      solution.exercises.map { (Cell.exercise($0.id), $0.line) }
      + solution.answers.map { (Cell.answer($0.question), $0.line) }
    for (cell, line) in lines where slots[cell] == nil {
      let kind = if case .exercise = cell { CellKind.exercise } else { CellKind.answer }
      let known = names(like: cell)
      let near = Spelling.nearest(to: cell.name, among: known)
      findings.error(
        Place(line: line - 1, column: 0), .unknownTarget(kind: kind.rawValue, name: cell.name),
        help: near.map { .didYouMean($0) } ?? (known.isEmpty ? .fillOrRemove : .oneOf(known)))
    }
    for name in names(like: .exercise("")) where bodies[.exercise(name)] == nil {
      let missing = LabPhrase.solutionLacks(exercise: name, lab: file)
      findings.error(Place(line: 0, column: 0), missing, help: .addToSolution(exercise: name))
    }
    guard !findings.hasErrors else { return (nil, findings.diagnostics) }
    do {
      return Lab.parse(text: try replacing(bodies), file: file)
    } catch .wouldCloseFence(let cell, let line) {
      let start = lines.first { $0.0 == cell }?.1 ?? 0
      findings.error(
        Place(line: start + line - 1, column: 1), .wouldCloseFence(name: cell.name), help: .indentLine)
      return (nil, findings.diagnostics)
    } catch {
      // Every cell has been looked for above.
      preconditionFailure("\(error)")
    }
  }
}
