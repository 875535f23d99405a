internal import Messages
internal import SegLab

/// Values as a person sees them: numbers as such, grids as little tables side by side.
enum ValueFigure {
  /// The most rows and columns that are shown of one grid.
  private static let most = 10

  /// Several values side by side.
  static func text(of values: [Value]) -> String {
    let blocks = values.map(lines)
    let height = blocks.map(\.count).max() ?? 0
    let widths = blocks.map { $0.map(\.count).max() ?? 0 }
    return (0..<height).map { row in
      let cells = zip(blocks, widths).map { block, width in
        let text = row < block.count ? block[row] : ""
        return text + String(repeating: " ", count: width - text.count)
      }
      let line = "  " + cells.joined(separator: "     ")
      return String(line.reversed().drop { $0 == " " }.reversed())
    }.joined(separator: "\n")
  }

  /// A value in one line; of a large grid the first pixels.
  static func line(of value: Value) -> String {
    guard case .grid(let height, let width, let numbers) = value else { return lines(value).joined(separator: " ") }
    guard height > 0, width > 0 else { return "[]" }
    let rows = (0..<height).map { y in
      "[" + numbers[y * width..<(y + 1) * width].prefix(256).map(words).joined(separator: ", ") + "]"
    }
    return "[" + rows.prefix(64).joined(separator: ", ") + "]"
  }

  private static func lines(_ value: Value) -> [String] {
    switch value {
    case .number(let number): return [words(number)]
    case .list(let numbers): return [row(numbers[...])]
    case .nothing: return ["nil"]
    case .refusal(let text): return ["throws \(text.prefix(60))"]
    case .unfit: return ["?"]
    case .grid(let height, let width, let numbers):
      guard height > 0, width > 0 else { return ["\(height) x \(width)"] }
      let columns = max(1, numbers.map { words($0).count }.max() ?? 1)
      var lines = (0..<min(height, most)).map { y in
        let cells = numbers[y * width..<y * width + min(width, most)].map { number in
          let text = words(number)
          return String(repeating: " ", count: columns - text.count) + text
        }
        return cells.joined(separator: " ") + (width > most ? " …" : "")
      }
      if height > most { lines.append("…") }
      return lines
    }
  }

  private static func row(_ numbers: ArraySlice<Double>) -> String {
    "[" + numbers.prefix(most).map(words).joined(separator: ", ") + (numbers.count > most ? ", …]" : "]")
  }

  private static func words(_ number: Double) -> String {
    guard number.isFinite else { return number.isNaN ? "nan" : "\(number)" }
    return number.rounded() == number && abs(number) < 1e15 ? "\(Int(number))" : number.places(4)
  }
}
