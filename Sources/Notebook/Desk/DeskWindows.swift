/// The windows that look on at a lab, and which of them writes.
///
/// A window may hold several lines at once while it loads itself anew; it is gone when the last is down.
struct DeskWindows {
  /// The window that writes; nil where none does.
  private(set) var writer: String?
  /// The lines of each window, by number.
  private var lines: [String: Set<Int>] = [:]
  private var lastLine = 0

  /// A window wants to write.
  ///
  /// - Returns: whether it may: nobody else writes.
  mutating func write(_ window: String) -> Bool {
    guard writer == nil || writer == window else { return false }
    writer = window
    return true
  }

  /// A window writes from here on.
  ///
  /// - Returns: whether another one, or none, wrote before.
  mutating func takeOver(_ window: String) -> Bool {
    defer { writer = window }
    return writer != window
  }

  /// A window looks on; the first one writes.
  ///
  /// - Returns: the number of its line.
  mutating func attach(_ window: String) -> Int {
    lastLine += 1
    lines[window, default: []].insert(lastLine)
    let isLeft = writer.map { lines[$0] == nil } ?? true
    if isLeft { writer = window }
    return lastLine
  }

  /// A window's line is down.
  ///
  /// - Returns: whether it was its last.
  mutating func detach(_ window: String, line: Int) -> Bool {
    lines[window]?.remove(line) != nil && lines[window]?.isEmpty == true
  }

  /// A window goes away.
  ///
  /// - Returns: whether it is the one that writes.
  mutating func leave(_ window: String) -> Bool {
    lines[window] = nil
    return writer == window
  }

  /// Another window writes where the one that did is still away.
  ///
  /// - Returns: whether another one does.
  mutating func passOn(from window: String) -> Bool {
    guard writer == window, lines[window] == nil, let next = lines.keys.min() else { return false }
    writer = next
    return true
  }
}

/// The windows of a desk come and go.
extension Desk {
  /// So long a window may be away, as while it loads itself anew, before another one writes.
  private static let patience: Duration = .seconds(3)

  /// A window writes from here on.
  func takeOver(_ window: String) {
    if windows.takeOver(window) { tellStatus() }
  }

  /// A window looks on; the first one writes.
  ///
  /// - Returns: the number of its line.
  func attach(_ window: String) -> Int {
    let line = windows.attach(window)
    tellStatus()
    return line
  }

  /// A window's line is down.
  func detach(_ window: String, line: Int) {
    if windows.detach(window, line: line) { leave(window) }
  }

  /// A window goes away; where it wrote, another one that looks on writes after a while.
  func leave(_ window: String) {
    guard windows.leave(window) else { return }
    Task {
      try? await Task.sleep(for: Self.patience)
      if self.windows.passOn(from: window) { self.tellStatus() }
    }
  }
}
