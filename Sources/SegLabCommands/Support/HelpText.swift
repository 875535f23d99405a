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
    switch language {
    case .english: usage = "USAGE: "
    case .korean:
      text = UsageErrors.inKorean(text)
      for (english, korean) in Self.korean { text = text.replacing(english, with: korean) }
      usage = "사용법: "
    }
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

  /// What the parser writes, and its Korean; longer texts stand before those that are a part of them.
  private static let korean = [
    ("OVERVIEW: ", "개요: "), ("USAGE: ", "사용법: "), ("ARGUMENTS:", "인자:"), ("OPTIONS:", "옵션:"),
    ("SUBCOMMANDS:", "하위 명령:"),
    ("EXAMPLE:", "예:"), ("Show the version.", "버전을 보여 줘요."), ("Show help information.", "도움말을 보여 줘요."),
    ("Show subcommand help information.", "하위 명령의 도움말을 보여 줘요."),
    ("  See 'seglab help <subcommand>' for detailed help.", "  자세한 도움말: 'seglab help <하위 명령>'"),
    // A line may end behind any of these.
    ("(values:", "(값:"), ("; default:", "; 기본값:"), ("(default:", "(기본값:"), ("(default)", "(기본)"),
    ("[<options>]", "[<옵션>]"), ("<subcommand>", "<하위 명령>"),
    ("Error: Missing expected argument", "오류: 빠진 인자"), ("Error: Unknown option", "오류: 모르는 옵션"),
    ("Error: Missing value for", "오류: 값이 없는 옵션"), ("Error: ", "오류: "), ("Help: ", "도움말: "), ("Usage: ", "사용법: "),
    (" for more information.", "에서 더 볼 수 있어요."), ("  See 'seglab", "  'seglab"),
  ]
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
