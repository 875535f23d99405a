internal import Diagnostics
public import Foundation
public import Messages

/// What a learner's program is kept in.
public struct Sandbox: Sendable {
  /// How well it is kept. In all of them it has limits on time, memory and output, and a filter under which it can start nothing,
  /// open nothing to write, reach no network and signal nobody.
  public enum Kind: String, Sendable, Codable {
    /// Bubblewrap: no files but the system's libraries, no processes but its own, no network, no name of the computer.
    case bubblewrap
    /// The kernel's Landlock: no file but the system's libraries can be opened, no other process touched. Whether there is a file of some
    /// name, and how large it is, can still be found out.
    case landlock
    /// Limits and filter alone: whatever its user may read, it may read.
    case limitsOnly = "limits-only"
  }

  /// What is asked of it.
  public enum Policy: String, Codable, Sendable, CaseIterable {
    /// Nothing runs but in bubblewrap, or in a Landlock that also keeps files from being cut (from version 3 on): for other people's work.
    case required
    /// Where there is neither it runs with limits and filter alone: for one's own work.
    case preferred
  }

  /// How well a program is kept.
  public let kind: Kind
  /// The file of bubblewrap, where there is one.
  public let path: String?
  /// What bubblewrap calls its version.
  public let version: String?
  /// The version of the kernel's Landlock; 0 where it has none.
  public let landlock: Int
  /// Why bubblewrap is not used, where it is not; and why Landlock is not, where neither is.
  public let reason: SandboxPhrase?

  /// Whether it is as good as is asked.
  public func satisfies(_ policy: Policy) -> Bool {
    switch (policy, kind) {
    case (.preferred, _), (.required, .bubblewrap): return true
    case (.required, .landlock): return landlock >= 3
    case (.required, .limitsOnly): return false
    }
  }

  /// Why bubblewrap is not used, where it is not.
  public var bubblewrapReason: SandboxPhrase? {
    if case .neither(let bubblewrap, _) = reason { return bubblewrap }
    return reason
  }

  /// What a learner is told whose program is kept in it; nil where there is nothing to know.
  public var remark: SandboxPhrase? {
    switch kind {
    case .bubblewrap: return nil
    case .landlock: return .landlockOnly(reason: reason ?? .noBubblewrap)
    case .limitsOnly: return .limitsOnly(reason: reason ?? .noBubblewrap)
    }
  }

  /// Looks for bubblewrap (`SEGLAB_BWRAP`, then the PATH), else for Landlock, and tries whether it works here.
  ///
  /// - Parameter environment: the environment's variables.
  /// - Returns: the best that there is; where bubblewrap cannot be used, with the reason.
  public static func find(environment: [String: String] = ProcessInfo.processInfo.environment) async -> Sandbox {
    await find(environment: environment, landlock: SandboxArguments.landlockVersion)
  }

  /// The best that there is where Landlock has this version; 0 for a kernel without it.
  static func find(environment: [String: String], landlock: Int) async -> Sandbox {
    let (path, version, reason) = await lookForBubblewrap(in: environment)
    guard let reason else {
      return Sandbox(kind: .bubblewrap, path: path, version: version, landlock: landlock, reason: nil)
    }
    let kept = Sandbox(kind: .landlock, path: path, version: version, landlock: landlock, reason: reason)
    guard let refusal = await kept.refusalOfLandlock() else { return kept }
    return Sandbox(
      kind: .limitsOnly, path: path, version: version, landlock: landlock,
      reason: .neither(bubblewrap: reason, landlock: refusal))
  }

