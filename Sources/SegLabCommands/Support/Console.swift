internal import Checking
internal import Diagnostics
internal import Files
internal import Foundation
package import Messages
internal import Synchronization

/// Where a command speaks: results on standard output, everything else on standard error, in colour only where that is wanted.
package struct Console: Sendable {
  /// The language of every word.
  package let language: Language
  /// Whether standard output takes colours.
  let colour: Bool
  /// Whether standard error is a terminal that can be drawn over.
  package let live: Bool
  /// How many columns there are where the terminal does not say, or where there is none.
  private let usualColumns: Int
  /// Takes every line in place of the terminal; nil where there is none but that.
  private var listener: (@Sendable (String) -> Void)?
  /// Takes the line that is drawn over and over in place of the terminal; nil where there is none but that.
  private var drawer: (@Sendable (String) -> Void)?
  /// Whether lines are broken at words to fit, in place of a terminal.
  private var isScreen = false

  /// - Parameters:
  ///   - language: the language of every word.
  ///   - environment: the process's environment: `NO_COLOR`, `TERM` and `COLUMNS` are looked at.
  init(language: Language, environment: [String: String] = ProcessInfo.processInfo.environment) {
    self.language = language
    let plain = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
    let dumb = environment["TERM"].map { $0 == "dumb" || $0.isEmpty } ?? true
    self.colour = !plain && !dumb && isatty(STDOUT_FILENO) == 1
    self.live = !dumb && isatty(STDERR_FILENO) == 1
    usualColumns = environment["COLUMNS"].flatMap { Int($0) } ?? 80
  }

  /// How many columns the terminal has, now: it can be made wider or narrower at any time.
  var columns: Int {
    guard listener == nil else { return usualColumns }
    let size = TerminalSize.of(STDERR_FILENO) ?? TerminalSize.of(STDOUT_FILENO)
    return max(20, size?.columns ?? usualColumns)
  }

  /// A console without a terminal: plain text of a hundred columns.
  ///
  /// - Parameters:
  ///   - language: the language of every word.
  ///   - listener: takes every line, of result and beside it.
  init(language: Language, listener: @escaping @Sendable (String) -> Void) {
    self.language = language
    self.listener = listener
    (colour, live, usualColumns) = (false, false, 100)
  }

  /// A console that writes on a part of a screen, in lines that fit.
  ///
  /// - Parameters:
  ///   - console: whose language and colors it has.
  ///   - columns: the columns of the screen.
  ///   - drawer: takes the line that is drawn over and over.
  ///   - listener: takes every line, of result and beside it.
  init(
    like console: Console, columns: Int, drawer: @escaping @Sendable (String) -> Void = { _ in },
    listener: @escaping @Sendable (String) -> Void
  ) {
    (language, colour, live) = (console.language, console.colour, true)
    usualColumns = max(20, columns)
    (self.listener, self.drawer, isScreen) = (listener, drawer, true)
  }

  /// Prints one line of result.
  package func say(_ phrase: some Phrase) { say(phrase.text(in: language)) }

  /// Prints one line of result.
  ///
  /// - Parameters:
  ///   - line: the line.
  ///   - hanging: how much further in it goes on where a terminal is too narrow for it.
  package func say(_ line: String, hanging: Int = 2) { put(line, hanging: hanging, on: STDOUT_FILENO) }

  /// Prints an author's prose, whose own line breaks within a paragraph mean nothing.
  func say(prose text: String) {
    for line in TerminalText.unfolded(text) { say(prose(line), hanging: line.hasPrefix("- ") ? 2 : 0) }
  }

  /// Prints what is for a program to read: no line of it is broken.
  package func say(verbatim text: String) {
    let harmless = Self.harmless(text, withColors: false)
    if let listener { listener(harmless) } else { Self.put(harmless + "\n", on: STDOUT_FILENO) }
  }

  /// Prints one line beside the result: progress, a warning, what to do next.
  package func mention(_ phrase: some Phrase) { mention(phrase.text(in: language)) }

  /// Prints one line beside the result.
  package func mention(_ line: String) { put(line, hanging: 2, on: STDERR_FILENO) }

  /// Draws over the line that was drawn last; for terminals only.
  package func draw(_ line: String) {
    let line = TerminalText.columns(of: line) < columns ? line : TerminalText.wrapped(line, to: columns - 1)[0]
    if let drawer { return drawer(Self.harmless(line, withColors: colour)) }
    Self.put("\r\u{1B}[K" + Self.harmless(line, withColors: colour), on: STDERR_FILENO)
  }

  /// `text` in a style, where colours are wanted.
  package func styled(_ text: String, _ style: Style) -> String {
    colour ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }

  /// How a word can look.
  package enum Style: String {
    case bold = "1"
    case faint = "2"
    case emphasis = "3"
    case red = "31"
    case green = "32"
    case yellow = "33"
    case cyan = "36"
  }

  private func put(_ text: String, hanging: Int, on descriptor: Int32) {
    let harmless = Self.harmless(text, withColors: colour)
    // What goes into a file or to another program has no width.
    let isFitted = listener == nil ? isatty(descriptor) == 1 : isScreen
    let lines = isFitted ? fitted(harmless, hanging: hanging) : harmless
    if let listener { listener(lines) } else { Self.put(lines + "\n", on: descriptor) }
  }

  private func fitted(_ text: String, hanging: Int) -> String {
    let columns = columns
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .flatMap { TerminalText.wrapped(String($0), to: columns, hanging: hanging) }.joined(separator: "\n")
  }

  /// `line` with nothing in it that could move the cursor, turn the writing round or end the line elsewhere: whatever a learner, a file or
  /// another program wrote passes here, and only here. Of the codes for a terminal SegLab's own colours pass, where there are any.
  private static func harmless(_ line: String, withColors: Bool) -> String {
    guard TerminalText.harm(in: line) != nil else { return line }
    guard withColors else { return TerminalText.harmless(line) }
    var (result, rest) = ("", line[...])
    while let code = rest.firstMatch(of: /\u{1B}\[(?:0|1|2|3|1;3[1-6]|3[1-6])m/) {
      result += TerminalText.harmless(String(rest[..<code.range.lowerBound])) + String(code.output)
      rest = rest[code.range.upperBound...]
    }
    return result + TerminalText.harmless(String(rest))
  }

  /// Draws a whole screen.
  static func draw(screen text: String) { put(text, on: STDOUT_FILENO) }

  private static func put(_ text: String, on descriptor: Int32) {
    // Whoever reads may have made it a descriptor that does not wait.
    let code = Array(text.utf8).withUnsafeBytes { WholeTransfer.write($0, to: descriptor, patience: 60) }
    // A reader that went away is no reason to fail: what is left to say has no one to hear it.
    guard code != 0, code != EPIPE, descriptor == STDOUT_FILENO else { return }
    firstRefusal.withLock { if $0 == 0 { $0 = code } }
  }
}

extension Console {
  /// Why the first part of a result that could not be written was not; 0 where all could.
  private static let firstRefusal = Mutex<Int32>(0)

  /// The system's words where a part of the result could not be written to standard output; nil where all could.
  static var refusal: String? {
    let code = firstRefusal.withLock { $0 }
    return code == 0 ? nil : String(cString: strerror(code))
  }

  /// Takes the places of standard input, output and error where the process was started without them.
  ///
  /// The next file that is opened would take them otherwise, and what is said would be written into it. What is written to one that is
  /// taken so is refused, and known to be.
  static func takeStandardPlaces() {
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(descriptor, F_GETFD) < 0 {
      // The lowest number that is free is the one that is missing.
      _ = open("/dev/null", O_RDONLY)
    }
  }
}

extension Console {
  /// A verdict's sign and word, each of the same width in one language, in its colour.
  func mark(of verdict: Verdict) -> String {
    let words = Verdict.allCases.map { VerdictPhrase($0.rawValue).text(in: language) }
    let width = words.map(\.columns).max() ?? 0
    let word = VerdictPhrase(verdict.rawValue).text(in: language)
    let padding = String(repeating: " ", count: width - word.columns)
    let (sign, style): (String, Style) =
      switch verdict {
      case .passed: ("✓", .green)
      case .tried: ("≈", .cyan)
      case .notYet: ("✗", .red)
      case .notAttempted: ("○", .yellow)
      case .blocked: ("·", .faint)
      case .error: ("!", .yellow)
      }
    return styled("\(sign) \(word)", style) + padding
  }

  /// The sign and words of a lab of which a part is done.
  func begun(passed: Int, of cells: Int) -> String {
    styled("◐ " + StandingPhrase.begun(passed: passed, cells: cells).text(in: language), .yellow)
  }
}

/// How large a terminal is.
struct TerminalSize: Equatable {
  let rows: Int
  let columns: Int

  /// The size of the terminal behind a descriptor; nil where there is none, or where it does not say.
  static func of(_ descriptor: Int32) -> TerminalSize? {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 else { return nil }
    return TerminalSize(rows: Int(size.ws_row), columns: Int(size.ws_col))
  }
}

extension String {
  /// As ``columns``, without the codes of colours.
  var plainColumns: Int { replacing(/\u{1B}\[[0-9;]*m/, with: "").columns }

  /// How many columns it takes on a terminal.
  var columns: Int { TerminalText.columns(of: self) }
}

extension Console {
  /// An author's Markdown as a terminal shows it: emphasis as such where there is colour, else without its stars. Code keeps its ticks.
  func prose(_ markdown: String) -> String {
    // Every second piece stands between ticks; a star in there is a product.
    markdown.split(separator: "`", omittingEmptySubsequences: false).enumerated().map { number, piece in
      guard number.isMultiple(of: 2) else { return String(piece) }
      return String(piece)
        .replacing(/\*\*(\S(?:[^*]*\S)?)\*\*/) { styled(String($0.output.1), .bold) }
        .replacing(/\*(\S(?:[^*]*\S)?)\*/) { styled(String($0.output.1), .emphasis) }
    }.joined(separator: "`")
  }
}
