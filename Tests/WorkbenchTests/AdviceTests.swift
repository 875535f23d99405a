import Phrases
import Testing

@testable import Workbench

@Suite struct AdviceTests {
  @Test(
    arguments: [
      ("cannot find 'Dnse' in scope", WorkbenchPhrase.unknownName("Dnse", suggestion: "Dense")),
      ("cannot find type 'Netwrk' in scope", .unknownName("Netwrk", suggestion: "Network")),
      ("cannot find 'sdie' in scope", .unknownName("sdie", suggestion: "side")),
      ("cannot find 'pow' in scope", .unknownName("pow", suggestion: "")),
      ("type 'Activation' has no member 'rellu'", .unknownMember("rellu", type: "Activation", suggestion: "relu")),
      ("value of type 'Network' has no member 'x'", .unknownMember("x", type: "Network", suggestion: "")),
      (
        "incorrect argument label in call (have '_:weigths:', expected '_:weights:')",
        .wrongLabel(found: "weigths", expected: "weights")
      ),
      ("incorrect argument label in call (have 'name:', expected '_:')", .needlessLabel("name")),
      ("missing argument label 'weights:' in call", .missingLabel("weights")),
      ("extraneous argument label 'x:' in call", .needlessLabel("x")),
      ("missing argument for parameter 'shape' in call", .missingArgument("shape")),
      ("extra argument 'y' in call", .extraArgument),
      ("extra argument in call", .extraArgument),
      ("unnamed argument #2 must precede argument 'weights'", .argumentOrder),
      ("cannot convert value of type 'Int' to expected argument type '[Int]'", .listWanted),
      ("cannot convert value of type 'String' to expected argument type 'Double'", .numberWanted),
      ("cannot convert value of type 'Double' to expected argument type 'Int'", .wholeNumberWanted),
      (
        "cannot convert value of type 'Training' to specified type 'Network'",
        .otherType(found: "Training", expected: "Network")
      ),
      ("expected ',' separator", .missingComma),
      ("expected '}' at end of closure", .missingBracket("}")),
      ("extraneous '}' at top level", .spareBracket),
      ("unterminated string literal", .openText),
      ("unterminated '/*' comment", .openComment),
      ("expected #else or #endif at end of conditional compilation block", .openCondition),
      ("consecutive statements on a line must be separated by ';'", .twoOnALine),
      ("invalid redeclaration of 'fc'", .madeTwice("fc")),
      ("no exact matches in call to static method 'buildExpression'", .notALayer),
      ("cannot assign to value: 'c' is a 'let' constant", .constantChanged("c")),
      ("expected initial value after '='", .valueMissing),
      ("reference to member 'relu' cannot be resolved without a contextual type", .unclearMember("relu")),
    ])
  func aMistakeGetsItsHelp(_ words: String, _ help: WorkbenchPhrase) {
    #expect(Advice(names: ["side"]).help(for: words) == help)
  }

  @Test(arguments: [
    "", "'", "incorrect argument label", "cannot convert value of type 'A'", "'' has no member ''",
    "circular reference",
  ])
  func otherWordsGetNone(_ words: String) {
    let help = Advice(names: []).help(for: words)
    #expect(help == nil || help == .unknownMember("", type: "", suggestion: ""))
  }
}
