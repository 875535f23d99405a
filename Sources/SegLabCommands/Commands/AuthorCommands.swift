internal import ArgumentParser
internal import Checking
internal import Courses
internal import Datasets
internal import Diagnostics
internal import Foundation
internal import Labs
internal import Messages
internal import Sessions
internal import Workbench

/// `seglab new`: what an author begins with.
struct NewCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "new", abstract: LoopHelpPhrase.new.text(in: .ofEnvironment),
      subcommands: [NewLabCommand.self, NewTranslationCommand.self])
  }
}

/// `seglab new lab NAME`: a small lab with its solution, to be changed into another.
struct NewLabCommand: ParsableCommand {
  static var configuration: CommandConfiguration { CommandConfiguration("lab", loop: .newLab) }

  @Argument(help: ArgumentHelp(loop: .labName)) var name: String
  @OptionGroup var common: CommonOptions

  func run() throws {
    let console = common.console
    let file = try console.asked(CourseFolder.current.makeLab(named: name))
    console.say(LoopPhrase.labMade(lab: "labs/\(file)", solution: "solutions/\(file)"))
  }
}

/// `seglab new translation LAB LANG`: a lab's cells in their places, and its words to translate.
struct NewTranslationCommand: ParsableCommand {
  static var configuration: CommandConfiguration { CommandConfiguration("translation", loop: .newTranslation) }

  @OptionGroup var common: CommonOptions
  @Argument(help: ArgumentHelp(.lab)) var lab: String
  @Argument(help: ArgumentHelp(loop: .translationLanguage)) var language: Language

  func run() throws {
    let console = common.console
    let folder = try console.folder()
    let lab = try console.lab(lab, in: folder)
    let path = try console.asked(folder.makeTranslation(of: lab, into: language))
    console.say(LoopPhrase.translationMade(path: path, mark: language.rawValue))
  }
}

