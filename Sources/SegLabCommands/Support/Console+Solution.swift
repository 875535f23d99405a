internal import Diagnostics
internal import Labs
internal import Messages

extension Console {
  /// A lab with the cells of a solution in place of its own; its mistakes are shown.
  ///
  /// - Parameters:
  ///   - lab: the lab.
  ///   - path: the solution's file; nil for the lab as it is.
  /// - Returns: the completed lab.
  /// - Throws: `Failure` where the solution cannot be used.
  func completed(_ lab: Lab, with path: String?) throws -> Lab {
    guard let path else { return lab }
    let text: (solution: Solution?, diagnostics: [Diagnostic])
    do { text = try Solution.read(path) } catch { throw Failure(.badFile, error.phrase) }
    let solution = try usable(text.solution, text.diagnostics, path: path, text: nil)
    let (whole, diagnostics) = lab.completed(with: solution)
    return try usable(whole, diagnostics, path: path, text: nil)
  }
}
