internal import Digests
internal import Foundation

/// The compiler, and the learner's module that it compiles against.
public struct Toolchain: Sendable, Hashable {
  /// The folder of the Swift toolchain: it holds `bin/swift-frontend` and `lib/swift`.
  public let root: String
  /// The compiler proper.
  public let frontend: String
  /// What links.
  public let linker: String
  /// Whether the toolchain brings LLVM's linker, which is the quickest.
  let hasLLD: Bool
  /// The folder of the Swift runtime libraries.
  let runtime: String
  /// The object that every Swift program begins with.
  let startObject: String
  /// `SegLab.swiftmodule`.
  public let module: String
  /// `libSegLab.a`.
  public let library: String
  /// Changes whenever the compiler or the module does.
  let identity: String

  /// - Parameters:
  ///   - compiler: `swiftc`, or a link to it.
  ///   - module: `SegLab.swiftmodule`.
  ///   - library: `libSegLab.a`.
  /// - Throws: `WorkbenchError.compilerUnusable` where a part of the toolchain is missing, `.moduleUnreadable` where a part of the module is.
  public init(compiler: String, module: String, library: String) throws(WorkbenchError) {
    let real = URL(fileURLWithPath: compiler).resolvingSymlinksInPath().path
    var root = Self.folder(of: Self.folder(of: real))
    if !Self.exists(root + "/bin/swift-frontend") { root = try Self.rootByAsking(compiler) }
    self.root = root
    frontend = root + "/bin/swift-frontend"
    linker = root + "/bin/clang"
    hasLLD = Self.exists(root + "/bin/ld.lld")
    runtime = root + "/lib/swift/linux"
    startObject = runtime + "/" + Self.architecture + "/swiftrt.o"
    self.module = module
    self.library = library
    for part in [frontend, linker, startObject] where !Self.exists(part) {
      throw .compilerUnusable(path: compiler, missing: part)
    }
    var hash = SHA256()
    for part in [frontend, linker, startObject] { hash.update(data: Data(Self.stamp(of: part).utf8)) }
    for part in [module, library] {
      guard let bytes = FileManager.default.contents(atPath: part) else { throw .moduleUnreadable(path: part) }
      hash.update(data: Data(SHA256.hash(data: bytes)))
    }
    identity = hash.finalize().map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
  }

  #if arch(x86_64)
    private static let architecture = "x86_64"
  #elseif arch(arm64)
    private static let architecture = "aarch64"
  #endif

  static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

  static func folder(of path: String) -> String { URL(fileURLWithPath: path).deletingLastPathComponent().path }

  /// Where a file is, how long it is, and when it changed.
  private static func stamp(of path: String) -> String {
    let facts = try? FileManager.default.attributesOfItem(
      atPath: URL(fileURLWithPath: path).resolvingSymlinksInPath().path)
    let changed = (facts?[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
    return "\(path) \(facts?[.size] as? Int ?? 0) \(changed)\n"
  }

  private struct TargetInfo: Decodable {
    struct Paths: Decodable { let runtimeResourcePath: String }
    let paths: Paths
  }

  /// Asks a compiler that is a stand-in for another (a version manager's, say) where the other is.
  private static func rootByAsking(_ compiler: String) throws(WorkbenchError) -> String {
    let child = Child(
      path: compiler, arguments: ["-print-target-info"], environment: ProcessInfo.processInfo.environment,
      limits: WorkbenchLimits.Process(
        processorSeconds: 20, wallSeconds: 30, addressSpace: 0, outputBytes: 1 << 20))
    let ending = try child.run()
    guard ending.cause == .exited(0),
      let info = try? JSONDecoder().decode(TargetInfo.self, from: Data(ending.output))
    else { throw .compilerUnusable(path: compiler, missing: "swift-frontend") }
    return folder(of: folder(of: info.paths.runtimeResourcePath))
  }
}
