/// What the argument parser writes around our own words in `--help` and in a refusal; the English is its own, letter by letter.
///
/// A longer one stands before those that are a part of it: they are put into another language in this order.
public enum ParserHelpPhrase: Wording, CaseIterable {
  /// Before what a command is for.
  case overview
  /// Before how a command is written, in its help.
  case use
  /// Above its arguments.
  case arguments
  /// Above its options.
  case options
  /// Above its subcommands.
  case subcommands
  /// Above an example of its use.
  case example
  /// What `--version` does.
  case version
  /// What `--help` does.
  case help
  /// What `help` does.
  case subcommandHelp
  /// Below a list of subcommands: how more is found.
  case more
  /// Behind the command that tells more.
  case inDetail
  /// Before the values of an option.
  case values
  /// Before an option's default, behind its values.
  case laterDefault
  /// Before an option's default.
  case valueDefault
  /// Behind the choice that is the default.
  case isDefault
  /// In the place of options that are not named.
  case someOptions
  /// In the place of a subcommand.
  case someSubcommand
  /// Before what is wrong with a command line.
  case error
  /// Before what an option is for, in a refusal.
  case advice
  /// Before how a command is written, in a refusal.
  case usage
  /// Behind where more is found, in a refusal.
  case forMore
  /// Before where more is found, in a refusal.
  case see

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: english
    case .korean: korean
    }
  }
}

// MARK: English

extension ParserHelpPhrase {
  var english: String {
    switch self {
    case .overview: "OVERVIEW: "
    case .use: "USAGE: "
    case .arguments: "ARGUMENTS:"
    case .options: "OPTIONS:"
    case .subcommands: "SUBCOMMANDS:"
    case .example: "EXAMPLE:"
    case .version: "Show the version."
    case .help: "Show help information."
    case .subcommandHelp: "Show subcommand help information."
    case .more: "  See 'seglab help "
    case .inDetail: "' for detailed help."
    // A line may end behind any of these.
    case .values: "(values:"
    case .laterDefault: "; default:"
    case .valueDefault: "(default:"
    case .isDefault: "(default)"
    case .someOptions: "[<options>]"
    case .someSubcommand: "<subcommand>"
    case .error: "Error: "
    case .advice: "Help: "
    case .usage: "Usage: "
    case .forMore: " for more information."
    case .see: "  See 'seglab"
    }
  }
}

// MARK: Korean

extension ParserHelpPhrase {
  var korean: String {
    switch self {
    case .overview: "개요: "
    case .use, .usage: "사용법: "
    case .arguments: "인자:"
    case .options: "옵션:"
    case .subcommands: "하위 명령:"
    case .example: "예:"
    case .version: "버전을 보여 줘요."
    case .help: "도움말을 보여 줘요."
    case .subcommandHelp: "하위 명령의 도움말을 보여 줘요."
    case .more: "  자세한 도움말: 'seglab help "
    case .inDetail: "'"
    case .values: "(값:"
    case .laterDefault: "; 기본값:"
    case .valueDefault: "(기본값:"
    case .isDefault: "(기본)"
    case .someOptions: "[<옵션>]"
    case .someSubcommand: "<하위 명령>"
    case .error: "오류: "
    case .advice: "도움말: "
    case .forMore: "에서 더 볼 수 있어요."
    case .see: "  'seglab"
    }
  }
}
