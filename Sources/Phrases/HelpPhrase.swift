/// The words of `--help`.
public enum HelpPhrase: Phrase, CaseIterable {
  /// `seglab` as a whole.
  case seglab
  /// What comes after the list of commands.
  case discussion
  /// `seglab init`.
  case `init`
  /// `seglab list`.
  case list
  /// `seglab run`.
  case run
  /// `seglab summary`.
  case summary
  /// `seglab hint`.
  case hint
  /// `seglab reset`.
  case reset
  /// `seglab data`.
  case data
  /// `seglab data import`.
  case dataImport
  /// `seglab data make`.
  case dataMake
  /// `seglab data list`.
  case dataList
  /// `seglab data show`.
  case dataShow
  /// `seglab doctor`.
  case doctor
  /// The folder argument of `init`.
  case courseFolder
  /// The lab argument.
  case lab
  /// The exercise argument.
  case exercise
  /// `--quiet`.
  case quiet
  /// `--json`.
  case json
  /// `--lang`.
  case language
  /// `--data`.
  case dataOption
  /// `--profile`.
  case profile
  /// `--minutes`.
  case minutes
  /// `--sandbox`.
  case sandbox
  /// `--report` of a run.
  case report
  /// `seglab report`.
  case reportCommand
  /// The file that `seglab report` shows.
  case reportFile
  /// `--seed` of a run.
  case seed
  /// `--threads`.
  case threads
  /// `--page`.
  case page
  /// `--with`.
  case with
  /// `--classic`.
  case classic
  /// `--as`.
  case asName
  /// `--skip-bad`.
  case skipBad
  /// `--seed` of `data make`.
  case dataSeed
  /// `--count` of `data make`.
  case count
  /// The set's name.
  case setName
  /// `--split` of `data show`.
  case split

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: english
    case .korean: korean
    }
  }
}
