#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Where other programs lie.
public enum ProgramPath {
  /// The file of the program `name` in the first folder of the `PATH` that has it.
  ///
  /// Only folders that are named whole are looked at: what `.` is depends on where somebody stands, who may stand in a folder of others.
  /// - Parameters:
  ///   - name: what the program is called.
  ///   - environment: the environment's variables.
  /// - Returns: its path; nil where none of the folders has it.
  public static func find(_ name: String, in environment: [String: String]) -> String? {
    for folder in (environment["PATH"] ?? "").split(separator: ":") where folder.hasPrefix("/") {
      let path = "\(folder)/\(name)"
      var facts = stat()
      if stat(path, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG, access(path, X_OK) == 0 { return path }
    }
    return nil
  }
}
