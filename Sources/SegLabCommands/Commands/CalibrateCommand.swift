internal import ArgumentParser
internal import Checking
internal import Files
internal import Foundation
internal import Labs
internal import Messages
internal import Sessions

/// `seglab calibrate LAB`: runs the solution with several seeds, and writes beside each bar how far away from it the results are.
struct CalibrateCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration { CommandConfiguration("calibrate", loop: .calibrate) }

  @OptionGroup var common: CommonOptions
  @Argument(help: ArgumentHelp(.lab)) var lab: String
  @Option(help: ArgumentHelp(loop: .seeds)) var seeds = 5
  @Option(help: ArgumentHelp(.dataOption)) var data: String?
  @OptionGroup var machine: MachineOptions
  @Option(name: .customLong("with"), help: ArgumentHelp(.with)) var solution: String?

  func validate() throws {
    guard !(2...50).contains(seeds) else { return }
    let phrase = CommandPhrase.badNumber(option: "--seeds", found: String(seeds), expected: "2 … 50")
    throw ValidationError(phrase.text(in: common.language))
  }

  func run() async throws {
    let console = common.console
    let folder = try CourseFolder.current
    let lab = try folder.lab(lab, console: console)
    let solved: Lab
    if let solution {
      solved = try console.completed(lab, with: solution)
    } else {
      let (whole, diagnostics) = lab.completed(with: try SolutionBook(folder: folder).solution(of: lab))
      solved = try console.usable(whole, diagnostics, path: lab.file, text: nil)
    }
    var values: [Int: [Double]] = [:]
    // What has no bar needs no training: a search of many runs takes the longest of all.
    let measured = Set(lab.bars.map(\.target))
    do throws(JudgeRefusal) {
      var runner = machine.runner(in: folder, language: common.language, data: data)
      runner.options.experiments = measured
      for seed in 1...seeds {
        console.mention(CalibrationPhrase.seed(seed, of: seeds))
        runner.options.seed = UInt64(seed)
        let viewer = TrainingViewer(console: console, classic: false, classicOnErrors: false)
        let report = try await runner.report(on: solved) { viewer.show($0) }
        for (line, value) in Self.measured(report, solved, lab) { values[line, default: []].append(value) }
      }
    } catch {
      throw Failure(.internalFault, error.phrase)
    }
    try keep(values, in: lab, console)
  }

  /// What each bar's number came to, by the line of the bar in the learner's lab.
  private static func measured(_ report: LabReport, _ solved: Lab, _ lab: Lab) -> [(line: Int, value: Double)] {
    let lines = lab.bars.map(\.check.line)
    return zip(lines, solved.bars).compactMap { line, bar in
      guard let run = report.experiments.first(where: { $0.id == bar.target }) else { return nil }
      return bar.check.rule.measured(in: run).map { (line, $0) }
    }
  }

  private func keep(_ values: [Int: [Double]], in lab: Lab, _ console: Console) throws {
    let complete = values.filter { $0.value.count == seeds }.mapValues { Lab.Calibration(of: $0) }
    var isSteady = true
    for bar in lab.bars {
      guard let bound = bar.check.rule.bound, let calibration = complete[bar.check.line] else {
        isSteady = false
        console.say(CalibrationPhrase.notMeasured(cell: bar.target, line: bar.check.line))
        continue
      }
      let margin = calibration.margin(to: bound)
      let isFar = margin >= LabInspector.leastMargin
      isSteady = isSteady && isFar
      console.say(
        console.mark(of: isFar ? .passed : .notYet) + "  "
          + CalibrationPhrase.bar(
            cell: bar.target, line: bar.check.line, bar: "\(bound.comparison.rawValue) \(bound.limit)",
            mean: calibration.mean, deviation: calibration.deviation, margin: margin
          ).text(in: console.language))
    }
    let (text, left) = lab.calibrated(complete)
    for line in left { console.mention(CalibrationPhrase.noPlace(file: lab.file, line: line)) }
    if text != lab.text {
      do { try AtomicFile.write(text, to: lab.file) } catch {
        throw Failure(.internalFault, CommandPhrase.notWritten(path: lab.file, reason: error.reason))
      }
    }
    guard isSteady else { throw ExitStatus.notYet.code }
  }
}

extension Lab {
  /// The bars for measured numbers, in order, each with its experiment.
  fileprivate var bars: [(target: String, check: Check)] {
    blocks.flatMap { block -> [(String, Check)] in
      guard case .checks(let checks) = block else { return [] }
      return checks.list.filter { $0.rule.bound != nil }.map { (checks.target, $0) }
    }
  }
}
