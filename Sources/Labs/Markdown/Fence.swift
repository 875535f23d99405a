import Diagnostics

/// The first line of a fenced block: its backticks or tildes and the words behind them.
struct FenceMark: Equatable, Sendable {
  /// A backtick or a tilde.
  let character: UInt8
  /// How many of them, at least three.
  let count: Int
  /// How many bytes stand before them.
  let indent: Int
  /// The words behind them, without white space around.
  let info: String
  /// The column of the first of these words, in bytes from 1.
  let infoColumn: Int

  /// What closes the block.
  var closing: String { String(repeating: Character(Unicode.Scalar(character)), count: count) }

  /// Nil where the line opens no fence there.
  ///
  /// - Parameters:
  ///   - line: a line without its ending.
  ///   - start: how many bytes to pass over, besides spaces.
  init?(_ line: ArraySlice<UInt8>, from start: Int = 0) {
    var index = line.startIndex + min(start, line.count)
    while index < line.endIndex, line[index] == UInt8(ascii: " ") { index += 1 }
    guard index < line.endIndex, [UInt8(ascii: "`"), UInt8(ascii: "~")].contains(line[index]) else { return nil }
    character = line[index]
    indent = index - line.startIndex
    let run = index
    while index < line.endIndex, line[index] == character { index += 1 }
    count = index - run
    guard count >= 3 else { return nil }
    while index < line.endIndex, Self.isSpace(line[index]) { index += 1 }
    var end = line.endIndex
    while end > index, Self.isSpace(line[end - 1]) { end -= 1 }
    // Backticks behind backticks are code within a line.
    if character == UInt8(ascii: "`"), line[index..<end].contains(character) { return nil }
    info = String(decoding: line[index..<end], as: UTF8.self)
    infoColumn = index - line.startIndex + 1
  }

  /// Whether `line` ends a block that this fence opened.
  func isClosed(by line: ArraySlice<UInt8>) -> Bool {
    guard let other = FenceMark(line) else { return false }
    return other.character == character && other.count >= count && other.info.isEmpty && other.indent <= 3
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
}

/// A fenced block in a file.
struct Fence {
  /// How it opens.
  let mark: FenceMark
  /// The line that opens it.
  let firstLine: Int
  /// The line that closes it, or the last that belongs to it.
  let lastLine: Int
  /// Whether a line closes it.
  let isClosed: Bool
  /// Whether it begins at the first column, outside lists and quotes.
  let isAtMargin: Bool

  /// The lines between the fences.
  var bodyLines: Range<Int> { (firstLine + 1)..<max(firstLine + 1, isClosed ? lastLine : lastLine + 1) }
}
