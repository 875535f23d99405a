/// What the argument parser writes around our own words in `--help` and in a refusal; the English is its own, letter by letter.
///
/// A longer one stands before those that are a part of it: they are put into another language in this order.
public enum ParserHelpPhrase: String, Phrase, CaseIterable {
  case overview, use, arguments, options, subcommands, example, version, help, subcommandHelp, more, values,
    laterDefault
  case valueDefault, isDefault, someOptions, someSubcommand, error, advice, usage, forMore, see

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
    case .more: "  See 'seglab help <subcommand>' for detailed help."
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
    case .more: "  자세한 도움말: 'seglab help <하위 명령>'"
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
