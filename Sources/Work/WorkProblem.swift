internal import Files
public import Messages

/// Why work cannot be taken or handed in: a bad folder, or something that is missing here.
public enum WorkProblem: Error, Sendable, Equatable {
  /// There is no work store at `path`.
  case noStore(path: String)
  /// What lies at `path` is no store, and not empty.
  case noRoom(path: String)
  /// What lies at `path` is damaged.
  case damaged(path: String)
  /// The store was made by somebody with another key.
  case otherKey(path: String)
  /// A link stands where a folder of the store's own should be.
  case link(path: String)
  /// Something cannot be written.
  case refused(path: String, reason: String)
  /// Something cannot be read.
  case unreadable(path: String, reason: String)
  /// There are only `count` items, and none of this number.
  case noItem(number: Int, count: Int)
  /// A program of a cluster's is not here.
  case noProgram(name: String)
  /// A program of a cluster's says no, in its own words.
  case scheduler(program: String, words: String)
  /// After so many rounds something is still open.
  case outOfRounds(rounds: Int, open: Int, logs: String)

  init(_ fault: FileFault) {
    self = fault.cause == .link ? .link(path: fault.path) : .refused(path: fault.path, reason: fault.reason)
  }

  /// What is in the way of reading.
  init(reading fault: FileFault) {
    self = fault.cause == .link ? .link(path: fault.path) : .unreadable(path: fault.path, reason: fault.reason)
  }

  init(_ fault: FileBytes.Fault) {
    switch fault {
    case .refused(let path, _): self = .unreadable(path: path, reason: fault.systemReason ?? "")
    case .notAFile(let path), .tooLarge(let path, _, _): self = .damaged(path: path)
    }
  }

  /// What happened, and what to try first.
  public var phrase: any Phrase {
    switch self {
    case .noStore(let path): WorkPhrase.noStore(path: path)
    case .noRoom(let path): WorkPhrase.noRoom(path: path)
    case .damaged(let path): WorkPhrase.damaged(path: path)
    case .otherKey(let path): WorkPhrase.otherKey(path: path)
    case .link(let path): WorkPhrase.link(path: path)
    case .refused(let path, let reason): CommandPhrase.notWritten(path: path, reason: reason)
    case .unreadable(let path, let reason): WorkPhrase.notRead(path: path, reason: reason)
    case .noItem(let number, let count): WorkPhrase.noItem(number: number, count: count)
    case .noProgram(let name): WorkPhrase.noProgram(name: name)
    case .scheduler(let program, let words): WorkPhrase.scheduler(program: program, words: words)
    case .outOfRounds(let rounds, let open, let logs): WorkPhrase.roundsOver(rounds: rounds, open: open, logs: logs)
    }
  }

  /// Whether nothing is wrong but that there is more to do.
  public var isUnfinished: Bool { if case .outOfRounds = self { true } else { false } }
}
