import Foundation
import Testing

@testable import Workbench

/// Finds processes by a word in their arguments.
enum Processes {
  /// How many processes have `token` among their arguments.
  static func count(naming token: String) -> Int {
    let numbers = (try? FileManager.default.contentsOfDirectory(atPath: "/proc"))?.filter { Int($0) != nil } ?? []
    return numbers.filter { number in
      guard let words = FileManager.default.contents(atPath: "/proc/\(number)/cmdline") else { return false }
      return words.range(of: Data(token.utf8)) != nil
    }.count
  }

  /// Whether within ten seconds none is left.
  static func vanish(naming token: String) async -> Bool {
    for _ in 0..<200 {
      if count(naming: token) == 0 { return true }
      try? await Task.sleep(for: .milliseconds(50))
    }
    return false
  }
}

@Suite(.serialized) struct ChildTests {
  private func child(_ script: String, wall: Double = 600, output: Int = 1 << 20) -> Child {
    Child(
      path: "/bin/sh", arguments: ["-c", script], environment: ["PATH": "/usr/bin:/bin"],
      limits: WorkbenchLimits.Process(
        processorSeconds: 2, wallSeconds: wall, addressSpace: 1 << 30, outputBytes: output))
  }

  @Test func whatAChildReadsWritesAndReturnsIsKept() async throws {
    var it = child("cat; cat <&3; test -s /dev/fd/4 -o -r /dev/fd/4 && echo; echo wrong >&2; exit 7")
    it.input = Array("in ".utf8)
    it.handed = [.bytes(Array("extra".utf8)), .file("/proc/self/comm")]
    let ending = try await it.run()
    #expect(String(decoding: ending.output, as: UTF8.self) == "in extra\n")
    #expect(String(decoding: ending.errors, as: UTF8.self) == "wrong\n")
    #expect(ending.cause == .exited(7))
  }

  @Test func aLargeInputNeitherBlocksNorIsCut() async throws {
    var it = child("cat", output: 64 << 20)
    it.input = [UInt8](repeating: 65, count: 8 << 20)
    #expect(try await it.run().output == it.input)
  }

  @Test func aChildHasNothingButWhatItWasGiven() async throws {
    let ending = try await child("ls /proc/self/fd | wc -l; ulimit -t; ulimit -v; ulimit -c; env").run()
    // Input, output, errors, and the folder that ls itself reads.
    #expect(String(decoding: ending.output, as: UTF8.self).hasPrefix("4\n2\n1048576\n0\nPATH=/usr/bin:/bin\n"))
  }

  @Test func everyWayToEndIsTold() async throws {
    #expect(try await child("exit 0").run().cause == .exited(0))
    #expect(try await child("kill -9 $$").run().cause == .signalled(9))
    #expect(try await child("while :; do :; done").run().cause == .signalled(24))
    #expect(try await child("sleep 100", wall: 0.3).run().cause == .overTime)
    #expect(try await child("exec >&- 2>&-; sleep 100", wall: 0.3).run().cause == .overTime)
    let flooded = try await child("yes", output: 100_000).run()
    #expect(flooded.cause == .overOutput)
    #expect(flooded.output.count == 100_000)
    let noisy = try await child("yes 2>/dev/null | head -c 500000 >&2", output: 160_000).run()
    #expect(noisy.cause == .exited(0))
    #expect(noisy.errors.count == 10_000)
  }

  @Test func aProgramThatIsNotThereIsAnError() async throws {
    var it = child("")
    it.path = "/nowhere/program"
    await #expect(
      throws: WorkbenchError.cannotStart(path: "/nowhere/program", reason: "No such file or directory")
    ) { try await it.run() }
  }

  @Test func whatAChildLeavesRunningIsEnded() async throws {
    let token = "2345.\(UInt32.random(in: 0...999_999_999))"
    let ending = try await child("sleep \(token) & sleep \(token) >/dev/null 2>&1 & echo done").run()
    #expect(ending.cause == .exited(0))
    #expect(String(decoding: ending.output, as: UTF8.self) == "done\n")
    #expect(await Processes.vanish(naming: token))
  }

  @Test func aCancelledTaskEndsItsChild() async throws {
    let token = "3456.\(UInt32.random(in: 0...999_999_999))"
    let task = Task { try await child("sleep \(token)", wall: 100).run() }
    for _ in 0..<200 where Processes.count(naming: token) == 0 { try await Task.sleep(for: .milliseconds(20)) }
    task.cancel()
    await #expect(throws: WorkbenchError.cancelled) { try await task.value }
    #expect(await Processes.vanish(naming: token))
  }
}

