import Diagnostics
import Foundation
import Messages
import SegLab
import Testing

@testable import Workbench

@Suite(.enabled(if: Bench.hasCompiler)) struct CellReadingTests {
  @Test(arguments: RightCell.all) func aRightCellCompilesAndIsToldNothing(_ cell: String) async throws {
    let outcome = try await Bench.answer(Bench.exercise(cell))
    let said = outcome.cells.flatMap { $0.errors + $0.warnings }.filter { $0.message.id != "workbench.constantMissing" }
    #expect(said.map { $0.summary.text(in: .english) } == [])
  }

  @Test func doubtsALayerThatIsKeptForNobody() {
    let cell = MisreadCell.pooled.replacing("  MaxPool2D(", with: "  let x = MaxPool2D(")
    let lines = cell.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    #expect(CellReading.doubts(about: lines).map(\.what) == [.layerAlone(found: "let x =")])
  }

  @Test(arguments: MisreadCell.whole) func whatIsMisreadBelowCompilesAsItIsMeant(_ cell: String) async throws {
    #expect(try await errors(Bench.exercise(cell)).map { $0.summary.text(in: .english) } == [])
  }

  @Test(arguments: MisreadCell.all) func theFirstSuggestionDoneLiterallyMends(_ cell: MisreadCell) async throws {
    let lab = Bench.exercise(cell.text)
    let first = try #require(try await errors(lab).first)
    #expect(first.message.id == "slip.\(cell.id)", "\(first.message.text(in: .english))")
    let mended = mend(lab, first)
    // That the cell as it was compiles is tried once for all of those that become it again.
    let isAsItWas =
      mended.filter { !" \n".contains($0) } == Bench.exercise(cell.cell).filter { !" \n".contains($0) }
    guard !isAsItWas else { return }
    #expect(try await errors(mended).map { $0.summary.text(in: .english) } == [])
  }

  @Test func saysNothingOfWhatIsRight() async throws {
    for cell in MisreadCell.whole + RightCell.all {
      let lines = cell.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      #expect(CellReading(lines, errors: [], context: ReadingContext()).slips.isEmpty)
      #expect(CellReading.doubts(about: lines).isEmpty)
    }
  }

  @Test func `a right value beside a wrong line is not blamed`() {
    let lines = RightCell.values.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let context = ReadingContext(names: ["half", "level", "binary", "fc", "clipped"])
    let errors = lines.indices.map { CellError(line: $0, column: 1, text: "cannot find 'nothing' in scope") }
    #expect(CellReading(lines, errors: errors, context: context).slips.isEmpty)
  }

  @Test func `a name that is nearly one of the cell's is left to the compiler's help`() async throws {
    let cell = MisreadCell.dense.replacing("let training", with: "let rate = 0.01\nlet training")
      .replacing("learningRate: 0.01", with: "learningRate: rte")
    let said = try await errors(Bench.exercise(cell))
    #expect(said.first?.help?.text(in: .english).contains("rate") == true)
    #expect(said.first?.message.id != "slip.valueKind")
  }

  @Test(arguments: [
    ("504 / np.prod([2, 2, 2])", "504 / (2 * 2 * 2)"), ("let x = both / torch.mul(a, b)", "let x = both / (a * b)"),
    ("let x = !np.equal(a, b)", "let x = !(a == b)"), ("np.logical_or(a, b) && c", "(a || b) && c"),
    ("let x = np.equal(a, b)", "let x = a == b"), ("let x = np.mod(a, b)", "let x = .FIXME"),
  ])
  func `what is written for a call keeps its brackets`(found: String, meant: String) {
    #expect(CellReading([found], errors: [], context: ReadingContext(names: ["a", "b", "c", "x"])).mended == [meant])
  }

  @Test(arguments: [
    ("np.arange(stop=2, step=5)", ".FIXME"), ("Math.round(2.5)", "3"), ("torch.std([1, 3])", ".FIXME"),
    ("np.std([1, 3])", "1"),
  ])
  func `what a call comes to is what its library makes of it`(found: String, meant: String) {
    let reading = CellReading(["let x = \(found)"], errors: [], context: ReadingContext(names: ["x"]))
    #expect(reading.mended == ["let x = \(meant)"])
  }

  @Test(arguments: [
    ("Flatten", ["flatten"], "  Flatten(\"flatten\")"), ("Flatten", [], "  // Flatten"),
    ("Conv2D(\"old\", filter: [3, 3, 1, 8])", ["conv1"], "  // Conv2D(\"old\", filter: [3, 3, 1, 8])"),
    ("Conv2D(\"conv1\", filter: [3, 3, 1, 8])", ["conv1"], "  Conv2D(\"conv1\", filter: [3, 3, 1, 8])"),
  ])
  func `only a layer that the lab asks for is code behind a sign of Python`(
    words: String, asked: [String], line: String
  ) {
    let lines = ["let n = Network(\"n\") {", "  Input(shape: [8, 8, 1])", "  # \(words)", "}"]
    #expect(CellReading(lines, errors: [], context: ReadingContext(names: ["n"], layers: asked)).mended[2] == line)
  }

  @Test func `the numbers of the input are those of the layer below it alone`() {
    let lines = [
      "let n = Network(\"n\") {", "  Input(shape: [8, 8, 1])", "  Conv2D(\"a\", filter: [5, 5, channels, 32])",
      "  Conv2D(\"b\", filter: [5, 5, channels, 64])", "}",
    ]
    let mended = CellReading(lines, errors: [], context: ReadingContext(names: ["n"])).mended
    #expect(mended[2] == "  Conv2D(\"a\", filter: [5, 5, 1, 32])" && mended[3] == lines[3])
    let own = CellReading(lines, errors: [], context: ReadingContext(names: ["n", "Channels"])).mended
    #expect(own == lines)
  }

  @Test func `a space that comes with copied text compiles, and is told with its line`() async throws {
    let cell = RightCell.loop.replacing("let first", with: "let\u{A0}first")
    try #require(cell != RightCell.loop)
    let said = try await Bench.answer(Bench.exercise(cell)).cells.flatMap(\.warnings)
    #expect(said.count { $0.help?.text(in: .english).contains("write `let first") ?? false } == 1)
    #expect(!said.contains { $0.message.id == "compiler.said" })
  }

  @Test(arguments: [
    ("  if sum == 0 { return 1 }", "  let one = sum==0?1:2\n  if one == 1 { return 1 }", "let one = sum==0 ? 1 : 2"),
    (
      "both += prediction[row, column] *", "both += prediction[row, column]! *",
      "both += prediction[row, column] * label[row, column]"
    ),
    ("  if sum == 0 { return 1 }", "  print(\"sum: \" + sum)\n  if sum == 0 { return 1 }", "print(\"sum: \\(sum)\")"),
    ("  var both = 0\n  var sum = 0", "  var both, sum = 0, 0", "var (both, sum) = (0, 0)"),
    ("      both += ", "      self.both += ", "both += prediction[row, column] * label[row, column]"),
    ("  if sum == 0 { return 1 }", "  print(f\"sum {sum:.2f}\")\n  if sum == 0 { return 1 }", "print(\"sum \\(sum)\")"),
    ("let above: Int = 2 * both", "let above = new Int(2 * both)", "let above = Int(2 * both)"),
    (
      "for row in 0..<label.height {", "for number, row in enumerate(0..<label.height) {",
      "for (number, row) in (0..<label.height).enumerated() {"
    ),
  ])
  func `what other languages write otherwise is told with its line`(_ ours: String, _ theirs: String, _ line: String)
    async throws
  {
    let cell = MisreadCell.function.replacing(ours, with: theirs)
    try #require(cell != MisreadCell.function)
    let said = try await Bench.answer(Bench.exercise(cell)).cells.flatMap(\.errors)
    #expect(said.first?.help?.text(in: .english) == "write `\(line)`")
    #expect(said.count == 1)
  }

  @Test func doubtsADivisionThatIsAComment() {
    let found = CellReading.doubts(about: [
      "let sum = 2", "return Double(sum) // Double(sum)", "let x = sum // the sum of both",
    ])
    #expect(found.map(\.what) == [.commentDivides(rest: "Double(sum)")])
  }

  @Test func doubtsThousandsInAListThatIsThenTooLong() {
    #expect(
      CellReading.doubts(about: ["Dense(\"final\", weights: [512, 131,072])"]).map(\.what) == [
        .thousandsComma("131,072")
      ])
    #expect(CellReading.doubts(about: ["Conv2D(\"c\", filter: [5, 5, 100,200])"]).isEmpty)
  }

  @Test(arguments: [
    ("decayRates: [1, 0,5]", "decayRates: [1, 0.5]"),
    ("learningRates: [0,003, 0,01]", "learningRates: [0.003, 0.01]"),
    ("Dense(\"d\", weights: [256^2, 8])", "Dense(\"d\", weights: [256 * 256, 8])"),
    ("Conv2D(\"c\", filter: [5*5, 1, 8])", "Conv2D(\"c\", filter: [5, 5, 1, 8])"),
    ("Concat(\"s\", of: \"up\" + \"enc\")", "Concat(\"s\", of: \"up\", \"enc\")"),
    ("Concat(\"s\", of: \"up, enc\")", "Concat(\"s\", of: \"up\", \"enc\")"),
  ])
  func doubtsWhatCompilesAndIsHardlyMeant(found: String, meant: String) {
    #expect(CellText([found]).applying(CellReading.doubts(about: [found]).flatMap(\.edits)) == [meant])
  }

  @Test func doubtsAComparisonThatIsALineOfItsOwn() {
    let lines = ["for row in 0..<8 {", "  mask[row, 0] == 1", "}", "let same = a", "  == b"]
    #expect(CellReading.doubts(about: lines).map(\.line) == [1])
  }

  @Test func givesNoActivationToALayerAboveTheOneThatItStandsBehind() {
    let lines = [
      "let n = Network(\"n\") {", "  Conv2D(\"a\", filter: [3, 3, 1, 4])", "  Conv2D(\"b\",",
      "    filter: [3, 3, 4, 4])",
      "  nn.ReLU()", "}",
    ]
    #expect(ActivationLines.slips(in: CellText(lines), ReadingContext()).isEmpty)
  }

  @Test(arguments: [
    "for times in 0..<3 {", "let plus = 1", "let mask = 0o17", "weights: // [in, out]\n  [256, 512],",
    "let s = Sweep(learningRates: [1/1000, 0.01])",
  ])
  func readsNothingIntoRightLines(_ words: String) {
    let text = CellText(words.split(separator: "\n").map(String.init))
    #expect(ForeignOperators.spoken(in: text).isEmpty && CommentedValues.slips(in: text).isEmpty)
    #expect(
      LetterDigits.slips(in: text, ReadingContext()).isEmpty && WrittenLists.slips(in: text, ReadingContext()).isEmpty)
  }

  @Test func doubtsASecondValueOfTheSameName() {
    let lines = ["var both = 0", "for row in 0..<8 {", "  let both = both + row", "  let other = both", "}"]
    let doubts = CellReading.doubts(about: lines)
    #expect(doubts.map(\.what) == [.madeAgain("both", word: "let")])
    #expect(CellText(lines).applying(doubts.flatMap(\.edits))[2] == "  both = both + row")
  }

  @Test(arguments: [
    "pair(enc, 8, 16)", "pair(8, 16, \"enc\")", "pair(\"enc\", [8, 16])", "pair(\"enc\", from: 8, to: 16)",
    "Pair(\"enc\", 8, 16)",
  ])
  func saysHowAGivenFunctionIsCalled(found: String) {
    let given = CellText(["func pair(_ name: String, _ from: Int, _ to: Int) -> [any Layer] {", "}"])
    let functions = GivenFunction.all(in: given)
    let reading = CellReading(
      ["  " + found], errors: [], context: ReadingContext(names: ["pair"], functions: functions))
    #expect(reading.mended == ["  pair(\"enc\", 8, 16)"])
    #expect(reading.slips.map(\.what) == [.givenCall(name: "pair", written: "pair(\"enc\", 8, 16)")])
  }

  @Test(arguments: [
    (["pair(\"enc1\", 1, 8)", "MaxPool2D(\"pool1\")", "pair(\"enc2\", 16)"], "pair(\"enc2\", 8, 16)"),
    (["pair(\"enc1\", 1, 8)", "pair(\"enc2\", 8)"], "pair(\"enc2\", 8, .FIXME)"),
    (
      ["pair(\"enc1\", 1, 8)", "Concat(\"skip\", of: \"enc1b\", \"enc1a\")", "pair(\"b\", 16)"],
      "pair(\"b\", 16, .FIXME)"
    ),
    (["pair(\"enc2\", 16)"], "pair(\"enc2\", 16, .FIXME)"),
  ])
  func `what comes into a function's layers is what the call above gives`(lines: [String], written: String) {
    let functions = GivenFunction.all(in: CellText(["func pair(_ name: String, _ from: Int, _ to: Int) {}"]))
    let reading = CellReading(lines, errors: [], context: ReadingContext(names: ["pair"], functions: functions))
    #expect(reading.mended.last == written)
  }

  @Test func `another result than the lab asks for is told as what it asks for`() {
    let error = CellError(line: 0, column: 1, text: "cannot convert value of type '(Mask) -> Float?'")
    let context = ReadingContext(names: ["dice"], wanted: ["dice": "(Mask) -> Double?"])
    let reading = CellReading(["func dice(_ a: Mask) -> Float? {", "}"], errors: [error], context: context)
    #expect(reading.slips.map(\.what) == [.otherResult(found: "Float?", wanted: "Double?")])
    #expect(reading.mended[0] == "func dice(_ a: Mask) -> Double? {")
  }

  @Test func `another lab's function is told by this lab's that takes the same`() {
    let functions = [GivenFunction.all(in: CellText(["func pair(_ name: String, _ from: Int, _ to: Int) {}"]))[0]]
    let context = ReadingContext(names: ["pair"], functions: functions)
    func said(_ line: String, isFound: Bool = false) -> [SlipPhrase] {
      let error = CellError(line: 0, column: 3, text: "cannot find 'block' in scope")
      return CellReading([line], errors: isFound ? [] : [error], context: context).slips.map(\.what)
    }
    #expect(said("  block(\"enc2\", 8, 16)") == [.otherName(found: "block", ours: "pair")])
    #expect(said("  block(\"enc2\", 8)") == [])
    #expect(said("  block(8, 16, \"enc2\")") == [])
    // What Swift has is nobody's slip.
    #expect(said("  print(\"enc2\", 8, 16)", isFound: true) == [])
  }

  @Test(arguments: [
    ("filter: [5, 5, 1, 4]", "filter: [5, 5]", "filter", "[5, 5, 1, 4]"),
    ("filter: [5, 5, 1, 4]", "filter: [5, 5, 4]", "filter", "[5, 5, 1, 4]"),
    ("filter: [5, 5, 1, 4]", "filter: [5, 5, 1]", "filter", "[5, 5, 1, 4]"),
    ("Dropout(\"dropout\", rate: 0.2)", "Conv2D(\"conv2\", filter: [3, 3, 4, 4])", "", ""),
  ])
  func `a filter of too few numbers is completed from what stands around it`(
    _ right: String, _ wrong: String, _ label: String, _ written: String
  ) {
    let cell = MisreadCell.pooled.replacing(right, with: wrong)
    let found = CellReading.doubts(about: cell.split(separator: "\n").map(String.init)).map(\.what)
    #expect(
      found
        == (label.isEmpty
          ? [] : [.listShort(label: label, found: String(wrong.dropFirst("filter: ".count)), written: written)]))
  }

  @Test func dropsNoValueWhereNothingElseIsUnderstood() {
    #expect(CellReading(["Dense(무엇: 2)"], errors: [], context: ReadingContext()).slips.isEmpty)
  }

  @Test func leavesHugeCellsToTheCompiler() {
    let lines = Array(repeating: "let x = （1）", count: 10_000)
    #expect(CellReading(lines, errors: [], context: ReadingContext()).slips.isEmpty)
  }

  @Test func knowsEveryLabelOfTheModule() async throws {
    let values: (CallValue.Kind) -> String = { kind in
      switch kind {
      case .whole: return "2"
      case .real: return "0.5"
      case .truth: return "true"
      case .wholes: return "[2]"
      case .reals: return "[0.5]"
      case .text: return "\"a\""
      case .texts: return "\"a\", \"b\""
      case .made(let type): return type == "EarlyStopping" ? "EarlyStopping(patience: 1)" : "\(type)()"
      case .member(let type): return "." + (MemberNames.of(type).first ?? "")
      }
    }
    let calls = CallSignature.all.map { signature in
      let all = signature.parameters.map { ($0.label == "_" ? "" : "\($0.label): ") + values($0.kind) }
      return "let made\(signature.name) = \(signature.name)(\(all.joined(separator: ", ")))"
    }.map { $0.replacing(".truncatedNormal", with: ".he") }
    #expect(try await errors(Bench.exercise(calls.joined(separator: "\n"))).map { $0.summary.text(in: .english) } == [])
  }

  private func errors(_ lab: String) async throws -> [Diagnostic] {
    try await Bench.answer(lab).cells.flatMap(\.errors).filter {
      // A cell with a function alone makes no network.
      $0.severity == .error && $0.message.id != "workbench.constantMissing"
    }
  }

  /// Does what a message suggests, and nothing else.
  private func mend(_ lab: String, _ message: Diagnostic) -> String {
    // The lab's cells begin behind a head of six lines.
    var lines = lab.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for change in message.advice?.changes(at: message.line, of: message.message) ?? [] {
      lines.replaceSubrange((change.line - 7)..<(change.through - 6), with: change.text.isEmpty ? [] : [change.text])
    }
    return lines.joined(separator: "\n")
  }
}
