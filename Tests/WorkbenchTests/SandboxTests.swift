import Foundation
import Messages
import SegLab
import Synchronization
import Testing

@testable import Workbench

/// What there is in the rooms that bubblewrap and SegLab itself make.
@Suite(.serialized) struct SandboxTests {
  private let limits = WorkbenchLimits.Process(
    processorSeconds: 5, wallSeconds: 600, addressSpace: 1 << 30, outputBytes: 1 << 20)

  @Test func `a sandbox is looked for once in a while, not once a question`() async {
    let kinds: [Sandbox.Kind] = [.bubblewrap, .landlock, .namespaces, .limitsOnly, .bubblewrap]
    let asked = Mutex(0)
    func memory(_ lasts: Duration) -> SandboxMemory {
      SandboxMemory(lasts: lasts) {
        let number = asked.withLock { asked in
          asked += 1
          return asked - 1
        }
        return Sandbox(kind: kinds[number], path: nil, version: nil, landlock: 0, reason: nil)
      }
    }
    let long = memory(.seconds(3600))
    for _ in 0..<3 { #expect(await long.current().kind == .bubblewrap) }
    let short = memory(.zero)
    #expect(await short.current().kind == .landlock)
    #expect(await short.current().kind == .namespaces)
    // What does not do for a class is looked for again.
    let next = memory(.seconds(3600))
    #expect(await next.current().kind == .limitsOnly)
    #expect(await next.current().kind == .bubblewrap)
    #expect(await next.current().kind == .bubblewrap)
  }

  /// What the shell says inside the compiler's sandbox.
  private func shell(_ script: String, in kind: Sandbox.Kind) async throws -> String {
    let sandbox = await Bench.sandbox(kind)
    #expect(sandbox.kind == kind)
    let child = sandbox.compiling(
      script: script, toolchain: try Bench.toolchain.get(), scratch: "/tmp", source: Array("source".utf8),
      limits: limits)
    return String(decoding: try await child.run().output, as: UTF8.self)
  }

  @Test(.enabled(if: Bench.hasCompiler, "needs swiftc"), arguments: Bench.roomKinds)
  func nothingButASmallFolderCanBeWritten(_ kind: Sandbox.Kind) async throws {
    let said = try await shell(
      """
      for place in / /usr /bin /lib /etc /dev /dev/shm /proc /tmp; do
        if (echo x > $place/probe) 2>/dev/null; then echo "wrote $place"; fi
      done
      for place in $(find /proc/sys/kernel/core_pattern /proc/sys/fs /proc/sys/vm /proc/irq /proc/sysrq-trigger -type f); do
        if (: >> $place) 2>/dev/null; then echo "opened $place"; fi
      done
      head -c 999000000 /dev/zero > /tmp/large 2>/dev/null || echo full
      """, in: kind)
    #expect(said == "wrote /tmp\nfull\n")
  }

  @Test(.enabled(if: Bench.hasCompiler, "needs swiftc"), arguments: Bench.roomKinds)
  func neitherHomesNorOtherProcessesNorTheNetworkAreThere(_ kind: Sandbox.Kind) async throws {
    let said = try await shell(
      """
      for place in "$HOME_OUTSIDE" /home /root /var /opt/other /srv /etc/passwd /etc/shadow; do
        if [ -n "$place" ] && [ -e "$place" ]; then echo "sees $place"; fi
      done
      [ "$(ls /proc | grep -c '^[0-9]')" -lt 12 ] && echo alone
      cat /proc/net/dev | tail -n +3 | cut -d: -f1 | tr -d ' '
      env | cut -d= -f1 | sort | tr '\\n' ' '
      cat
      """, in: kind)
    #expect(said == "alone\nlo\nHOME LANG PATH PWD TMPDIR source")
  }

  @Test(arguments: Bench.roomKinds) func theHomeFolderCannotBeReadByAProgram(_ kind: Sandbox.Kind) async throws {
    let home = Bench.folder("home")
    defer { try? FileManager.default.removeItem(atPath: home) }
    try Data("secret".utf8).write(to: URL(fileURLWithPath: home + "/file"))
    let sandbox = await Bench.sandbox(kind)
    for path in [home + "/file", "/etc/hostname", "/usr/bin/env", "/root", "/home"] {
      let ending = try await sandbox.running("/bin/cat", arguments: [path], runtime: "/usr/lib", limits: limits).run()
      #expect(ending.cause == .exited(1))
      #expect(ending.output.isEmpty)
    }
  }

  @Test(arguments: Bench.sandboxKinds) func aProgramEndsWithTheSandboxThatIsKilled(_ kind: Sandbox.Kind) async throws {
    let token = "1234.\(UInt32.random(in: 0...999_999_999))"
    var short = limits
    short.wallSeconds = 0.5
    let ending = try await Bench.sandbox(kind).running(
      "/bin/sleep", arguments: [token], runtime: "/usr/lib", limits: short
    ).run()
    #expect(ending.cause == .overTime)
    #expect(await Processes.vanish(naming: token))
  }

  @Test(.enabled(if: Bench.hasBubblewrap, "needs bubblewrap")) func whatWorksAndWhyNotIsTold() async throws {
    let here = await Sandbox.find()
    #expect(here.version?.first?.isNumber == true)
    #expect(here.reason == nil)
    let broken = await Sandbox.find(environment: ["SEGLAB_BWRAP": "/bin/false"])
    #expect(broken.kind != .bubblewrap)
    #expect(broken.bubblewrapReason == .bubblewrapFails(words: ""))
    let missing = await Sandbox.find(environment: ["SEGLAB_BWRAP": "/nowhere/bwrap"])
    #expect(
      missing.bubblewrapReason
        == .bubblewrapFails(words: "/nowhere/bwrap cannot be started: No such file or directory"))
  }
}

