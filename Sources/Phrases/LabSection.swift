/// A part of a lab that is written as keys and values.
public enum LabSection: Codable, Sendable, Hashable {
  /// The keys between `---` lines at the start.
  case frontMatter
  /// `budget` in the front matter.
  case budget
  /// A list of checks.
  case checks
  /// An experiment.
  case experiment
  /// `training` in an experiment.
  case training
  /// `quick` in an experiment.
  case quick
  /// A question.
  case question
  /// One of a question's choices.
  case choice
  /// What stands under a word of a training, such as `adam`.
  case named(String)
}

/// What a value in a lab can be.
public enum LabValueKind: Codable, Sendable, Hashable {
  /// Words.
  case text
  /// A name: letters, digits, hyphens and underscores.
  case name
  /// A whole number.
  case wholeNumber
  /// A number.
  case number
  /// `true` or `false`.
  case yesNo
  /// Values in a row.
  case list
  /// Keys with values.
  case mapping
  /// A comparison with a number, such as `>= 0.5`.
  case limit
  /// A name or a mapping.
  case nameOrMapping
  /// No value at all.
  case nothing
}

/// The numbers that a value may have.
public enum LabRange: Codable, Sendable, Hashable {
  /// 1, 2, 3 and so on, up to a million million.
  case fromOne
  /// 0 or more.
  case notNegative
  /// More than 0.
  case positive
  /// 0 to 1.
  case share
  /// 0 or more, and less than 1.
  case belowOne
}

/// Why a text is not YAML.
public enum YAMLFault: Codable, Sendable, Hashable {
  /// A tab at the start of a line.
  case tab
  /// A colon in words without quotes.
  case colon
  /// A key without a colon.
  case noColon
  /// Words that begin with a character that means something in YAML.
  case specialCharacter
  /// A list or mapping in brackets that goes on where it should end.
  case brackets
  /// Quotes that are never closed.
  case quotes
  /// A line that is indented differently from its neighbours.
  case indentation
  /// A second document behind `---`.
  case secondDocument
  /// Anything else, in the words of the YAML reader (English).
  case other(String)
}
