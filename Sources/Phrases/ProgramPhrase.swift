/// Why a learner's program handed over no answer. Never a reproach: it could not be judged.
public enum ProgramPhrase: Phrase {
  /// It took longer than it may.
  case overTime(seconds: Int)
  /// It asked for more memory than it may.
  case overMemory(bytes: Int)
  /// It printed more than it may.
  case overOutput(bytes: Int)
  /// A signal stopped it; with the runtime's words, where there were any.
  case crashed(signal: Int, words: String?)
  /// It ended before its end, without a word.
  case endedEarly
  /// The answer is too long.
  case answerTooLong(bytes: Int, limit: Int)
  /// The networks have too many layers.
  case tooManyLayers(count: Int, limit: Int)
  /// A number of the answer is NaN or infinite; where it stands, as `training.learningRate`.
  case valueNotFinite(path: String)
  /// The answer is not what a program hands over; where in it, `networks.fc.layers.2`, or nothing where it is no answer at all.
  case answerUnreadable(place: String)
  /// The compiler took longer than it may.
  case compilerOverTime(seconds: Int)
  /// The compiled program is larger than it may be.
  case compilerOverOutput(bytes: Int)
  /// The compiler itself stopped; its last words.
  case compilerStopped(words: String)
  /// The compiler refused, at no place in the lab; its words.
  case notCompiled(words: String)
  /// The program could not be linked, because nothing makes what is called `name` there; nothing where the linker names none.
  case notLinked(name: String)
  /// More was printed than is shown.
  case moreWasPrinted(bytes: Int)

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: return english
    case .korean: return korean
    }
  }

  /// Bytes as people count them: `64 KiB`, `1 GiB`.
  static func size(_ bytes: Int) -> String {
    let units = [(1 << 30, "GiB"), (1 << 20, "MiB"), (1 << 10, "KiB")]
    guard let (unit, name) = units.first(where: { bytes >= $0.0 }) else { return "\(bytes) B" }
    return bytes % unit == 0 ? "\(bytes / unit) \(name)" : "\((Double(bytes) / Double(unit)).places(1)) \(name)"
  }

  /// A signal's short name; its number where it is a rare one.
  static func name(ofSignal signal: Int) -> String {
    let names = [
      4: "SIGILL", 5: "SIGTRAP", 6: "SIGABRT", 7: "SIGBUS", 8: "SIGFPE", 9: "SIGKILL", 11: "SIGSEGV", 13: "SIGPIPE",
      15: "SIGTERM", 24: "SIGXCPU", 25: "SIGXFSZ", 31: "SIGSYS",
    ]
    return names[signal] ?? "signal \(signal)"
  }
}
