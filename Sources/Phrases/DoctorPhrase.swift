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
  /// Bubblewrap does not, for this reason, but Landlock does; whether that is good enough where a sandbox is required.
  case sandboxIsLandlock(version: Int, isEnough: Bool, reason: String)
  /// Neither works, for this reason.
  case sandboxFails(reason: String)
  /// How to install bubblewrap.
  case installBubblewrap
  /// How to let the bubblewrap at `path` do what AppArmor forbids it.
  case allowByAppArmor(path: String)
  /// How to change the setting of the system that forbids bubblewrap its work.
  case allowNamespaces(setting: String)
  /// The course folder can be written to.
  case course(path: String)
  /// A folder of the course cannot be written to, for the system's reason; whether nothing on its disk can.
  case courseClosed(course: String, folder: String, reason: String, isReadOnly: Bool)
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
