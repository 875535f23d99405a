/// What `seglab doctor` says of this computer.
public enum DoctorPhrase: Phrase {
  /// SegLab's own version.
  case version(String)
  /// The processor, its cores and features.
  case processor(name: String, cores: Int, features: [String])
  /// Memory in all and free, in bytes.
  case memory(total: Int, free: Int)
  /// The matrix library: version, kernel, threads.
  case mathLibrary(version: String, kernel: String, threads: Int, configuration: String)
  /// The environment pins the library's kernel.
  case pinned(String)
  /// The kernel in use does without what the processor has.
  case slowKernel(pinned: String, kernel: String, unused: [String])
  /// The Swift compiler that takes learners' cells.
  case compiler(path: String)
  /// The module that learners write against.
  case module(path: String)
  /// The compiler or the module is missing.
  case noToolchain(reason: String)
  /// Bubblewrap works.
  case sandboxWorks(path: String, version: String)
  /// Bubblewrap is missing or does not work.
  case sandboxFails(reason: String)
  /// Where the labs and the theme are.
  case home(path: String)
  /// All is well.
  case healthy
  /// So many things want attention.
  case attention(count: Int)

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: english
    case .korean: korean
    }
  }
}
