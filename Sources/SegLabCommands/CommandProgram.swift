package import ArgumentParser
internal import Diagnostics
internal import Foundation
internal import Messages
internal import Sessions
internal import Synchronization
internal import Workbench

/// A program whose command line is a tree of commands: what all of SegLab's programs do alike, from their arguments to their exit code.
package enum CommandProgram {
  /// Parses the process's arguments as `root` and its subcommands understand them, does what they say, and ends the process
  /// with the exit code that tells how it went.
  package static func run<Root: AsyncParsableCommand>(_ root: Root.Type) async -> Never {
    Console.takeStandardPlaces()
    do {
      // A class starts as many judges as there are submissions, always like this: to read that command line took 2 % of a submission's
      // samples.
      if CommandLine.arguments.dropFirst() == [JudgeProcess.word],
        Root.configuration.subcommands.contains(where: { $0 == JudgeCommand.self })
      {
        try await JudgeCommand().run()
        exit(with: .passed)
      }
      var command = try parsed(arguments(CommandLine.arguments.dropFirst()), by: Root.self)
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
      exit(with: .passed)
    } catch {
      end(with: error, of: Root.self)
    }
  }

  /// What arguments mean.
  ///
  /// - Throws: `Failure` that names the commands where the first word is none of them; the parser's own errors else.
  private static func parsed<Root: AsyncParsableCommand>(
    _ arguments: [String], by root: Root.Type
  ) throws -> any ParsableCommand {
    do { return try Root.parseAsRoot(arguments) } catch {
      guard Root.exitCode(for: error) == .validationFailure, let (word, known) = Root.unknownSubcommand(in: arguments)
      else { throw error }
      let suggestion = Spelling.nearest(to: KoreanLayout.keys(of: word) ?? word, among: known) ?? ""
      throw Failure(.usage, CommandPhrase.unknownCommand(word, suggestion: suggestion, known: known))
    }
  }

  /// The language that `--lang` before the subcommand asked for; nil where there was none.
  static var languageBefore: Language? { languageWord.withLock { $0 } }

  /// The language that `--lang` asks for anywhere among the arguments, where these could not be read otherwise.
  private static var languageAsked: Language? {
    let words = CommandLine.arguments
    if let place = words.firstIndex(of: "--lang"), place + 1 < words.count {
      return Language(rawValue: words[place + 1])
    }
    return words.first { $0.hasPrefix("--lang=") }.flatMap { Language(rawValue: String($0.dropFirst(7))) }
  }

  private static let languageWord = Mutex<Language?>(nil)

  /// The arguments without a `--lang` that stands before the subcommand; `help grade` as `grade --help`, which another program may
  /// answer.
  ///
  /// Wherever a language is asked for, it holds for all that is said: the words of help and of a wrong use are made before any option
  /// is read.
  private static func arguments(_ all: ArraySlice<String>) -> [String] {
    if let language = languageAsked { setenv("SEGLAB_LANG", language.rawValue, 1) }
    var words = Array(all)
    if words.count > 2, words[0] == "--lang", let language = Language(rawValue: words[1]) {
      languageWord.withLock { $0 = language }
      words.removeFirst(2)
    }
    let isHelp = words.first == "help"
    guard isHelp || words.contains("--help") || words.contains("-h") else { return words }
    // Commands that only hold others know no language of their own.
    if let place = words.firstIndex(of: "--lang") { words.removeSubrange(place..<min(place + 2, words.count)) }
    words.removeAll { $0.hasPrefix("--lang=") }
    return isHelp ? words.dropFirst() + ["--help"] : words
  }

  /// Ends the process; a result that nobody could get is no success, and no verdict either.
  private static func exit(with status: Int32) -> Never {
    if let reason = Console.refusal {
      Console(language: .ofEnvironment).mention(StorePhrase.resultNotWritten(reason: reason))
      Foundation.exit(ExitStatus.internalFault.rawValue)
    }
    Foundation.exit(status)
  }

  private static func exit(with status: ExitStatus) -> Never { exit(with: status.rawValue) }

  /// Shows help: on a terminal in lines that fit it, the words of an option below one another.
  private static func show<Root: ParsableCommand>(helpFor error: any Error, of root: Root.Type, on console: Console) {
    guard isatty(STDOUT_FILENO) == 1 else {
      return console.say(HelpText(Root.fullMessage(for: error), in: console.language).text)
    }
    // As wide as its author's lines are: it counts letters, and Hangul takes two columns.
    let help = HelpText(Root.fullMessage(for: error, columns: 4000), in: console.language)
    let usage = TerminalText.columns(of: help.usage)
    for line in help.text.split(separator: "\n", omittingEmptySubsequences: false) {
      let lead = line.prefix { $0 == " " }.count
      let label = line.dropFirst(lead).prefix(max(0, helpColumn - lead))
      let hanging = lead == 2 && label.hasSuffix(" ") ? helpColumn - lead : line.hasPrefix(help.usage) ? usage : 0
      console.say(String(line), hanging: hanging)
    }
  }

  /// Where the words of an option begin.
  private static let helpColumn = 26

  /// Says what went wrong and ends the process.
  private static func end<Root: ParsableCommand>(with error: any Error, of root: Root.Type) -> Never {
    let console = Console(language: languageAsked ?? .ofEnvironment)
    if let failure = error as? Failure {
      console.mention(failure.phrase)
      exit(with: failure.status)
    }
    let code = Root.exitCode(for: error)
    switch code {
    case .success:
      show(helpFor: error, of: root, on: console)
      exit(with: .passed)
    case .validationFailure:
      console.mention(HelpText(Root.fullMessage(for: error), in: console.language).text)
      exit(with: .usage)
    default:
      if !(error is ExitCode) { console.mention(CommandPhrase.unexpected(String(describing: error))) }
      exit(with: error is ExitCode ? code.rawValue : ExitStatus.internalFault.rawValue)
    }
  }
}
