import Diagnostics
import Messages

/// Looks at a text before the YAML reader does, for what the reader cannot bear.
///
/// The reader descends once for every level of nesting, and compares whole keys, however often an alias repeats itself in them. So
/// nesting has a bound, and aliases are not allowed. Brackets in quotes are counted with the others; what this may let through, the
/// reader itself stops at 1,000 levels.
struct YAMLGuard {
  /// Brackets may be nested so deep.
  static let deepest = 32
  /// Lines and dashes may begin at so many different columns.
  static let mostColumns = 64

  private let rows: [String]
  private let firstLine: Int

  /// - Parameters:
  ///   - rows: the lines of the text without their endings.
  ///   - firstLine: the line of the file on which the first of them stands.
  init(rows: [String], firstLine: Int) {
    self.rows = rows
    self.firstLine = firstLine
  }

  /// Whether the reader may have the text; what speaks against it is in `diagnostics`.
  func passes(_ diagnostics: inout DiagnosticList) -> Bool {
    let anchors = Set(rows.flatMap { names(after: UInt8(ascii: "&"), in: $0).map(\.name) })
    var depth = 0
    var columns: Set<Int> = []
    for (index, row) in rows.enumerated() {
      let line = firstLine + index
      if let (scalar, column) = forbidden(in: row) {
        let character = LabPhrase.forbiddenCharacter(Int(scalar.value))
        diagnostics.error(Place(line: line, column: column), character, help: .removeCharacter)
        return false
      }
      if let alias = names(after: UInt8(ascii: "*"), in: row).first(where: { anchors.contains($0.name) }) {
        diagnostics.error(Place(line: line, column: alias.column), .alias(alias.name), help: .writeOut)
        return false
      }
      noteColumns(of: row, in: &columns)
      for (offset, byte) in row.utf8.enumerated() {
        if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{") { depth += 1 }
        if byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") { depth = max(0, depth - 1) }
        if depth > Self.deepest || columns.count > Self.mostColumns {
          let limit = depth > Self.deepest ? Self.deepest : Self.mostColumns
          diagnostics.error(Place(line: line, column: offset + 1), .tooDeep(limit: limit), help: .nestLess)
          return false
        }
      }
    }
    return true
  }

  /// Every level that is not in brackets begins at a column of its own: where a line begins, or behind a dash.
  private func noteColumns(of row: String, in columns: inout Set<Int>) {
    var column = 0
    var isBehindDash = true
    for byte in row.utf8 {
      if byte != UInt8(ascii: " "), byte != UInt8(ascii: "\t") {
        if isBehindDash { columns.insert(column) }
        guard byte == UInt8(ascii: "-") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: ":") else { return }
        isBehindDash = false
      } else {
        isBehindDash = true
      }
      column += 1
    }
  }

  private func names(after sign: UInt8, in row: String) -> [(name: String, column: Int)] {
    let bytes = Array(row.utf8)
    var names: [(String, Int)] = []
    for index in bytes.indices where bytes[index] == sign {
      let name = bytes[(index + 1)...].prefix { byte in
        let isLetter = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
        let isDigit = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        return isLetter || isDigit || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
      }
      if !name.isEmpty { names.append((String(decoding: name, as: UTF8.self), index + 1)) }
    }
    return names
  }

  /// The first character that YAML does not allow, or that would be a line break to the reader alone, with its column in bytes.
  private func forbidden(in row: String) -> (Unicode.Scalar, Int)? {
    var column = 1
    for scalar in row.unicodeScalars {
      switch scalar.value {
      case 0x09, 0x20...0x7E, 0xA0...0x2027, 0x202A...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD, 0x10000...0x10FFFF:
        break
      default: return (scalar, column)
      }
      column += UTF8.width(scalar)
    }
    return nil
  }
}
