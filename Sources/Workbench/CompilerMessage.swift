internal import Diagnostics
internal import Foundation

/// One message of the compiler's.
struct CompilerMessage: Codable, Equatable {
  /// How bad it is.
  enum Severity: String, Codable, CaseIterable { case error, warning, note }

  /// How bad it is.
  let severity: Severity
  /// The file that it names.
  let file: String
  /// From 1; 0 where it names no place.
  let line: Int
  /// In bytes, from 1; 0 where it names no place.
  let column: Int
  /// What it says, in the compiler's words.
  let text: String

  /// Whether it is about a hole.
  var isHole: Bool { severity == .warning && text == "'FIXME' is deprecated: FIXME" }

  /// Reads what the compiler writes with `-diagnostic-style=llvm`: `file:line:column: severity: text`, with lines of source between.
  ///
  /// - Parameter output: what the compiler wrote.
  /// - Returns: at most 2,000 messages, in the compiler's order.
  static func all(in output: String) -> [CompilerMessage] {
    var result: [CompilerMessage] = []
    for line in output.split(whereSeparator: \.isNewline) where result.count < 2000 {
      if let message = CompilerMessage(line), result.last != message { result.append(message) }
    }
    return result
  }

  private init?(_ line: Substring) {
    guard let (severity, head, tail) = Self.divide(line) else { return nil }
    self.severity = severity
    var parts = head.split(separator: ":", omittingEmptySubsequences: false)
    if parts.count >= 3, let column = Int(parts.removeLast()), let row = Int(parts.removeLast()) {
      file = parts.joined(separator: ":")
      self.line = row
      self.column = column
    } else {
      guard severity == .error, head == "<unknown>:0" else { return nil }
      (file, self.line, column) = ("", 0, 0)
    }
    // The name of the message's group, for which there is a footnote on the web.
    let words = tail.hasSuffix("]") ? tail.range(of: " [#").map { tail[..<$0.lowerBound] } ?? tail : tail
    text = TerminalText.harmless(String(words))
  }

  /// The severity, what stands before it, and what stands after it.
  private static func divide(_ line: Substring) -> (Severity, Substring, Substring)? {
    var found: (Severity, Substring, Substring)?
    for severity in Severity.allCases {
      guard let range = line.range(of: ": \(severity.rawValue): ") else { continue }
      if let found, found.1.endIndex <= range.lowerBound { continue }
      found = (severity, line[..<range.lowerBound], line[range.upperBound...])
    }
    return found
  }
}
