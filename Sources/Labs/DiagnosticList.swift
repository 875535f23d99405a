import Diagnostics
public import Messages

/// A place in a file: line from 1, column in UTF-8 bytes from 1.
public struct Place: Hashable, Comparable, Sendable {
  /// The line, from 1; 0 for the file as a whole.
  public let line: Int
  /// The column, from 1; 0 for the line as a whole.
  public let column: Int

  /// Whether `a` stands before `b`.
  public static func < (a: Place, b: Place) -> Bool { (a.line, a.column) < (b.line, b.column) }
}

/// The diagnostics of one file, as they are found.
public struct DiagnosticList {
  /// So many are kept: a file that is no lab at all should not fill the screen for ever.
  static let limit = 100

  let file: String
  private var list: [(place: Place, diagnostic: Diagnostic)] = []
  /// How many mistakes must be mended, those beyond the limit counted.
  public private(set) var errorCount = 0

  /// Whether something must be mended.
  var hasErrors: Bool { errorCount > 0 }

  init(file: String) { self.file = file }

  /// Notes a mistake.
  ///
  /// - Parameters:
  ///   - place: where it stands.
  ///   - summary: what is wrong.
  ///   - help: what to do.
  public mutating func error(_ place: Place, _ summary: LabPhrase, help: LabAdvicePhrase) {
    errorCount += 1
    add(.error, place, summary, help: help)
  }

  /// Notes a mistake of which a topic of its own speaks.
  ///
  /// - Parameters:
  ///   - place: where it stands.
  ///   - summary: what is wrong.
  ///   - help: what to do.
  public mutating func error<Topic: Phrase>(_ place: Place, _ summary: Topic, help: Topic) {
    errorCount += 1
    add(.error, place, summary, help: help)
  }

  mutating func warning(_ place: Place, _ summary: MasterPhrase, help: MasterPhrase) {
    add(.warning, place, summary, help: help)
  }

  mutating func warning(_ place: Place, _ summary: LabPhrase, help: LabAdvicePhrase) {
    add(.warning, place, summary, help: help)
  }

  /// The mistakes in the order of the file.
  var inOrder: [Diagnostic] {
    // Sorting by place alone may swap two diagnostics at one place; their order of discovery decides.
    let order = list.indices.sorted { (list[$0].place, $0) < (list[$1].place, $1) }
    return order.map { list[$0].diagnostic }
  }

  private mutating func add(
    _ severity: Diagnostic.Severity, _ place: Place, _ summary: some Phrase, help: some Phrase
  ) {
    guard list.count < Self.limit else {
      if list.count == Self.limit {
        let more = Diagnostic(.note, file: file, line: 0, LabPhrase.moreMistakes, help: LabAdvicePhrase.mendFirst)
        list.append((Place(line: .max, column: 0), more))
      }
      return
    }
    let diagnostic = Diagnostic(severity, file: file, line: place.line, column: place.column, summary, help: help)
    list.append((place, diagnostic))
  }
}
