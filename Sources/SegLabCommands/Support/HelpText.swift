internal import ArgumentParser
internal import Diagnostics
internal import Messages

/// The text of `--help` and of a wrong use, which the argument parser lays out in English: its headings in the reader's language, and an
/// example behind it.
struct HelpText {
  /// The text to show.
  let text: String
  /// What the line that tells the use begins with.
  let usage: String

  /// - Parameters:
  ///   - original: the parser's text.
  ///   - language: the reader's.
  init(_ original: String, in language: Language) {
    var text = original
    // Other programs of SegLab's are called seglab-….
    if let usage = original.ranges(of: /USAGE: seglab\b(?!-)/).first {
      let words = original[usage.upperBound...].prefix { !$0.isNewline }.split(separator: " ")
      let command = words.prefix { $0.first?.isLetter ?? false }.joined(separator: " ")
      if let example = Self.examples[command] {
        while text.last?.isNewline ?? false { text.removeLast() }
        text += "\n\nEXAMPLE:\n  \(example)\n"
      }
    }
    text = Self.said(text, in: language)
    if language != .english {
      for heading in ParserHelpPhrase.allCases {
        text = text.replacing(heading.text(in: .english), with: heading.text(in: language))
      }
    }
    usage = ParserHelpPhrase.use.text(in: language)
    self.text = text
  }

  /// A use of each command that a learner, or an author, meets first.
  static let examples = [
    "": "seglab run 1 --page lab-1.html", "init": "seglab init hearts", "list": "seglab list", "watch": "seglab watch",
    "run": "seglab run 1 --page lab-1.html", "hint": "seglab hint 1 network", "answer": "seglab answer 1 baseline 0.5",
    "solution": "seglab solution 1 network", "diff": "seglab diff 1", "summary": "seglab summary 2",
    "check-all": "seglab check-all --profile quick", "reset": "seglab reset 1 network", "update": "seglab update",
    "data import": "seglab data import scans --as hearts", "data make": "seglab data make cardiac",
    "data list": "seglab data list", "data show": "seglab data show cardiac --page hearts.html",
    "data export": "seglab data export cardiac --format nifti --out hearts-nifti", "doctor": "seglab doctor",
    "new lab": "seglab new lab receptive-field",
    "verify": "seglab verify --look", "calibrate": "seglab calibrate 1 --seeds 5",
    "report": "seglab report lab-1.json --lang ko", "work": "seglab work book/work --drain",
    "jobs": "seglab jobs book/work",
  ]

  /// The text with the line that says what is wrong in `language`, where it is one that is known.
  private static func said(_ text: String, in language: Language) -> String {
    let error = ParserHelpPhrase.error
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      guard line.hasPrefix(error.text(in: .english)),
        let said = UsageHelpPhrase(String(line.dropFirst(error.text(in: .english).count)))
      else { return String(line) }
      return error.text(in: language) + said.text(in: language)
    }.joined(separator: "\n")
  }
}

extension ParsableCommand {
  /// The word among `arguments` that stands where a subcommand should and is none, and those that there are.
  ///
  /// - Parameter arguments: what is written behind the command's name.
  /// - Returns: nil where every word is a subcommand that there is, or an option comes first.
  static func unknownSubcommand(in arguments: some Collection<String>) -> (word: String, known: [String])? {
    let commands = configuration.subcommands
    guard !commands.isEmpty, let word = arguments.first, !word.hasPrefix("-"), word != "help" else { return nil }
    if let command = commands.first(where: { $0._commandName == word }) {
      return command.unknownSubcommand(in: arguments.dropFirst())
    }
    return (word, commands.filter { $0.configuration.shouldDisplay }.map { $0._commandName })
  }
}
