import Datasets
import Diagnostics
import Experiments
import Foundation
import Labs
import Messages
import SegLab
import Testing

@testable import Checking
@testable import Workbench

/// A store of its own with twelve painted hearts of 32 x 32 pixels, and judges that work with it.
final class JudgeFixture {
  /// The folder of everything that is kept.
  let folder: URL
  /// What happened while networks trained, in order.
  private(set) var events: [LaboratoryEvent] = []
  /// How many threads train.
  var threads = 2
  /// How many bytes trainings may take; 0 for what a lab allows.
  var freeMemory = 0
  /// What is likely behind each training of the last report.
  private(set) var causes: [String: Diagnostic] = [:]

  private static let hearts = Result { try CardiacPhantom(count: 12, size: 32).make(as: "hearts") }

  /// The compiler, with the learner's module that was built beside the tests.
  private static let toolchain = Result {
    let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL
    let beside = bundle ?? URL(fileURLWithPath: CommandLine.arguments[0])
    return try Toolchain.find(program: beside.deletingLastPathComponent().appendingPathComponent("seglab").path)
  }

  /// Whether cells can be compiled here.
  static let hasCompiler = (try? toolchain.get()) != nil

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("seglab-judge-\(UUID().uuidString)")
    try DataStore(folder: folder.appendingPathComponent("data").path).save(Self.hearts.get(), as: "hearts")
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// The runs that are kept, and the checkpoints beside them.
  var kept: (runs: [String], checkpoints: [String]) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: runs.path)) ?? []
    let checkpoints = names.filter { $0.hasSuffix(".checkpoint") }.sorted()
    return (names.filter { !$0.contains(".") }.sorted(), checkpoints)
  }

  /// How many threads did the run of this digest.
  func threads(of run: String) -> Int? {
    guard case .run(let record, _) = RunStore(folder: runs).find(run) else { return nil }
    return record.threads
  }

  private var runs: URL { folder.appendingPathComponent("runs", isDirectory: true) }

  /// A lab with these cells below its front matter.
  ///
  /// - Parameters:
  ///   - text: the cells.
  ///   - head: more lines of front matter.
  /// - Returns: the lab.
  /// - Throws: what is wrong with it.
  static func lab(_ text: String, head: String = "") throws -> Lab {
    let front = "---\ntitle: A test\nid: test\ndataset: hearts\n\(head)---\n\n"
    let (lab, diagnostics) = Lab.parse(text: front + text, file: "labs/01-test.md")
    return try #require(lab, "\(diagnostics.map { "\($0.line): \($0.summary.text(in: .english))" })")
  }

  /// A judge that works in this folder.
  func judge(_ options: LabJudge.Options = LabJudge.Options()) throws -> LabJudge {
    var limits = WorkbenchLimits()
    // The clock says nothing on a busy machine; processor time does.
    limits.running.wallSeconds = 600
    limits.compiling.wallSeconds = 600
    limits.compiling.processorSeconds = 60
    limits.totalSeconds = 3600
    let workbench = Workbench(
      toolchain: try Self.toolchain.get(),
      sandbox: Sandbox(kind: .limitsOnly, path: nil, version: nil, landlock: 0, reason: .noBubblewrap), limits: limits,
      cacheFolder: folder.appendingPathComponent("cache").path)
    return LabJudge(workbench: workbench, laboratory: laboratory, options: options)
  }

  private var laboratory: Laboratory {
    Laboratory(
      sets: DataStore(folder: folder.appendingPathComponent("data").path), runs: RunStore(folder: runs),
      threads: threads, engine: "test", freeMemory: freeMemory)
  }

  /// The report on a lab whose cells are compiled and run.
  func report(on lab: Lab, _ options: LabJudge.Options = LabJudge.Options()) async throws -> LabReport {
    events = []
    return try await judge(options).report(on: lab) { self.events.append($0) }
  }

  /// The report on a lab whose cells came to what is said here, without a compiler.
  ///
  /// - Parameters:
  ///   - lab: the lab; where constants are at home is read in its text.
  ///   - answer: what the program handed over; nil where it came to no answer.
  ///   - failure: why not.
  ///   - functions: what became of the functions that were tried.
  ///   - given: the constants that the lab makes by itself.
  ///   - options: how the lab is run.
  ///   - change: changes what became of each cell.
  /// - Returns: the report.
  /// - Throws: where there is no compiler's module beside the tests.
  func report(
    on lab: Lab, answer: Answer?, failure: ProgramPhrase? = nil, functions: [String: FunctionReply] = [:],
    given: Set<String> = [], _ options: LabJudge.Options = LabJudge.Options(),
    change: (inout CellOutcome) -> Void = { _ in }
  ) throws -> LabReport {
    (events, causes) = ([], [:])
    var outcome = Self.outcome(lab, answer, failure, functions, change)
    outcome.given = given
    return try judge(options).report(
      on: lab, outcome, FunctionTrial.all(in: lab, seed: options.caseSeed ?? 1), watch: { events.append($0) },
      causes: { causes[$0] = $1 })
  }

  /// What came of the cells of `lab`, as said.
  static func outcome(
    _ lab: Lab, _ answer: Answer?, _ failure: ProgramPhrase? = nil, _ functions: [String: FunctionReply] = [:],
    _ change: (inout CellOutcome) -> Void = { _ in }
  ) -> Outcome {
    let cells = Cell.all(in: lab)
    let outcomes = cells.map { cell in
      var outcome = CellOutcome(cell)
      change(&outcome)
      return outcome
    }
    return Outcome(
      answer: answer, homes: ConstantHome.all(of: answer, in: cells), functions: functions, cells: outcomes,
      failure: failure, diagnostics: [], printed: "", remarks: [], sandbox: .limitsOnly, seconds: 0)
  }

  /// How many trainings were begun since the last report was asked for.
  var begun: Int {
    events.count { event in
      if case .began = event { return true }
      return false
    }
  }

  /// How many steps were taken since then.
  var steps: Int {
    events.count { event in
      if case .step = event { return true }
      return false
    }
  }

  /// A convolution that gives so many channels at each pixel, on any line of the lab.
  static func network(_ channels: Int = 2, reading: Int = 1, line: Int = 1) -> Network {
    Network("net", line: line) {
      Input(shape: [32, 32, 1], line: line)
      Conv2D("score", filter: [3, 3, reading, channels], activation: .identity, line: line)
    }
  }
}

extension LabReport {
  /// The report on a cell.
  func cell(_ id: String) throws -> CellReport {
    try #require(cells.first { $0.id == id }, "\(id) is none of \(cells.map(\.id))")
  }

  /// The verdicts on the cells, in order.
  var verdicts: [Verdict] { cells.map(\.verdict) }
}

extension CellReport {
  /// The first check that has not passed.
  var fault: CheckResult? { checks.first { $0.verdict != .passed } }
  /// What it says in English; empty where it says nothing.
  var words: String { fault?.message?.text(in: .english) ?? "" }
}
