import Foundation
import Synchronization

/// A terminal for a program to work in, whose keys are pressed and whose screen is read by a test.
final class PseudoTerminal: Sendable {
  private let master: Int32
  /// The program's side.
  let slave: Int32
  private let text = Mutex("")

  /// Linux's TIOCSPTLCK and TIOCGPTN: the C library's own functions are not seen from Swift.
  private static let setLock: UInt = 0x4004_5431
  private static let getNumber: UInt = 0x8004_5430

  /// Nil where the system has no more terminals.
  init?() {
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY)
    var (lock, number): (Int32, UInt32) = (0, 0)
    guard master >= 0, ioctl(master, Self.setLock, &lock) == 0, ioctl(master, Self.getNumber, &number) == 0 else {
      return nil
    }
    slave = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY)
    guard slave >= 0 else { return nil }
    resize(rows: 40, columns: 120)
    let thread = Thread { [master, weak self] in
      var buffer = [UInt8](repeating: 0, count: 4096)
      while case let count = read(master, &buffer, buffer.count), count > 0 {
        let words = String(decoding: buffer[..<count], as: UTF8.self)
        guard let self else { return }
        self.text.withLock { $0 += words }
      }
    }
    thread.start()
  }

  deinit {
    close(slave)
    close(master)
  }

  /// Gives the terminal another size; the program is told by a signal, as by a window that is dragged, once it has the terminal.
  func resize(rows: UInt16, columns: UInt16) {
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  /// Everything that was ever shown, without colours.
  var screen: String { text.withLock { $0 }.replacing(/\u{1B}\[[0-9;?]*[A-Za-z]/, with: "") }

  /// Everything that was sent to the terminal.
  var sent: String { text.withLock { $0 } }

  /// What is seen now: what was drawn last.
  var seen: String {
    let last = sent.components(separatedBy: "\u{1B}[H").last ?? ""
    return last.replacing(/\u{1B}\[[0-9;?]*[A-Za-z]/, with: "")
  }

  /// Whether the terminal waits for whole lines and shows what is typed, as it does for a shell.
  var isAsForAShell: Bool {
    var settings = termios()
    tcgetattr(slave, &settings)
    let flags = tcflag_t(ICANON | ECHO)
    return settings.c_lflag & flags == flags
  }

  /// Presses keys.
  func press(_ keys: String) { _ = keys.withCString { write(master, $0, strlen($0)) } }

  /// Whether `words` come onto the screen within half a minute, from now on or before.
  func waits(for words: String) -> Bool { waits { $0.screen.contains(words) } }

  /// Whether something comes to be within half a minute.
  func waits(until isThere: (PseudoTerminal) -> Bool) -> Bool {
    for _ in 0..<300 {
      if isThere(self) { return true }
      Thread.sleep(forTimeInterval: 0.1)
    }
    return false
  }
}
