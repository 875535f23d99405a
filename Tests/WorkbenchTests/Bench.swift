import Checking
import Diagnostics
import Files
import Foundation
import Labs
import Messages
import Testing

@testable import Workbench

/// A workbench for tests, with the learner's module built once into a folder of its own.
enum Bench {
  /// Whether there is a Swift compiler to test with.
  static let hasCompiler = ProgramPath.find("swiftc", in: environment) != nil
  /// Whether bubblewrap is installed and works.
  static let hasBubblewrap: Bool = {
    guard let path = ProgramPath.find("bwrap", in: environment) else { return false }
    let limits = WorkbenchLimits.Process(processorSeconds: 5, wallSeconds: 10, addressSpace: 0, outputBytes: 1 << 16)
    let arguments = ["--unshare-all", "--ro-bind", "/", "/", "/bin/true"]
    let child = Child(path: path, arguments: arguments, environment: [:], limits: limits)
    return (try? child.run().cause) == .exited(0)
  }()
  /// Whether a mount namespace can be made here without bubblewrap.
  static let hasNamespaces: Bool = {
    var child = Child(
      path: "/bin/true", arguments: [], environment: [:],
      limits: WorkbenchLimits.Process(processorSeconds: 5, wallSeconds: 10, addressSpace: 0, outputBytes: 1 << 16))
    child.sandbox = SandboxArguments(kind: .compiler, mounts: .forCompiler(writable: 1 << 20, readable: []))
    return (try? child.run().cause) == .exited(0)
  }()
  /// The kinds of sandbox that this machine has, so that each wall is tried in each of them.
  static let sandboxKinds: [Sandbox.Kind] =
    (hasBubblewrap ? [.bubblewrap] : []) + (hasNamespaces ? [.namespaces] : [])
    + (SandboxArguments.landlockVersion > 0 ? [.landlock] : []) + [.limitsOnly]

  /// The sandbox of this kind, as a machine that has no better one finds it.
  static func sandbox(_ kind: Sandbox.Kind) async -> Sandbox {
    switch kind {
    case .bubblewrap: return await Sandbox.find()
    case .namespaces: return await Sandbox.find(environment: ["PATH": "/nowhere"])
    case .landlock:
      return await Sandbox.find(
        environment: ["PATH": "/nowhere"], landlock: SandboxArguments.landlockVersion, withNamespaces: false)
    case .limitsOnly:
      return await Sandbox.find(environment: ["PATH": "/nowhere"], landlock: 0, withNamespaces: false)
    }
  }

  static let environment = ProcessInfo.processInfo.environment

  /// The kinds that have a file system of their own.
  static let roomKinds = sandboxKinds.filter(\.hasRoom)

  /// The folder of everything that these tests write; removed when they end.
  private static let root: String = {
    let path =
      FileManager.default.temporaryDirectory.path
      + "/seglab-workbench-tests-\(ProcessInfo.processInfo.processIdentifier)"
    atexit { try? FileManager.default.removeItem(atPath: Bench.root) }
    return path
  }()

  /// A new folder that nobody else has.
  static func folder(_ name: String) -> String {
    let path = root + "/\(name)-\(UUID().uuidString)"
    try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    return path
  }

  /// The compiler with the module as it stands in this checkout.
  static let toolchain = Result<Toolchain, any Error> {
    let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().path
    let home = URL(fileURLWithPath: package + "/Sources/SegLab").resolvingSymlinksInPath().path
    let sources = FileManager.default.enumerator(atPath: home)?.compactMap { $0 as? String } ?? []
    let files = sources.filter { $0.hasSuffix(".swift") }.sorted().map { "\(home)/\($0)" }
    let out = folder("module")
    let compiler = ProgramPath.find("swiftc", in: environment) ?? ""
    let limits = WorkbenchLimits.Process(processorSeconds: 300, wallSeconds: 600, addressSpace: 0, outputBytes: 1 << 20)
    let child = Child(
      path: compiler,
      arguments: [
        "-parse-as-library", "-module-name", "SegLab", "-swift-version", "6", "-enable-upcoming-feature",
        "ExistentialAny",
        "-module-cache-path", out + "/modules", "-wmo", "-emit-module", "-emit-module-path",
        out + "/SegLab.swiftmodule", "-emit-library", "-static", "-o",
        out + "/libSegLab.a",
      ] + files, environment: environment, limits: limits)
    let ending = try child.run()
    guard ending.cause == .exited(0) else { throw Failure(words: String(decoding: ending.errors, as: UTF8.self)) }
    return try Toolchain.find(environment: environment.merging(["SEGLAB_LIBRARY": out]) { $1 })
  }

  struct Failure: Error { let words: String }

  /// Answers `text` as the lab `labs/01-test.md`.
  static func answer(
    _ text: String, calls: [FunctionCall] = [], limits: WorkbenchLimits = WorkbenchLimits(),
    sandbox: Sandbox? = nil, cache: String? = nil
  ) async throws -> Outcome {
    try await answer(lab(text), calls: calls, limits: limits, sandbox: sandbox, cache: cache)
  }

  /// Answers a lab.
  static func answer(
    _ lab: Lab, calls: [FunctionCall] = [], limits: WorkbenchLimits = WorkbenchLimits(),
    sandbox: Sandbox? = nil, cache: String? = nil
  ) async throws -> Outcome {
    let folder = cache ?? folder("cache")
    defer { if cache == nil { try? FileManager.default.removeItem(atPath: folder) } }
    var kept = sandbox
    if kept == nil { kept = await Sandbox.find() }
    let workbench = Workbench(
      toolchain: try toolchain.get(), sandbox: try #require(kept), limits: limits, cacheFolder: folder)
    return try await workbench.answer(for: lab, calls: calls)
  }

  /// A lab with the given cells after a heading; the first line of the first cell is line 8.
  static func lab(_ text: String) throws -> Lab {
    let head = "---\ntitle: A test\nid: test\ndataset: cardiac\n---\n\n"
    let (lab, diagnostics) = Lab.parse(text: head + text, file: "labs/01-test.md")
    guard let lab else {
      throw Failure(words: diagnostics.map { "\($0.line): \($0.summary.text(in: .english))" }.joined(separator: "\n"))
    }
    return lab
  }

  /// A lab with one exercise, whose first line is line 8, and an experiment that wants `fc`.
  static func exercise(_ code: String) -> String {
    """
    ```swift exercise=network
    \(code)
    ```
    ```yaml experiment=first
    network: fc
    training: {epochs: 1}
    ```
    ```yaml check=first
    - loss: falls
    ```

    """
  }

  static let small = """
    let fc = Network("fc") {
      Input(shape: [4, 4, 1])
      Flatten()
    }
    """
}
