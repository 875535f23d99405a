internal import Diagnostics
internal import Files
public import Foundation
public import Messages

/// What a learner's program is kept in.
public struct Sandbox: Sendable, Codable {
  /// How well it is kept. In all of them it has limits on time, memory and output, and a filter under which it can start no second process,
  /// open nothing to write, reach no network and signal nobody; on a processor that there is no filter for (any but x86-64 and ARM of 64
  /// bits) the mount namespace or Landlock is all that keeps it, and none of them is enough where a sandbox is required.
  public enum Kind: String, Sendable, Codable {
    /// Bubblewrap: no files but the system's libraries, no processes but its own, no network, no name of the computer. It may become
    /// another program of those that are there: itself, or what the libraries' folder holds, which finds no more than it did.
    case bubblewrap
    /// The same mount namespace, made by SegLab itself in namespaces of the kernel's.
    case namespaces
    /// The kernel's Landlock: no file but the system's libraries can be opened, no program started, no other process touched. Whether there
    /// is a file of some name, and how large it is, can still be found out.
    case landlock
    /// Limits and filter alone: it can start no program; whatever its user may read, it may read.
    case limitsOnly = "limits-only"

    /// Whether what is in it sees a file system of its own.
    var hasRoom: Bool { self == .bubblewrap || self == .namespaces }
  }

  /// What is asked of it.
  public enum Policy: String, Codable, Sendable, CaseIterable {
    /// Nothing runs but in bubblewrap or namespaces, or in a Landlock that also keeps files from being cut (from version 3 on), and behind a
    /// filter: for other people's work.
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
  public func satisfies(_ policy: Policy) -> Bool { satisfies(policy, hasFilter: SandboxArguments.hasFilter) }

  func satisfies(_ policy: Policy, hasFilter: Bool) -> Bool {
    switch (policy, kind) {
    case (.preferred, _): return true
    case (.required, _) where !hasFilter: return false
    case (.required, .bubblewrap), (.required, .namespaces): return true
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
    case .namespaces: return .namespacesOnly(reason: reason ?? .noBubblewrap)
    case .landlock: return .landlockOnly(reason: reason ?? .noBubblewrap)
    case .limitsOnly: return .limitsOnly(reason: reason ?? .noBubblewrap)
    }
  }

  /// Looks for bubblewrap (`SEGLAB_BWRAP`, then the PATH), else for namespaces, else for Landlock, and tries whether it works here.
  ///
  /// - Parameter environment: the environment's variables.
  /// - Returns: the best that there is; where bubblewrap cannot be used, with the reason.
  public static func find(environment: [String: String] = ProcessInfo.processInfo.environment) async -> Sandbox {
    await find(environment: environment, landlock: SandboxArguments.landlockVersion)
  }

  /// The best that there is where Landlock has this version, 0 for a kernel without it, and where namespaces may be tried or not.
  static func find(
    environment: [String: String], landlock: Int, withNamespaces: Bool = true
  ) async -> Sandbox {
    let (path, version, reason) = await lookForBubblewrap(in: environment)
    guard let reason else {
      return Sandbox(kind: .bubblewrap, path: path, version: version, landlock: landlock, reason: nil)
    }
    if withNamespaces {
      let own = Sandbox(kind: .namespaces, path: path, version: version, landlock: landlock, reason: reason)
      if await own.makesRooms() { return own }
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
    guard let path = named ?? ProgramPath.find("bwrap", in: environment) else { return (nil, nil, .noBubblewrap) }
    let asked = Child(path: path, arguments: ["--version"], environment: [:], limits: trial)
    let tried = inBubblewrap(
      path, .forCompiler(writable: 1 << 20, readable: []), for: .compiler, running: ["/bin/sh", "-c", "exit 0"],
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

  /// Whether a mount namespace can be made here, tried with one: what is in it is the second process, and does not find what everybody else can read.
  private func makesRooms() async -> Bool {
    let script = "test $$ = 2 && : >/tmp/probe && ! test -e /etc/passwd && exit 42"
    let child = child(
      running: ["/bin/sh", "-c", script], in: .forCompiler(writable: 1 << 20, readable: []), for: .compiler,
      limits: Self.trial)
    guard case .success(let ended) = await Self.ending(of: child) else { return false }
    return ended.cause == .exited(42)
  }

  /// Something to run in a mount namespace of SegLab's own; environment, input and the size of files are still to be settled.
  private func child(
    running words: [String], in mounts: MountNamespace, for kind: SandboxArguments.Kind, limits: WorkbenchLimits.Process
  ) -> Child {
    var child = Child(path: words[0], arguments: Array(words.dropFirst()), environment: [:], limits: limits)
    child.sandbox = SandboxArguments(kind: kind, rules: nil, mounts: mounts)
    return child
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
  ///   - files: what it may read besides.
  ///   - scratch: the folder for its own files; `/tmp` in a mount namespace.
  ///   - source: what it reads.
  ///   - limits: what it may use.
  /// - Returns: the process to start.
  func compiling(
    script: String, toolchain: Toolchain, besides files: [String] = [], scratch: String, source: [UInt8],
    limits: WorkbenchLimits.Process
  ) -> Child {
    let shell = ["/bin/sh", "-c", script]
    let readable = [toolchain.root, toolchain.module] + toolchain.linked + files
    let mounts = MountNamespace.forCompiler(writable: limits.outputBytes * 4, readable: readable)
    var child: Child
    if kind == .bubblewrap, let path {
      child = Self.inBubblewrap(path, mounts, for: .compiler, running: shell, limits: limits)
    } else if kind == .namespaces {
      child = self.child(running: shell, in: mounts, for: .compiler, limits: limits)
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
    let words = [Self.programInside] + arguments
    var mounts = MountNamespace.forProgram(runtime: runtime)
    var child: Child
    if kind == .bubblewrap, let path {
      child = Self.inBubblewrap(path, mounts, for: .program, program: program, running: words, limits: limits)
    } else if kind == .namespaces {
      environment["LD_LIBRARY_PATH"] = MountNamespace.runtimeInside
      mounts.places.append(.bound(program, at: Self.programInside))
      child = self.child(running: words, in: mounts, for: .program, limits: limits)
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