/// `seglab verify [DIR or LAB]`: for authors, over any folder of labs with their solutions, or over one lab.
struct VerifyCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration { CommandConfiguration("verify", loop: .verify) }

  @Argument(help: ArgumentHelp(loop: .verifyFolder)) var folder = "."
  @Option(help: ArgumentHelp(.profile)) var profile = RunOptions.Profile.quick
  @Flag(help: ArgumentHelp(loop: .onlyLook)) var look = false
  @Flag(help: ArgumentHelp(loop: .thorough)) var thorough = false
  @Flag(help: ArgumentHelp(.json)) var json = false
  @OptionGroup var machine: MachineOptions
  @OptionGroup var common: CommonOptions

  /// The form `seglab/verify/v1`.
  private struct Report: Encodable {
    struct Lab: Encodable {
      let lab: String
      let errors: Int
      let seconds: Double?
      let diagnostics: [ReportJSON.Message]
    }
    let schema = "seglab/verify/v1"
    let ok: Bool
    let labs: [Lab]
    /// What the cells were kept in; nothing where none ran.
    let sandbox: String?
    let remarks: [ReportJSON.Said]
  }

  func run() async throws {
    let console = common.console
    let (folder, lab) = try meant()
    let root = URL(fileURLWithPath: folder, isDirectory: true).standardizedFileURL
    let base = folder == "." ? "" : (folder.hasSuffix("/") ? folder : folder + "/")
    let course: Course
    do { course = try Course.read(base + "labs") } catch { throw Failure(.badFile, error.phrase) }
    let only: String?
    do throws(CourseError) { only = if let lab { try course.find(lab).name } else { nil } } catch {
      throw Failure(.usage, error.phrase)
    }
    // Whatever is trained here is trained anew and thrown away: what a store holds proves nothing about the labs as they are.
    let work = FileManager.default.temporaryDirectory.appendingPathComponent("seglab-verify-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: work) }
    var runner = look ? nil : machine.runner(in: CourseFolder(root: work), language: common.language)
    runner?.options.isQuick = profile == .quick
    if let runner {
      let missing = try console.asked(runner.folder.providePracticeSets(for: course, from: CourseFolder(root: root)))
      for name in missing { console.mention(VerifyPhrase.noSet(name)) }
    }
    let judge = runner.map { runner in
      { (lab: Lab) async throws(JudgeRejection) -> LabReport in try await runner.report(on: lab) }
    }
    let gaps = runner.map { [thorough] runner in
      { (solved: Lab) async throws(JudgeRejection) -> CheckGaps in
        try await runner.gaps(in: solved, withFunctions: thorough)
      }
    }
    let sets = PracticeSets(own: CourseFolder(root: root), generates: thorough)
    let verifier = CourseVerifier(
      course: course, folder: CourseFolder(root: root), solutions: base + "solutions",
      refusal: { SegLabCommand.refusal(of: $0) }, facts: { sets.facts(for: $0) })
    let findings: [CourseVerifier.LabDiagnostics]
    do throws(JudgeRejection) {
      findings = try await verifier.findings(only: only, judge: judge, gaps: gaps) {
        console.mention(VerifyPhrase.looking(lab: $0))
      }
    } catch {
      throw Failure(.internalFault, error.phrase)
    }
    let errors = findings.reduce(0) { $0 + $1.errors }
    // Practice sets are others than a lab's own, and say nothing about the lab.
    let remarks = findings.flatMap(\.remarks).withoutRepetition.filter { remark in
      if case .otherData? = remark.phrase as? ReportPhrase { false } else { true }
    }
    for remark in remarks { console.mention(remark.phrase) }
    if json {
      let labs = findings.map { lab in
        Report.Lab(
          lab: lab.name, errors: lab.errors, seconds: lab.seconds,
          diagnostics: lab.diagnostics.map { ReportJSON.Message($0, in: common.language) })
      }
      console.say(
        json: Report(
          ok: errors == 0, labs: labs, sandbox: findings.lazy.compactMap(\.sandbox).first?.rawValue,
          remarks: remarks.map { ReportJSON.Said($0, in: common.language) }))
    } else {
      for lab in findings { show(lab, on: console) }
      console.say(VerifyPhrase.verified(labs: findings.count, errors: errors))
    }
    guard errors == 0 else { throw ExitStatus.badFile.code }
  }

  /// The folder that is meant, and the lab in it: what is no folder is a lab of the course around.
  private func meant() throws -> (folder: String, lab: String?) {
    var isFolder: ObjCBool = false
    let isThere = FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder)
    guard !isThere || !isFolder.boolValue else { return (folder, nil) }
    let root = try common.console.folder().root
    let here = URL(fileURLWithPath: ".", isDirectory: true).standardizedFileURL
    return (root.standardizedFileURL.path == here.path ? "." : root.path, folder)
  }

  private func show(_ lab: CourseVerifier.LabDiagnostics, on console: Console) {
    for diagnostic in lab.diagnostics {
      let source = lab.texts[diagnostic.file].map { SourceText($0) }
      console.say(console.renderer.text(of: diagnostic, in: source))
      console.say("")
    }
    console.say("\(console.mark(of: lab.errors == 0 ? .passed : .notYet))  \(console.styled(lab.title, .bold))")
  }
}

