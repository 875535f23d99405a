public import Diagnostics
import Messages

/// The completed cells of a lab, with notes on why.
public struct Solution: Sendable {
  /// The file as the reader knows it, for example `solutions/01-fully-connected.md`.
  public let file: String
  /// Notes and cells in the order of the file: prose, exercises and answers only.
  public let blocks: [Lab.Block]

  /// The completed exercises in order.
  public var exercises: [Lab.Code] {
    blocks.compactMap { block in
      if case .exercise(let code) = block { return code }
      return nil
    }
  }

  /// The answers in order.
  public var answers: [Lab.Answer] {
    blocks.compactMap { block in
      if case .answer(let answer) = block { return answer }
      return nil
    }
  }

  /// Reads a solution from its text: a Markdown file without front matter, whose cells are exercises and answers.
  ///
  /// - Parameters:
  ///   - text: the whole file.
  ///   - file: the file as the reader knows it; stands in every diagnostic.
  ///   - checks: the checks that a lab can ask for; none belongs here.
  /// - Returns: the solution, or nil where a diagnostic is an error.
  public static func parse(
    text: String, file: String, checks: CheckForms
  ) -> (solution: Solution?, diagnostics: [Diagnostic]) {
    var parser = LabParser(text: text, file: file)
    let blocks = parser.solutionBlocks(checks)
    return (blocks.map { Solution(file: file, blocks: $0) }, parser.diagnostics.inOrder)
  }

  /// Reads a solution from its file.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - file: the file as the reader knows it; the path itself where it is nil.
  ///   - checks: the checks that a lab can ask for; none belongs here.
  /// - Returns: as ``parse(text:file:checks:)``.
  /// - Throws: `LabFileError` where the file is missing, no file, unreadable, too large, or not UTF-8.
  public static func read(
    _ path: String, as file: String? = nil, checks: CheckForms
  ) throws(LabFileError) -> (solution: Solution?, diagnostics: [Diagnostic]) {
    parse(text: try TextFile.read(path), file: file ?? path, checks: checks)
  }
}

extension Lab {
  /// The lab with the cells of a solution in place of its own.
  ///
  /// Every exercise must be solved; an answer may be left out.
  /// - Parameter solution: the solution of this lab.
  /// - Returns: the completed lab, whose `text` is what a learner would have in the file, or nil where the solution does not fit;
  ///   diagnostics name the solution's file and lines.
  public func completed(with solution: Solution) -> (lab: Lab?, diagnostics: [Diagnostic]) {
    var diagnostics = DiagnosticList(file: solution.file)
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
      diagnostics.error(
        Place(line: line - 1, column: 0), .unknownTarget(kind: kind.rawValue, name: cell.name),
        help: near.map { .didYouMean($0) } ?? (known.isEmpty ? .fillOrRemove : .oneOf(known)))
    }
    for name in names(like: .exercise("")) where bodies[.exercise(name)] == nil {
      let missing = LabPhrase.solutionLacks(exercise: name, lab: file)
      diagnostics.error(Place(line: 0, column: 0), missing, help: .addToSolution(exercise: name))
    }
    guard !diagnostics.hasErrors else { return (nil, diagnostics.inOrder) }
    do {
      return Lab.parse(text: try replacing(bodies), file: file, checks: forms)
    } catch .wouldCloseFence(let cell, let line) {
      let start = lines.first { $0.0 == cell }?.1 ?? 0
      diagnostics.error(
        Place(line: start + line - 1, column: 1), .wouldCloseFence(name: cell.name), help: .indentLine)
      return (nil, diagnostics.inOrder)
    } catch {
      // Every cell has been looked for above.
      preconditionFailure("\(error)")
    }
  }
}
