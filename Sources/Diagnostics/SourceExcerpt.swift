/// The part of a source line that a terminal has room for, and what to write before a caret to put it under a column.
struct SourceExcerpt {
  /// The line, harmless, cut around the caret where it is too long.
  let text: String
  /// As wide as the text before the caret; tabs are kept, so that it lines up whatever the terminal's tab stops.
  let lead: String

  private struct Cell {
    let shown: String
    let blank: String
    let width: Int
  }

  /// - Parameters:
  ///   - line: the source line.
  ///   - column: where the caret goes, in UTF-8 bytes from 1; 0 where there is none.
  ///   - start: the terminal column, from 0, where the line begins.
  ///   - width: how many columns the terminal has.
  init(of line: String, column: Int, start: Int, width: Int) {
    var cells: [Cell] = []
    var caret: Int?
    var bytes = 0
    var end = start
    for character in line {
      if column > 0, caret == nil, bytes + character.utf8.count >= column { caret = cells.count }
      bytes += character.utf8.count
      let cell = Self.cell(for: character, at: end)
      end += cell.width
      cells.append(cell)
    }
    // A column behind the last character is the place where something is missing.
    let target = caret ?? (column > 0 ? cells.count : 0)
    let room = width - start - 1
    guard end - start > room else {
      text = cells.map(\.shown).joined()
      lead = cells[..<target].map(\.blank).joined()
      return
    }
    // Two thirds of the room before the caret: what leads to a mistake stands to its left.
    var first = target
    var used = 0
    while first > 0, used + cells[first - 1].width <= room * 2 / 3 {
      first -= 1
      used += cells[first].width
    }
    var last = target
    while last < cells.count, used + cells[last].width <= room - 2 {
      used += cells[last].width
      last += 1
    }
    while first > 0, used + cells[first - 1].width <= room - 2 {
      first -= 1
      used += cells[first].width
    }
    let head = first > 0 ? "…" : ""
    text = head + cells[first..<last].map(\.shown).joined() + (last < cells.count ? "…" : "")
    lead = (head.isEmpty ? "" : " ") + cells[first..<target].map(\.blank).joined()
  }

  private static func cell(for character: Character, at column: Int) -> Cell {
    if character == "\t" { return Cell(shown: "\t", blank: "\t", width: 8 - column % 8) }
    let shown = TerminalText.harmless(String(character)).replacing("\n", with: "\u{240A}")
    let width = shown.reduce(0) { $0 + TerminalText.width(of: $1) }
    return Cell(shown: shown, blank: String(repeating: " ", count: width), width: width)
  }
}
