extension WorkbenchPhrase {
  var english: String {
    switch self {
    case .hole: return "a hole to fill in"
    case .fillHole: return "put a value of your own in the place of .FIXME"
    case .constantMissing(let name, let kind): return "this lab needs `let \(name) = \(kind)(…)`; no cell defines it"
    case .constantOfOtherType(let name, let kind, let found):
      return "this lab needs `\(name)` to be a \(kind); here it is of type \(found)"
    case .otherModule(let module): return "a cell can import SegLab and nothing else; this one imports \(module)"
    case .dropImport: return "remove this line: SegLab and Swift's own library hold all that a lab asks for"
    case .sourceLocation: return "#sourceLocation cannot stand in a cell: messages would point to the wrong lines"
    case .attribute(let name): return "@\(name) cannot stand in a cell: a lab's answer is made with plain Swift"
    case .dropLine: return "remove it"
    case .reservedName(let name): return "the engine needs the name `\(name)` for itself"
    case .chooseName: return "choose another name"
    case .unknownName(let name, let suggestion):
      return suggestion.isEmpty
        ? "nothing is called `\(name)` here: check its spelling, and that the cell which makes it stands above"
        : "did you mean `\(suggestion)`?"
    case .unknownMember(let name, let type, let suggestion, let known):
      if !suggestion.isEmpty { return "did you mean `.\(suggestion)`?" }
      if known.isEmpty { return "\(type) has no `\(name)`: check its spelling" }
      return "\(type) can be \(known.map { ".\($0)" }.quoted(and: "or"))"
    case .wrongLabel(let found, let expected):
      return found.isEmpty
        ? "write `\(expected):` before the value" : "write `\(expected):` where you wrote `\(found):`"
    case .missingLabel(let label): return "write `\(label):` before the value"
    case .needlessLabel(let label): return "leave `\(label):` out and write the value alone"
    case .missingArgument(let name): return "add `\(name): …` between the parentheses"
    case .extraArgument: return "there is one value too many between the parentheses: remove it, or check the commas"
    case .argumentOrder(let first, let second):
      return first.isEmpty
        ? "the values are right and their order is not: the one without a label stands before `\(second):`"
        : "the values are right and their order is not: write `\(first):` before `\(second):`"
    case .colonAfterLabel(let label): return "write `\(label):` with a colon in place of the equals sign"
    case .decimalComma(let number):
      return "a comma divides values: write \(number.replacing(",", with: ".")) with a point"
    case .nameIsText(let name): return "a layer's name stands between quotes: write \"\(name)\""
    case .memberNotText(let example): return "write it with a point and without quotes, such as `.\(example)`"
    case .callMember(let name): return "write `.\(name)()`, with parentheses"
    case .listWanted: return "a list is wanted: write the numbers between [ and ], with commas between them"
    case .numberWanted: return "a number is wanted: write it without quotes"
    case .wholeNumberWanted: return "a whole number is wanted: write it without a point"
    case .otherType(let found, let expected): return "\(expected) is wanted here, and this is \(found)"
    case .missingComma: return "put a comma between the two values"
    case .missingBracket(let bracket): return "add the missing \(bracket): each opening bracket needs its closing one"
    case .spareBracket: return "remove this bracket, or add the one that opens it"
    case .openText: return "close the text with the quotes that it begins with"
    case .openCondition: return "end what #if begins with a line that says #endif"
    case .straightQuotes: return "write straight quotes, \" and not “ or ”, as an editor for programs does"
    case .noPowers: return "Swift has no `^` for powers: write x * x for the square of x"
    case .twoEqualsSigns: return "write `==` to compare; a single `=` gives a new value"
    case .sameNumbers: return "both sides must be numbers of one kind: write Double(x) around each whole number x"
    case .mayBeMissing(let type):
      return "this may be nil: write `?? value` behind it, with the \(type) that counts then"
    case .returnMissing(let type): return "give the \(type) back at the end, with a line that begins with `return`"
    case .resultTypeMissing: return "say behind the parentheses what the function gives: `-> Double`, for example"
    case .renameConstant(let found, let expected): return "call it `\(expected)` where it says `\(found)`"
    case .writeConstant(let name, let kind): return "write `let \(name) = \(kind)(…)`"
    case .openComment: return "end the comment with */"
    case .twoOnALine: return "start a new line here, or put in the comma or sign that is missing"
    case .madeTwice(let name): return "`\(name)` is there already: remove one of the two, or give this one another name"
    case .notALayer: return "each line between the braces of a network must be a layer, such as Dense(…)"
    case .tooHard: return "split this line into several with constants of their own"
    case .constantChanged(let name): return "write `var \(name)` instead of `let \(name)` if it is to change"
    case .valueMissing: return "a value is missing here: write it, or .FIXME until you know it"
    case .unclearMember(let name): return "write the type before the point, such as Activation.\(name)"
    }
  }
}
