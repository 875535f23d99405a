internal import Diagnostics

/// The line that a message speaks of, with carets under the columns.
struct CodeExcerpt {
  /// The most characters of the line that are shown.
  private static let widest = 120

  /// The line's text, shortened around the first caret where it is very long.
  let source: String
  /// Spaces and carets; empty where no column is known.
  let carets: String

  /// - Parameters:
  ///   - line: the line's text.
  ///   - columns: in UTF-8 bytes from 1, as compilers count; those outside the line are left out.
  init(line: String, columns: [Int]) {
    let characters = Array(line)
    var positions: Set<Int> = []
    var byte = 1
    for (index, character) in characters.enumerated() {
      let width = character.utf8.count
      if columns.contains(where: { $0 >= byte && $0 < byte + width }) { positions.insert(index) }
      byte += width
    }
    if columns.contains(byte) { positions.insert(characters.count) }

    let first = positions.min() ?? 0
    let start = characters.count <= Self.widest ? 0 : max(0, min(first - 40, characters.count - Self.widest))
    let end = min(characters.count, start + Self.widest)
    source = (start > 0 ? "…" : "") + String(characters[start..<end]) + (end < characters.count ? "…" : "")

    let last = positions.filter { $0 <= end }.max()
    guard let last, last >= start else {
      carets = ""
      return
    }
    var row = start > 0 ? " " : ""
    for index in start...last {
      let isWide = index < characters.count && Self.isWide(characters[index])
      if positions.contains(index) {
        row += isWide ? "＾" : "^"
      } else if index < characters.count, characters[index] == "\t" {
        row += "\t"
      } else {
        row += isWide ? "\u{3000}" : " "
      }
    }
    carets = row
  }

  private static func isWide(_ character: Character) -> Bool {
    character != "\t" && TerminalText.width(of: character) == 2
  }
}
