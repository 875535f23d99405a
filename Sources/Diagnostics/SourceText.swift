/// A text with its lines found once, so that places in it can be looked up by line and column.
///
/// A line ends at a line feed, a carriage return, or both in this order. A byte order mark at the start belongs to no line.
public struct SourceText: Sendable {
  /// The whole text in UTF-8.
  public let bytes: [UInt8]
  /// Where each line starts in ``bytes``, and after the last the end.
  private let starts: [Int]

  /// - Parameter text: any text.
  /// - Complexity: one pass over the text.
  public init(_ text: String) {
    bytes = Array(text.utf8)
    var starts = [bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0]
    var index = starts[0]
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: "\r"), index < bytes.count, bytes[index] == UInt8(ascii: "\n") { index += 1 }
      if byte == UInt8(ascii: "\r") || byte == UInt8(ascii: "\n") { starts.append(index) }
    }
    if starts.last != bytes.count { starts.append(bytes.count) }
    self.starts = starts
  }

  /// How many lines there are; a line ending at the very end starts no further line.
  public var lineCount: Int { starts.count - 1 }

  /// The bytes of a line, with its line ending.
  ///
  /// - Parameter number: from 1 to the number of lines.
  /// - Returns: offsets into ``bytes``.
  public func wholeRange(ofLine number: Int) -> Range<Int> {
    precondition((1...max(1, lineCount)).contains(number), "line \(number) of a text of \(lineCount) lines")
    return lineCount == 0 ? starts[0]..<starts[0] : starts[number - 1]..<starts[number]
  }

  /// The bytes of a line, without its line ending.
  ///
  /// - Parameter number: from 1 to the number of lines.
  /// - Returns: offsets into ``bytes``.
  public func range(ofLine number: Int) -> Range<Int> {
    let whole = wholeRange(ofLine: number)
    var end = whole.upperBound
    if end > whole.lowerBound, bytes[end - 1] == UInt8(ascii: "\n") { end -= 1 }
    if end > whole.lowerBound, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return whole.lowerBound..<end
  }

  /// A line without its line ending.
  ///
  /// - Parameter number: from 1.
  /// - Returns: nil where the text has no such line.
  public func line(_ number: Int) -> String? {
    guard (1...max(1, lineCount)).contains(number), lineCount > 0 else { return nil }
    return text(in: range(ofLine: number))
  }

  /// Whether a line holds nothing but spaces and tabs.
  ///
  /// - Parameter number: from 1.
  /// - Returns: true where no other byte is in it.
  public func isBlank(line number: Int) -> Bool {
    bytes[range(ofLine: number)].allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
  }

  /// The text of some of the bytes.
  public func text(in range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}
