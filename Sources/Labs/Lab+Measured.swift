internal import Diagnostics

extension Lab {
  /// The lab's text as far as it decides what is found out about a learner's cells, each line where it stands.
  ///
  /// Left blank is what is said to readers, and what only judges numbers that are already measured: the checks of experiments, and what
  /// anything is worth. Two labs of the same text here ask for the same trainings and come to the same verdicts on exercises and questions,
  /// on the same lines.
  public var measuredText: String {
    var parser = LabParser(text: text, file: file)
    let source = parser.source
    let front = FrontMatter(source, &parser.diagnostics)
    guard let outline = parser.outline(from: front.bodyStart) else { return text }
    let experiments = Set(experiments.map(\.id))
    var kept = [String](repeating: "", count: source.lineCount)
    func keep(_ lines: Range<Int>, _ change: (String) -> String = { $0 }) {
      for number in lines where (1...source.lineCount).contains(number) {
        kept[number - 1] = change(source.line(number) ?? "")
      }
    }
    keep(1..<front.bodyStart, Self.withoutPoints)
    for cell in parser.cells(in: outline) {
      keep(cell.fence.firstLine..<cell.fence.lastLine + 1)
      let body = cell.fence.bodyLines.lowerBound..<cell.fence.bodyLines.upperBound
      switch cell.kind {
      case .hint: keep(body) { _ in "" }
      case .check where experiments.contains(cell.name): keep(body) { _ in "" }
      case .check: keep(body) { $0.replacing(/,?\s*\bpoints:\s*[0-9.]+/, with: "") }
      case .question: keep(body, Self.withoutPoints)
      case .exercise, .given, .experiment, .answer: break
      }
    }
    return kept.joined(separator: "\n")
  }

  /// A line of keys without what something is worth.
  private static func withoutPoints(_ line: String) -> String {
    line.wholeMatch(of: /(points|partial_credit):.*/) == nil ? line : ""
  }
}
