internal import CHost
public import Foundation
public import Phrases

/// What a learner's program is kept in.
public struct Sandbox: Sendable {
  /// How well it is kept.
  public enum Kind: String, Sendable, Codable {
    /// Bubblewrap: no network, no files but the system's, nothing writable, no other processes.
    case bubblewrap
    /// Limits on time, memory and output, and no new processes; files can be read.
    case limitsOnly = "limits-only"
  }

  /// What is asked of it.
  public enum Policy: String, Codable, Sendable, CaseIterable {
    /// Without bubblewrap nothing runs: for other people's work.
    case required
    /// Without bubblewrap it runs with limits alone: for one's own work.
    case preferred
  }

  /// How well a program is kept.
  public let kind: Kind
  /// The file of bubblewrap, where there is one.
  public let path: String?
  /// What bubblewrap calls its version.
  public let version: String?
  /// Why it is not used, where it is not.
  public let reason: SandboxPhrase?

  /// Looks for bubblewrap (`SEGLAB_BWRAP`, then the PATH) and tries whether it works here.
  ///
  /// - Parameter environment: the environment's variables.
  /// - Returns: what there is; where bubblewrap cannot be used, with the reason.
  public static func find(environment: [String: String] = ProcessInfo.processInfo.environment) async -> Sandbox {
    let named = environment["SEGLAB_BWRAP"].flatMap { $0.isEmpty ? nil : $0 }
    guard let path = named ?? Toolchain.onPath("bwrap", in: environment) else {
      return Sandbox(kind: .limitsOnly, path: nil, version: nil, reason: .noBubblewrap)
    }
    let limits = WorkbenchLimits.Process(
      processorSeconds: 5, wallSeconds: 10, addressSpace: 1 << 30, outputBytes: 1 << 16)
    let child = { (arguments: [String]) in Child(path: path, arguments: arguments, environment: [:], limits: limits) }
    do throws(WorkbenchError) {
      let said = try await child(["--version"]).run()
      let version = String(decoding: said.output, as: UTF8.self).split(separator: " ").last
        .map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
      let tried = try await child(Self.walls + Self.writable(1 << 20) + Self.system + ["/bin/sh", "-c", "exit 0"]).run()
      if tried.cause == .exited(0) { return Sandbox(kind: .bubblewrap, path: path, version: version, reason: nil) }
      let words = String(decoding: tried.errors.prefix(400), as: UTF8.self).trimmingCharacters(
        in: .whitespacesAndNewlines)
      return Sandbox(kind: .limitsOnly, path: path, version: version, reason: .bubblewrapFails(words: words))
    } catch {
      return Sandbox(
        kind: .limitsOnly, path: path, version: nil, reason: .bubblewrapFails(words: error.phrase.text(in: .english)))
    }
  }
}

extension Sandbox {
  /// Own processes, network, users, host name; nothing that outlives this process; no powers.
  private static let walls = [
    "--unshare-all", "--die-with-parent", "--new-session", "--cap-drop", "ALL", "--hostname", "seglab",
  ]

  /// The system's programs and libraries, to be read; neither the users' files nor the system's settings.
  private static var system: [String] {
    bound(["/usr", "/bin", "/sbin", "/lib", "/lib64", "/lib32"]) + loaderCache + devices
  }

  /// The system's libraries alone.
  private static var libraries: [String] {
    bound(["/usr/lib", "/usr/lib64", "/lib", "/lib64"]) + loaderCache + devices
  }

  /// The one folder that can be written to.
  private static func writable(_ bytes: Int) -> [String] { ["--size", String(bytes), "--tmpfs", "/tmp"] }

  private static let loaderCache = ["--ro-bind-try", "/etc/ld.so.cache", "/etc/ld.so.cache"]
  private static let devices = ["--proc", "/proc", "--dev", "/dev", "--remount-ro", "/dev"]

  private static func bound(_ folders: [String]) -> [String] {
    folders.flatMap { folder in
      if let target = try? FileManager.default.destinationOfSymbolicLink(atPath: folder) {
        return ["--symlink", target, folder]
      }
      return Toolchain.exists(folder) ? ["--ro-bind", folder, folder] : []
    }
  }

  /// The root itself, once everything is in its place.
  private static let closed = ["--remount-ro", "/"]

  /// A file or folder to be read under its own name.
  private static func bound(_ path: String) -> [String] { ["--ro-bind", path, path] }

  /// The compiler, in a place where it can write to `/tmp` alone.
  ///
  /// - Parameters:
  ///   - script: the shell's script; it may use the toolchain and its module under their own names.
  ///   - toolchain: what it uses.
  ///   - scratch: the folder for its own files; `/tmp` in bubblewrap.
  ///   - source: what it reads.
  ///   - limits: what it may use.
  /// - Returns: the process to start.
  func compiling(
    script: String, toolchain: Toolchain, scratch: String, source: [UInt8], limits: WorkbenchLimits.Process
  ) -> Child {
    let shell = ["/bin/sh", "-c", script]
    let environment = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "TMPDIR": scratch, "HOME": scratch]
    guard kind == .bubblewrap, let path else {
      return Child(
        path: shell[0], arguments: Array(shell.dropFirst()), environment: environment, input: source, limits: limits,
        fileBytes: limits.outputBytes)
    }
    let readable = [toolchain.root, toolchain.module, toolchain.library].flatMap(Self.bound)
    let room = Self.walls + Self.writable(limits.outputBytes * 4) + Self.system + readable + Self.closed
    return Child(
      path: path, arguments: room + ["--chdir", "/tmp"] + shell,
      environment: environment, input: source, limits: limits, fileBytes: limits.outputBytes)
  }

  /// A learner's program, in a place where there is nothing to write to.
  ///
  /// - Parameters:
  ///   - program: its file.
  ///   - arguments: its arguments.
  ///   - input: what it reads.
  ///   - runtime: the folder of the libraries that it needs.
  ///   - limits: what it may use.
  /// - Returns: the process to start.
  func running(
    _ program: String, arguments: [String], input: [UInt8] = [], runtime: String, limits: WorkbenchLimits.Process
  ) -> Child {
    // The runtime's own report of a crash would start a process, and tells nothing that a learner could use.
    let environment = ["LANG": "C.UTF-8", "SWIFT_BACKTRACE": "enable=no"]
    guard kind == .bubblewrap, let path else {
      return Child(
        path: program, arguments: arguments, environment: environment, input: input, limits: limits, fileBytes: 1,
        isFiltered: true)
    }
    var count = 0
    let filter = seglab_filter(&count).map { Array(UnsafeRawBufferPointer(start: $0, count: count)) }
    let filtered = filter == nil ? [] : ["--seccomp", "3"]
    let inside = "/program"
    let room = Self.walls + Self.libraries + Self.bound(runtime) + ["--ro-bind", program, inside] + Self.closed
    return Child(
      path: path, arguments: room + filtered + ["--chdir", "/", inside] + arguments,
      environment: environment, input: input, extra: filter, limits: limits, fileBytes: 1)
  }
}
