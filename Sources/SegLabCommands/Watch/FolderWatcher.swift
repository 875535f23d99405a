internal import Foundation

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// Waits, on a thread of its own, for a save in one folder and for keys on the terminal.
final class FolderWatcher: Sendable {
  /// What happened.
  enum Event: Sendable {
    /// Some file of the folder may have changed.
    case changed
    /// A key was pressed.
    case key(Key)
    /// The terminal has another size, or was taken again.
    case resized
    /// There will be no more keys: the terminal went away.
    case noMoreKeys
  }

  /// An editor writes, renames and removes in quick succession: one change is told when it has been quiet for so long.
  private static let quietMilliseconds: Int32 = 60
  private static let pollMilliseconds: Int32 = 400

  private let folder: String
  /// The system's own watch; nil where the folder is looked at again and again instead.
  private let notifier: Int32?
  private let keys: Int32?
  private let bell: Int32?
  private let continuation: AsyncStream<Event>.Continuation
  /// What happened, in order.
  let events: AsyncStream<Event>

  /// - Parameters:
  ///   - folder: the folder, of which only the files themselves are watched.
  ///   - polls: whether to look again and again, for file systems that tell nothing.
  ///   - keys: where keys come from; nil for none.
  ///   - bell: where a byte comes when the terminal has another size; nil for nowhere.
  init(folder: String, polls: Bool, keys: Int32?, bell: Int32? = nil) {
    self.bell = bell
    self.folder = folder
    self.keys = keys
    (events, continuation) = AsyncStream.makeStream(of: Event.self, bufferingPolicy: .bufferingNewest(64))
    var notifier: Int32?
    if !polls {
      let descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
      let mask = UInt32(IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_ATTRIB)
      if descriptor >= 0 {
        if inotify_add_watch(descriptor, folder, mask) >= 0 { notifier = descriptor } else { close(descriptor) }
      }
    }
    self.notifier = notifier
  }

  deinit { if let notifier { close(notifier) } }

  /// Begins to watch; ends with the process, or when nobody listens any more.
  func start() {
    let thread = Thread { [self] in watch() }
    thread.name = "seglab watch"
    thread.start()
  }

  private func watch() {
    var seen = stamp()
    var keys = self.keys
    var reader = KeyReader()
    while true {
      var waiting = [notifier, keys, bell].compactMap { $0 }.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
      let count = poll(&waiting, nfds_t(waiting.count), notifier == nil ? Self.pollMilliseconds : 1000)
      if count < 0, errno != EINTR { return continuation.finish() }
      if let open = keys, waiting.contains(where: { $0.fd == open && $0.revents != 0 }) {
        var bytes = [UInt8](repeating: 0, count: 256)
        let count = read(open, &bytes, bytes.count)
        if count > 0 {
          for key in reader.keys(bytes[..<count]) { continuation.yield(.key(key)) }
        } else if count == 0 || errno != EINTR {
          keys = nil
          continuation.yield(.noMoreKeys)
        }
      }
      if let bell, waiting.contains(where: { $0.fd == bell && $0.revents != 0 }) {
        var bytes = [UInt8](repeating: 0, count: 256)
        while read(bell, &bytes, bytes.count) > 0 {}
        continuation.yield(.resized)
      }
      // Besides what the system tells: some file systems lose a message now and then.
      if let notifier, waiting.contains(where: { $0.fd == notifier && $0.revents != 0 }) { drain(notifier) }
      let now = stamp()
      guard now != seen else { continue }
      seen = now
      if case .terminated = continuation.yield(.changed) { return }
    }
  }

  /// Reads the system's messages until none has come for a moment.
  private func drain(_ notifier: Int32) {
    var buffer = [UInt8](repeating: 0, count: 4096)
    // A program that never stops writing must not keep the learner from an answer.
    for _ in 0..<20 {
      while read(notifier, &buffer, buffer.count) > 0 {}
      var waiting = pollfd(fd: notifier, events: Int16(POLLIN), revents: 0)
      if poll(&waiting, 1, Self.quietMilliseconds) <= 0 { return }
    }
  }

  /// The folder's Markdown files with what tells one version from another.
  private func stamp() -> [String: [Int]] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    var result: [String: [Int]] = [:]
    for name in names where name.hasSuffix(".md") {
      var status = stat()
      guard stat("\(folder)/\(name)", &status) == 0 else { continue }
      result[name] = [
        Int(status.st_mtim.tv_sec), Int(status.st_mtim.tv_nsec), Int(status.st_size), Int(status.st_ino),
      ]
    }
    return result
  }
}
