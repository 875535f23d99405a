internal import CHost
internal import Foundation
internal import Messages

/// A file system with nothing in it but what is named here, as bubblewrap makes it or SegLab itself in namespaces of its own.
///
/// Where things come from is not to be seen in there: a learner's program finds no `/proc` that would list the mounts, and bubblewrap reads
/// what it is to do, the filter and the program from descriptors, so that no command line names them.
struct MountNamespace: Sendable {
  /// What stands somewhere in a mount namespace.
  enum Place: Sendable, Equatable {
    /// A file or folder of the computer's with all below it, to read.
    case bound(String, at: String)
    /// A symbolic link.
    case link(to: String, at: String)
    /// An empty folder to write so many bytes to.
    case scratch(bytes: Int, at: String)
    /// The processes of the mount namespace and the devices that every program may use, under their usual names.
    case system
  }

  /// What there is, each made after those before it.
  var places: [Place]

  /// Where a learner's program finds the runtime libraries of Swift, which may be in somebody's home.
  static let runtimeInside = "/runtime"

  /// The system's libraries, the runtime's, and nothing else: neither processes nor devices.
  static func forProgram(runtime: String) -> MountNamespace {
    MountNamespace(
      places: own(["/usr/lib", "/usr/lib64", "/lib", "/lib64", loaderCache]) + [.bound(runtime, at: runtimeInside)])
  }

  /// The system's programs and libraries, and a small folder to write to; neither the users' files nor the system's settings.
  ///
  /// `/proc` is there because the compiler finds its libraries by it, and closed because to root it is the door to the settings of the
  /// whole computer.
  static func forCompiler(writable bytes: Int, readable: [String]) -> MountNamespace {
    MountNamespace(
      places: [.scratch(bytes: bytes, at: "/tmp")]
        + own(["/usr", "/bin", "/sbin", "/lib", "/lib64", "/lib32", loaderCache]) + [.system]
        + readable.map { .bound($0, at: $0) })
  }

  private static let loaderCache = "/etc/ld.so.cache"

  /// Files and folders under their own names, where they are there; links stay links.
  private static func own(_ paths: [String]) -> [Place] {
    paths.compactMap { path in
      if let target = try? FileManager.default.destinationOfSymbolicLink(atPath: path) {
        return .link(to: target, at: path)
      }
      return Toolchain.exists(path) ? .bound(path, at: path) : nil
    }
  }
}

// MARK: As bubblewrap makes it

extension MountNamespace.Place {
  fileprivate var options: [String] {
    switch self {
    case .bound(let source, let target): ["--ro-bind", source, target]
    case .link(let source, let target): ["--symlink", source, target]
    case .scratch(let bytes, let target): ["--size", String(bytes), "--tmpfs", target]
    case .system: ["--proc", "/proc", "--remount-ro", "/proc", "--dev", "/dev", "--remount-ro", "/dev"]
    }
  }
}

extension Sandbox {
  /// Own processes, network, users, host name; nothing that outlives this process; no powers.
  private static let isolation = [
    "--unshare-all", "--die-with-parent", "--new-session", "--cap-drop", "ALL", "--hostname", "seglab",
  ]

  /// The root itself, once everything is in its place.
  private static let closed = ["--remount-ro", "/"]

  /// Something to run in bubblewrap.
  ///
  /// - Parameters:
  ///   - bubblewrap: its file.
  ///   - mounts: what there is inside.
  ///   - kind: whom the filter is for.
  ///   - program: the file of a learner's program, copied in; nil for none.
  ///   - words: what is run, by its name inside, and its arguments.
  ///   - limits: what it may use.
  /// - Returns: the process to start; environment, input and the size of files are still to be settled.
  static func inBubblewrap(
    _ bubblewrap: String, _ mounts: MountNamespace, for kind: SandboxArguments.Kind, program: String? = nil,
    running words: [String],
    limits: WorkbenchLimits.Process
  ) -> Child {
    let first = 3
    var handed: [Child.Handed] = []
    var options = isolation + mounts.places.flatMap(\.options)
    func hand(_ what: Child.Handed) -> String {
      handed.append(what)
      return String(first + handed.count)
    }
    if let program {
      options += ["--setenv", "LD_LIBRARY_PATH", MountNamespace.runtimeInside]
      options += ["--perms", "0555", "--ro-bind-data", hand(.file(program)), programInside]
    }
    options += closed + ["--chdir", kind == .compiler ? "/tmp" : "/"]
    if let filter = SandboxArguments.filter(for: kind) { options += ["--seccomp", hand(.bytes(filter))] }
    let listed: [UInt8] = Array(options.map { $0 + "\0" }.joined().utf8)
    var child = Child(
      path: bubblewrap, name: "bwrap", arguments: ["--args", String(first)] + words, environment: [:], limits: limits)
    child.handed = [.bytes(listed)] + handed
    // `--die-with-parent` holds once its first process runs: killed before that, it would leave that process behind.
    child.startsOthers = true
    // Bubblewrap copies the program, so that it must be able to write as much; inside nothing can be opened for writing.
    let facts = program.flatMap { try? FileManager.default.attributesOfItem(atPath: $0) }
    child.fileBytes = max(1, facts?[.size] as? Int ?? 0)
    return child
  }
}

// MARK: As SegLab makes it

extension MountNamespace.Place {
  private static let devices = ["null", "zero", "full", "random", "urandom"].map { "/dev/" + $0 }

  /// The places as the kernel's side takes them: what, from where, at which path.
  fileprivate var parts: [(kind: seglab_mount_kind, source: String, target: String)] {
    switch self {
    case .bound(let source, let target): [(SEGLAB_BIND, source, target)]
    case .link(let source, let target): [(SEGLAB_LINK, source, target)]
    case .scratch(let bytes, let target): [(SEGLAB_TMPFS, "size=\(bytes)", target)]
    case .system: [(SEGLAB_PROC, "", "/proc")] + Self.devices.map { (SEGLAB_BIND, $0, $0) }
    }
  }
}

extension MountNamespace {
  /// Hands the mount namespace to the kernel's side for as long as `body` runs.
  func withPlaces<Result>(_ body: (UnsafePointer<seglab_mounts>) -> Result) -> Result {
    let parts = places.flatMap(\.parts)
    let texts = parts.map { (strdup($0.source), strdup($0.target)) }
    defer {
      for (source, target) in texts {
        free(source)
        free(target)
      }
    }
    let all = zip(parts, texts).map { seglab_mount(kind: $0.kind, source: $1.0, target: $1.1) }
    return all.withUnsafeBufferPointer { all in
      var mounts = seglab_mounts(places: all.baseAddress, count: all.count)
      return body(&mounts)
    }
  }
}

// MARK: Without a mount namespace

// What Landlock leaves of the file system where there can be no room: the same files, under their own names.

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
