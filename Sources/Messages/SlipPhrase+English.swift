extension SlipPhrase {
  var english: String {
    switch self {
    case .lookalike(let kind, let found, let written):
      let signs = found.quoted(and: "and")
      let is_ = found.count == 1 ? "is" : "are"
      let ours = Self.pairs(found, written)
      switch kind {
      case .fullWidth: return "\(signs) \(is_) full-width, as an input method writes: \(ours)"
      case .wideSpace: return "there is a full-width space (U+3000) here, and Swift knows ordinary ones only"
      case .space:
        return
          "there is a space of another kind here (\(signs)), such as comes with copied text: type an ordinary space"
      case .invisible: return "there is a sign here that cannot be seen (\(signs)), such as comes with copied text"
      case .quote:
        return "\(signs) \(is_) as a word processor writes quotes: texts stand between straight double quotes, \""
      case .sign: return "\(signs) \(is_) a sign of print: \(ours)"
      case .power: return "\(signs) is a sign of print: multiply the value by itself"
      case .letter: return "\(signs) \(is_) of another alphabet and only looks like a Latin letter: \(ours)"
      }
    case .koreanLayout(let found, let written):
      return "`\(found)` was typed with the Korean keyboard layout: its keys are `\(written)`"
    case .strayHangul(let found, let keys):
      return
        "`\(found)` is Hangul, left by a Korean keyboard (its keys are `\(keys)`), and belongs to nothing: remove it"
    case .hangulForValue(let found, let keys):
      return
        "`\(found)` is Hangul and no value here, nor are its keys on a Korean keyboard, `\(keys)`: write yours"
    case .hashComment: return "a comment begins with `//` in Swift, not with `#`"
    case .hashBeforeCode(let written):
      return "`#` stands for nothing in Swift, and what follows it is needed here: write `\(written)` without it"
    case .fenceInside(let fence): return "`\(fence)` is the fence of a cell, pasted into one: remove this line"
    case .prompt(let mark): return "`\(mark)` is the mark of a prompt, copied with the code: remove it"
    case .singleQuotes(let written): return "texts stand between straight double quotes: write \(written)"
    case .prose(let words):
      return
        "“\(words)” reads like a sentence, and a cell holds Swift: write it outside the cell, or put `//` before it as a comment"
    case .decimalComma(let number):
      return "a comma divides values: write \(number.replacing(",", with: ".")) with a point, not \(number)"
    case .thousandsComma(let number):
      let plain = number.filter { $0 != "," }
      return "a comma divides numbers, so \(number) is several: write \(plain) without the comma"
    case .thousandsSpace(let number):
      return "a large number stands in one piece: write \(number.filter(\.isNumber)) for \(number)"
    case .pointAlone(let found, let written):
      return "a number has digits on both sides of its point: write \(written) for \(found)"
    case .pointOfHole(let found, let written):
      return "the point of `.FIXME` is still there: write \(written), without the point, for \(found)"
    case .restOfHole(let found, let written):
      return "a part of `.FIXME` is still there: write `\(written)` for `\(found)`"
    case .holeWithoutPoint: return "a hole begins with a point, `.FIXME`: write your value, or the point"
    case .timesSign(let found, let written):
      return "the sign of multiplication is `*`: write `\(written)` for `\(found)`"
    case .power(let found, let written): return "Swift has no sign for powers: write `\(written)` for `\(found)`"
    case .numberEnding(let found, let written): return "a number has no letter behind it: write \(written) for \(found)"
    case .percent(let found, let written): return "per cent is not a sign of Swift's: write \(written) for \(found)"
    case .missingBracket(let bracket): return "a `\(bracket)` is missing here"
    case .spareBracket(let bracket): return "there is one `\(bracket)` too many: remove it"
    case .otherBracket(let found, let expected):
      return
        "`\(found)` and its closing bracket are of two kinds: a list begins with `[` and a call with `(`, so write `\(expected)`"
    case .openText: return "a text is not closed: a `\"` is missing"
    case .commaBetweenLines: return "no comma is needed between two lines: remove the comma at the end"
    case .missingComma: return "a comma is missing here, between two values"
    case .spacesAround(let sign): return "`\(sign)` has a space on one side only: write one on both sides"
    case .otherSeparator(let sign): return "values are divided by a comma: write `,` for `\(sign)`"
    case .spareComma: return "there is one comma too many: remove it"
    case .listForm(let found, let written):
      return "a list stands between [ and ], with commas between its numbers: write `\(written)` for `\(found)`"
    case .listShort(let label, let found, let written):
      let parts = [
        "filter": "rows, columns, channels in and channels out", "weights": "how many come in and how many go out",
      ]
      return "`\(label)` takes \(parts[label] ?? "height, width and channels"): write `\(written)` for `\(found)`"
    case .singleEqualsSign(let meant): return "`=` gives a value here: `\(meant)` is what compares"
    case .oneForBothSides(let found, let written, let end):
      return "one number says both ends: `\(written)` is from -\(end.brief) to \(end.brief); here stands `\(found)`"
    case .truthWanted(let found, let written):
      return "`true` or `false` is wanted here: write `\(written)` for `\(found)`"
    case .givenCopied(let name, let found, let written):
      return "`\(name)` is another name for `\(found)` here: make a new one with `\(written)`"
    case .listWanted(let written): return "one number is not enough, a list is wanted here: write `\(written)`"
    case .equalSides(let found, let written):
      return "both sides are equal, and one number says both: write `\(written)` for `\(found)`"
    case .missingColon(let label): return "a colon is missing behind a label: write `\(label):`"
    case .valueMissing(let label): return "no value stands behind `\(label):`: write it, or `.FIXME` until you know it"
    case .unit(let found, let written):
      return "a number stands alone, without its unit: write `\(written)` for `\(found)`"
    case .numberWord(let found, let written): return "a number is written in digits: write `\(written)` for `\(found)`"
    case .placeholder(let found):
      return "a number is wanted here, and `\(found)` is none: write it, or `.FIXME` until you know it"
    case .truthAsNumber(let found, let written):
      return "a number is wanted here, and `\(found)` is none: write `\(written)`"
    case .numberAsCondition(let found):
      return "a condition is a comparison in Swift, and `\(found)` is a number: compare it with 0"
    case .truthOfNumbers(let found, let written):
      return "`\(found)` joins conditions, and these are numbers: write `\(written)`"
    case .pixelPlace(let found, let written):
      return "a pixel is named by its row and column in square brackets: write `\(written)` for `\(found)`"
    case .wholePicture(let name, let written):
      return "`\(name)` is all the pixels at once, and one of them is wanted: write `\(written)`"
    case .layerNotMade(let written): return "a layer or step is made with parentheses: write `\(written)`"
    case .comparisonAlone: return "`==` compares and changes nothing: `=` puts a value there"
    case .givenCall(let name, let written): return "`\(name)` stands above, and is called so: `\(written)`"
    case .twoStatements(let word): return "two statements stand on one line: begin a new line before `\(word)`"
    case .foreignWord(let found, let ours, let origin):
      guard !ours.isEmpty else { return "`\(found)` is a word of Python and not needed here: remove it" }
      guard origin != .other else { return "`\(found)` is not known here: write `\(ours)`" }
      return "`\(found)` is how \(origin.name(in: .english)) says it: in Swift write `\(ours)`"
    case .pythonCondition(let written): return "“one if … else other” is Python: in Swift write `\(written)`"
    case .otherResult(let found, let wanted):
      return "`\(wanted)` is what the lab takes from this function, and here it gives `\(found)`: write `-> \(wanted)`"
    case .noFirstValue(let name, let written):
      return "`\(name)` has no value to begin with, and is added to below: write `\(written)`"
    case .divisorSpread(let written):
      return
        "`/` and `*` go from left to right, and a number with a point goes with another of its kind: write `\(written)`"
    case .resultForGiven(let found, let given):
      return "`\(found)` is what this function makes; what it is given to look at is `\(given)`"
    case .functionArrow(let found, let written):
      return "what a function gives stands behind an arrow: write `\(written)` for `\(found)`"
    case .resultMayBeNone(let written):
      return "this function gives `nil` below, so its result may be missing: write `\(written)`, with a question mark"
    case .pythonBlock(let written):
      return "a block stands between `{` and `}` in Swift, not behind a colon: begin it with `\(written)`"
    case .bracesAround: return "what is to be done stands between braces, `{ … }`, even if it is one statement"
    case .chainedComparison(let middle): return "two comparisons need `&&` between them: compare `\(middle)` twice"
    case .foreignCall(let found, let ours) where found.sharesName(with: ours):
      return "names of layers, steps and settings begin with a capital letter: `\(ours)`"
    case .foreignCall(let found, let ours): return "`\(found)` is another library’s: here it is `\(ours)`"
    case .labels(let found, let ours):
      return "this is written otherwise here: " + zip(found, ours).map { "`\($1)` for `\($0)`" }.joined(separator: ", ")
    case .valueOrder(let written):
      return "the values are right and their order is not: here it is `\(written)`"
    case .labelsMissing(let labels):
      let names = labels.map { "`\($0):`" }.joined(separator: ", ")
      return labels.count == 1
        ? "a value has lost its label: write \(names) before it" : "the values have lost their labels: \(names)"
    case .layerNameIsText(let name): return "a name is a text: write `\"\(name)\"`, between quotes"
    case .squareBrackets(let found): return "a list stands between square brackets, [ and ], not as \(found)"
    case .otherPlace(let label, let layer, let home):
      return "`\(label):` belongs to `\(home)(…)`, and `\(layer)` has no place for it: remove it here"
    case .closedBefore(let label, let call):
      return "`\(call)(…)` is closed here, and `\(label):` belongs into it: the `)` stands behind the last setting"
    case .unknownStep(let name): return "`\(name)` is another library’s, and no step here does that: leave it out"
    case .needlessValue(let layer, let value): return "`\(layer)` has no place for \(value): remove it"
    case .dropoutShare(let written):
      return "`Dropout` is told the share that is switched off, not the one that is kept: `\(written)`"
    case .renamed(let found, let now): return "`\(found)` is an old spelling: it is `\(now)` now"
    case .madeInside(let name, let line):
      return "`\(name)` is made inside the braces and ends with them: write `\(line)` before the block"
    case .newName(let name): return "`\(name)` is new, and a new name begins with `var` or `let`"
    case .maskGetsGrey(let value):
      return
        "a mask holds the number of a class, a whole number, and `\(value)` is another kind of number: write 1 for what is to be found"
    case .wholeWanted(let found, let written):
      return "a whole number (Int) is wanted here, and `\(found)` has a point: write `\(written)` without it"
    case .fractionWanted(let written):
      return "two whole numbers (Int) give a whole number when divided: write `\(written)`"
    case .madeAgain(let name, let word):
      return
        "this makes another `\(name)`, which ends with the braces around it, and the first one never changes: leave `\(word)` out"
    case .constantChanges(let name): return "`\(name)` is a constant, and changes below: write `var` for `let`"
    case .commentDivides(let rest):
      return "`// \(rest)` is a comment in Swift, so nothing is divided by it: write a single `/`"
    case .layerAlone(let found):
      return "between the braces a line is a layer or step and nothing else: leave `\(found)` out"
    case .oneWanted(let found, let written, let isSweep):
      return "one number is wanted here, and `\(found)` is a list: write `\(written)`"
        + (isSweep ? " (a `Sweep` tries several)" : "")
    case .otherLetters(let found, let written):
      return "large and small letters count: write `\(written)` for `\(found)`"
    case .rangeSign(let found, let written):
      return
        "the ends of a range have `..<` between them (without the last) or `...` (with it): write `\(written)` for `\(found)`"
    case .loopHead(let written): return "a loop is written otherwise in Swift: begin it with `\(written)`"
    case .blockWord(let found, let written):
      return "a block stands between `{` and `}` in Swift, not behind `\(found)`: begin it with `\(written)`"
    case .spareWord(let found): return "`\(found)` is not needed before `{`: remove it"
    case .sequence(let found, let written):
      return "`\(found)` is another library’s: here the lines stand between braces, `\(written) … }`"
    case .batchInShape(let found, let written):
      return
        "a shape is [height, width, channels], without a place for the batch: write `\(written)` for `\(found)`"
    case .needlessStep(let name): return "`\(name)` is not needed here, because images are read as they are: remove it"
    case .activationInLayer(let found, let layer, let written):
      return
        "an activation is a setting of the layer before it here: `\(written)` in `\(layer)`, and no line `\(found)`"
    case .needlessCommand(let found):
      return
        "`\(found)` is another library’s: here the lab builds, trains and measures what the cells describe, so remove it"
    case .letterForDigit(let found, let written):
      return "`\(found)` has a letter where a digit belongs, O for 0 or l for 1: write `\(written)`"
    case .valueCommented(let label, let sign):
      return "the value of `\(label)` stands behind `\(sign)`, which makes it a comment: remove the `\(sign)`"
    case .labelForName(let label, let name):
      return "`\(label)` is what callers write before the value; in the function itself it is called `\(name)`"
    case .givenChanges(let found, let written):
      return "`\(found)` is what the function is given, and stays as it is: what it gives back is made in `\(written)`"
    case .exchangedNumbers(let rate, let whole):
      return
        "the numbers of `\(rate)` and `\(whole)` have changed places: `\(whole)` is a whole number, and `\(rate)` a small one, far below 1"
    case .libraryCall(let found, let written, let library):
      let what = "`\(found)` calls \(library), which is not here: "
      return written.isEmpty
        ? what + "work its value out with + - * / (a `for` goes through pixels), and write that in its place"
        : what + "write `\(written)` in its place"
    case .settingName(let found, let label, let value):
      return
        "`\(label):` takes a number, and `\(found)` is no name that has one here: write the number itself, \(value)"
    case .valueKind(let found, let label, let owner, let wanted):
      return
        "\(label.isEmpty ? "`\(owner)(…)`" : "`\(label):`") takes \(wanted.english), and `\(found)` is none: write yours"
    case .settingTwice(let label): return "`\(label):` stands here a second time: remove one of the two"
    case .otherName(let found, let ours): return "nothing is called `\(found)` here: in this cell it is `\(ours)`"
    case .holeMisspelt(let found): return "`\(found)` stands for `.FIXME`, a hole: write your value in its place"
    case .said(let words): return CompilerPhrase.said(words).text(in: .english)
    case .write(let line): return line.contains("\n") ? "write\n\(line)" : "write `\(line)`"
    case .writeLikewise(let line, let others):
      return "write `\(line)`, and mend \(Self.places(others)) likewise"
    case .writeLines(let lines, let last):
      return "write in the place of this line and those down to line \(last)\n\(lines)"
    case .moveUp(let line): return "move this line up, before line \(line)"
    case .removeLine: return "remove this line"
    case .removeLikewise(let others): return "remove this line, and mend \(Self.places(others)) likewise"
    }
  }

  private static func places(_ changes: [LineChange]) -> String {
    "line\(changes.count == 1 ? "" : "s") " + changes.map { "\($0.line)" }.quoted(and: "and")
  }

  private static func pairs(_ found: [String], _ written: [String]) -> String {
    let all = zip(found, written).filter { !$1.isEmpty && $1 != " " }.map { "write `\($1)` for `\($0)`" }
    return all.isEmpty ? "remove it" : all.joined(separator: ", ")
  }
}

extension SlipPhrase.Wanted {
  fileprivate var english: String {
    switch self {
    case .whole: "a whole number"
    case .real: "a number"
    case .share: "a number from 0 to 1"
    case .truth: "`true` or `false`"
    }
  }
}

extension String {
  /// Whether a call has the name of another but for the capital letter at its beginning.
  func sharesName(with other: String) -> Bool {
    let (own, theirs) = (prefix { $0 != "(" }, other.prefix { $0 != "(" })
    return own.first?.isLowercase == true && own.prefix(1).uppercased() + own.dropFirst() == theirs
  }
}
