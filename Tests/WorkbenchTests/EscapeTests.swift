import Diagnostics
import Foundation
import Messages
import SegLab
import Testing

@testable import Workbench

/// What a cell tries that should stay in, in each kind of sandbox that this machine has.
///
/// Each attempt is also made by the same program outside of the sandbox, where it has to succeed: else it would say nothing of the sandbox.
@Suite(.enabled(if: Bench.hasCompiler, "needs swiftc"), .serialized) struct EscapeTests {
  /// Something that a cell tries: Swift that says whether it worked. `f` is a folder of the user's.
  struct Attempt {
    let name: String
    let code: String
    /// Whether it works for whom nothing keeps, whoever that is.
    var worksOutside = true
  }

  /// Changing what belongs to the user, or making something.
  private static let writing: [Attempt] = [
    Attempt(name: "unlink", code: "unlink(f + \"/unlinked\") == 0"),
    Attempt(name: "rename", code: "rename(f + \"/renamed\", f + \"/elsewhere\") == 0"),
    Attempt(name: "truncate", code: "truncate(f + \"/cut\", 1) == 0"),
    Attempt(
      name: "truncate by descriptor",
      code: "let d = open(f + \"/cut\", O_RDONLY); return truncate(\"/proc/self/fd/\\(d)\", 1) == 0"),
    Attempt(name: "chmod", code: "chmod(f + \"/text\", 0o700) == 0"),
    Attempt(name: "fchmod", code: "fchmod(open(f + \"/text\", O_RDONLY), 0o700) == 0"),
    Attempt(name: "chown", code: "chown(f + \"/text\", getuid(), getgid()) == 0"),
    Attempt(name: "utimes", code: "utimensat(AT_FDCWD, f + \"/text\", nil, 0) == 0"),
    Attempt(name: "link", code: "link(f + \"/text\", f + \"/linked\") == 0"),
    Attempt(name: "symlink", code: "symlink(f + \"/text\", f + \"/symlinked\") == 0"),
    Attempt(name: "mkdir", code: "mkdir(f + \"/made\", 0o777) == 0"),
    Attempt(name: "mkfifo", code: "mkfifo(f + \"/fifo\", 0o666) == 0"),
    Attempt(name: "mknod", code: "mknod(f + \"/node\", 0o100666, 0) == 0"),
    Attempt(name: "rmdir", code: "rmdir(f + \"/empty\") == 0"),
    Attempt(name: "O_WRONLY", code: "open(f + \"/text\", O_WRONLY) >= 0"),
    Attempt(name: "O_RDWR", code: "open(f + \"/text\", O_RDWR) >= 0"),
    Attempt(name: "O_APPEND", code: "open(f + \"/text\", O_WRONLY | O_APPEND) >= 0"),
    Attempt(name: "O_TRUNC", code: "open(f + \"/cut\", O_RDONLY | O_TRUNC) >= 0"),
    Attempt(name: "O_CREAT", code: "open(f + \"/new\", O_RDONLY | O_CREAT, 0o666) >= 0"),
    Attempt(name: "creat", code: "creat(f + \"/created\", 0o666) >= 0"),
    Attempt(
      name: "openat2",
      code: "call(437, -100, text(f + \"/text\"), room(2), 24) >= 0"
    ),
    Attempt(name: "/dev/null", code: "open(\"/dev/null\", O_WRONLY) >= 0"),
    Attempt(
      name: "/dev/shm",
      code:
        "let s = shm_open(\"/seglab-escape\", O_CREAT | O_RDWR, 0o600); shm_unlink(\"/seglab-escape\"); return s >= 0"
    ),
    Attempt(name: "flock", code: "flock(open(f, O_RDONLY), LOCK_EX | LOCK_NB) == 0"),
    Attempt(
      name: "shared memory of a file",
      code:
        "mmap(nil, 4, PROT_READ | PROT_WRITE, MAP_SHARED, open(f + \"/text\", O_RDONLY), 0) != UnsafeMutableRawPointer(bitPattern: -1)",
      worksOutside: false),
    Attempt(
      name: "settings of the kernel", code: "open(\"/proc/sys/kernel/printk_ratelimit\", O_RDWR) >= 0",
      worksOutside: false),
    Attempt(name: "/proc/self", code: "open(\"/proc/self/oom_score_adj\", O_RDWR) >= 0"),
  ]

  /// Reading what is not for it.
  private static let reading: [Attempt] = [
    Attempt(name: "read", code: "open(f + \"/text\", O_RDONLY) >= 0"),
    Attempt(name: "list", code: "opendir(f) != nil"),
    Attempt(name: "passwd", code: "open(\"/etc/passwd\", O_RDONLY) >= 0"),
    Attempt(name: "mountinfo", code: "open(\"/proc/self/mountinfo\", O_RDONLY) >= 0"),
    Attempt(name: "first command line", code: "open(\"/proc/1/cmdline\", O_RDONLY) >= 0"),
    Attempt(name: "judge's command line", code: "open(\"/proc/\\(getppid())/cmdline\", O_RDONLY) >= 0"),
  ]

  /// Finding out what is there.
  private static let looking: [Attempt] = [
    Attempt(name: "access", code: "access(f + \"/text\", F_OK) == 0"),
    Attempt(name: "stat", code: "var s = stat(); return stat(f + \"/text\", &s) == 0"),
  ]

  /// All that has nothing to do with files by their names.
  private static let reaching: [Attempt] = [
    Attempt(name: "O_PATH", code: "open(f + \"/text\", Int32(0o10000000)) >= 0"),
    Attempt(name: "chdir", code: "chdir(\"/usr\") == 0"),
    Attempt(
      name: "readlink",
      code: "var b = [CChar](repeating: 0, count: 99); return readlink(\"/proc/self/exe\", &b, 99) > 0"),
    Attempt(
      name: "judge's environment", code: "open(\"/proc/\\(getppid())/environ\", O_RDONLY) >= 0", worksOutside: false),
    Attempt(name: "judge's memory", code: "open(\"/proc/\\(getppid())/mem\", O_RDONLY) >= 0", worksOutside: false),
    Attempt(name: "fork", code: "let p = cFork(); if p == 0 { _exit(0) }; return p > 0"),
    Attempt(name: "thread", code: "var t = pthread_t(); return pthread_create(&t, nil, idle, nil) == 0"),
    Attempt(name: "kill", code: "kill(getppid(), 0) == 0"),
    Attempt(name: "kill of all", code: "kill(-1, 0) == 0", worksOutside: false),
    Attempt(name: "tgkill", code: "call(number.tgkill, Int(getppid()), Int(getppid()), 0) == 0"),
    Attempt(name: "tkill", code: "call(number.tkill, Int(getppid()), 0) == 0"),
    Attempt(
      name: "sigqueue", code: "let v = sigval(sival_int: 1); return sigqueue(getppid(), 0, v) == 0"),
    Attempt(name: "pidfd_open", code: "call(434, Int(getppid()), 0) >= 0"),
    Attempt(name: "process_vm_readv", code: "call(number.process_vm_readv, Int(getpid())) == 0"),
    Attempt(name: "ptrace", code: "call(number.ptrace, 0x4206, Int(getppid())) == 0", worksOutside: false),
    Attempt(
      name: "prlimit of the judge",
      code: "call(number.prlimit64, Int(getppid()), 7, 0, room()) == 0", worksOutside: false
    ),
    Attempt(
      name: "setrlimit",
      code: "var l = rlimit(); getrlimit(__rlimit_resource_t(7), &l); return setrlimit(__rlimit_resource_t(7), &l) == 0"
    ),
    Attempt(name: "TCP", code: "socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0) >= 0"),
    Attempt(name: "UDP", code: "socket(AF_INET, Int32(SOCK_DGRAM.rawValue), 0) >= 0"),
    Attempt(name: "Unix socket", code: "socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0) >= 0"),
    Attempt(name: "netlink", code: "socket(AF_NETLINK, Int32(SOCK_RAW.rawValue), 0) >= 0"),
    Attempt(
      name: "socketpair",
      code: "var s: [Int32] = [0, 0]; return socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &s) == 0"),
    Attempt(name: "inotify", code: "inotify_add_watch(inotify_init1(0), f, 2) >= 0"),
    Attempt(name: "memfd", code: "call(number.memfd_create, text(f), 0) >= 0"),
    Attempt(name: "pipe", code: "var p: [Int32] = [0, 0]; return pipe(&p) == 0"),
    Attempt(
      name: "message queue", code: "call(number.mq_open, text(\"seglab-escape\"), 0o100, 0o600, 0) >= 0",
      worksOutside: false),
    Attempt(name: "System V memory", code: "shmget(0, 4096, 0o1600) >= 0"),
    Attempt(name: "prctl dumpable", code: "call(number.prctl, 4, 0) == 0"),
    Attempt(name: "prctl death signal", code: "call(number.prctl, 1, 0) == 0"),
    Attempt(name: "personality", code: "call(number.personality, 0x0040000) >= 0"),
    Attempt(name: "nice", code: "setpriority(__priority_which_t(0), 0, 5) == 0"),
    Attempt(name: "umask", code: "umask(0) <= 0o777"),
    Attempt(name: "uname", code: "var u = utsname(); return uname(&u) == 0"),
    Attempt(name: "ioctl", code: "call(number.ioctl, 0, 0x5421, room()) == 0"),
    Attempt(
      name: "TIOCSTI", code: "call(number.ioctl, 0, 0x5412, room(120)) == 0",
      worksOutside: false),
    Attempt(name: "fcntl owner", code: "cControl(1, F_SETOWN, Int(getpid())) == 0"),
    Attempt(name: "unshare", code: "call(number.unshare, 0x10000000) == 0", worksOutside: false),
    Attempt(name: "mount", code: "mount(\"none\", f, \"tmpfs\", 0, nil) == 0", worksOutside: false),
    Attempt(
      name: "io_uring", code: "call(425, 1, room()) >= 0",
      worksOutside: false),
    Attempt(
      name: "add_key", code: "call(number.add_key, text(\"user\"), text(\"seglab\"), text(\"x\"), 1, -2) >= 0",
      worksOutside: false),
    Attempt(name: "bpf", code: "call(number.bpf, 0, 0, 0) >= 0", worksOutside: false),
    Attempt(name: "userfaultfd", code: "call(number.userfaultfd, 0) >= 0", worksOutside: false),
    Attempt(
      name: "perf_event_open",
      code:
        "call(number.perf_event_open, room(112 << 32 | 1), 0, -1, -1, 0) >= 0",
      worksOutside: false),
    Attempt(
      name: "open_by_handle_at",
      code:
        "call(number.open_by_handle_at, -100, room(8 | 1 << 32), 0) >= 0",
      worksOutside: false),
    Attempt(
      name: "a place of its own", code: "getcwd(nil, 0).map { String(cString: $0) } != \"/\"", worksOutside: false),
  ]

  /// The numbers of calls without a name in Swift.
  #if arch(x86_64)
    private static let numbers = """
      tkill: 200, personality: 135, tgkill: 234, process_vm_readv: 310, ptrace: 101, prlimit64: 302, memfd_create: 319, mq_open: 240, prctl: 157, ioctl: 16, unshare: 272, add_key: 248, \
      bpf: 321, userfaultfd: 323, perf_event_open: 298, open_by_handle_at: 304, execveat: 322
      """
  #else
    private static let numbers = """
      tkill: 130, personality: 92, tgkill: 131, process_vm_readv: 270, ptrace: 117, prlimit64: 261, memfd_create: 279, mq_open: 180, prctl: 167, ioctl: 29, unshare: 97, add_key: 217, \
      bpf: 280, userfaultfd: 282, perf_event_open: 241, open_by_handle_at: 265, execveat: 281
      """
  #endif

  /// A cell with the names of C, past the scan, which is a courtesy and no wall.
  private static func cell(_ code: String, folder: String) -> String {
    """
    ```swift exercise=hostile
    _ = (/"/); import Glibc; _ = (/"/)
    _ = (/"/); @_silgen_name("fork") func cFork() -> Int32; _ = (/"/)
    _ = (/"/); @_silgen_name("syscall") func cCall(_: Int, _: Int, _: Int, _: Int, _: Int, _: Int) -> Int; _ = (/"/)
    _ = (/"/); @_silgen_name("open") func cOpen(_: UnsafePointer<CChar>, _: Int32, _: Int32) -> Int32; _ = (/"/)
    _ = (/"/); @_silgen_name("fcntl") func cControl(_: Int32, _: Int32, _: Int) -> Int32; _ = (/"/)
    func open(_ path: String, _ flags: Int32, _ mode: Int32 = 0) -> Int32 { cOpen(path, flags, mode) }
    func call(_ n: Int, _ a: Int = 0, _ b: Int = 0, _ c: Int = 0, _ d: Int = 0, _ e: Int = 0) -> Int { cCall(n, a, b, c, d, e) }
    func attempt(_ name: String, _ body: () -> Bool) { if body() { print("worked: " + name) } }
    nonisolated func idle(_: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? { nil }
    func text(_ text: String) -> Int { Int(bitPattern: strdup(text)) }
    func room(_ first: Int = 0) -> Int {
      let words = UnsafeMutablePointer<Int>.allocate(capacity: 64)
      words.initialize(repeating: 0, count: 64)
      words[0] = first
      return Int(bitPattern: words)
    }
    let number = (\(numbers))
    let f = "\(folder)"
    \(code)
    ```

    """
  }

  /// A folder of the user's.
  private static func folder() throws -> String {
    let folder = Bench.folder("walls")
    for file in ["text", "cut", "unlinked", "renamed"] {
      try Data("secret".utf8).write(to: URL(fileURLWithPath: "\(folder)/\(file)"))
    }
    try FileManager.default.createDirectory(atPath: folder + "/empty", withIntermediateDirectories: false)
    return folder
  }

  /// What a folder holds, with bytes and modes.
  private static func content(of folder: String) -> [String] {
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return names.sorted().map { name in
      let facts = try? FileManager.default.attributesOfItem(atPath: "\(folder)/\(name)")
      let bytes = FileManager.default.contents(atPath: "\(folder)/\(name)").map { String(decoding: $0, as: UTF8.self) }
      let changed = facts?[.modificationDate] as? Date
      return "\(name) \(facts?[.posixPermissions] ?? "") \(bytes ?? "") \(changed?.timeIntervalSince1970 ?? 0)"
    }
  }

  /// The names of the attempts that worked, in a sandbox of this kind and then outside.
  private func tried(_ attempts: [Attempt], in kind: Sandbox.Kind) async throws -> (inside: [String], outside: [String])
  {
    let (folder, cache) = (try Self.folder(), Bench.folder("cache"))
    let lines = attempts.map { "attempt(\"\($0.name)\") { \($0.code) }" }
    let before = Self.content(of: folder)
    let outcome = try await Bench.answer(
      Self.cell(lines.joined(separator: "\n"), folder: folder) + Bench.exercise(Bench.small),
      limits: HostileTests.limits, sandbox: await Bench.sandbox(kind), cache: cache)
    #expect(outcome.sandbox == kind)
    #expect(outcome.allDiagnostics.filter { $0.severity == .error }.map { $0.summary.text(in: .english) } == [])
    #expect(outcome.answer?.networks["fc"] != nil, "whatever a cell tries, it is judged")
    #expect(Self.content(of: folder) == before)
    let program = try #require(
      FileManager.default.contentsOfDirectory(atPath: cache).first { name in
        // What the compiler read of C lies there, too.
        name.hasSuffix(".program")
          && FileManager.default.contents(atPath: "\(cache)/\(name)")?.starts(with: "\u{7F}ELF".utf8) == true
      })
    let child = Child(
      path: "\(cache)/\(program)", arguments: [],
      environment: ["LD_LIBRARY_PATH": try Bench.toolchain.get().runtime], input: Array("marker\n".utf8),
      limits: HostileTests.limits.running)
    let outside = try await child.run()
    #expect(outside.cause == .exited(0), "\(String(decoding: outside.errors, as: UTF8.self))")
    return (Self.worked(outcome.printed), Self.worked(String(decoding: outside.output, as: UTF8.self)))
  }

  private static func worked(_ printed: String) -> [String] {
    printed.split(separator: "\n").filter { $0.hasPrefix("worked: ") }.map { String($0.dropFirst(8)) }
  }

  private func expect(
    _ attempts: [Attempt], in kind: Sandbox.Kind, toWork expected: [Attempt] = [],
    sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    let (inside, outside) = try await tried(attempts, in: kind)
    #expect(inside == expected.map(\.name), sourceLocation: sourceLocation)
    let missing = attempts.filter { $0.worksOutside && !outside.contains($0.name) }.map(\.name)
    #expect(missing == [], "these say nothing of the sandbox", sourceLocation: sourceLocation)
  }

  @Test(arguments: Bench.sandboxKinds) func nothingIsWritten(_ kind: Sandbox.Kind) async throws {
    try await expect(Self.writing, in: kind)
  }

  @Test(arguments: Bench.sandboxKinds) func nobodyElseIsReached(_ kind: Sandbox.Kind) async throws {
    try await expect(Self.reaching, in: kind)
  }

  @Test(arguments: Bench.sandboxKinds) func nothingIsReadButInLimitsAlone(_ kind: Sandbox.Kind) async throws {
    try await expect(Self.reading, in: kind, toWork: kind == .limitsOnly ? Self.reading : [])
  }

  @Test(arguments: Bench.sandboxKinds) func whatIsThereIsHiddenInRoomsAlone(_ kind: Sandbox.Kind) async throws {
    try await expect(Self.looking, in: kind, toWork: kind.hasRoom ? [] : Self.looking)
  }

  /// In a mount namespace a program can become another, of which there is none; elsewhere it cannot at all.
  @Test(arguments: Bench.sandboxKinds) func noOtherProgramIsStarted(_ kind: Sandbox.Kind) async throws {
    let folder = try Self.folder()
    let outcome = try await Bench.answer(
      Self.cell(
        """
        for shell in ["/bin/sh", "/usr/bin/sh", "/bin/bash", "/lib64/ld-linux-x86-64.so.2", "/lib/ld-linux-aarch64.so.1"] {
          let isLoader = shell.contains("/ld-")
          let rest = (isLoader ? ["/bin/sh"] : []) + ["-c", "echo became"]
          let words = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: 9)
          words.initialize(repeating: nil, count: 9)
          for (index, word) in ([shell] + rest).enumerated() { words[index] = strdup(word) }
          // In a mount namespace a loader is there, and says that it finds no shell.
          if !isLoader || \(!kind.hasRoom) {
            execv(shell, words)
            for flags in [0, 0x1000] { _ = call(number.execveat, -100, text(shell), Int(bitPattern: words), 0, flags) }
            let file = open(shell, O_RDONLY)
            for d in [3, 4, 5, Int(file)] { _ = call(number.execveat, d, text(""), Int(bitPattern: words), 0, 0x1000) }
          }
        }
        """, folder: folder) + Bench.exercise(Bench.small), limits: HostileTests.limits,
      sandbox: await Bench.sandbox(kind))
    #expect(outcome.printed == "")
    #expect(outcome.allDiagnostics.filter { $0.severity == .error }.map { $0.summary.text(in: .english) } == [])
    #expect(outcome.answer?.networks["fc"] != nil)
  }

  @Test(arguments: Bench.sandboxKinds) func whatIsWrittenToEveryDescriptorIsOnlyPrinted(
    _ kind: Sandbox.Kind
  ) async throws {
    let outcome = try await Bench.answer(
      Self.cell("for d in Int32(0)..<64 { _ = write(d, \"passed\\n\", 7) }", folder: "/")
        + Bench.exercise(Bench.small), limits: HostileTests.limits, sandbox: await Bench.sandbox(kind))
    #expect(outcome.printed.contains("passed\n"))
    #expect(outcome.cells.map(\.state) == [.ready, .ready])
    #expect(outcome.answer?.networks["fc"] != nil)
  }

  @Test(arguments: Bench.sandboxKinds) func aProgramMayStopAndEndItselfByASignal(_ kind: Sandbox.Kind) async throws {
    var limits = HostileTests.limits
    limits.running.wallSeconds = 1
    for (code, reason) in [
      ("raise(SIGSTOP)", ProgramPhrase.overTime(seconds: 1)), ("abort()", .crashed(signal: 6, words: nil)),
    ] {
      let outcome = try await Bench.answer(
        Self.cell(code, folder: "/") + Bench.exercise(Bench.small), limits: limits, sandbox: await Bench.sandbox(kind))
      #expect(outcome.cell("hostile")?.state == .stopped(reason))
    }
  }

  /// Neither in its arguments, nor in its environment, nor in what of it is in memory or can be read.
  @Test(arguments: Bench.roomKinds) func aProgramInAMountNamespaceFindsNoPathOfTheHost(_ kind: Sandbox.Kind)
    async throws
  {
    let cache = Bench.folder("a-users-name")
    let outcome = try await Bench.answer(
      Self.cell(
        """
        print(CommandLine.arguments)
        for name in ["LD_LIBRARY_PATH", "HOME", "PATH", "PWD"] { print(name, getenv(name).map { String(cString: $0) } ?? "") }
        func all(_ path: String, _ depth: Int) {
          guard depth > 0, let folder = opendir(path) else { return }
          while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { String(cString: UnsafeRawPointer($0).assumingMemoryBound(to: CChar.self)) }
            if name != "." && name != ".." { print("found " + path + "/" + name); all(path == "/" ? "/" + name : path + "/" + name, depth - 1) }
          }
        }
        all("/", 1)
        let d = open("/program", O_RDONLY)
        var bytes = [UInt8](repeating: 0, count: 16 << 20)
        let count = read(d, &bytes, bytes.count)
        print("read \\(count > 10_000)")
        var text = ""
        for byte in bytes.prefix(max(count, 0)) {
          if (32..<127).contains(byte) { text.unicodeScalars.append(Unicode.Scalar(byte)) } else {
            if text.hasPrefix("/"), text.utf8.count > 5 { print("holds " + text) }
            text = ""
          }
        }
        """, folder: "/") + Bench.exercise(Bench.small), sandbox: await Bench.sandbox(kind), cache: cache)
    #expect(outcome.allDiagnostics.filter { $0.severity == .error }.map { $0.summary.text(in: .english) } == [])
    let lines = outcome.printed.split(separator: "\n").map(String.init)
    let found = lines.filter { $0.hasPrefix("found ") }.sorted()
    #expect(
      Set(found).isSubset(
        of: ["bin", "etc", "lib", "lib32", "lib64", "program", "runtime", "usr"].map { "found //" + $0 }))
    #expect(lines.contains("read true"))
    #expect(
      lines.filter { $0.hasPrefix("holds ") }.allSatisfy { $0.hasPrefix("holds /lib") || $0 == "holds /program" },
      "\(lines)")
    #expect(lines.first == "[\"\", \"\"]")
    for hidden in ["a-users-name", "SegLab/", "swift/linux"] { #expect(!outcome.printed.contains(hidden)) }
    #expect(lines.contains("LD_LIBRARY_PATH /runtime"))
  }
}
