internal import Diagnostics
internal import Labs

/// A cell of Swift on its way to the compiler.
struct Cell {
  /// The cell's name.
  let id: String
  /// Whether the learner writes it.
  let isExercise: Bool
  /// The line of its first line in the lab.
  let line: Int
  /// Its lines, without line endings.
  let lines: [String]
  /// What can be seen in it without a compiler.
  let scan: CellScan

  /// The lines of the lab that it takes; never empty.
  var range: ClosedRange<Int> { line...max(line, line + lines.count - 1) }

  private init(_ code: Lab.Code, isExercise: Bool) {
    id = code.id
    self.isExercise = isExercise
    line = code.line
    let body = SourceText(code.body)
    lines = (0..<body.lineCount).map { body.line($0 + 1) ?? "" }
    scan = CellScan(lines.joined(separator: "\n"))
  }

  /// The cells of Swift in `lab`, in order.
  static func all(in lab: Lab) -> [Cell] {
    lab.blocks.compactMap { block in
      switch block {
      case .given(let code): return Cell(code, isExercise: false)
      case .exercise(let code): return Cell(code, isExercise: true)
      default: return nil
      }
    }
  }
}