@Suite struct NamespaceRuleTests {
  private static let uidMap = "bwrap: setting up uid map: Permission denied"
  private static let loopback = "bwrap: loopback: Failed RTM_NEWADDR: Operation not permitted"
  private static let none =
    "bwrap: No permissions to create a new namespace, likely because the kernel does not allow it"

  @Test(arguments: [uidMap, loopback, none], ["kernel.apparmor_restrict_unprivileged_userns"])
  func whatForbidsNamespacesIsNamed(_ words: String, _ name: String) {
    let appArmor = NamespaceRule.reason(for: words, isRoot: false) { $0 == name ? "1" : nil }
    #expect(appArmor == .namespacesForbidden(words: words, setting: name))
    let count = NamespaceRule.reason(for: words, isRoot: false) { $0 == "user.max_user_namespaces" ? "0" : "1" }
    #expect(count == .namespacesForbidden(words: words, setting: name))
    let noApparmor = NamespaceRule.reason(for: words, isRoot: false) { $0 == "user.max_user_namespaces" ? "0" : nil }
    #expect(noApparmor == .namespacesForbidden(words: words, setting: "user.max_user_namespaces"))
  }

  @Test func whatHasOtherReasonsIsLeftAsItIs() {
    let allowed = NamespaceRule.reason(for: Self.uidMap, isRoot: false) { $0.hasPrefix("kernel.app") ? "0" : "10000" }
    #expect(allowed == .bubblewrapFails(words: Self.uidMap))
    #expect(NamespaceRule.reason(for: Self.uidMap, isRoot: true) { _ in "1" } == .bubblewrapFails(words: Self.uidMap))
    let other = "bwrap: Unknown option --size"
    #expect(NamespaceRule.reason(for: other, isRoot: false) { _ in "1" } == .bubblewrapFails(words: other))
  }
}

