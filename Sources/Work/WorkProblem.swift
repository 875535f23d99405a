internal import Files
public import Messages

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// Why work cannot be taken or handed in: a bad folder, or something that is missing here.
public enum WorkProblem: Error, Sendable, Equatable {
  /// The folder is not what it has to be; what is said of it.
  case store(WorkStorePhrase)
  /// Something cannot be written.
  case refused(path: String, reason: String)
  /// There are only `count` items, and none of this number.
  case noItem(number: Int, count: Int)
  /// A program of a cluster's is not here.
  case noProgram(name: String)
  /// A program of a cluster's says no, in its own words.
  case scheduler(program: String, words: String)
  /// After so many rounds something is still open.
  case outOfRounds(rounds: Int, open: Int, logs: String)

  init(_ fault: FileFault) { self = Self.of(fault) { .refused(path: fault.path, reason: $0) } }

  /// What is in the way of reading.
  init(reading fault: FileFault) { self = Self.of(fault) { .store(.notRead(path: fault.path, reason: $0)) } }

  init(_ fault: FileBytes.Fault) {
    switch fault {
    case .refused(let path, EACCES), .refused(let path, EPERM):
      self = .store(.closed(path: StorePlace.closed(on: path)))
    case .refused(let path, _): self = .store(.notRead(path: path, reason: fault.systemReason ?? ""))
    case .notAFile(let path), .tooLarge(let path, _, _): self = .store(.damaged(path: path))
    }
  }

  private static func of(_ fault: FileFault, or other: (String) -> WorkProblem) -> WorkProblem {
    switch fault.cause {
    case .link, .notAFolder: .store(.foreignPart(path: fault.path))
    case .foreign(let owner): .store(.foreign(path: fault.path, owner: owner))
    case .system(EACCES), .system(EPERM): .store(.closed(path: StorePlace.closed(on: fault.path)))
    case .system(ENOTDIR): .store(.foreignPart(path: StorePlace.noFolder(on: fault.path)))
    case .system(ENOENT): .store(.gone(path: fault.path))
    case .notAFile, .noReader, .system: other(fault.reason)
    }
  }

  /// What happened, and what to try first.
  public var phrase: any Phrase {
    switch self {
    case .store(let phrase): phrase
    case .refused(let path, let reason): CommandPhrase.notWritten(path: path, reason: reason)
    case .noItem(let number, let count): WorkPhrase.noItem(number: number, count: count)
    case .noProgram(let name): WorkPhrase.noProgram(name: name)
    case .scheduler(let program, let words): WorkPhrase.scheduler(program: program, words: words)
    case .outOfRounds(let rounds, let open, let logs): WorkPhrase.roundsOver(rounds: rounds, open: open, logs: logs)
    }
  }

  /// Whether nothing is wrong but that there is more to do.
  public var isUnfinished: Bool {
    switch self {
    case .outOfRounds, .store(.unlisted): true
    default: false
    }
  }

  /// Whether the command asked for something that there is not.
  public var isMisasked: Bool { if case .noItem = self { true } else { false } }

  /// Whether this machine lacks something that another one may have.
  public var isOfMachine: Bool {
    switch self {
    case .noProgram, .store(.absent): true
    default: false
    }
  }
}
