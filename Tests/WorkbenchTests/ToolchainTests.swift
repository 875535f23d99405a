import Foundation
import Messages
import SegLab
import Testing

@testable import Workbench

@Suite struct ToolchainTests {
  @Test func withoutACompilerTheErrorSaysWhatToDo() {
    #expect(throws: WorkbenchError.noCompiler) {
      try Toolchain.find(environment: ["PATH": "/nowhere"], program: "/a/b")
    }
    #expect(
      WorkbenchError.noCompiler.phrase.text(in: .english)
        == "there is no `swiftc` on the PATH: install Swift from https://swift.org/install, "
        + "or name the compiler in SEGLAB_SWIFTC")
    #expect(throws: WorkbenchError.compilerUnusable(path: "/nowhere/swiftc", missing: "/nowhere/swiftc")) {
      try Toolchain.find(environment: ["SEGLAB_SWIFTC": "/nowhere/swiftc"])
    }
  }

  @Test func aCompilerWithoutItsToolchainIsRefused() {
    #expect(throws: WorkbenchError.compilerUnusable(path: "/bin/false", missing: "swift-frontend")) {
      try Toolchain(compiler: "/bin/false", module: "m", library: "l")
    }
  }

  @Test(.enabled(if: Bench.hasCompiler, "needs swiftc")) func theModuleIsLookedForBesideTheProgramAndInItsInstallation()
    throws
  {
    let path = Bench.environment["PATH"] ?? ""
    #expect(throws: WorkbenchError.noModule(searched: ["/prefix/bin", "/prefix/lib/seglab"])) {
      try Toolchain.find(environment: ["PATH": path], program: "/prefix/bin/seglab")
    }
    #expect(throws: WorkbenchError.noModule(searched: ["/there", "/there"])) {
      try Toolchain.find(environment: ["PATH": path, "SEGLAB_LIBRARY": "/there"], program: "/prefix/bin/seglab")
    }
    let built = try Bench.toolchain.get()
    let prefix = Bench.folder("prefix")
    defer { try? FileManager.default.removeItem(atPath: prefix) }
    let files = FileManager.default
    for folder in ["bin/Modules", "lib/seglab"] {
      try files.createDirectory(atPath: "\(prefix)/\(folder)", withIntermediateDirectories: true)
    }
    let find = { try Toolchain.find(environment: ["PATH": path], program: prefix + "/bin/seglab") }
    try files.copyItem(atPath: built.module, toPath: prefix + "/lib/seglab/SegLab.swiftmodule")
    try files.copyItem(atPath: built.library, toPath: prefix + "/lib/seglab/libSegLab.a")
    #expect(try find().library == prefix + "/lib/seglab/libSegLab.a")
    try files.copyItem(atPath: built.module, toPath: prefix + "/bin/Modules/SegLab.swiftmodule")
    try files.copyItem(atPath: built.library, toPath: prefix + "/bin/libSegLab.a")
    #expect(try find().module == prefix + "/bin/Modules/SegLab.swiftmodule")
  }

  /// As a build leaves it after a source of the module was renamed.
  @Test(.enabled(if: Bench.hasCompiler, "needs swiftc"), arguments: Bench.sandboxKinds)
  func whatAnEarlierBuildLeftInTheLibraryIsNotLinked(_ kind: Sandbox.Kind) async throws {
    let built = try Bench.toolchain.get()
    let folder = Bench.folder("stale")
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let files = FileManager.default
    try files.copyItem(atPath: built.module, toPath: folder + "/SegLab.swiftmodule")
    try files.copyItem(atPath: built.library, toPath: folder + "/libSegLab.a")
    try files.createDirectory(atPath: folder + "/SegLab.build", withIntermediateDirectories: true)
    let members = try #require(ModuleLibrary.members(of: built.library))
    #expect(!members.isEmpty)
    let archiver = built.root + "/bin/llvm-ar"
    let limits = WorkbenchLimits.Process(processorSeconds: 20, wallSeconds: 60, addressSpace: 0, outputBytes: 1 << 20)
    let script = """
      cd '\(folder)/SegLab.build' && '\(archiver)' x ../libSegLab.a
      for o in *; do cp "$o" "a-long-name-of-a-source-that-was-$o"; done
      '\(archiver)' q ../libSegLab.a a-long-name* && rm a-long-name*
      """
    let child = Child(path: "/bin/sh", arguments: ["-c", script], environment: Bench.environment, limits: limits)
    #expect(try await child.run().cause == .exited(0))
    let find = { try Toolchain.find(environment: Bench.environment.merging(["SEGLAB_LIBRARY": folder]) { $1 }) }
    #expect(try find().linked == [folder + "/libSegLab.a"], "nothing says what it should hold")
    var map = Dictionary(uniqueKeysWithValues: members.map { ($0, ["object": "\(folder)/SegLab.build/\($0)"]) })
    map[""] = ["object": "\(folder)/SegLab.build/SegLab.o"]
    try JSONEncoder().encode(map).write(to: URL(fileURLWithPath: folder + "/SegLab.build/output-file-map.json"))
    let toolchain = try find()
    #expect(toolchain.linked == members.map { "\(folder)/SegLab.build/\($0)" }.sorted())
    let workbench = Workbench(
      toolchain: toolchain, sandbox: await Bench.sandbox(kind), cacheFolder: folder + "/cache")
    let outcome = try await workbench.answer(for: try Bench.lab(Bench.exercise(Bench.small)))
    #expect(outcome.answer?.networks["fc"] != nil, "\(String(describing: outcome.failure))")
  }

  @Test(arguments: [
    "", "!<arch>", "!<arch>\nx", "!<arch>\n" + String(repeating: " ", count: 60),
    "!<arch>\n/99             " + String(repeating: "0", count: 32) + "0         `\n",
    "!<arch>\nname/           " + String(repeating: "0", count: 32) + "9999999999`\n",
    "!<arch>\nname/           " + String(repeating: "0", count: 32) + "-1        `\n",
  ]) func whatIsNoArchiveHasNoMembers(_ text: String) throws {
    let folder = Bench.folder("archive")
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/a"))
    #expect(ModuleLibrary.members(of: folder + "/a") ?? [] == [])
    #expect(ModuleLibrary.members(of: folder + "/none") == nil)
  }

  @Test(.enabled(if: Bench.hasCompiler, "needs swiftc")) func aModuleOfAnotherCompilersIsRefusedWithItsWords()
    async throws
  {
    let built = try Bench.toolchain.get()
    let folder = Bench.folder("bad")
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try Data("not a module".utf8).write(to: URL(fileURLWithPath: folder + "/SegLab.swiftmodule"))
    try FileManager.default.copyItem(atPath: built.library, toPath: folder + "/libSegLab.a")
    let toolchain = try Toolchain.find(environment: Bench.environment.merging(["SEGLAB_LIBRARY": folder]) { $1 })
    let workbench = Workbench(toolchain: toolchain, sandbox: await Sandbox.find(), cacheFolder: folder + "/cache")
    let lab = try Bench.lab(Bench.exercise(Bench.small))
    do {
      _ = try await workbench.answer(for: lab)
      Issue.record("it was taken")
    } catch {
      guard case .moduleRefused(let words) = error else { throw error }
      #expect(words.contains("SegLab"))
    }
  }

  @Test(.enabled(if: Bench.hasCompiler, "needs swiftc")) func aCacheThatCannotBeMadeIsARemark() async throws {
    let workbench = Workbench(
      toolchain: try Bench.toolchain.get(), sandbox: await Sandbox.find(), cacheFolder: "/dev/null/cache")
    let outcome = try await workbench.answer(for: try Bench.lab(Bench.exercise(Bench.small)))
    #expect(outcome.answer?.networks.keys.contains("fc") == true)
    let said = StorePhrase.programNotKept(path: "/dev/null/cache", reason: "Not a directory")
    #expect(outcome.remarks.contains { $0 as? StorePhrase == said })
  }
}
