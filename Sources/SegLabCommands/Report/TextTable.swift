/// Words in columns, each as wide as its widest.
struct TextTable {
  /// On which side of its column a word stands.
  enum Side { case left, right }

  /// The side of each column.
  let sides: [Side]
  /// The rows, each with a word for each column.
  private(set) var rows: [[String]] = []

  /// - Parameter sides: the side of each column.
  init(_ sides: [Side]) { self.sides = sides }

  /// Adds a row.
  mutating func add(_ row: [String]) {
    precondition(row.count == sides.count, "\(row.count) words for \(sides.count) columns")
    rows.append(row)
  }

  /// The rows as lines, two spaces between columns, without spaces at the end.
  var lines: [String] {
    let widths = sides.indices.map { column in rows.map { $0[column].columns }.max() ?? 0 }
    return rows.map { row in
      let words = row.enumerated().map { column, word in
        let padding = String(repeating: " ", count: widths[column] - word.columns)
        return sides[column] == .left ? word + padding : padding + word
      }
      let line = words.joined(separator: "  ")
      return String(line.reversed().drop { $0 == " " }.reversed())
    }
  }
}
