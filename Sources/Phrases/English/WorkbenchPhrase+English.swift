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
    case .unknownMember(let name, let type, let suggestion):
      return suggestion.isEmpty
        ? "\(type) has no `\(name)`: check its spelling" : "did you mean `\(suggestion)`?"
    case .wrongLabel(let found, let expected):
      return found.isEmpty
        ? "write `\(expected):` before the value" : "write `\(expected):` where you wrote `\(found):`"
    case .missingLabel(let label): return "write `\(label):` before the value"
    case .needlessLabel(let label): return "leave `\(label):` out and write the value alone"
    case .missingArgument(let name): return "add `\(name): …` between the parentheses"
    case .extraArgument: return "there is one value too many between the parentheses: remove it, or check the commas"
    case .argumentOrder: return "the values are right and their order is not: swap them, the name first"
    case .listWanted: return "a list is wanted: write the numbers between [ and ], with commas between them"
    case .numberWanted: return "a number is wanted: write it without quotes"
    case .wholeNumberWanted: return "a whole number is wanted: write it without a point"
    case .otherType(let found, let expected): return "\(expected) is wanted here, and this is \(found)"
    case .missingComma: return "put a comma between the two values"
    case .missingBracket(let bracket): return "add the missing \(bracket): each opening bracket needs its closing one"
    case .spareBracket: return "remove this bracket, or add the one that opens it"
    case .openText: return "close the text with the quotes that it begins with"
    case .openCondition: return "end what #if begins with a line that says #endif"
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
