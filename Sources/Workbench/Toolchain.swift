internal import Digests
internal import Files
public import Foundation

/// The compiler, and the learner's module that it compiles against.
public struct Toolchain: Sendable, Hashable {
  /// The folder of the Swift toolchain: it holds `bin/swift-frontend` and `lib/swift`.
  public let root: String
  /// The compiler proper.
  public let frontend: String
  /// What links.
  let linking: Linking
  /// The folder of the Swift runtime libraries.
  let runtime: String
  /// The object that every Swift program begins with.
  let startObject: String
  /// `SegLab.swiftmodule`.
  public let module: String
  /// `libSegLab.a`.
  public let library: String
  /// The files that are linked for it.
  let linked: [String]
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
    linking = Linking(root: root)
    runtime = root + "/lib/swift/linux"
    startObject = runtime + "/" + Self.architecture + "/swiftrt.o"
    self.module = module
    self.library = library
    linked = ModuleLibrary.files(of: library)
    var hash = SHA256()
    for part in [frontend, startObject] + linking.programs {
      guard let stamp = Self.stamp(of: part) else { throw .compilerUnusable(path: compiler, missing: part) }
      hash.update(data: Data(stamp.utf8))
    }
    for part in [module] + linked {
      guard let stamp = Self.stamp(of: part) else { throw .moduleUnreadable(path: part) }
      hash.update(data: Data(stamp.utf8))
    }
    identity = String(hash.finalize().hexadecimal)
  }

  #if arch(x86_64)
    private static let architecture = "x86_64"
  #elseif arch(arm64)
    private static let architecture = "aarch64"
  #endif

  static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

  static func folder(of path: String) -> String { URL(fileURLWithPath: path).deletingLastPathComponent().path }

  /// Where a file is, how long it is, and when it was written and put there; nil where it cannot be read.
  ///
  /// To digest what stands in them took 3 % of a submission's samples: they are megabytes, and each judge of a class would do it anew.
  private static func stamp(of path: String) -> String? {
    var facts = stat()
    guard stat(path, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG, access(path, R_OK) == 0 else { return nil }
    let times = [facts.st_mtim, facts.st_ctim].map { "\($0.tv_sec).\($0.tv_nsec)" }
    return "\(path) \(facts.st_dev) \(facts.st_ino) \(facts.st_size) \(times.joined(separator: " "))\n"
  }

  private struct TargetInfo: Decodable {
    struct Paths: Decodable { let runtimeResourcePath: String }
    let paths: Paths
  }

  /// Asks a compiler that is a stand-in for another (a version manager's, say) where the other is.
  private static func rootByAsking(_ compiler: String) throws(WorkbenchError) -> String {
    let ending = try asked(compiler, "-print-target-info")
    guard ending.cause == .exited(0),
      let info = try? JSONDecoder().decode(TargetInfo.self, from: Data(ending.output))
    else { throw .compilerUnusable(path: compiler, missing: "swift-frontend") }
    return folder(of: folder(of: info.paths.runtimeResourcePath))
  }

  /// What a compiler answers to an option.
  private static func asked(_ compiler: String, _ option: String) throws(WorkbenchError) -> Child.Ending {
    var child = Child(
      path: compiler, arguments: [option], environment: ProcessInfo.processInfo.environment,
      limits: WorkbenchLimits.Process(
        processorSeconds: 20, wallSeconds: 30, addressSpace: 0, outputBytes: 1 << 20))
    child.startsOthers = true
    return try child.run()
  }

  /// The compiler's version, like `6.2.1`; nil where it does not say.
  public var version: String? {
    guard let ending = try? Self.asked(frontend, "--version") else { return nil }
    return String(decoding: ending.output, as: UTF8.self).firstMatch(of: /Swift version ([0-9.]+)/).map { String($0.1) }
  }
}

extension Toolchain {
  /// Looks for the compiler (`SEGLAB_SWIFTC`, then the PATH) and for the learner's module.
  ///
  /// The module and its library are looked for in the folder `SEGLAB_LIBRARY`, else where the package manager leaves them beside the
  /// program, else in `../lib/seglab` as seen from it.
  /// - Parameters:
  ///   - environment: the environment's variables.
  ///   - program: the file of the running program.
  /// - Returns: the compiler with the first module found.
  /// - Throws: `WorkbenchError.noCompiler`, `.noModule`, or what ``init(compiler:module:library:)`` throws.
  public static func find(
    environment: [String: String] = ProcessInfo.processInfo.environment, program: String = Toolchain.runningProgram
  ) throws(WorkbenchError) -> Toolchain {
    let compiler = try compiler(in: environment)
    let places = places(in: environment, program: program)
    for place in places where exists(place.module) && exists(place.library) {
      return try Toolchain(compiler: compiler, module: place.module, library: place.library)
    }
    throw .noModule(searched: places.map { folder(of: $0.library) })
  }

  private static func compiler(in environment: [String: String]) throws(WorkbenchError) -> String {
    if let named = environment["SEGLAB_SWIFTC"], !named.isEmpty {
      guard exists(named) else { throw .compilerUnusable(path: named, missing: named) }
      return named
    }
    guard let found = ProgramPath.find("swiftc", in: environment) else { throw .noCompiler }
    return found
  }

  private static func places(
    in environment: [String: String], program: String
  ) -> [(module: String, library: String)] {
    func inOne(_ folder: String) -> (module: String, library: String) {
      (folder + "/SegLab.swiftmodule", folder + "/libSegLab.a")
    }
    if let named = environment["SEGLAB_LIBRARY"], !named.isEmpty {
      return [inOne(named), (named + "/Modules/SegLab.swiftmodule", named + "/libSegLab.a")]
    }
    let beside = folder(of: program)
    return [
      (beside + "/Modules/SegLab.swiftmodule", beside + "/libSegLab.a"),
      inOne(folder(of: beside) + "/lib/seglab"),
    ]
  }

  /// Another program of SegLab's: it lies beside the running one.
  public static func beside(_ name: String) -> String {
    URL(fileURLWithPath: runningProgram).deletingLastPathComponent().appendingPathComponent(name).path
  }

  /// The file of the running program, links followed.
  public static var runningProgram: String {
    URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().path
  }
}
