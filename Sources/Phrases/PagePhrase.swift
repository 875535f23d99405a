/// What a page says with numbers and names in it, and what keeps a page from being made.
public enum PagePhrase: Phrase {
  /// Everything in the lab passed.
  case allPassed
  /// How many of the lab's cells passed.
  case tally(passed: Int, cells: Int)
  /// The lab's lines that a cell stands on.
  case lines(first: Int, last: Int)
  /// A line of the lab.
  case line(Int)
  /// How many holes a cell has.
  case holes(Int)
  /// Lines of a cell that are not shown.
  case linesOmitted(Int)
  /// Messages about a cell that are not shown.
  case messagesOmitted(Int)
  /// One of several hints.
  case hint(number: Int, count: Int)
  /// What a curve shows, for who cannot see it.
  case curve(quantity: String, first: String, last: String, lowest: String, highest: String, lastStep: Int)
  /// How the curves are drawn: the raw values, and averages over so many neighbours.
  case curveKey(neighbours: Int)
  /// Some steps have values that are not numbers and are not drawn.
  case notFinite(count: Int, firstStep: Int)
  /// The label of the accuracy that calling every pixel background has.
  case baseline(Double)
  /// The table holds so many of all steps.
  case tableExcerpt(shown: Int, steps: Int)
  /// The accuracy is above or below the background's by this much.
  case besideBaseline(difference: Double)
  /// An overlay's picture for who cannot see it: what it shows of which image, and how good it is.
  case imageShown(name: String)
  /// The label's picture, and the share of the image that it covers.
  case labelShown(name: String, share: Double)
  /// The prediction's picture, and the share of the image that it covers.
  case predictionShown(name: String, share: Double)
  /// The difference's picture: the pixels that are right, missed and invented.
  case differenceShown(name: String, right: Int, missed: Int, invented: Int)
  /// Only the first so many examples are shown.
  case overlaysOmitted(Int)
  /// The network's graph for who cannot see it.
  case graph(layers: [String])
  /// Only the first so many layers are shown.
  case layersOmitted(Int)
  /// So many learnable numbers.
  case parameters(Int)
  /// How long a training was.
  case length(epochs: Int, steps: Int)
  /// How long a training took.
  case duration(seconds: Double)
  /// How a set was divided.
  case dataset(name: String, training: Int, validation: Int)
  /// A limit on learnable numbers or minutes.
  case budget(parameters: Int?, minutes: Double?)
  /// Where an experiment's numbers come from: the learner's constant.
  case fromConstant(String)
  /// The numbers of a training, by name.
  case trainingNumbers([String])
  /// What was printed is longer than what is shown.
  case printedOmitted(Int)
  /// A file of the theme is not there.
  case themeFileMissing(path: String)
  /// A file of the theme cannot be read.
  case themeFileUnreadable(path: String, reason: String)
  /// A file of the theme is too large.
  case themeFileTooLarge(path: String, bytes: Int, limit: Int)
  /// A file of the theme is not UTF-8.
  case themeFileNotUTF8(path: String, offset: Int)
  /// A template is not Mustache.
  case templateBroken(path: String, line: Int, column: Int, reason: String)
  /// A template asks for another that is not there.
  case partialMissing(path: String, line: Int, name: String)
  /// The site's settings are not understood.
  case settings(path: String, line: Int, problem: SettingsProblem)
  /// The site has no words in the language.
  case languageMissing(path: String, language: String, known: [String])
  /// A page cannot be written.
  case pageNotWritten(path: String, reason: String)

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: return english
    case .korean: return korean
    }
  }
}
