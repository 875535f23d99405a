public import Digests
internal import Foundation
public import Labs
public import Messages

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
  /// How many compiled programs are kept where nothing else is said.
  public static let usualPrograms = 64
  /// How many are kept where many judges work on a class: of more than a megabyte each.
  public static let classPrograms = 4_096
  private let mostPrograms: Int
  private let key: SealKey

  /// - Parameters:
  ///   - toolchain: the compiler and the learner's module.
  ///   - sandbox: what programs are kept in, as found by ``Sandbox/find(environment:)``.
  ///   - policy: how good a sandbox they need to run.
  ///   - limits: what they may use.
  ///   - cacheFolder: a private folder for compiled programs; made where it is not there.
  ///   - mostPrograms: about how many programs are kept.
  ///   - key: seals what is kept there, and tells what was kept here.
  public init(
    toolchain: Toolchain, sandbox: Sandbox, policy: Sandbox.Policy = .preferred,
    limits: WorkbenchLimits = WorkbenchLimits(), cacheFolder: String,
    mostPrograms: Int = Self.usualPrograms, key: SealKey = .ofThisProcess
  ) {
    self.toolchain = toolchain
    self.sandbox = sandbox
    self.policy = policy
    self.limits = limits
    self.cacheFolder = cacheFolder
    self.mostPrograms = mostPrograms
    self.key = key
  }

  /// Compiles and runs the cells of `lab`.
  ///
  /// A cell that does not compile, or in which the program stops, is left out and the rest is tried again, so that one cell does not
  /// take the others down.
  ///
  /// What the lab's own given cells make comes from a program of those cells alone, wherever they need nothing of the learner's: no cell
  /// of the learner's can put another network, or other settings, in the place of the lab's.
  /// - Parameters:
  ///   - lab: the lab as it stands in the learner's file.
  ///   - calls: the functions to try.
  /// - Returns: the answer and a word on each cell; whatever is wrong with the cells is in there.
  /// - Throws: `WorkbenchError` where the environment does not let it work, or the task was cancelled.
  public func answer(for lab: Lab, calls: [FunctionCall] = []) async throws(WorkbenchError) -> Outcome {
    guard sandbox.satisfies(policy) else { throw .noSandbox(sandbox.reason ?? .noBubblewrap) }
    // A relative path would mean something else inside the sandbox.
    let cache = try ProgramCache(folder: URL(fileURLWithPath: cacheFolder).path, most: mostPrograms, key: key)
    let compiler = Compiler(toolchain: toolchain, sandbox: sandbox, limits: limits.compiling, cache: cache)
    let runner = Runner(toolchain: toolchain, sandbox: sandbox, limits: limits)
    let cells = Cell.all(in: lab)
    let given = cells.filter { !$0.isExercise }
    // What is defined in a tuple is no constant that can be seen, but the words are there.
    let wanted = Set(WantedConstant.all(in: lab).map(\.name))
    let makesSomething = given.contains { !$0.scan.constants.isEmpty || !$0.scan.words.isDisjoint(with: wanted) }
    let limits = limits
    let outcome = { @Sendable (cells: [Cell], calls: [FunctionCall]) async throws(WorkbenchError) -> Outcome in
      var builder = AnswerBuilder(
        lab: lab, cells: cells, calls: calls, compiler: compiler, runner: runner, limits: limits)
      return try await builder.outcome()
    }
    guard makesSomething, given.count < cells.count else {
      var all = try await outcome(cells, calls)
      if given.count == cells.count { all.given = Set(all.answer?.constants ?? []) }
      return all
    }
    // Beside the other, because each takes one core.
    let alone = Task { try? await outcome(given, []) }
    var all: Outcome
    do { all = try await outcome(cells, calls) } catch {
      alone.cancel()
      throw error
    }
    all.take(all: await alone.value)
    return all
  }
}

/// What a learner's program, and the compiler on its behalf, may use.
public struct WorkbenchLimits: Sendable, Hashable {
  /// What one process may use.
  public struct Process: Sendable, Hashable {
    /// Seconds of processor time.
    public var processorSeconds: Int
    /// Seconds by the clock, after which it is killed.
    public var wallSeconds: Double
    /// Bytes of address space.
    public var addressSpace: Int
    /// Bytes that it may write to its output before it is killed; of its errors a sixteenth is kept.
    public var outputBytes: Int

    /// - Parameters: the limits, as documented on each property.
    public init(processorSeconds: Int, wallSeconds: Double, addressSpace: Int, outputBytes: Int) {
      self.processorSeconds = processorSeconds
      self.wallSeconds = wallSeconds
      self.addressSpace = addressSpace
      self.outputBytes = outputBytes
    }
  }

  /// For the compiler and the linker; what they write in the sandbox counts as output.
  public var compiling = Process(
    processorSeconds: 10, wallSeconds: 30, addressSpace: 4 << 30, outputBytes: 32 << 20)
  /// For the learner's program.
  public var running = Process(processorSeconds: 5, wallSeconds: 10, addressSpace: 1 << 30, outputBytes: 8 << 20)
  /// Seconds by the clock for one lab, with every repetition without its broken cells.
  public var totalSeconds: Double = 90
  /// Bytes of an answer as JSON.
  public var answerBytes = 4 << 20
  /// Layers of all networks of an answer together.
  public var layers = 10_000
  /// Constants that a program hands over: those that the lab asks for first.
  public var constants = 1_000
  /// Bytes of what a program printed that are kept for showing.
  public var printedBytes = 64 << 10

  /// The limits that suit every lab of the course many times over.
  public init() {}
}

/// What keeps the workbench from working at all: the environment, never the learner's cells.
public enum WorkbenchError: Error, Sendable, Hashable {
  /// There is no `swiftc`.
  case noCompiler
  /// The compiler lacks a part of its toolchain.
  case compilerUnusable(path: String, missing: String)
  /// The learner's module is in none of the folders.
  case noModule(searched: [String])
  /// A file of the learner's module cannot be read.
  case moduleUnreadable(path: String)
  /// The compiler does not take the learner's module; its own words.
  case moduleRefused(words: String)
  /// The linker does not find in SegLab's own library, or in Swift's, what belongs there; its words.
  case libraryUnfit(words: String)
  /// A sandbox is required, and there is none; why not.
  case noSandbox(SandboxPhrase)
  /// The folder for compiled programs cannot be used.
  case cacheUnusable(path: String, reason: String)
  /// A process could not be started.
  case cannotStart(path: String, reason: String)
  /// The work was called off.
  case cancelled

  /// What to tell the user.
  public var phrase: any Phrase {
    switch self {
    case .noCompiler: return SandboxPhrase.noCompiler
    case .compilerUnusable(let path, let missing): return SandboxPhrase.compilerUnusable(path: path, missing: missing)
    case .noModule(let searched): return SandboxPhrase.noModule(searched: searched)
    case .moduleUnreadable(let path): return SandboxPhrase.moduleUnreadable(path: path)
    case .moduleRefused(let words): return SandboxPhrase.moduleRefused(words: words)
    case .libraryUnfit(let words): return SandboxPhrase.libraryUnfit(words: words)
    case .noSandbox(let reason): return SandboxPhrase.sandboxRequired(reason: reason)
    case .cacheUnusable(let path, let reason): return SandboxPhrase.cacheUnusable(path: path, reason: reason)
    case .cannotStart(let path, let reason): return SandboxPhrase.cannotStart(path: path, reason: reason)
    case .cancelled: return SandboxPhrase.cancelled
    }
  }
}
