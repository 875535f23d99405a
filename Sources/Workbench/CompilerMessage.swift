internal import Diagnostics
internal import Foundation

/// One message of the compiler's.
struct CompilerMessage: Codable, Equatable {
  /// How bad it is.
  enum Severity: String, Codable, CaseIterable { case error, warning, note }

  /// How bad it is.
  let severity: Severity
  /// What it speaks of.
  enum File: String, Codable {
    /// The learner's lines.
    case lab
    /// The lines around them.
    case frame
    /// Anything else, or nothing.
    case elsewhere
  }

  /// What it speaks of.
  let file: File
  /// From 1; 0 where it names no place.
  let line: Int
  /// In bytes, from 1; 0 where it names no place.
  let column: Int
  /// What it says, in the compiler's words.
  let text: String

  /// A name of thousands of letters tells no more than its beginning.
  private static let longest = 300

  /// Whether it is about a hole.
  var isHole: Bool { severity == .warning && text == "'FIXME' is deprecated: FIXME" }

  /// Whether the compiler gave up because time was short: on another day it may not.
  var isOutOfTime: Bool { Self.isOutOfTime(text) }

  /// Whether these are its words for that.
  static func isOutOfTime(_ text: String) -> Bool { text.contains("type-check this expression in reasonable time") }

  /// The same message about another line of the lab.
  func moved(to line: Int) -> CompilerMessage {
    CompilerMessage(severity: severity, file: .lab, line: line, column: 1, text: text)
  }

  private init(severity: Severity, file: File, line: Int, column: Int, text: String) {
    self.severity = severity
    self.file = file
    self.line = line
    self.column = column
    self.text = text
  }

  /// Reads what the compiler writes with `-diagnostic-style=llvm`: `file:line:column: severity: text`, with lines of source between.
  ///
  /// - Parameters:
  ///   - output: what the compiler wrote.
  ///   - program: what it was given.
  /// - Returns: at most 2,000 messages, in the compiler's order.
  static func all(in output: String, of program: Program) -> [CompilerMessage] {
    var result: [CompilerMessage] = []
    for line in output.split(whereSeparator: \.isNewline) where result.count < 2000 {
      if let message = CompilerMessage(line, of: program), result.last != message { result.append(message) }
    }
    return result
  }

  private init?(_ line: Substring, of program: Program) {
    guard let (severity, head, tail) = Self.divide(line) else { return nil }
    self.severity = severity
    var parts = head.split(separator: ":", omittingEmptySubsequences: false)
    if parts.count >= 3, let column = Int(parts.removeLast()), let row = Int(parts.removeLast()) {
      let name = parts.joined(separator: ":")
      file = name == program.labName ? .lab : name == program.frameName ? .frame : .elsewhere
      self.line = row
      self.column = column
    } else {
      guard severity == .error, head == "<unknown>:0" else { return nil }
      (file, self.line, column) = (.elsewhere, 0, 0)
    }
    // The name of the message's group, for which there is a footnote on the web.
    let words = tail.hasSuffix("]") ? tail.range(of: " [#").map { tail[..<$0.lowerBound] } ?? tail : tail
    let short = words.count > Self.longest ? words.prefix(Self.longest) + "…" : words
    text = TerminalText.harmless(short.trimmingCharacters(in: .whitespaces))
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
