public import ArgumentParser
internal import Foundation
public import Messages

/// Options that every command takes.
struct CommonOptions: ParsableArguments {
  @Option(name: .long, help: ArgumentHelp(.language)) var lang: Language?

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
