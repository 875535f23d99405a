internal import Labs
internal import Messages
internal import SegLab

/// Lines that are missing where others of their kind stand: `pool3` behind `enc3`, as `pool2` behind `enc2`.
extension LineAdvice {
  /// Kinds of layers whose lines are the same at every size but for the numbers in their names.
  private static let kinds: Set<String> = ["MaxPool2D", "AveragePool2D", "Concat", "Add", "Dropout", "ReLU"]

  /// A line of a network that makes something by a name.
  private struct Row {
    let line: Int
    let call: Call
    let stem: String
    let number: String
  }

  /// The line that makes a layer as another of its kind is made, and the line before which it stands.
  ///
  /// - Parameters:
  ///   - layer: the layer.
  ///   - line: a line of the cell that lacks it.
  /// - Returns: the line, before which it stands, and the names of what stands above and below it; nil where there is no such layer, or where the
  ///   one above it has none of its own.
  public func likewise(
    _ layer: String, near line: Int
  ) -> (text: String, before: Int, above: String, below: String)? {
    guard let (page, _) = place(line), let own = Self.parts(of: layer) else { return nil }
    let rows = rows(of: page)
    for (place, row) in rows.enumerated().dropFirst() where Self.kinds.contains(row.call.name) {
      let above = rows[place - 1]
      guard row.stem == own.stem, row.number != own.number, above.number == row.number,
        let host = rows.firstIndex(where: { $0.stem == above.stem && $0.number == own.number })
      else { continue }
      let edits = page.text.tokens.indices.filter {
        page.text.tokens[$0].line == row.line && page.text.tokens[$0].kind == .string
      }.map { page.text.replace($0...$0, by: page.text.tokens[$0].text.replacing(row.number, with: own.number)) }
      let below = rows.indices.contains(host + 1) ? rows[host + 1] : nil
      return (
        page.text.applying(edits)[row.line].trimmed, page.line + rows[host].line + 1,
        rows[host].stem + rows[host].number, below.map { $0.stem + $0.number } ?? ""
      )
    }
    return nil
  }

  private func rows(of page: Page) -> [Row] {
    page.text.lines.indices.compactMap { index in
      let pieces = page.text.indices(ofLine: index)
      guard let open = pieces.first(where: { page.text.sees("(", at: $0) }),
        let call = Call(openingAt: open, in: page.text), call.isOnOneLine,
        call.range == pieces.lowerBound...(pieces.upperBound - 1), let first = call.arguments.first, first.label == nil,
        page.text.tokens[first.value.lowerBound].kind == .string
      else { return nil }
      let name = page.text.text(first.value).filter { $0 != "\"" }
      let parts = Self.parts(of: name)
      return Row(line: index, call: call, stem: parts?.stem ?? name, number: parts?.number ?? "")
    }
  }

  /// The two parts of `pool3`; nil for a name without a number at its end.
  private static func parts(of name: String) -> (stem: String, number: String)? {
    let number = String(name.reversed().prefix { $0.isASCII && $0.isNumber }.reversed())
    let stem = String(name.dropLast(number.count))
    return number.isEmpty || stem.isEmpty ? nil : (stem, number)
  }
}
