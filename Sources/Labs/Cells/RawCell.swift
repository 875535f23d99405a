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

/// What a fenced block can be in a lab, as its fence says it.
enum CellKind: String, CaseIterable {
  case exercise, given, hint, check, experiment, question, answer

  /// The words that such a fence may begin with; the first is the usual one.
  var languages: [String] {
    switch self {
    case .exercise, .given: return ["swift"]
    case .hint: return ["text"]
    case .answer: return ["text", "answer"]
    case .check, .experiment, .question: return ["yaml"]
    }
  }

  /// The line that begins such a cell.
  ///
  /// - Parameters:
  ///   - name: the cell's name; empty for given code, which has none.
  ///   - language: the word to begin with, where it is one of these; else the usual one.
  ///   - signs: the fence's own.
  /// - Returns: for example ```` ```swift exercise=network ````.
  func opening(_ name: String, in language: String = "", signs: String = "```") -> String {
    "\(signs)\(languages.contains(language) ? language : languages[0]) \(rawValue)\(name.isEmpty ? "" : "=" + name)"
  }

  /// Whether the name is the cell's own, which no other cell may have.
  var ownsName: Bool { self == .exercise || self == .experiment || self == .question }

  /// The kinds of cell that such a cell can speak of.
  var targets: [CellKind] {
    switch self {
    case .hint: return [.exercise, .question]
    case .check: return [.exercise, .experiment]
    case .answer: return [.question]
    case .exercise, .given, .experiment, .question: return []
    }
  }
}
