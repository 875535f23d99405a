/// What is said of the place where learners' programs are compiled and run.
public enum SandboxPhrase: Phrase {
  /// There is no Swift compiler.
  case noCompiler
  /// The compiler lacks a part.
  case compilerUnusable(path: String, missing: String)
  /// The learner's module is in none of these folders.
  case noModule(searched: [String])
  /// A file of the learner's module cannot be read.
  case moduleUnreadable(path: String)
  /// The compiler does not take the learner's module; its words.
  case moduleRefused(words: String)
  /// There is no bubblewrap.
  case noBubblewrap
  /// Bubblewrap does not work here; its words.
  case bubblewrapFails(words: String)
  /// Bubblewrap may not make what it needs: a setting of the system forbids it; bubblewrap's words.
  case namespacesForbidden(words: String, setting: String)
  /// The kernel has no Landlock.
  case noLandlock
  /// Landlock does not keep a program in here; the words of what was tried.
  case landlockFails(words: String)
  /// There is neither, each for its reason.
  indirect case neither(bubblewrap: SandboxPhrase, landlock: SandboxPhrase)
  /// Nothing runs without a good sandbox, and there is none for this reason.
  indirect case sandboxRequired(reason: SandboxPhrase)
  /// It runs in Landlock, because there is no bubblewrap for this reason.
  indirect case landlockOnly(reason: SandboxPhrase)
  /// It runs without a sandbox, for this reason.
  indirect case limitsOnly(reason: SandboxPhrase)
  /// The folder of compiled programs cannot be used.
  case cacheUnusable(path: String, reason: String)
  /// A program could not be started.
  case cannotStart(path: String, reason: String)
  /// The work was called off.
  case cancelled

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: return english
    case .korean: return korean
    }
  }
}