/// Children of a parent that is killed without a chance to end them.
@Suite(.enabled(if: Bench.hasCompiler, "needs clang"), .serialized) struct OrphanTests {
  /// Starts its arguments as a child and waits for ever: how many descriptors to hand over, their files, what it is kept in, the program.
  private static let parent = """
    #include "child.h"
    #include <fcntl.h>
    #include <stdlib.h>
    #include <string.h>
    #include <unistd.h>
    extern char **environ;
    int main(int count, char **words) {
      const struct seglab_rule rule = {"/", SEGLAB_READ | SEGLAB_EXECUTE};
      const struct seglab_mount places[] = {
        {SEGLAB_BIND, "/usr", "/usr"}, {SEGLAB_BIND, "/bin", "/bin"}, {SEGLAB_BIND, "/lib", "/lib"},
        {SEGLAB_BIND, "/lib64", "/lib64"}, {SEGLAB_BIND, "/dev/null", "/dev/null"}};
      const struct seglab_mounts mounts = {places, 5};
      int files[SEGLAB_EXTRA_DESCRIPTORS];
      int given = count > 1 ? atoi(words[1]) : 0;
      if (count < given + 4) return 1;
      for (int index = 0; index < given; ++index) files[index] = open(words[2 + index], O_RDONLY | O_CLOEXEC);
      char **rest = words + 2 + given;
      const char *kept = rest[0];
      struct seglab_child child = {
        .path = rest[1], .arguments = rest + 1, .environment = environ, .input = 0, .output = 1, .error = 2,
        .extra = files, .extra_count = given, .ruleset = -1};
      if (strchr(kept, 'p')) child.seccomp = SEGLAB_SECCOMP_PROGRAM;
      if (strchr(kept, 'c')) child.seccomp = SEGLAB_SECCOMP_COMPILER;
      if (strchr(kept, 'l')) child.ruleset = seglab_ruleset(&rule, 1);
      if (strchr(kept, 'r')) child.mounts = &mounts;
      child.is_kept = strchr(kept, 'k') != NULL;
      if (seglab_start(&child) <= 0) return 1;
      for (;;) pause();
    }
    """

  private func expectNoOrphans(of child: Child, token: String, from count: Int = 2) async throws {
    let folder = Bench.folder("parent")
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let host =
      URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().path + "/Sources/CHost"
    try Data(Self.parent.utf8).write(to: URL(fileURLWithPath: folder + "/parent.c"))
    let sources = ["start", "keeper", "mounts", "filter", "landlock"].map { "\(host)/\($0).c" }
    let compiler = Child(
      path: try Bench.toolchain.get().linking.driver,
      arguments: ["-I\(host)/include", "-o", folder + "/parent", folder + "/parent.c"] + sources,
      environment: Bench.environment,
      limits: WorkbenchLimits.Process(processorSeconds: 60, wallSeconds: 120, addressSpace: 0, outputBytes: 1 << 20))
    let compiled = try await compiler.run()
    try #require(compiled.cause == .exited(0), "\(String(decoding: compiled.errors, as: UTF8.self))")

    let files = try child.handed.enumerated().map { number, handed in
      guard case .bytes(let bytes) = handed else {
        guard case .file(let path) = handed else { return "" }
        return path
      }
      try Data(bytes).write(to: URL(fileURLWithPath: folder + "/\(number)"))
      return folder + "/\(number)"
    }
    var kept = ["-"]
    if let sandbox = child.sandbox {
      kept += ["k", sandbox.kind == .program ? "p" : "c"]
      kept += (sandbox.rules == nil ? [] : ["l"]) + (sandbox.mounts == nil ? [] : ["r"])
    }
    // The room of the program above has no program of its own.
    let path = child.path == Sandbox.programInside ? "/bin/sleep" : child.path
    let process = Process()
    process.executableURL = URL(fileURLWithPath: folder + "/parent")
    process.arguments = [String(files.count)] + files + [kept.joined(), path] + child.arguments
    try process.run()
    for _ in 0..<200 where Processes.count(naming: token) < count { try await Task.sleep(for: .milliseconds(50)) }
    #expect(Processes.count(naming: token) >= count)
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    #expect(await Processes.vanish(naming: token))
  }

  private let limits = WorkbenchLimits.Process(
    processorSeconds: 0, wallSeconds: 0, addressSpace: 0, outputBytes: 1 << 20)

  @Test(arguments: Bench.sandboxKinds) func whatIsInASandboxEndsWithTheParent(_ kind: Sandbox.Kind) async throws {
    let token = "4567.\(UInt32.random(in: 0...999_999_999))"
    let child = await Bench.sandbox(kind).running(
      "/bin/sleep", arguments: [token], runtime: "/usr/lib", limits: limits)
    try await expectNoOrphans(of: child, token: token)
  }

  /// As the shell starts the compiler, and the compiler the linker.
  @Test(arguments: Bench.sandboxKinds) func whatACompilerStartedEndsWithTheParent(_ kind: Sandbox.Kind) async throws {
    let token = "5678.\(UInt32.random(in: 0...999_999_999))"
    let scratch = kind.hasRoom ? "/tmp" : Bench.folder("scratch")
    let child = await Bench.sandbox(kind).compiling(
      script: "sleep \(token) & sh -c 'sleep \(token); true'; true", toolchain: try Bench.toolchain.get(),
      scratch: scratch,
      source: [], limits: limits)
    // The parent, what starts the shell, two shells, and two that sleep.
    try await expectNoOrphans(of: child, token: token, from: 6)
  }
}
