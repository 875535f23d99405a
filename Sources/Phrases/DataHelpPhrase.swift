/// The words of `--help` for what only the commands about data sets take.
public enum DataHelpPhrase: Phrase, CaseIterable {
  /// `seglab data export`.
  case export
  /// The path argument of `data import`.
  case path
  /// `--format` of `data import`.
  case format
  /// `--resize`.
  case resize
  /// `--label`.
  case label
  /// `--contour`.
  case contour
  /// `--raster`.
  case raster
  /// `--scale`.
  case scale
  /// `--format` of `data export`.
  case exportFormat
  /// `--out`.
  case out
  /// `--split` of `data export`.
  case exportSplit
  /// What can be made.
  case generator
  /// `--patients`.
  case patients
  /// `--slices`.
  case slices
  /// `--phases`.
  case phases
  /// `--page` of `data show`.
  case page

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: english
    case .korean: korean
    }
  }
}
