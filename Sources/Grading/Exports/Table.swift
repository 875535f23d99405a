internal import Messages

/// A table of values parted by commas, semicolons or tabs, each with its place in the file: a value can be changed and all else stays
/// byte for byte.
struct Table {
  /// One value.
  struct Field {
    /// Its bytes in the file, quotes included.
    let range: Range<Int>
    /// What it says.
    let text: String
  }

  /// The rows; empty lines are none.
  let rows: [[Field]]
  /// What parts values.
  let separator: UInt8
  private let bytes: [UInt8]

  /// No sheet of a class has more bytes.
  static let mostBytes = 64 << 20

  /// - Parameter bytes: the file, in UTF-8; a byte order mark may stand before it.
  /// - Throws: `SheetTrouble` where it is no table.
  init(_ bytes: [UInt8]) throws(SheetTrouble) {
    guard String(validating: bytes, as: UTF8.self) != nil else { throw .notText }
    self.bytes = bytes
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    separator = Self.separator(of: bytes[start...])
    var rows: [[Field]] = []
    var row: [Field] = []
    var at = start
    while at < bytes.count {
      let begin = at
      var value: [UInt8] = []
      if bytes[at] == UInt8(ascii: "\"") {
        at += 1
        while true {
          guard at < bytes.count else { throw .noTable }
          if bytes[at] == UInt8(ascii: "\"") {
            guard at + 1 < bytes.count, bytes[at + 1] == UInt8(ascii: "\"") else { break }
            at += 1
          }
          value.append(bytes[at])
          at += 1
        }
        at += 1
      }
      while at < bytes.count, bytes[at] != separator, bytes[at] != 10, bytes[at] != 13 {
        value.append(bytes[at])
        at += 1
      }
      row.append(Field(range: begin..<at, text: String(decoding: value, as: UTF8.self)))
      if at < bytes.count, bytes[at] == separator {
        at += 1
        // A separator at the very end of a line has an empty value behind it.
        if at == bytes.count || bytes[at] == 10 || bytes[at] == 13 { row.append(Field(range: at..<at, text: "")) }
        if at < bytes.count, bytes[at] != 10, bytes[at] != 13 { continue }
      }
      while at < bytes.count, bytes[at] == 10 || bytes[at] == 13 { at += 1 }
      if row.count > 1 || row.first?.text.isEmpty == false { rows.append(row) }
      row = []
    }
    guard !rows.isEmpty else { throw .noTable }
    self.rows = rows
  }

  /// What parts the values: of comma, semicolon and tab the one that the first line has most of, outside of quotes.
  private static func separator(of bytes: ArraySlice<UInt8>) -> UInt8 {
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    for byte in bytes {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      guard !isQuoted else { continue }
      if byte == 10 || byte == 13 { break }
      if [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")].contains(byte) { counts[byte, default: 0] += 1 }
    }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? UInt8(ascii: ",")
  }

  /// The first row.
  var header: [Field] { rows[0] }

  /// The file with other values in the place of some.
  ///
  /// - Parameter values: what is to stand there, by row and column; a row without that column is filled up to it.
  /// - Returns: the bytes.
  func replacing(_ values: [(row: Int, column: Int, text: String)]) -> [UInt8] {
    var edits: [(range: Range<Int>, bytes: [UInt8])] = []
    for (number, own) in Dictionary(grouping: values, by: \.row) {
      let row = rows[number]
      let last = row.count - 1
      // What the row lacks is put behind what its last column becomes.
      var (tail, width) = (ArraySlice(bytes[row[last].range]), row.count)
      for value in own.sorted(by: { $0.column < $1.column }) {
        let text = Array(TableText.field(value.text, separator: separator).utf8)
        if value.column < last {
          edits.append((row[value.column].range, text))
        } else if value.column == last {
          tail = text[...]
        } else {
          tail += [UInt8](repeating: separator, count: value.column - width + 1) + text
          width = value.column + 1
        }
      }
      edits.append((row[last].range, Array(tail)))
    }
    var result: [UInt8] = []
    var at = 0
    for edit in edits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      result += bytes[at..<edit.range.lowerBound] + edit.bytes
      at = edit.range.upperBound
    }
    return result + bytes[at...]
  }
}

/// Values as a table holds them.
enum TableText {
  /// A value as it stands in a file: in quotes where it needs them.
  static func field(_ text: String, separator: UInt8 = UInt8(ascii: ",")) -> String {
    let needsQuotes = text.utf8.contains { [separator, UInt8(ascii: "\""), 10, 13].contains($0) }
    return needsQuotes ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
  }

  /// A value that no program takes for a formula: where it, or a line of it, begins like one, or would, were it parted at a semicolon, there
  /// is an apostrophe before that. What moves text about is a space.
  static func defused(_ text: String) -> String {
    var result = ""
    var isAtStart = true
    for scalar in text.unicodeScalars {
      let kept = scalar.movesText && scalar != "\n" ? " " : scalar
      if isAtStart, formulaSigns.contains(scalar) { result += "'" }
      result.unicodeScalars.append(kept)
      isAtStart = scalar == ";" || scalar == "\n" || isAtStart && kept.properties.isWhitespace
    }
    return result
  }

  private static let formulaSigns: Set<Unicode.Scalar> = ["=", "+", "-", "@", "|", "%", "＝", "＋", "－", "＠"]

  /// A row.
  static func row(_ values: [String]) -> String { values.map { field($0) }.joined(separator: ",") + "\r\n" }
}

extension Unicode.Scalar {
  /// Whether it moves the text around it: a control character, an end of line, a mark of direction or of byte order.
  var movesText: Bool {
    switch value {
    case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }
}
