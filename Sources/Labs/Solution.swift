public import Diagnostics

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
  /// - Returns: the solution, or nil where a diagnostic is an error.
  public static func parse(text: String, file: String) -> (solution: Solution?, diagnostics: [Diagnostic]) {
    var parser = LabParser(text: text, file: file)
    let blocks = parser.solutionBlocks()
    return (blocks.map { Solution(file: file, blocks: $0) }, parser.findings.diagnostics)
  }

  /// Reads a solution from its file.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - file: the file as the reader knows it; the path itself where it is nil.
  /// - Returns: as ``parse(text:file:)``.
  /// - Throws: `LabFileError` where the file is missing, no file, unreadable, too large, or not UTF-8.
  public static func read(
    _ path: String, as file: String? = nil
  ) throws(LabFileError) -> (solution: Solution?, diagnostics: [Diagnostic]) {
    parse(text: try TextFile.read(path), file: file ?? path)
  }
}
