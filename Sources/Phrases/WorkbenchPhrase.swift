/// What is said of the Swift in a learner's cells, beside the compiler's own words.
public enum WorkbenchPhrase: Phrase {
  /// A place that is yet to be filled in.
  case hole
  /// What to do with a hole.
  case fillHole
  /// The lab trains the constant `name`, a `kind`, and no cell makes it.
  case constantMissing(name: String, kind: String)
  /// The lab trains the constant `name` as a `kind`, and it is something else.
  case constantOfOtherType(name: String, kind: String, found: String)
  /// A cell imports something else than SegLab.
  case otherModule(String)
  /// What to do about such an import.
  case dropImport
  /// A cell holds `#sourceLocation`.
  case sourceLocation
  /// A cell holds an attribute that reaches below the language.
  case attribute(String)
  /// What to do about something that cannot stay in a cell.
  case dropLine
  /// A cell makes a name that the engine needs.
  case reservedName(String)
  /// What to do about such a name.
  case chooseName
  /// Nothing has this name; `suggestion` is near to it, empty where nothing is.
  case unknownName(String, suggestion: String)
  /// `type` has nothing of this name; `suggestion` is near to it, empty where nothing is; `known` is what there is, if that is known.
  case unknownMember(String, type: String, suggestion: String, known: [String])
  /// A value's label should be another.
  case wrongLabel(found: String, expected: String)
  /// A value needs this label before it.
  case missingLabel(String)
  /// A value must have no label before it.
  case needlessLabel(String)
  /// A value of this name is not given.
  case missingArgument(String)
  /// There is one value too many.
  case extraArgument
  /// The value with the label `first` stands before that with the label `second`; `first` is empty for a value without a label.
  case argumentOrder(first: String, second: String)
  /// An equals sign stands where a colon should, behind this label.
  case colonAfterLabel(String)
  /// A comma stands where a point should, in this number.
  case decimalComma(String)
  /// A layer's name is a text.
  case nameIsText(String)
  /// A word with a point is wanted, and a text is there.
  case memberNotText(example: String)
  /// This member needs parentheses.
  case callMember(String)
  /// A list is wanted, and one value is there.
  case listWanted
  /// A number is wanted, and a text is there.
  case numberWanted
  /// A whole number is wanted, and one with a point is there.
  case wholeNumberWanted
  /// Another type is wanted.
  case otherType(found: String, expected: String)
  /// A comma is missing.
  case missingComma
  /// A bracket is not closed.
  case missingBracket(String)
  /// A bracket closes nothing.
  case spareBracket
  /// A text is not closed.
  case openText
  /// A `#if` is not closed.
  case openCondition
  /// Quotes are those of a word processor.
  case straightQuotes
  /// `^` is meant as a power.
  case noPowers
  /// `=` is meant as a comparison.
  case twoEqualsSigns
  /// Numbers of different kinds meet.
  case sameNumbers
  /// A value of this type may be nil.
  case mayBeMissing(type: String)
  /// A function ends without giving a value of this type.
  case returnMissing(type: String)
  /// A function gives a value, and does not say so.
  case resultTypeMissing
  /// A constant should have another name.
  case renameConstant(found: String, expected: String)
  /// A constant should be of another type.
  case writeConstant(name: String, kind: String)
  /// A comment is not closed.
  case openComment
  /// Two things stand on one line.
  case twoOnALine
  /// A name is made twice.
  case madeTwice(String)
  /// Something in a network is no layer.
  case notALayer
  /// An expression is too much for the compiler.
  case tooHard
  /// A constant is to change.
  case constantChanged(String)
  /// A value is missing.
  case valueMissing
  /// It is unclear of which type a word with a point before it is.
  case unclearMember(String)

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: return english
    case .korean: return korean
    }
  }
}
