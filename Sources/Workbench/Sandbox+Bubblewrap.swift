internal import Foundation
internal import Messages

// What bubblewrap makes of the file system: a place with nothing in it but what is named here. Where things come from is not to be seen in
// there: bubblewrap reads what it is to do, the filter and a learner's program from descriptors, so that no command line names them,
// and a learner's program finds no `/proc` that would list the mounts.

extension Sandbox {
  /// Own processes, network, users, host name; nothing that outlives this process; no powers.
  private static let isolation = [
    "--unshare-all", "--die-with-parent", "--new-session", "--cap-drop", "ALL", "--hostname", "seglab",
  ]

  private static let loaderCache = ["--ro-bind-try", "/etc/ld.so.cache", "/etc/ld.so.cache"]

  /// The root itself, once everything is in its place.
  private static let closed = ["--remount-ro", "/"]

  /// Where a learner's program finds the runtime libraries of Swift, which may be in somebody's home.
  private static let runtimeInside = "/runtime"

  /// The system's libraries, the runtime's, and nothing else: neither processes nor devices.
  static func programRoom(runtime: String) -> [String] {
    isolation + bound(["/usr/lib", "/usr/lib64", "/lib", "/lib64"]) + loaderCache
      + ["--ro-bind", runtime, runtimeInside, "--setenv", "LD_LIBRARY_PATH", runtimeInside]
  }

  /// The system's programs and libraries, and a small folder to write to; neither the users' files nor the system's settings.
  ///
  /// `/proc` is there because the compiler finds its libraries by it, and closed because to root it is the door to the settings of the
  /// whole computer.
  static func compilerRoom(writable bytes: Int, readable: [String]) -> [String] {
    isolation + ["--size", String(bytes), "--tmpfs", "/tmp"]
      + bound(["/usr", "/bin", "/sbin", "/lib", "/lib64", "/lib32"]) + loaderCache
      + ["--proc", "/proc", "--remount-ro", "/proc", "--dev", "/dev", "--remount-ro", "/dev"]
      + readable.flatMap { ["--ro-bind", $0, $0] }
  }

  /// Folders under their own names; links stay links.
  private static func bound(_ folders: [String]) -> [String] {
    folders.flatMap { folder in
      if let target = try? FileManager.default.destinationOfSymbolicLink(atPath: folder) {
        return ["--symlink", target, folder]
      }
      return Toolchain.exists(folder) ? ["--ro-bind", folder, folder] : []
    }
  }

  /// Something to run in bubblewrap.
  ///
  /// - Parameters:
  ///   - bubblewrap: its file.
  ///   - room: what there is inside.
  ///   - kind: whom the filter is for.
  ///   - program: the file of a learner's program, copied in; nil for none.
  ///   - words: what is run, by its name inside, and its arguments.
  ///   - limits: what it may use.
  /// - Returns: the process to start; environment, input and the size of files are still to be settled.
  static func inBubblewrap(
    _ bubblewrap: String, _ room: [String], for kind: SandboxArguments.Kind, program: String? = nil,
    running words: [String],
    limits: WorkbenchLimits.Process
  ) -> Child {
    let first = 3
    var handed: [Child.Handed] = []
    var options = room
    func hand(_ what: Child.Handed) -> String {
      handed.append(what)
      return String(first + handed.count)
    }
    if let program { options += ["--perms", "0555", "--ro-bind-data", hand(.file(program)), programInside] }
    options += closed + ["--chdir", kind == .compiler ? "/tmp" : "/"]
    if let filter = SandboxArguments.filter(for: kind) { options += ["--seccomp", hand(.bytes(filter))] }
    let listed: [UInt8] = Array(options.map { $0 + "\0" }.joined().utf8)
    var child = Child(
      path: bubblewrap, name: "bwrap", arguments: ["--args", String(first)] + words, environment: [:], limits: limits)
    child.handed = [.bytes(listed)] + handed
    // Bubblewrap copies the program, so that it must be able to write as much; inside nothing can be opened for writing.
    let facts = program.flatMap { try? FileManager.default.attributesOfItem(atPath: $0) }
    child.fileBytes = max(1, facts?[.size] as? Int ?? 0)
    return child
  }
}

// What Landlock leaves of the file system where there is no bubblewrap: the same files as in bubblewrap, under their own names.

extension Sandbox {
  private static let libraries = ["/usr/lib", "/usr/lib64", "/lib", "/lib64", "/etc/ld.so.cache"]

  /// What starts a program that uses libraries, on each processor.
  private static let loaders = ["/lib64/ld-linux-x86-64.so.2", "/lib/ld-linux-aarch64.so.1"]

  /// The libraries to read; the program and what the kernel starts it with to start.
  static func programRules(_ program: String, runtime: String) -> [SandboxArguments.Rule] {
    // The kernel starts nothing that may not be read.
    rules(.read, libraries + [runtime]) + rules([.read, .execute], loaders + [program])
  }

  /// The system's programs and the compiler to use, one folder to write to.
  static func compilerRules(writable: String, readable: [String]) -> [SandboxArguments.Rule] {
    rules([.read, .execute], ["/usr", "/bin", "/sbin", "/lib", "/lib64", "/lib32"] + readable)
      + rules(.read, ["/etc/ld.so.cache", "/dev/zero", "/dev/urandom"])
      + rules([.read, .write], ["/dev/null", writable])
  }

  private static func rules(_ rights: SandboxArguments.Rights, _ paths: [String]) -> [SandboxArguments.Rule] {
    paths.map { SandboxArguments.Rule(path: $0, rights: rights) }
  }
}

/// A setting of the system that keeps ordinary users, and so bubblewrap, from making namespaces.
enum NamespaceRule: String, CaseIterable {
  /// Ubuntu's: a program needs a profile that allows it. Bubblewrap then fails one step later, at what it may not do in there.
  case appArmor = "kernel.apparmor_restrict_unprivileged_userns"
  /// Debian's, of kernels before 5.10 at most.
  case clone = "kernel.unprivileged_userns_clone"
  /// How many there may be.
  case count = "user.max_user_namespaces"

  /// The value that forbids.
  private var forbidding: String { self == .appArmor ? "1" : "0" }

  /// What is said of bubblewrap that does not work.
  ///
  /// - Parameters:
  ///   - words: what it says.
  ///   - isRoot: whether it is root who runs it, to whom none of this applies.
  ///   - setting: the value of a setting of the system; nil where there is none of that name.
  /// - Returns: with the setting that forbids it, where one does.
  static func reason(
    for words: String, isRoot: Bool = geteuid() == 0, setting: (String) -> String? = Self.setting
  ) -> SandboxPhrase {
    let signs = ["ermission denied", "not permitted", "ermissions", "RTM_NEWADDR", "namespace", "o space left"]
    guard !isRoot, signs.contains(where: words.contains),
      let rule = allCases.first(where: { setting($0.rawValue) == $0.forbidding })
    else { return .bubblewrapFails(words: words) }
    return .namespacesForbidden(words: words, setting: rule.rawValue)
  }

  private static func setting(_ name: String) -> String? {
    let path = "/proc/sys/" + name.replacingOccurrences(of: ".", with: "/")
    return FileManager.default.contents(atPath: path).map {
      String(decoding: $0, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    }
  }
}
