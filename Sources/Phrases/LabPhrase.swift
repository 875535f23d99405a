/// What is wrong with a lab, a solution or a course as its author wrote it.
public enum LabPhrase: Phrase {
  // MARK: The file as a whole

  /// The text has `bytes` bytes, and `limit` is the most.
  case tooLong(bytes: Int, limit: Int)
  /// Lists, quotes or values stand inside one another more than `limit` times.
  case tooDeep(limit: Int)
  /// There are more than `limit` cells.
  case tooManyCells(limit: Int)
  /// There are more mistakes than are shown.
  case moreMistakes
  /// The first line does not open the front matter.
  case noFrontMatter
  /// The front matter is never closed.
  case frontMatterNotClosed
  /// Raw HTML stands in the prose.
  case rawHTML

  // MARK: Cells

  /// A fence is never closed.
  case fenceNotClosed
  /// A fence is still open where the next cell begins, on `line`.
  case fenceSwallowsCell(line: Int)
  /// A cell stands in a list or a quote, or is indented.
  case cellNotAtMargin
  /// A word in a fence's first line that says nothing known.
  case unknownAttribute(String)
  /// A kind of cell that needs a name has none.
  case cellNeedsName(kind: String)
  /// A kind of cell that has no name was given one.
  case cellTakesNoName(kind: String)
  /// One fence says that it is several kinds of cell.
  case severalKinds([String])
  /// A kind of cell begins with another word than it should.
  case wrongLanguage(kind: String, expected: String, found: String)
  /// A name has letters that names do not have.
  case badName(String)
  /// Two cells, on this line and on `line`, have one name.
  case duplicateName(String, line: Int)
  /// A cell has nothing in it.
  case emptyCell(kind: String)
  /// A cell of a kind that a solution does not hold.
  case notInSolution(kind: String)

  // MARK: What cells say of one another

  /// A hint, check or answer for something that the lab does not have.
  case unknownTarget(kind: String, name: String)
  /// A check for a question.
  case checkOfQuestion(String)
  /// A hint for an experiment, or an answer to something that is no question.
  case targetOfOtherKind(kind: String, name: String)
  /// A question without a place to answer.
  case questionWithoutAnswer(String)
  /// A check of what is measured in a training, on an exercise.
  case checkNeedsExperiment(check: String, exercise: String)
  /// A check of what a network is, on an experiment.
  case checkNeedsExercise(check: String, experiment: String)
  /// A solution leaves out an exercise of its lab.
  case solutionLacks(exercise: String, lab: String)
  /// Code has a line that would end the cell it is to be put into.
  case wouldCloseFence(name: String)

  // MARK: YAML

  /// The text is not YAML.
  case badYAML(YAMLFault)
  /// A cell of YAML has more than `limit` bytes.
  case yamlTooLong(limit: Int)
  /// A character, by its Unicode number, that YAML does not allow.
  case forbiddenCharacter(Int)
  /// An alias repeats what an anchor marks.
  case alias(String)
  /// A key is given twice in one mapping; first on `line`.
  case duplicateKey(String, line: Int)
  /// A key is not a word but a list or a mapping.
  case keyNotWord
  /// A key that `section` does not have.
  case unknownKey(String, section: LabSection)
  /// A key that `section` must have.
  case missingKey(String, section: LabSection)
  /// A value of another kind than it should be; `text` is what was written, where it is short.
  case wrongType(key: String, expected: LabValueKind, found: LabValueKind, text: String)
  /// A list or mapping with nothing in it.
  case emptyValue(key: String)
  /// A number outside its range.
  case outOfRange(key: String, range: LabRange, found: String)
  /// A word that is none of those possible.
  case unknownOption(key: String, found: String)
  /// One word is wanted, and `count` are keys here.
  case severalOptions(key: String, count: Int)
  /// A word that stands in a list twice.
  case repeatedOption(key: String, found: String)

  // MARK: Checks and questions

  /// A check of a kind that does not exist.
  case unknownCheck(String)
  /// One item of a list of checks holds `count` checks.
  case severalChecks(count: Int)
  /// A question has both choices and a number, or neither.
  case choicesOrNumber(both: Bool)
  /// A question has fewer than two choices.
  case fewChoices(count: Int)
  /// `count` choices are right.
  case rightChoices(count: Int)
  /// Two choices have one key.
  case duplicateChoice(String)

  // MARK: Courses

  /// Two labs have one id; the other is in `file`.
  case duplicateLab(id: String, file: String)
  /// A lab comes after a lab that the course does not have.
  case unknownLab(String)
  /// Each of these labs comes after the one before it, and the first after the last.
  case labsInCircle([String])

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: return english
    case .korean: return korean
    }
  }
}
