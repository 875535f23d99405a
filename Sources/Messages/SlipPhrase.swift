/// What is said of a learner's own text where it is no Swift: signs that only look right, habits of other languages and libraries, brackets,
/// numbers as people write them.
public enum SlipPhrase: Phrase {
  /// What kind of sign looks like one of Swift's.
  public enum Sign: String, Codable, Hashable, Sendable {
    /// As wide as a syllable of Hangul: `（`, `５`.
    case fullWidth
    /// A space as wide as that.
    case wideSpace
    /// A space that does not break.
    case space
    /// Nothing that can be seen.
    case invisible
    /// A quote as in a book.
    case quote
    /// A sign of reckoning, as in a book.
    case sign
    /// A small raised number.
    case power
    /// A letter of another alphabet.
    case letter
  }

  /// Where a word comes from.
  public enum Origin: String, Codable, Hashable, Sendable {
    /// Python.
    case python
    /// NumPy.
    case numpy
    /// PyTorch.
    case pytorch
    /// TensorFlow, and Keras within it.
    case tensorflow
    /// C and what is like it.
    case c
    /// Elsewhere.
    case other

    /// What it is called.
    func name(in language: Language) -> String {
      switch self {
      case .python: "Python"
      case .numpy: "NumPy"
      case .pytorch: "PyTorch"
      case .tensorflow: "TensorFlow"
      case .c: "C"
      case .other:
        switch language {
        case .english: "another language"
        case .korean: "다른 언어"
        }
      }
    }
  }

  /// What goes where something else stands.
  public enum Wanted: String, Codable, Hashable, Sendable {
    /// A whole number.
    case whole
    /// A number, which may have a point.
    case real
    /// A number from 0 to 1.
    case share
    /// Yes or no.
    case truth
  }

