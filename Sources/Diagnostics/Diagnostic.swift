public import Messages

/// One message about one place in a file: what was expected, what was found, and what to try first.
public struct Diagnostic: Sendable, Hashable {
  /// How bad it is.
  public enum Severity: String, Sendable, Codable {
    /// The work cannot go on until this is mended.
    case error
    /// The work goes on, but the result may surprise.
    case warning
    /// More about the message before it.
    case note
    /// A place that the learner has yet to fill in.
    case hole
  }

  /// How bad it is.
  public let severity: Severity
  /// The file as the reader knows it, for example `labs/01-fully-connected.md`.
  public let file: String
  /// Line in the file, from 1; 0 where the message is about the file as a whole.
  public let line: Int
  /// Column in UTF-8 bytes, from 1, as compilers count; 0 where the message is about the line as a whole.
  public let column: Int
  /// What is wrong.
  public var summary: any Phrase { message.phrase }
  /// What to try first.
  public var help: (any Phrase)? { advice?.phrase }
  /// What is wrong, as data.
  public let message: Message
  /// What to try first, as data.
  public let advice: Message?

  /// - Parameters:
  ///   - severity: how bad it is.
  ///   - file: the file as the reader knows it.
  ///   - line: from 1; 0 for the whole file.
  ///   - column: in UTF-8 bytes from 1; 0 for the whole line.
  ///   - summary: what is wrong.
  ///   - help: what to try first.
  public init(
    _ severity: Severity, file: String, line: Int, column: Int = 0, _ summary: any Phrase, help: (any Phrase)? = nil
  ) {
    self.severity = severity
    self.file = file
    self.line = line
    self.column = column
    message = Message(summary)
    advice = help.map { Message($0) }
  }
}

extension Diagnostic: Codable {
  private enum CodingKeys: String, CodingKey {
    case severity, file, line, column, message
    case advice = "help"
  }
}

extension Sequence<Diagnostic> {
  /// Each message with the notes that stand behind it, in their order.
  public var withNotes: [[Diagnostic]] {
    reduce(into: []) { groups, message in
      if message.severity == .note, !groups.isEmpty {
        groups[groups.count - 1].append(message)
      } else {
        groups.append([message])
      }
    }
  }
}