@Suite(.enabled(if: Bench.hasCompiler, "needs swiftc"), .serialized) struct LesserSandboxTests {
  private static let withoutBubblewrap = Bench.sandboxKinds.filter { $0 != .bubblewrap }

  @Test(arguments: withoutBubblewrap) func withoutBubblewrapItRunsAndSaysSoOnce(_ kind: Sandbox.Kind) async throws {
    let outcome = try await Bench.answer(Bench.exercise(Bench.small), sandbox: await Bench.sandbox(kind))
    #expect(outcome.sandbox == kind)
    let absent = SandboxPhrase.noBubblewrap
    let expected: SandboxPhrase =
      switch kind {
      case .bubblewrap, .namespaces: .namespacesOnly(reason: absent)
      case .landlock: .landlockOnly(reason: absent)
      case .limitsOnly: .limitsOnly(reason: .neither(bubblewrap: absent, landlock: .noLandlock))
      }
    #expect(outcome.remarks.map { $0 as? SandboxPhrase } == [expected])
    #expect(outcome.answer?.networks["fc"] != nil)
  }

  @Test func whereASandboxIsRequiredNothingRunsWithoutOne() async throws {
    let workbench = Workbench(
      toolchain: try Bench.toolchain.get(), sandbox: await Bench.sandbox(.limitsOnly), policy: .required,
      cacheFolder: Bench.folder("cache"))
    let lab = try Bench.lab(Bench.exercise(Bench.small))
    await #expect(throws: WorkbenchError.noSandbox(.neither(bubblewrap: .noBubblewrap, landlock: .noLandlock))) {
      try await workbench.answer(for: lab)
    }
  }

  @Test(arguments: [(0, false), (1, false), (2, false), (3, true), (7, true)])
  func aLandlockThatKeepsFilesFromBeingCutIsEnough(_ version: Int, _ isEnough: Bool) {
    let sandbox = Sandbox(kind: .landlock, path: nil, version: nil, landlock: version, reason: .noBubblewrap)
    #expect(sandbox.satisfies(.required) == isEnough)
    #expect(sandbox.satisfies(.preferred))
  }

  @Test(arguments: [Sandbox.Kind.bubblewrap, .namespaces, .landlock, .limitsOnly])
  func whereThereIsNoFilterNothingIsEnough(_ kind: Sandbox.Kind) {
    let sandbox = Sandbox(kind: kind, path: nil, version: nil, landlock: 7, reason: .noBubblewrap)
    #expect(sandbox.satisfies(.required, hasFilter: true) == (kind != .limitsOnly))
    #expect(!sandbox.satisfies(.required, hasFilter: false))
    #expect(sandbox.satisfies(.preferred, hasFilter: false))
  }

  @Test(arguments: Bench.sandboxKinds) func limitsHoldInEachOfThem(_ kind: Sandbox.Kind) async throws {
    let outcome = try await Bench.answer(
      """
      ```swift exercise=memory
      let big = [Int](repeating: 1, count: 12_500_000_000)
      ```
      ```swift exercise=time
      while true {}
      ```

      """ + Bench.exercise(Bench.small), limits: HostileTests.limits, sandbox: await Bench.sandbox(kind))
    #expect(
      outcome.cells.map(\.state) == [.stopped(.overMemory(bytes: 1 << 30)), .stopped(.overTime(seconds: 2)), .ready])
    #expect(outcome.answer?.networks["fc"] != nil)
  }

  /// What the shell can do where the compiler runs behind Landlock.
  @Test(.enabled(if: SandboxArguments.landlockVersion > 0, "needs Landlock")) func theCompilerKeepsToItsFolder()
    async throws
  {
    let (folder, scratch) = (Bench.folder("theirs"), Bench.folder("scratch"))
    try Data("secret".utf8).write(to: URL(fileURLWithPath: folder + "/file"))
    let script = """
      echo x > \(scratch)/a && mv \(scratch)/a \(scratch)/b && cat \(scratch)/b && rm \(scratch)/b && echo worked
      for try in "cat \(folder)/file" "ls \(folder)" "rm \(folder)/file" "touch \(folder)/new" "chmod 700 \(folder)/file" \
        "mkdir \(folder)/made" "cat /proc/$PPID/environ" "cat /etc/passwd" "kill -0 $PPID" "ls /" "cp /bin/true /tmp/seglab"
      do
        if $try >\(scratch)/said 2>&1; then echo "did $try"; fi
      done
      pwd
      """
    let child = await Bench.sandbox(.landlock).compiling(
      script: script, toolchain: try Bench.toolchain.get(), scratch: scratch, source: [],
      limits: WorkbenchLimits().compiling)
    #expect(String(decoding: try await child.run().output, as: UTF8.self) == "x\nworked\n/\n")
  }

  @Test(arguments: withoutBubblewrap) func nothingIsLeftInTheCacheButPrograms(_ kind: Sandbox.Kind) async throws {
    let cache = Bench.folder("cache")
    defer { try? FileManager.default.removeItem(atPath: cache) }
    _ = try await Bench.answer(Bench.exercise(Bench.small), sandbox: await Bench.sandbox(kind), cache: cache)
    let kinds = try FileManager.default.contentsOfDirectory(atPath: cache).map { $0.split(separator: ".").last ?? "" }
    // Beside the program lies what the compiler reads of C, where it finds it again under the same name.
    let each = kind.hasRoom ? 2 : 1
    #expect(kinds.sorted() == ["json", "program"].flatMap { Array(repeating: $0, count: each) })
  }
}
