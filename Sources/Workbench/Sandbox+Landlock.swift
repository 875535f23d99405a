// What Landlock leaves of the file system where there is no bubblewrap: the same files as in bubblewrap, under their own names.

extension Sandbox {
  private static let libraries = ["/usr/lib", "/usr/lib64", "/lib", "/lib64", "/etc/ld.so.cache"]

  /// What starts a program that uses libraries, on each processor.
  private static let loaders = ["/lib64/ld-linux-x86-64.so.2", "/lib/ld-linux-aarch64.so.1"]

  /// The libraries to read; the program and what the kernel starts it with to start.
  static func programRules(_ program: String, runtime: String) -> [Walls.Rule] {
    // The kernel starts nothing that may not be read.
    rules(.read, libraries + [runtime]) + rules([.read, .execute], loaders + [program])
  }

  /// The system's programs and the compiler to use, one folder to write to.
  static func compilerRules(writable: String, readable: [String]) -> [Walls.Rule] {
    rules([.read, .execute], ["/usr", "/bin", "/sbin", "/lib", "/lib64", "/lib32"] + readable)
      + rules(.read, ["/etc/ld.so.cache", "/dev/zero", "/dev/urandom"])
      + rules([.read, .write], ["/dev/null", writable])
  }

  private static func rules(_ rights: Walls.Rights, _ paths: [String]) -> [Walls.Rule] {
    paths.map { Walls.Rule(path: $0, rights: rights) }
  }
}
