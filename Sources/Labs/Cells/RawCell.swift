import Diagnostics

/// A cell whose fence has been understood and whose inside has not been looked at yet.
struct RawCell {
  let kind: CellKind
  /// The name behind `=`; empty for given code.
  let name: String
  /// Where the name stands.
  let namePlace: Place
  let fence: Fence

  /// The line of the fence.
  var line: Int { fence.firstLine }

  /// Where the cell begins.
  var place: Place { Place(line: line, column: 1) }

  /// The bytes between the fences, line endings included.
  func bodyRange(in source: SourceText) -> Range<Int> {
    let lines = fence.bodyLines
    let start = source.wholeRange(ofLine: fence.firstLine).upperBound
    guard let last = lines.last else { return start..<start }
    return start..<source.wholeRange(ofLine: last).upperBound
  }

  /// The text between the fences, without the last line ending.
  func body(in source: SourceText) -> String {
    let range = bodyRange(in: source)
    guard let last = fence.bodyLines.last else { return "" }
    return source.text(in: range.lowerBound..<source.range(ofLine: last).upperBound)
  }
}
