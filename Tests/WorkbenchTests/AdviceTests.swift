import Foundation
import Messages
import Testing

@testable import Workbench

@Suite struct AdviceTests {
  @Test(
    arguments: [
      ("cannot find 'Dnse' in scope", WorkbenchPhrase.unknownName("Dnse", suggestion: "Dense")),
      ("cannot find type 'Netwrk' in scope", .unknownName("Netwrk", suggestion: "Network")),
      ("cannot find 'sdie' in scope", .unknownName("sdie", suggestion: "side")),
      ("cannot find 'pow' in scope", .otherLibrary("pow", library: "C")),
      (
        "type 'Padding' has no member 'sme'",
        .unknownMember("sme", type: "Padding", suggestion: "same", known: ["same", "valid"])
      ),
      (
        "type 'Initializer?' has no member 'hee'",
        .unknownMember(
          "hee", type: "Initializer", suggestion: "he", known: ["truncatedNormal", "he", "xavier", "zeros"])
      ),
      ("value of type 'Network' has no member 'x'", .unknownMember("x", type: "Network", suggestion: "", known: [])),
      ("cannot find 'Linear' in scope", .unknownName("Linear", suggestion: "Dense")),
      ("cannot find 'True' in scope", .unknownName("True", suggestion: "true")),
      ("cannot find 'perImage' in scope", .memberNotText(example: "perImage")),
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
      ("unnamed argument #2 must precede argument 'weights'", .argumentOrder(first: "", second: "weights")),
      ("argument 'window' must precede argument 'stride'", .argumentOrder(first: "window", second: "stride")),
      ("cannot convert value of type 'Int' to expected argument type '[Int]'", .listWanted),
      ("cannot convert value of type 'String' to expected argument type 'Double'", .numberWanted),
      ("cannot convert value of type 'Double' to expected argument type 'Int'", .wholeNumberWanted),
      (
        "cannot convert value of type 'Training' to specified type 'Network'",
        .otherType(found: "Training", expected: "Network")
      ),
      (
        "cannot convert return expression of type 'Int' to return type 'Mask'",
        .otherType(found: "Int", expected: "Mask")
      ),
      (
        "cannot convert value of type 'String' to expected argument type 'Loss'",
        .memberNotText(example: "crossEntropy")
      ),
      (
        "member 'adam(beta1:beta2:epsilon:)' is a function that produces expected type 'Optimizer'; did you mean to call it?",
        .callMember("adam")
      ),
      ("missing return in global function expected to return 'Mask'", .returnMissing(type: "Mask")),
      ("unexpected non-void return value in void function", .resultTypeMissing),
      ("binary operator '*' cannot be applied to operands of type 'Double' and 'Int'", .sameNumbers),
      ("binary operator '^' cannot be applied to operands of type 'Double' and 'Int'", .noPowers),
      (
        "value of optional type 'Double?' must be unwrapped to a value of type 'Double'", .mayBeMissing(type: "Double")
      ),
      ("use of '=' in a boolean context, did you mean '=='?", .twoEqualsSigns),
      ("unicode curly quote found, replace with '\"'", .straightQuotes),
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
      ("cannot assign through subscript: 'c' is a 'let' constant", .constantChanged("c")),
      ("left side of mutating operator isn't mutable: 'c' is a 'let' constant", .constantChanged("c")),
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
    #expect(help == nil || help == .unknownMember("", type: "", suggestion: "", known: []))
  }

  @Test func theLineSaysMoreThanTheMessage() {
    let advice = Advice(names: [])
    #expect(
      advice.help(for: "missing argument label 'decayRate:' in call", on: "Training(learningRate: 0,01)", column: 9)
        == .decimalComma("0,01"))
    #expect(
      advice.help(for: "cannot find 'hidden' in scope", on: "  Dense(hidden, weights: [4, 2])", column: 9)
        == .nameIsText("hidden"))
    #expect(
      advice.help(for: "cannot find 'relu' in scope", on: "  Dense(activation: relu)", column: 21)
        == .memberNotText(example: "relu"))
    let words = "the compiler is unable to type-check this expression in reasonable time; try …"
    #expect(advice.help(for: words, on: "let a = (b - c) ^ 2", column: 9) == .noPowers)
    #expect(advice.help(for: words, on: "let a = b", column: 9) == .tooHard)
  }

  /// Every type of the learner's module whose members are written with a point alone.
  @Test func membersAreThoseOfTheSources() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources/SegLab")
    let files = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
    let sources = try files.filter { $0.hasSuffix(".swift") }.map {
      try String(contentsOf: root.appending(path: $0), encoding: .utf8)
    }.joined(separator: "\n")
    for (type, members) in MemberNames.all {
      var text = sources
      for name in type.split(separator: ".") {
        let found = try Self.declaration(of: String(name), in: text)
        text = try #require(found, "\(type)")
      }
      let cases = text.matches(of: /(?m)^ +case ([a-z]\w*)(?:\(.*\))?$/).map { String($0.output.1) }
      #expect(cases.filter { $0 != "_0" } == members, "\(type)")
    }
  }

  /// The text of a type's declaration, up to the brace that closes it.
  private static func declaration(of name: String, in sources: String) throws -> String? {
    let lines = sources.split(separator: "\n", omittingEmptySubsequences: false)
    let start = try Regex("^ *public (indirect )?(enum|struct) \(name)\\b")
    guard let first = lines.firstIndex(where: { $0.firstMatch(of: start) != nil }) else { return nil }
    let closing = lines[first].prefix { $0 == " " } + "}"
    return lines[first...].prefix { $0 != closing }.joined(separator: "\n")
  }
}
