public import Foundation

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
    guard let found = onPath("swiftc", in: environment) else { throw .noCompiler }
    return found
  }

  /// The file of the program `name` in the first folder of the PATH that has it.
  static func onPath(_ name: String, in environment: [String: String]) -> String? {
    let folders = (environment["PATH"] ?? "").split(separator: ":").filter { $0.hasPrefix("/") }
    return folders.map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
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

  /// The file of the running program, links followed.
  public static var runningProgram: String {
    URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().path
  }
}