  /// Signs that look like others.
  case lookalike(Sign, found: [String], written: [String])
  /// A word that was typed with the Korean layout left on.
  case koreanLayout(found: String, written: String)
  /// Hangul that belongs to nothing, and the keys that make it.
  case strayHangul(found: String, keys: String)
  /// Hangul where a value is wanted, and the keys that make it.
  case hangulForValue(found: String, keys: String)
  /// A comment that begins with `#`.
  case hashComment
  /// A `#` before a layer, a step or a setting that the cell has nowhere else.
  case hashBeforeCode(written: String)
  /// A fence of a cell, inside of a cell.
  case fenceInside(String)
  /// The mark of a prompt, copied along.
  case prompt(String)
  /// A text between apostrophes.
  case singleQuotes(String)
  /// A sentence among the code.
  case prose(words: String)
  /// A comma as a decimal point.
  case decimalComma(String)
  /// Commas between the thousands.
  case thousandsComma(String)
  /// Spaces or points between the thousands.
  case thousandsSpace(String)
  /// `.5` or `1.`
  case pointAlone(found: String, written: String)
  /// The point of `.FIXME` is left.
  case pointOfHole(found: String, written: String)
  /// More of `.FIXME` is left.
  case restOfHole(found: String, written: String)
  /// `FIXME` without its point.
  case holeWithoutPoint
  /// A letter as the sign of multiplication.
  case timesSign(found: String, written: String)
  /// A power.
  case power(found: String, written: String)
  /// A letter behind a number.
  case numberEnding(found: String, written: String)
  /// A share in per cent.
  case percent(found: String, written: String)
  /// A bracket is missing.
  case missingBracket(String)
  /// A bracket is too many.
  case spareBracket(String)
  /// One bracket in the place of another.
  case otherBracket(found: String, expected: String)
  /// A text that does not end.
  case openText
  /// A comma between two lines that need none.
  case commaBetweenLines
  /// A comma is missing.
  case missingComma
  /// A sign with a space on one side only.
  case spacesAround(String)
  /// A sign between values where a comma stands here.
  case otherSeparator(String)
  /// A comma twice.
  case spareComma
  /// Numbers of a list in another form.
  case listForm(found: String, written: String)
  /// Fewer numbers than belong into a list.
  case listShort(label: String, found: String, written: String)
  /// A single sign where two values are compared.
  case singleEqualsSign(meant: String)
  /// A range where one number says both of its ends.
  case oneForBothSides(found: String, written: String, to: Double)
  /// A number or a text where yes or no is wanted.
  case truthWanted(found: String, written: String)
  /// What a function is given under another name, where something of another kind is to be made.
  case givenCopied(name: String, found: String, written: String)
  /// One number where a list is wanted.
  case listWanted(written: String)
  /// The two sides of a window where one number says both.
  case equalSides(found: String, written: String)
  /// A label without its colon.
  case missingColon(String)
  /// A label without a value.
  case valueMissing(String)
  /// A number with a unit behind it.
  case unit(found: String, written: String)
  /// A number in words.
  case numberWord(found: String, written: String)
  /// What stands for no value.
  case placeholder(String)
  /// Yes or no where a number is kept.
  case truthAsNumber(found: String, written: String)
  /// A number where a condition is wanted.
  case numberAsCondition(String)
  /// Two numbers joined as if they were conditions.
  case truthOfNumbers(found: String, written: String)
  /// A pixel that is read as other languages do.
  case pixelPlace(found: String, written: String)
  /// A whole mask or image where a pixel is wanted.
  case wholePicture(name: String, written: String)
  /// The kind of a layer without the parentheses that make one.
  case layerNotMade(written: String)
  /// A comparison that stands where something is to change.
  case comparisonAlone
  /// A call of a function that the lab gives.
  case givenCall(name: String, written: String)
  /// Two statements on one line; the second begins with this.
  case twoStatements(String)
  /// A word or sign of another language.
  case foreignWord(found: String, ours: String, from: Origin)
  /// `1 if c else 2`.
  case pythonCondition(written: String)
  /// A function that gives another type than the lab asks for.
  case otherResult(found: String, wanted: String)
  /// A sum that nothing is written into before it is added to.
  case noFirstValue(name: String, written: String)
  /// A real number divided by one whole number, and what should be below the line multiplied.
  case divisorSpread(written: String)
  /// What a function makes, where what it is given is looked at.
  case resultForGiven(found: String, given: String)
  /// What a function gives, without the arrow before it.
  case functionArrow(found: String, written: String)
  /// A function that gives `nil` and does not say that it may.
  case resultMayBeNone(written: String)
  /// A block by indentation.
  case pythonBlock(String)
  /// A block without braces.
  case bracesAround
  /// `a < b < c`.
  case chainedComparison(String)
  /// A call of another library.
  case foreignCall(found: String, ours: String)
  /// Labels and values that are written otherwise here.
  case labels(found: [String], ours: [String])
  /// Values that are right and stand in another order.
  case valueOrder(written: String)
  /// Values whose labels were left out.
  case labelsMissing([String])
  /// The name of a layer without quotes.
  case layerNameIsText(String)
  /// Round brackets around a list.
  case squareBrackets(found: String)
  /// A setting that belongs to something else, the last of the three.
  case otherPlace(label: String, of: String, String)
  /// A call that is closed before all of its settings are there.
  case closedBefore(label: String, call: String)
  /// A step of another library that nothing here does.
  case unknownStep(String)
  /// A layer that takes less.
  case needlessValue(layer: String, value: String)
  /// What an earlier version called otherwise.
  case renamed(found: String, now: String)
  /// The share that is kept, where the one that is switched off is wanted.
  case dropoutShare(written: String)
  /// A variable that ends with the braces it is made in.
  case madeInside(String, line: String)
  /// A second value of a name, made within braces by this word, where the first is to change.
  case madeAgain(String, word: String)
  /// A new name without `var`.
  case newName(String)
  /// A grey value in a mask.
  case maskGetsGrey(String)
  /// A fraction where a whole number is wanted.
  case wholeWanted(found: String, written: String)
  /// A whole number where a fraction is wanted.
  case fractionWanted(written: String)
  /// A constant that changes.
  case constantChanges(String)
  /// What may be a division and is a comment.
  case commentDivides(rest: String)
  /// A line of a network with more on it than a layer.
  case layerAlone(found: String)
  /// A list where one number is wanted; whether several could be tried one after the other.
  case oneWanted(found: String, written: String, isSweep: Bool)
  /// A name in other letters, large or small.
  case otherLetters(found: String, written: String)
  /// A range with another sign between its ends.
  case rangeSign(found: String, written: String)
  /// A loop that begins as in another language.
  case loopHead(written: String)
  /// A block that a word begins.
  case blockWord(found: String, written: String)
  /// A word or sign that stands before a brace and is not needed.
  case spareWord(String)
  /// A list of layers or steps as another library writes it.
  case sequence(found: String, written: String)
  /// A shape with a place for the images of a batch.
  case batchInShape(found: String, written: String)
  /// A step that is not needed here.
  case needlessStep(String)
  /// An activation on a line of its own, where it is a setting of the layer before it.
  case activationInLayer(found: String, layer: String, written: String)
  /// What other libraries do by hand and a lab does by itself.
  case needlessCommand(String)
  /// A letter where a digit belongs.
  case letterForDigit(found: String, written: String)
  /// A value behind the sign of a comment.
  case valueCommented(String, sign: String)
  /// The label of a value in the place of its name.
  case labelForName(label: String, name: String)
  /// What a function is given in the place of what it makes.
  case givenChanges(found: String, written: String)
  /// A call of another library's function, and what is written in its place; empty where that is to be worked out.
  case libraryCall(found: String, written: String, library: String)
  /// A setting's name in the place of its number, behind a label.
  case settingName(found: String, label: String, value: String)
  /// Something else where a number, or yes or no, goes into a call, behind a label or without one.
  case valueKind(found: String, label: String, of: String, Wanted)
  /// A label that stands twice in a call.
  case settingTwice(String)
  /// The learning rate has the number of a setting for whole numbers, and that one the rate's.
  case exchangedNumbers(rate: String, whole: String)
  /// A word for what the cell calls otherwise.
  case otherName(found: String, ours: String)
  /// Nearly `.FIXME`.
  case holeMisspelt(String)
  /// What the compiler says, where nothing more is known than what mends it.
  case said(String)
  /// What to write in the place of a line.
  case write(String)
  /// What to write in the place of a line, and what becomes of the others with the same.
  case writeLikewise(String, others: [LineChange])
  /// What to write in the place of several lines, the last of them by number.
  case writeLines(String, through: Int)
  /// Before which line to move this one.
  case moveUp(before: Int)
  /// What to do with a line that goes.
  case removeLine
  /// What to do with a line that goes, and what becomes of the others with the same.
  case removeLikewise(others: [LineChange])

  /// Whether it is about a block of lines, which are all written anew.
  public var isOfSeveralLines: Bool {
    switch self {
    case .pythonBlock, .blockWord, .sequence: true
    default: false
    }
  }

  /// Whether it is about a value that is to change and does not.
  public var leavesUnchanged: Bool {
    switch self {
    case .comparisonAlone, .madeAgain: true
    default: false
    }
  }

  /// Whether it is about spaces that look like others, and about nothing else.
  public var isOfSpace: Bool {
    guard case .lookalike(let kind, _, _) = self else { return false }
    return [.space, .wideSpace, .invisible].contains(kind)
  }

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: return english
    case .korean: return korean
    }
  }
}
