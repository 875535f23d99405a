internal import Foundation
internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// The terminal while single keys are read from it: no line is waited for and no key is shown; with a screen of its own where one is wanted.
///
/// However the program ends, by itself or by a signal, the terminal is as it was, and shows what it showed.
enum KeyTerminal {
  /// What a signal's handler needs: only what such a handler may touch.
  private nonisolated(unsafe) static var before = termios()
  private nonisolated(unsafe) static var hasScreen = false
  /// Where a handler tells that the screen is to be drawn anew.
  private nonisolated(unsafe) static var bell: Int32 = -1
  private static let isTaken = Atomic<Bool>(false)
  /// Whether the terminal is now as keys need it.
  private static let isSet = Atomic<Bool>(false)

  /// Another screen, on which long lines are not broken by the terminal, without a cursor.
  private static let enter: StaticString = "\u{1B}[?1049h\u{1B}[?25l\u{1B}[?7l"
  private static let leave: StaticString = "\u{1B}[?7h\u{1B}[?25h\u{1B}[?1049l"

  /// What has been taken of a terminal.
  struct Taken {
    /// Where keys come from.
    let keys: Int32
    /// Where a byte can be read when the screen is to be drawn anew; nil where there is no more than keys.
    let bell: Int32?
  }

  /// Takes the terminal on standard input, and a screen of its own on standard output.
  ///
  /// - Parameter screen: whether a screen is wanted.
  /// - Returns: nil where there is no terminal.
  static func take(screen: Bool) -> Taken? {
    guard isatty(STDIN_FILENO) == 1, tcgetattr(STDIN_FILENO, &before) == 0 else { return nil }
    guard !isTaken.exchange(true, ordering: .sequentiallyConsistent) else {
      return Taken(keys: STDIN_FILENO, bell: nil)
    }
    var ends: [Int32] = [-1, -1]
    hasScreen = screen
    if screen, pipe(&ends) == 0 {
      for end in ends {
        _ = fcntl(end, F_SETFL, O_NONBLOCK)
        _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      }
      bell = ends[1]
    }
    set()
    atexit { KeyTerminal.restore() }
    // Whatever ends the program, a fault of its own too.
    for number in [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGABRT, SIGILL, SIGTRAP, SIGBUS, SIGFPE, SIGSEGV, SIGTSTP] {
      signal(number, end)
    }
    // Whoever had the terminal in between may have set it anew.
    signal(SIGCONT) { _ in
      KeyTerminal.set()
      signal(SIGTSTP, KeyTerminal.end)
      KeyTerminal.ring()
    }
    signal(SIGWINCH) { _ in KeyTerminal.ring() }
    return Taken(keys: STDIN_FILENO, bell: ends[0] >= 0 ? ends[0] : nil)
  }

  private static let end: @convention(c) (Int32) -> Void = { number in
    KeyTerminal.restore()
    // As if nobody had listened: the shell is told by what the program ended, or that it waits.
    signal(number, SIG_DFL)
    raise(number)
  }

  /// Gives the terminal back.
  static func restore() {
    // Once: what is said after the screen was left stays where it was said.
    guard isSet.exchange(false, ordering: .sequentiallyConsistent) else { return }
    if hasScreen { _ = write(STDOUT_FILENO, leave.utf8Start, leave.utf8CodeUnitCount) }
    tcsetattr(STDIN_FILENO, TCSANOW, &before)
  }

  private static func set() {
    isSet.store(true, ordering: .sequentiallyConsistent)
    var now = before
    now.c_lflag &= ~tcflag_t(ICANON | ECHO)
    tcsetattr(STDIN_FILENO, TCSANOW, &now)
    if hasScreen { _ = write(STDOUT_FILENO, enter.utf8Start, enter.utf8CodeUnitCount) }
  }

  private static func ring() {
    var byte: UInt8 = 1
    if bell >= 0 { _ = write(bell, &byte, 1) }
  }
}
