internal import Foundation
public import Labs
internal import Phrases

/// Takes the Swift in a lab to the answer that it describes: compiles it, runs it in a sandbox, and says where it is not done.
public struct Workbench: Sendable {
  /// The compiler and the learner's module.
  public let toolchain: Toolchain
  /// What programs are kept in.
  public let sandbox: Sandbox
  /// How good a sandbox they need to run.
  public let policy: Sandbox.Policy
  /// What they may use.
  public let limits: WorkbenchLimits
  /// The folder of compiled programs.
  public let cacheFolder: String

  /// - Parameters:
  ///   - toolchain: the compiler and the learner's module.
  ///   - sandbox: what programs are kept in, as found by ``Sandbox/find(environment:)``.
  ///   - policy: how good a sandbox they need to run.
  ///   - limits: what they may use.
  ///   - cacheFolder: a private folder for compiled programs; made where it is not there.
  public init(
    toolchain: Toolchain, sandbox: Sandbox, policy: Sandbox.Policy = .preferred,
    limits: WorkbenchLimits = WorkbenchLimits(), cacheFolder: String
  ) {
    self.toolchain = toolchain
    self.sandbox = sandbox
    self.policy = policy
    self.limits = limits
    self.cacheFolder = cacheFolder
  }

  /// Compiles and runs the cells of `lab`.
  ///
  /// A cell that does not compile, or in which the program stops, is left out and the rest is tried again, so that one cell does not
  /// take the others down.
  /// - Parameters:
  ///   - lab: the lab as it stands in the learner's file.
  ///   - calls: the functions to try.
  /// - Returns: the answer and a word on each cell; whatever is wrong with the cells is in there.
  /// - Throws: `WorkbenchError` where the environment does not let it work, or the task was cancelled.
  public func answer(for lab: Lab, calls: [FunctionCall] = []) async throws(WorkbenchError) -> Outcome {
    guard sandbox.satisfies(policy) else { throw .noSandbox(sandbox.reason ?? .noBubblewrap) }
    // A relative path would mean something else inside the sandbox.
    let cache = try ProgramCache(folder: URL(fileURLWithPath: cacheFolder).path)
    let compiler = Compiler(toolchain: toolchain, sandbox: sandbox, limits: limits.compiling, cache: cache)
    let runner = Runner(toolchain: toolchain, sandbox: sandbox, limits: limits)
    var session = Session(lab: lab, calls: calls, compiler: compiler, runner: runner, limits: limits)
    return try await session.outcome()
  }
}
