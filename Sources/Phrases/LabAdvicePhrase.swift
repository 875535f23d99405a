/// What the author of a lab may try first.
public enum LabAdvicePhrase: Phrase {
  /// Divide the lab.
  case divide
  /// Use fewer lists within lists.
  case nestLess
  /// Mend the mistakes shown, then look again.
  case mendFirst
  /// Begin the file with front matter; what it looks like.
  case beginWithFrontMatter
  /// End the front matter with `---`.
  case closeFrontMatter
  /// Use Markdown in place of HTML.
  case useMarkdown
  /// Close the fence with `fence`.
  case closeFence(String)
  /// Close the fence with `fence` before line `line`.
  case closeFenceBefore(String, line: Int)
  /// Move the fence to the left margin.
  case moveToMargin
  /// Write `suggestion` in place of what stands there.
  case didYouMean(String)
  /// The words possible here.
  case oneOf([String])
  /// Write the attribute with its name: `kind=NAME`, without spaces.
  case giveName(kind: String)
  /// Leave out the name.
  case leaveOutName(kind: String)
  /// Make a cell of each.
  case splitCell
  /// Begin the fence with `language`.
  case beginFenceWith(language: String, kind: String, name: String)
  /// What names consist of.
  case nameRule
  /// Choose another name for one of the two.
  case rename
  /// Write something into the cell, or remove it.
  case fillOrRemove
  /// Keep only exercises and answers in a solution.
  case solutionHolds
  /// Add a cell of one of `kinds` with this name, or correct the name.
  case addTarget(kinds: [String], name: String)
  /// A question is judged by its own answer.
  case questionJudgesItself
  /// Add a cell `text answer=NAME`.
  case addAnswerCell(String)
  /// Move the check under `check=` of an experiment.
  case moveToExperiment
  /// Move the check under `check=` of an exercise.
  case moveToExercise
  /// Add the exercise to the solution.
  case addToSolution(exercise: String)
  /// Indent the line, or use more backticks in the lab.
  case indentLine
  /// How to mend what is not YAML.
  case mendYAML(YAMLFault)
  /// Shorten the cell.
  case shorten
  /// Remove the character.
  case removeCharacter
  /// Write it out in place of an alias; in words, quote it.
  case writeOut
  /// Keep one of the two.
  case keepOne
  /// Write a word, a colon, a space and the value.
  case writeKey
  /// Remove the key; those possible are `keys`.
  case knownKeys([String])
  /// Add a line such as `example`.
  case addKey(example: String)
  /// Write it like `example`.
  case writeLike(example: String)
  /// Write the number without quotes.
  case unquote(String)
  /// Give each check its own dash.
  case ownDash
  /// Keep `choices` or `number`.
  case keepChoicesOrNumber
  /// Give the question `choices` or `number`.
  case addChoicesOrNumber
  /// Add choices until there are two.
  case addChoices
  /// Mark one right choice with `right: true`.
  case markOneRight
  /// Name a lab that stands in the course.
  case nameLab
  /// Take one out of the circle.
  case breakCircle

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: return english
    case .korean: return korean
    }
  }
}
