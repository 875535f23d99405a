public import ArgumentParser
internal import Checking
internal import Courses
internal import Foundation
internal import Kernels
public import Messages
internal import Sessions
public import Workbench

/// Options that every command takes.
struct CommonOptions: ParsableArguments {
  @Option(name: .long, help: ArgumentHelp(.language)) var lang: Language?

  /// The language that was asked for by an option, behind the command or before it; nil where none was.
  var asked: Language? { lang ?? SegLabCommand.languageBefore }

  /// The language that was asked for, by option or environment.
  var language: Language { lang ?? .ofEnvironment }

  /// Where the command speaks.
  var console: Console { Console(language: language) }
}

extension Language: ExpressibleByArgument {}

extension Language {
  /// The language that the process's environment asks for.
  static var ofEnvironment: Language {
    let environment = ProcessInfo.processInfo.environment
    let named = ["SEGLAB_LANG", "LC_ALL", "LC_MESSAGES", "LANG"].compactMap { environment[$0] }
    return Language(locale: named.first { !$0.isEmpty } ?? "")
  }
}

extension ArgumentHelp {
  /// Help in the environment's language; `--lang` comes too late for the text that names it.
  init(_ phrase: HelpPhrase) { self.init(stringLiteral: phrase.text(in: .ofEnvironment)) }
}

extension ArgumentHelp {
  /// Help of the commands for working through a course.
  init(loop phrase: LoopHelpPhrase) { self.init(stringLiteral: phrase.text(in: .ofEnvironment)) }
}

extension CommandConfiguration {
  /// A command for working through a course.
  init(_ name: String, loop phrase: LoopHelpPhrase) {
    self.init(commandName: name, abstract: phrase.text(in: .ofEnvironment))
  }

  /// A command's name and words in the environment's language.
  init(_ name: String, _ phrase: HelpPhrase) {
    self.init(commandName: name, abstract: phrase.text(in: .ofEnvironment))
  }
}

extension Sandbox.Policy: ExpressibleByArgument {}

/// What can be asked of every command that judges labs.
struct RunOptions: ParsableArguments {
  /// How much of a lab's training is done.
  enum Profile: String, ExpressibleByArgument, CaseIterable {
    case quick, full
  }

  @Option(help: ArgumentHelp(.dataOption)) var data: String?
  @Option(help: ArgumentHelp(.profile)) var profile = Profile.full
  @Option(parsing: .unconditional, help: ArgumentHelp(.seed)) var seed: UInt64 = 1
  @Option(parsing: .unconditional, help: ArgumentHelp(.minutes)) var minutes: Double?
  @OptionGroup var machine: MachineOptions

  /// What labs are run with.
  ///
  /// - Parameters:
  ///   - folder: the course folder.
  ///   - language: the language of an author's words.
  /// - Returns: the runner.
  func runner(in folder: CourseFolder, language: Language) -> LabRunner {
    var runner = machine.runner(in: folder, language: language, data: data)
    runner.options.isQuick = profile == .quick
    runner.options.seed = seed
    runner.options.minutes = minutes
    return runner
  }

  func validate() throws {
    guard let minutes, !(minutes > 0 && minutes <= 100_000) else { return }
    let phrase = CommandPhrase.badNumber(option: "--minutes", found: "\(minutes)", expected: "> 0, <= 100000")
    throw ValidationError(phrase.text(in: .ofEnvironment))
  }
}

/// What can be asked of every command that compiles cells.
struct MachineOptions: ParsableArguments {
  @Option(parsing: .unconditional, help: ArgumentHelp(.threads)) var threads = CPUInfo.current.cores
  @Option(help: ArgumentHelp(.sandbox)) var sandbox: Sandbox.Policy?

  /// What labs are run with.
  ///
  /// - Parameters:
  ///   - folder: the course folder.
  ///   - language: the language of an author's words.
  ///   - data: the data set to use in place of a lab's own.
  /// - Returns: the runner.
  func runner(in folder: CourseFolder, language: Language, data: String? = nil) -> LabRunner {
    LabRunner(
      folder: folder, engine: SegLabCommand.version, threads: threads, language: language, policy: sandbox,
      options: LabJudge.Options(dataset: data))
  }

  func validate() throws {
    guard !(1...256).contains(threads) else { return }
    let phrase = CommandPhrase.badNumber(option: "--threads", found: String(threads), expected: "1 … 256")
    throw ValidationError(phrase.text(in: .ofEnvironment))
  }
}