/// `seglab calibrate LAB`: runs the solution with several seeds, and writes beside each bar how far away from it the results are.
struct CalibrateCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration { CommandConfiguration("calibrate", loop: .calibrate) }

  @Argument(help: ArgumentHelp(.lab)) var lab: String
  @Option(parsing: .unconditional, help: ArgumentHelp(loop: .seeds)) var seeds = 5
  @Option(help: ArgumentHelp(.dataOption)) var data: String?
  @Option(name: .customLong("with"), help: ArgumentHelp(.with)) var solution: String?
  @Flag(help: ArgumentHelp(.json)) var json = false
  @OptionGroup var machine: MachineOptions
  @OptionGroup var shared: SharedOptions
  @OptionGroup var common: CommonOptions

  /// The form `seglab/calibrate/v1`.
  private struct Report: Encodable {
    struct Bar: Encodable {
      let cell: String
      let line: Int
      let bar: String
      /// What was measured; nothing where not every seed gave a number.
      let mean: Double?
      let deviation: Double?
      let seeds: Int
      /// How many standard deviations the results are on the right side.
      let margin: Double?
      let far: Bool
    }
    let schema = "seglab/calibrate/v1"
    let lab: String
    let bars: [Bar]
    let sandbox: String?
    let remarks: [ReportJSON.Said]
  }

  func validate() throws {
    guard !(2...50).contains(seeds) else { return }
    let phrase = CommandPhrase.badNumber(option: "--seeds", found: String(seeds), expected: "2 … 50")
    throw ValidationError(phrase.text(in: common.language))
  }

  func run() async throws {
    let console = common.console
    let folder = try console.folder()
    let lab = try console.lab(lab, in: folder)
    // Without it nothing could be measured, and every bar would seem to be at fault.
    do throws(DatasetError) { _ = try folder.sets.facts(of: data ?? lab.dataset) } catch { throw error.failure }
    var calibration = BarCalibration(of: lab, solved: try solved(lab, folder, console), seeds: seeds)
    var runner = machine.runner(in: folder, language: common.language, data: data)
    runner.options.experiments = calibration.experiments
    let (seeds, json, own) = (seeds, json, runner)
    let runners = (1...seeds).map { seed in
      var runner = own
      runner.options.seed = UInt64(seed)
      return runner
    }
    let trainings = SharedTrainings(shared: shared, runners: runners, folder: folder, console: console) {
      [solved = calibration.solved] parts in
      let terminal = TerminalReport(lab: solved, console: console)
      if !json { for part in parts { terminal.show(part) } }
    }
    guard try await trainings.areThere(for: calibration.solved) else { return }
    let events = EventsInTurn(from: 1) { seed in
      console.mention(CalibrationPhrase.seed(seed, of: seeds))
      let viewer = TrainingViewer(console: console, classic: false, classicOnErrors: json)
      return { viewer.show($0) }
    }
    do throws(JudgeRejection) {
      let areTwo = try await own.runsTwoAtATime(calibration.solved)
      try await calibration.measure(twoAtATime: areTwo) {
        (solved: Lab, seed: Int, isBeside: Bool) async throws(JudgeRejection) -> LabReport in
        var runner = own
        runner.options.seed = UInt64(seed)
        if isBeside { (runner.threads, runner.options.sharedBy) = (max(1, own.threads / 2), 2) }
        events.tell(nil, of: seed)
        defer { events.end(seed) }
        return try await runner.report(on: solved) { events.tell($0, of: seed) }
      }
    } catch {
      throw Failure(.internalFault, error.phrase)
    }
    for remark in calibration.remarks { console.mention(remark.phrase) }
    if json {
      console.say(json: report(calibration, of: lab))
    } else {
      for bar in calibration.bars { show(bar, on: console) }
    }
    let left = try console.asked(calibration.write())
    for line in left { console.mention(CalibrationPhrase.noPlace(file: lab.file, line: line)) }
    guard calibration.bars.allSatisfy(\.isFar) else { throw ExitStatus.notYet.code }
  }

  /// The lab with its solution in it: the one that was named, else the one that comes with it.
  private func solved(_ lab: Lab, _ folder: CourseFolder, _ console: Console) throws -> Lab {
    if let solution { return try console.completed(lab, with: solution) }
    let shipped = try console.asked(SolutionBook(folder: folder).solution(of: lab))
    return try console.told(SolutionBook.complete(lab, with: shipped, path: lab.file))
  }

  private func report(_ calibration: BarCalibration, of lab: Lab) -> Report {
    Report(
      lab: lab.id,
      bars: calibration.bars.map { bar in
        Report.Bar(
          cell: bar.target, line: bar.line, bar: bar.words, mean: bar.calibration?.mean,
          deviation: bar.calibration?.deviation, seeds: seeds, margin: bar.margin, far: bar.isFar)
      }, sandbox: calibration.sandbox?.rawValue,
      remarks: calibration.remarks.map { ReportJSON.Said($0, in: common.language) })
  }

  private func show(_ bar: BarCalibration.Bar, on console: Console) {
    guard let calibration = bar.calibration, let margin = bar.margin else {
      return console.say(CalibrationPhrase.notMeasured(cell: bar.target, line: bar.line))
    }
    let words =
      calibration.isSteady
      ? CalibrationPhrase.steady(
        cell: bar.target, line: bar.line, bar: bar.words, mean: calibration.mean, isPassed: margin >= 0)
      : CalibrationPhrase.bar(
        cell: bar.target, line: bar.line, bar: bar.words, mean: calibration.mean, deviation: calibration.deviation,
        margin: margin)
    console.say(console.mark(of: bar.isFar ? .passed : .notYet) + "  " + words.text(in: console.language))
  }
}

extension BarCalibration.Bar {
  /// What is asked for, as a lab says it: `> 0.9`.
  fileprivate var words: String { "\(bound.comparison.rawValue) \(bound.limit)" }
}
