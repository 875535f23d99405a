public import Messages

/// What keeps the workbench from working at all: the environment, never the learner's cells.
public enum WorkbenchError: Error, Sendable, Hashable {
  /// There is no `swiftc`.
  case noCompiler
  /// The compiler lacks a part of its toolchain.
  case compilerUnusable(path: String, missing: String)
  /// The learner's module is in none of the folders.
  case noModule(searched: [String])
  /// A file of the learner's module cannot be read.
  case moduleUnreadable(path: String)
  /// The compiler does not take the learner's module; its own words.
  case moduleRefused(words: String)
  /// A sandbox is required, and there is none; why not.
  case noSandbox(SandboxPhrase)
  /// The folder for compiled programs cannot be used.
  case cacheUnusable(path: String, reason: String)
  /// A process could not be started.
  case cannotStart(path: String, reason: String)
  /// The work was called off.
  case cancelled

  /// What to tell the user.
  public var phrase: any Phrase {
    switch self {
    case .noCompiler: return SandboxPhrase.noCompiler
    case .compilerUnusable(let path, let missing): return SandboxPhrase.compilerUnusable(path: path, missing: missing)
    case .noModule(let searched): return SandboxPhrase.noModule(searched: searched)
    case .moduleUnreadable(let path): return SandboxPhrase.moduleUnreadable(path: path)
    case .moduleRefused(let words): return SandboxPhrase.moduleRefused(words: words)
    case .noSandbox(let reason): return SandboxPhrase.sandboxRequired(reason: reason)
    case .cacheUnusable(let path, let reason): return SandboxPhrase.cacheUnusable(path: path, reason: reason)
    case .cannotStart(let path, let reason): return SandboxPhrase.cannotStart(path: path, reason: reason)
    case .cancelled: return SandboxPhrase.cancelled
    }
  }
}
