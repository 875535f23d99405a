internal import Diagnostics
internal import Foundation
internal import Messages
internal import Synchronization

/// Where the loop shows what happens: a screen of its own that is drawn anew and can be scrolled, or line after line where there is none.
final class LoopDisplay: Sendable {
  /// Something to be shown: prints itself on a console of any width.
  typealias Part = @Sendable (Console) -> Void

  private struct State {
    /// What the lab has come to.
    var main: [Part] = []
    /// What was said besides since then.
    var besides: [Part] = []
    /// What of it is about the lab that comes next to be shown, and stays beside that.
    var news: [Part] = []
    /// How far a training is.
    var progress = ""
    /// The first line that is seen.
    var top = 0
    /// Whether what was said last is to be brought into view.
    var isNew = false
  }

  private let console: Console
  /// Whether there is a screen.
  let isScreen: Bool
  /// Takes what a terminal shows.
  private let output: @Sendable (String) -> Void
  private let size: @Sendable () -> TerminalSize
  private let state = Mutex(State())

  /// - Parameters:
  ///   - console: where lines go where there is no screen; its language and colors.
  ///   - isScreen: whether there is a screen.
  ///   - size: how large it is now.
  ///   - output: takes what is drawn.
  init(
    console: Console, isScreen: Bool,
    size: @escaping @Sendable () -> TerminalSize = {
      TerminalSize.of(STDOUT_FILENO) ?? TerminalSize(rows: 24, columns: 80)
    },
    output: @escaping @Sendable (String) -> Void = { Console.draw(screen: $0) }
  ) {
    self.console = console
    self.isScreen = isScreen
    self.size = size
    self.output = output
  }

  /// Shows something in place of all that was there.
  func show(_ part: @escaping Part) {
    guard isScreen else { return part(console) }
    change { state in state = State(main: [part], besides: state.news) }
  }

  /// Shows something besides; the newest is brought into view.
  ///
  /// - Parameters:
  ///   - isNews: whether it is to stay beside what is shown next.
  ///   - part: what is shown.
  func add(isNews: Bool = false, _ part: @escaping Part) {
    guard isScreen else { return part(console) }
    change { state in
      state.besides = state.besides.suffix(Self.mostBesides - 1) + [part]
      if isNews { state.news = state.news.suffix(Self.mostBesides - 1) + [part] }
      state.isNew = true
    }
  }

  /// So much is kept of what was said besides.
  private static let mostBesides = 20

  /// A console for what is said while a training goes on.
  var training: Console {
    guard isScreen else { return console }
    return Console(
      like: console, columns: size().columns,
      drawer: { [self] line in change { $0.progress = line } },
      listener: { [self] line in add(isNews: true) { $0.mention(line) } })
  }

  /// Says that something goes on of which nothing is known yet.
  func begin(_ phrase: some Phrase) {
    if isScreen { change { $0.progress = console.styled(phrase.text(in: console.language), .faint) } }
  }

  /// Forgets how far a training was.
  func endProgress() {
    if isScreen { change { $0.progress = "" } } else if console.live { console.draw("") }
  }

  /// Draws everything anew: the terminal has another size.
  func redraw() { change { _ in } }

  /// Moves what is seen.
  func scroll(_ key: Key) {
    let page = max(1, size().rows - 5)
    change { state in
      switch key {
      case .up: state.top -= 1
      case .down: state.top += 1
      case .pageUp: state.top -= page
      case .pageDown: state.top += page
      case .home: state.top = 0
      case .end: state.top = .max
      case .letter, .enter, .endOfInput: break
      }
    }
  }

  private func change(_ body: (inout State) -> Void) {
    state.withLock { state in
      body(&state)
      if isScreen { output(drawing(&state)) }
    }
  }

  /// The lines of some parts on a screen of so many columns.
  private func lines(of parts: [Part], columns: Int) -> [String] {
    let lines = Mutex<[String]>([])
    let page = Console(like: console, columns: columns) { line in
      lines.withLock { $0 += line.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }
    }
    for part in parts { part(page) }
    return lines.withLock { $0 }
  }

  private func drawing(_ state: inout State) -> String {
    let size = size()
    let main = lines(of: state.main, columns: size.columns)
    let besides = state.besides.map { lines(of: [$0], columns: size.columns) }
    let all = main + besides.flatMap { [""] + $0 }
    var foot = state.progress.isEmpty ? [] : [state.progress]
    foot += lines(
      of: [{ $0.say($0.styled(LoopPhrase.keys.text(in: $0.language), .faint), hanging: 0) }], columns: size.columns)
    let room = max(1, size.rows - foot.count - 1)
    if state.isNew {
      // Its first line, where it has more than the screen.
      let newest = besides.last?.count ?? 0
      state.top = newest > room ? all.count - newest : max(state.top, all.count - room)
      state.isNew = false
    }
    state.top = max(0, min(state.top, all.count - room))
    let seen = all.dropFirst(state.top).prefix(room)
    let rule = Self.rule(from: state.top + 1, to: state.top + seen.count, of: all.count, columns: size.columns)
    var rows = Array(seen)
    rows += Array(repeating: "", count: room - seen.count)
    rows.append(console.styled(rule, .faint))
    rows = Array((rows + foot).prefix(size.rows))
    // Each row is wiped before it is written: what is behind a full row cannot be wiped.
    return "\u{1B}[H" + rows.map { "\u{1B}[0m\u{1B}[2K" + $0 }.joined(separator: "\r\n") + "\u{1B}[0m"
  }

  /// A line across, with which lines are seen where not all are.
  private static func rule(from first: Int, to last: Int, of count: Int, columns: Int) -> String {
    let words = last - first + 1 < count ? " \(first)–\(last) / \(count) " + (last < count ? "↓ " : "↑ ") : ""
    let dashes = max(0, columns - words.columns)
    return String(repeating: "─", count: dashes) + words
  }
}
