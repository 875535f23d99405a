public import Checking
internal import Files
public import Labs
public import Messages
public import Workbench

/// The bars of a lab, and what its solution comes to with several seeds.
public struct BarCalibration: Sendable {
  /// One bar, and how far away from it the results are.
  public struct Bar: Sendable {
    /// The cell that the bar belongs to.
    public let target: String
    /// Its line in the lab.
    public let line: Int
    /// What is asked for.
    public let bound: Lab.Bound
    /// What was measured; nil where not every seed gave a number.
    public let calibration: Lab.Calibration?

    /// How many standard deviations the results are on the right side; nil where they are not known.
    public var margin: Double? { calibration?.margin(to: bound) }
    /// Whether they are as far away as a bar should be.
    public var isFar: Bool { margin.map { $0 >= LabInspector.leastMargin } ?? false }
  }

  private let lab: Lab
  /// The lab with its solution in it.
  public let solved: Lab
  private let seeds: Int
  /// What the cells were kept in; nil where none ran.
  public private(set) var sandbox: Sandbox.Kind?
  /// What else is to be known of how they were run, each once.
  public private(set) var remarks: [Message] = []
  /// What each bar's number came to, by the line of the bar in the learner's lab.
  private var values: [Int: [Double]] = [:]

  /// - Parameters:
  ///   - lab: the lab.
  ///   - solved: the lab with its solution in it.
  ///   - seeds: with how many seeds it is run.
  public init(of lab: Lab, solved: Lab, seeds: Int) {
    self.lab = lab
    self.solved = solved
    self.seeds = seeds
  }

  /// The experiments that have bars: what has none needs no training, and a search of many runs takes the longest of all.
  public var experiments: Set<String> { Set(lab.bars.map(\.target)) }

  /// Runs the solution with each seed.
  ///
  /// - Parameters:
  ///   - areTwo: whether two seeds are run at a time.
  ///   - judge: gives the report on the solved lab for a seed, from 1; whether another is run beside it.
  /// - Throws: what `judge` throws.
  public mutating func measure<Failure: Error>(
    twoAtATime areTwo: Bool = false, judge: @escaping @Sendable (Lab, Int, Bool) async throws(Failure) -> LabReport
  ) async throws(Failure) {
    let solved = solved
    @Sendable func result(_ seed: Int, isBeside: Bool) async -> Result<LabReport, Failure> {
      do throws(Failure) { return .success(try await judge(solved, seed, isBeside)) } catch { return .failure(error) }
    }
    var reports: [LabReport] = []
    for seed in stride(from: 1, through: seeds, by: areTwo ? 2 : 1) {
      // The last of an odd number has all threads to itself.
      if areTwo, seed < seeds {
        async let first = result(seed, isBeside: true)
        async let second = result(seed + 1, isBeside: true)
        for found in [await first, await second] { reports.append(try found.get()) }
      } else {
        reports.append(try await judge(solved, seed, false))
      }
    }
    for report in reports {
      sandbox = report.sandbox ?? sandbox
      remarks = (remarks + report.remarks).withoutRepetition
      for (own, bar) in zip(lab.bars, solved.bars) {
        guard let run = report.experiments.first(where: { $0.id == bar.target }) else { continue }
        if let value = bar.check.measured(in: run) { values[own.check.line, default: []].append(value) }
      }
    }
  }

  private var complete: [Int: Lab.Calibration] {
    values.filter { $0.value.count == seeds }.mapValues { Lab.Calibration(of: $0) }
  }

  /// The bars in the order of the lab.
  public var bars: [Bar] {
    let complete = complete
    return lab.bars.compactMap { target, check in
      check.rule.threshold.map {
        Bar(target: target, line: check.line, bound: $0, calibration: complete[check.line])
      }
    }
  }

  /// Writes what was measured beside each bar of the lab's file.
  ///
  /// - Returns: the lines of the bars beside which there is no place.
  /// - Throws: `CourseProblem.notWritten`.
  public func write() throws(CourseProblem) -> [Int] {
    let (text, left) = lab.calibrated(complete)
    if text != lab.text {
      do { try AtomicFile.write(text, to: lab.file) } catch {
        throw .notWritten(path: lab.file, reason: error.reason)
      }
    }
    return left
  }
}

extension Lab {
  /// The bars for measured numbers, in order, each with its experiment.
  fileprivate var bars: [(target: String, check: Check)] {
    checkLists.flatMap { checks in
      checks.list.filter { $0.rule.threshold != nil }.map { (checks.target, $0) }
    }
  }
}
