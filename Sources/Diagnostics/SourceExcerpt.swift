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
    let near = Self.part(of: line, around: column, reach: max(4096, 8 * width))
    var cells: [Cell] = []
    var caret: Int?
    var bytes = near.offset
    var end = start
    for character in near.text {
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
    let head = first > 0 || near.offset > 0 ? "…" : ""
    let tail = last < cells.count || near.isCut ? "…" : ""
    text = head + cells[first..<last].map(\.shown).joined() + tail
    lead = (head.isEmpty ? "" : " ") + cells[first..<target].map(\.blank).joined()
  }

  /// So much of a huge line as a terminal can show, and where it begins in bytes: the rest need not be looked at.
  private static func part(
    of line: String, around column: Int, reach: Int
  ) -> (text: String, offset: Int, isCut: Bool) {
    let bytes = line.utf8
    guard bytes.count > 4 * reach else { return (line, 0, false) }
    let middle = min(max(0, column - 1), bytes.count)
    let low = bytes.index(bytes.startIndex, offsetBy: max(0, middle - reach))
    let high = bytes.index(bytes.startIndex, offsetBy: min(bytes.count, middle + reach))
    // A character that is cut in two is left out.
    let isContinuation = { (byte: UInt8) in byte & 0xC0 == 0x80 }
    let first = bytes[low...].firstIndex { !isContinuation($0) } ?? high
    let last = bytes[..<high].lastIndex { !isContinuation($0) } ?? high
    let end = high == bytes.endIndex ? high : max(first, last)
    return (String(line[first..<end]), bytes.distance(from: bytes.startIndex, to: first), end < bytes.endIndex)
  }

  private static func cell(for character: Character, at column: Int) -> Cell {
    if character == "\t" { return Cell(shown: "\t", blank: "\t", width: 8 - column % 8) }
    let shown = TerminalText.harmless(String(character)).replacing("\n", with: "\u{240A}")
    let width = shown.reduce(0) { $0 + TerminalText.width(of: $1) }
    return Cell(shown: shown, blank: String(repeating: " ", count: width), width: width)
  }
}