  private static func lookForBubblewrap(
    in environment: [String: String]
  ) async -> (path: String?, version: String?, reason: SandboxPhrase?) {
    let named = environment["SEGLAB_BWRAP"].flatMap { $0.isEmpty ? nil : $0 }
    guard let path = named ?? Toolchain.onPath("bwrap", in: environment) else { return (nil, nil, .noBubblewrap) }
    let asked = Child(path: path, arguments: ["--version"], environment: [:], limits: trial)
    let tried = inBubblewrap(
      path, compilerRoom(writable: 1 << 20, readable: []), for: .compiler, running: ["/bin/sh", "-c", "exit 0"],
      limits: trial)
    // Both at once: this is done at each start.
    async let saying = ending(of: asked)
    async let trying = ending(of: tried)
    let said: Child.Ending
    let ended: Child.Ending
    do throws(WorkbenchError) { (said, ended) = (try await saying.get(), try await trying.get()) } catch {
      return (path, nil, .bubblewrapFails(words: error.phrase.text(in: .english)))
    }
    let version = String(decoding: said.output, as: UTF8.self).split(separator: " ").last
      .map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
    return (path, version, ended.cause == .exited(0) ? nil : NamespaceRule.reason(for: lastWords(of: ended)))
  }

  /// Why Landlock does not keep a program in here, tried with one; nil where it does.
  private func refusalOfLandlock() async -> SandboxPhrase? {
    guard landlock > 0 else { return .noLandlock }
    // It runs, and cannot read what everybody else can.
    let script = "if true </etc/passwd; then exit 1; fi; exit 42"
    let child = running("/bin/sh", arguments: ["-c", script], runtime: "/usr/lib", limits: Self.trial)
    switch await Self.ending(of: child) {
    case .success(let ended) where ended.cause == .exited(42): return nil
    case .success(let ended): return .landlockFails(words: Self.lastWords(of: ended))
    case .failure(let error): return .landlockFails(words: error.phrase.text(in: .english))
    }
  }

  private static let trial = WorkbenchLimits.Process(
    processorSeconds: 5, wallSeconds: 10, addressSpace: 1 << 30, outputBytes: 1 << 16)

  private static func ending(of child: Child) async -> Result<Child.Ending, WorkbenchError> {
    do throws(WorkbenchError) { return .success(try await child.run()) } catch { return .failure(error) }
  }

  private static func lastWords(of ended: Child.Ending) -> String {
    TerminalText.harmless(String(decoding: ended.errors.prefix(400), as: UTF8.self))
      .trimmingCharacters(in: .whitespacesAndNewlines)
  }
}

extension Sandbox {
  /// The compiler, in a place where it can write to a small folder alone.
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
    let readable = [toolchain.root, toolchain.module, toolchain.library]
    var child: Child
    if kind == .bubblewrap, let path {
      let room = Self.compilerRoom(writable: limits.outputBytes * 4, readable: readable)
      child = Self.inBubblewrap(path, room, for: .compiler, running: shell, limits: limits)
    } else {
      child = Child(path: shell[0], arguments: Array(shell.dropFirst()), environment: [:], limits: limits)
      let rules = kind == .landlock ? Self.compilerRules(writable: scratch, readable: readable) : nil
      child.sandbox = SandboxArguments(kind: .compiler, rules: rules)
    }
    child.environment = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "TMPDIR": scratch, "HOME": scratch]
    child.input = source
    child.fileBytes = limits.outputBytes
    return child
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
    _ program: String, arguments: [String] = [], input: [UInt8] = [], runtime: String, limits: WorkbenchLimits.Process
  ) -> Child {
    // The runtime's own report of a crash would start a process, and tells nothing that a learner could use.
    var environment = ["LANG": "C.UTF-8", "SWIFT_BACKTRACE": "enable=no"]
    var child: Child
    if kind == .bubblewrap, let path {
      child = Self.inBubblewrap(
        path, Self.programRoom(runtime: runtime), for: .program, program: program,
        running: [Self.programInside] + arguments, limits: limits)
    } else {
      environment["LD_LIBRARY_PATH"] = runtime
      child = Child(path: program, name: Self.programInside, arguments: arguments, environment: [:], limits: limits)
      child.sandbox = SandboxArguments(
        kind: .program, rules: kind == .landlock ? Self.programRules(program, runtime: runtime) : nil)
    }
    child.environment = environment
    child.input = input
    // What it reads is a file that cannot be changed; whoever tries is told so, and not ended for its length.
    child.fileBytes = max(child.fileBytes, input.count + (1 << 20))
    return child
  }

  /// What a learner's program is called in its sandbox, wherever its file is.
  static let programInside = "/program"
}
