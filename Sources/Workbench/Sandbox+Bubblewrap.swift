internal import Foundation

// What bubblewrap makes of the file system: a place with nothing in it but what is named here. Where things come from is not to be seen in
// there: bubblewrap reads what it is to do, the filter and a learner's program from descriptors, so that no command line names them,
// and a learner's program finds no `/proc` that would list the mounts.

extension Sandbox {
  /// Own processes, network, users, host name; nothing that outlives this process; no powers.
  private static let walls = [
    "--unshare-all", "--die-with-parent", "--new-session", "--cap-drop", "ALL", "--hostname", "seglab",
  ]

  private static let loaderCache = ["--ro-bind-try", "/etc/ld.so.cache", "/etc/ld.so.cache"]

  /// The root itself, once everything is in its place.
  private static let closed = ["--remount-ro", "/"]

  /// Where a learner's program finds the runtime libraries of Swift, which may be in somebody's home.
  private static let runtimeInside = "/runtime"

  /// The system's libraries, the runtime's, and nothing else: neither processes nor devices.
  static func programRoom(runtime: String) -> [String] {
    walls + bound(["/usr/lib", "/usr/lib64", "/lib", "/lib64"]) + loaderCache
      + ["--ro-bind", runtime, runtimeInside, "--setenv", "LD_LIBRARY_PATH", runtimeInside]
  }

  /// The system's programs and libraries, and a small folder to write to; neither the users' files nor the system's settings.
  ///
  /// `/proc` is there because the compiler finds its libraries by it, and closed because to root it is the door to the settings of the
  /// whole computer.
  static func compilerRoom(writable bytes: Int, readable: [String]) -> [String] {
    walls + ["--size", String(bytes), "--tmpfs", "/tmp"]
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
    _ bubblewrap: String, _ room: [String], for kind: Walls.Kind, program: String? = nil, running words: [String],
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
    if let filter = Walls.filter(for: kind) { options += ["--seccomp", hand(.bytes(filter))] }
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
