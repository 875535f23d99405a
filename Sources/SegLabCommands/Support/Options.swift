public import ArgumentParser
internal import Checking
package import Courses
internal import Foundation
public import Messages
package import Sessions
public import Workbench

/// Options that every command takes.
package struct CommonOptions: ParsableArguments {
  @Option(name: .long, help: ArgumentHelp(.language)) var lang: Language?

  /// The language that was asked for by an option, behind the command or before it; nil where none was.
  var asked: Language? { lang ?? CommandProgram.languageBefore }

  /// No option given.
  package init() {}

  /// The language that was asked for, by option or environment.
  package var language: Language { lang ?? .ofEnvironment }

  /// Where the command speaks.
  package var console: Console { Console(language: language) }
}

extension Language: ExpressibleByArgument {}

extension Language {
  /// The language that the process's environment asks for: by `SEGLAB_LANG`; else by the labs of the course that the user is in, where they
  /// are not in English; else by the system's settings.
  package static var ofEnvironment: Language {
    // Not from a copy of the whole environment: the words of every option ask.
    let asked = { (names: [String]) in names.compactMap { getenv($0).map { String(cString: $0) } }.first { !$0.isEmpty }
    }
    if let name = asked(["SEGLAB_LANG"]) { return Language(locale: name) }
    return ofCourse ?? Language(locale: asked(["LC_ALL", "LC_MESSAGES", "LANG"]) ?? "")
  }

  /// The language of the course that the user is in; nil where there is none, or its labs are in English.
  private static let ofCourse = CourseFolder.found?.translatedLanguage
}

extension ArgumentHelp {
  /// Help in the environment's language; `--lang` comes too late for the text that names it.
  package init(_ phrase: HelpPhrase) { self.init(stringLiteral: phrase.text(in: .ofEnvironment)) }
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
package struct MachineOptions: ParsableArguments {
  @Option(parsing: .unconditional, help: ArgumentHelp(.threads)) var threads = MachineShare.cores
  @Option(help: ArgumentHelp(.sandbox)) var sandbox: Sandbox.Policy?

  /// No option given.
  package init() {}

  /// What labs are run with.
  ///
  /// - Parameters:
  ///   - folder: the course folder.
  ///   - language: the language of an author's words.
  ///   - data: the data set to use in place of a lab's own.
  /// - Returns: the runner.
  package func runner(in folder: CourseFolder, language: Language, data: String? = nil) -> LabRunner {
    LabRunner(
      folder: folder, engine: SegLabCommand.version, threads: threads, language: language, policy: sandbox,
      options: LabJudge.Options(dataset: data))
  }

  package func validate() throws {
    guard !(1...256).contains(threads) else { return }
    let phrase = CommandPhrase.badNumber(option: "--threads", found: String(threads), expected: "1 … 256")
    throw ValidationError(phrase.text(in: .ofEnvironment))
  }
}
