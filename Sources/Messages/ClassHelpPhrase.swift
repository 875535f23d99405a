/// The words of `--help` for what an instructor does with a class.
public enum ClassHelpPhrase: Wording, CaseIterable {
  /// The program as a whole.
  case root
  /// `seglab release`.
  case release
  /// The master argument.
  case master
  /// `--out` of `release`.
  case releaseOut
  /// `--force`.
  case force
  /// `seglab grade`.
  case grade
  /// What counts in `grade`, and what is done again.
  case gradeRules
  /// The submissions argument.
  case submissions
  /// `--lab` of `grade`.
  case gradedLab
  /// `--out` of `grade`.
  case gradeOut
  /// `--roster`.
  case roster
  /// `--retry`.
  case retry
  /// `--due`.
  case due
  /// `--grace`.
  case grace
  /// `--late-percent`.
  case latePercent
  /// `--late-most`.
  case lateMost
  /// `--profile`.
  case profile
  /// `--data`.
  case data
  /// `--workers`.
  case workers
  /// `--minutes`.
  case minutes
  /// `seglab grades`.
  case grades
  /// `seglab grades list`.
  case gradesList
  /// `seglab grades show`.
  case gradesShow
  /// `seglab grades diff`.
  case gradesDiff
  /// `seglab grades mark`.
  case gradesMark
  /// `seglab grades override`.
  case gradesOverride
  /// `seglab grades excuse`.
  case gradesExcuse
  /// `seglab grades extend`.
  case gradesExtend
  /// `seglab grades export`.
  case gradesExport
  /// `seglab grades backup`.
  case gradesBackup
  /// `seglab grades pages`.
  case gradesPages
  /// `--only`.
  case filter
  /// `--csv`.
  case csv
  /// The student argument.
  case student
  /// The students argument.
  case students
  /// `--apply`.
  case apply
  /// `--book`.
  case book
  /// `--lab` of `grades`.
  case bookLab
  /// The item argument.
  case item
  /// The points argument.
  case points
  /// `--words`.
  case words
  /// `--reason`.
  case reason
  /// `--undo`.
  case undo
  /// The days argument.
  case days
  /// The file argument of `backup`.
  case backupFile
  /// The system argument of `export`.
  case system
  /// The sheet argument of `export`.
  case sheet
  /// `--to`.
  case to
  /// `--column`.
  case column
  /// `--feedback-column`.
  case feedbackColumn
  /// `--format`.
  case format
  /// `--result`.
  case result
  /// `seglab export` of what an instructor has.
  case export
  /// `seglab export gradescope`.
  case gradescope
  /// Its file.
  case autograderOut
  /// `--package`.
  case package
  /// `seglab-class practice`.
  case practice
  /// Its lab.
  case practiceLab
  /// Its folder.
  case practiceOut
  /// `--count`.
  case count
  /// `--distinct`.
  case distinct
  /// `--seed`.
  case seed

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: english
    case .korean: korean
    }
  }
}
