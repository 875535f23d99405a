internal import Foundation
internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// The terminal while single keys are read from it: no line is waited for and no key is shown.
///
/// However the program ends, by itself or by a signal, the terminal is as it was.
enum KeyTerminal {
  /// What a signal's handler needs: only what such a handler may touch.
  private nonisolated(unsafe) static var before = termios()
  private static let isTaken = Atomic<Bool>(false)

  /// Takes the terminal on standard input.
  ///
  /// - Returns: where keys come from; nil where there is no terminal.
  static func take() -> Int32? {
    guard isatty(STDIN_FILENO) == 1, tcgetattr(STDIN_FILENO, &before) == 0 else { return nil }
    guard !isTaken.exchange(true, ordering: .sequentiallyConsistent) else { return STDIN_FILENO }
    set()
    atexit { KeyTerminal.restore() }
    for number in [SIGINT, SIGTERM, SIGHUP, SIGQUIT] {
      signal(number) { number in
        KeyTerminal.restore()
        // As if nobody had listened: the shell is told by what the program ended.
        signal(number, SIG_DFL)
        raise(number)
      }
    }
    // Whoever had the terminal in between may have set it anew.
    signal(SIGCONT) { _ in KeyTerminal.set() }
    return STDIN_FILENO
  }

  /// Gives the terminal back.
  static func restore() {
    guard isTaken.load(ordering: .sequentiallyConsistent) else { return }
    tcsetattr(STDIN_FILENO, TCSANOW, &before)
  }

  private static func set() {
    var now = before
    now.c_lflag &= ~tcflag_t(ICANON | ECHO)
    tcsetattr(STDIN_FILENO, TCSANOW, &now)
  }
}
