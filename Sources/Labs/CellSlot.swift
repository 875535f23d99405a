import Diagnostics

/// Where the inside of a cell stands in its file, and what ends it there.
struct CellSlot: Sendable {
  /// The bytes between the fences, in the whole text with its byte order mark.
  let range: Range<Int>
  /// The fence that opens the cell.
  let mark: FenceMark
  /// How the line of that fence ends.
  let lineEnding: String
}

extension CellSlot {
  /// The cells among `cells` that a learner edits.
  static func slots(of cells: [RawCell], in source: SourceText) -> [Lab.Cell: CellSlot] {
    var slots: [Lab.Cell: CellSlot] = [:]
    for cell in cells {
      let name: Lab.Cell
      switch cell.kind {
      case .exercise: name = .exercise(cell.name)
      case .answer: name = .answer(cell.name)
      default: continue
      }
      let whole = source.bytes[source.wholeRange(ofLine: cell.line)]
      let ending = whole[source.range(ofLine: cell.line).upperBound...]
      slots[name] = CellSlot(
        range: cell.bodyRange(in: source), mark: cell.fence.mark, lineEnding: String(decoding: ending, as: UTF8.self))
    }
    return slots
  }
}
