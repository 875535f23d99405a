import Diagnostics
import Labs
import Messages
import Testing

@testable import Workbench

/// Suggestions about a setting are written out as the learner's own line with that setting.
struct LineAdviceTests {
  private static let code = """
    let fcn = Network("fcn") {
      Input(shape: [8, 8, 1])
      Conv2D("conv1", filter: [5, 5, 1, 4], stride: 2, bias: false)
      MaxPool2D("pool1")
      Conv2D(
        "wide",
        filter: [3, 3, 4, 4])
      ConvTranspose2D("up", filter: [2, 2, 4, 2], stride: 4)
      Concat("skip", of: "up", "conv1")
    }
    let training = Training(learningRate: 0.01, epochs: 1)
    """

  private static let other = """
    func Dice(_ a: Mask) -> Double { 1 }
    let fc = Network("fc") {
      Input(shape: [8, 8, 1])
      Conv2D("convl", filter: [5, 5, 1, 4])
      MaxPool2D(window: 2)
      Conv2D("convl", filter: [5, 5, 4, 4])
    }
    let prepared = Preprocessing {
      Threshold(50)
      Resize(width: 8, height: 8)
    }
    """

  /// The line of the lab on which the cell's line of this number stands, from 0.
  private static let first = 8

  private func written(
    _ advice: any Phrase, on row: Int, of summary: any Phrase = NetworkPhrase.noImages
  ) throws -> any Phrase {
    let lab = try Bench.lab(Bench.exercise(Self.code))
    let told = LineAdvice(lab).written(
      Diagnostic(.error, file: lab.file, line: Self.first + row, summary, help: advice))
    return try #require(told.help)
  }

  @Test(arguments: [
    // The same line twice.
    (["  Conv2D(\"conv1\", filter: [5, 5, 1, 4])", "  Conv2D(\"conv1\", filter: [5, 5, 1, 4])"], 1, "remove 0"),
    // The second of two is the one that is missing.
    (["  Conv2D(\"conv1\", filter: [5, 5, 1, 4])", "  Conv2D(\"conv1\", filter: [5, 5, 4, 4])"], 1, "write 0 conv2"),
    // The first of two is.
    (["  Conv2D(\"conv2\", filter: [5, 5, 1, 4])", "  Conv2D(\"conv2\", filter: [5, 5, 4, 4])"], 1, "write 1 conv1"),
  ])
  func `of two layers with one name the one is renamed whose name is missing`(
    lines: [String], row: Int, says: String
  ) throws {
    let code = (["let fc = Network(\"fc\") {", "  Input(shape: [8, 8, 1])"] + lines + ["}"]).joined(separator: "\n")
    let lab = try Bench.lab(
      Bench.exercise(code) + "\n```yaml check=network\n- shape: {conv1: [8, 8, 4], conv2: [8, 8, 4]}\n```\n")
    let told = LineAdvice(lab).written(
      Diagnostic(
        .error, file: lab.file, line: Self.first + 2 + row, NetworkPhrase.nameTwice(name: "conv1", line: 1),
        help: NetworkAdvicePhrase.nameApart))
    let said: String
    switch told.help as? AdvisedPhrase {
    case .write(let line, let number, _)?:
      said = "write \(number == 0 ? 0 : 1) \(line.contains("conv1") ? "conv1" : "conv2")"
    case .remove(let number, _)?: said = "remove \(number)"
    default: said = "\(String(describing: told.help))"
    }
    #expect(said == says)
  }

  @Test(arguments: [
    (NetworkAdvicePhrase.writeInput(shape: [4, 4, 1]), 1, "Input(shape: [4, 4, 1])"),
    (
      .changeFilterChannels(filter: [5, 5, 2, 4]), 2, "Conv2D(\"conv1\", filter: [5, 5, 2, 4], stride: 2, bias: false)"
    ),
    (.useReLU, 2, "Conv2D(\"conv1\", filter: [5, 5, 1, 4], stride: 2, bias: false, activation: .relu)"),
    (.padLayer(layer: "pool1"), 3, "MaxPool2D(\"pool1\", padding: .same)"),
    (.changeFilterChannels(filter: [3, 3, 8, 4]), 6, ""),
    (.joinAnother(layer: "wide", insteadOf: "conv1"), 8, "Concat(\"skip\", of: \"up\", \"wide\")"),
    (.endWithClasses(height: 8, width: 8, classes: 3), 7, "ConvTranspose2D(\"up\", filter: [2, 2, 4, 3], stride: 4)"),
    (.leaveBatchOut(shape: [8, 8, 2]), 1, "Input(shape: [8, 8, 2])"),
  ])
  func writesTheLineOut(advice: NetworkAdvicePhrase, row: Int, line: String) throws {
    let help = try written(advice, on: row)
    guard !line.isEmpty else {
      // The call does not begin on this line: nothing is made up.
      #expect(help as? NetworkAdvicePhrase == advice)
      return
    }
    #expect(help as? AdvisedPhrase == .write(line, line: 0, why: Message(advice)))
  }

  @Test func namesTheOtherLineWhereAnotherLayerIsToChange() throws {
    let advice = NetworkAdvicePhrase.changeStride(layer: "conv1", found: 2, stride: 1)
    #expect(
      try written(advice, on: 8) as? AdvisedPhrase
        == .write(
          "Conv2D(\"conv1\", filter: [5, 5, 1, 4], stride: 1, bias: false)", line: Self.first + 2, why: Message(advice))
    )
  }

  @Test func writesTheLineOfACallOverSeveral() throws {
    let advice = NetworkAdvicePhrase.giveChannels(layer: "wide", channels: 8, filter: [3, 3, 4, 8])
    #expect(
      try written(advice, on: 7) as? AdvisedPhrase
        == .write("filter: [3, 3, 4, 8])", line: Self.first + 6, why: Message(advice)))
  }

  @Test func takesTheOneTrainingForALoss() throws {
    let advice = DiagnosisPhrase.lowerRate(0.001)
    #expect(
      try written(advice, on: 10) as? AdvisedPhrase
        == .write("let training = Training(learningRate: 0.001, epochs: 1)", line: 0, why: Message(advice)))
  }

  @Test(arguments: [
    (
      SettingPhrase.differs(part: "conv1", setting: "stride", found: "2", expected: "1", write: "stride: 1")
        as any Phrase, 2, "Conv2D(\"conv1\", filter: [5, 5, 1, 4], stride: 1, bias: false)"
    ),
    (AnswerPhrase.decimalComma(found: "0,5", plain: "0.5"), 30, "0.5"),
    (
      DifferencePhrase.written(
        expected: 1, measured: 2, layer: "up", label: "filter", found: [2, 2, 4, 2], right: [4, 4, 4, 2]), 0,
      "ConvTranspose2D(\"up\", filter: [4, 4, 4, 2], stride: 4)"
    ),
  ])
  func writesOutWhatAChecksWordsName(message: any Phrase, row: Int, line: String) throws {
    let lab = try Bench.lab(Bench.exercise(Self.code))
    #expect(LineAdvice(lab).change(mending: Message(message), at: Self.first + row)?.help == .write(line))
  }

  @Test(arguments: [
    (
      FunctionPhrase.missing(name: "dice", signature: "(Mask) -> Double") as any Phrase, 0, 0,
      SlipPhrase.write("func dice(_ a: Mask) -> Double { 1 }")
    ),
    (CheckPhrase.noSuchLayer(layer: "conv1", layers: []), 1, 3, .write("Conv2D(\"conv1\", filter: [5, 5, 1, 4])")),
    (CheckPhrase.noSuchLayer(layer: "pool1", layers: []), 1, 4, .write("MaxPool2D(\"pool1\", window: 2)")),
    (
      PreprocessingPhrase.numberOutOfRange(step: "Threshold", name: "level", found: 50, expected: "> 0, <= 1"), 8, 8,
      .write("Threshold(0.5)")
    ),
    (
      SettingPhrase.otherOrder(part: "Resize", before: "Threshold", order: ["Resize", "Threshold"]), 9, 8,
      .writeLines("  Resize(width: 8, height: 8)\n  Threshold(50)", through: 17)
    ),
  ])
  func writesOutNamesAndPlaces(message: any Phrase, row: Int, place: Int, help: SlipPhrase) throws {
    let check = "\n```yaml check=network\n- shape: {conv1: [4, 4, 4], pool1: [2, 2, 4]}\n```\n"
    let lab = try Bench.lab(Bench.exercise(Self.other) + check)
    let change = try #require(LineAdvice(lab).change(mending: Message(message), at: Self.first + row))
    #expect(change.help == help && change.line == Self.first + place)
  }

  @Test func leavesWordsAndOtherPeoplesLinesAlone() throws {
    let words = NetworkAdvicePhrase.lowerLearningRateSomewhat
    #expect(try written(words, on: 2) as? NetworkAdvicePhrase == words)
    let outside = NetworkAdvicePhrase.useReLU
    #expect(try written(outside, on: 500) as? NetworkAdvicePhrase == outside)
  }

  // MARK: What a suggestion comes to

  @Test func aSuggestionIsAChangeOfLines() {
    let summary = Message(SlipPhrase.madeInside("sum", line: "var sum = 0"))
    func changes(_ phrase: any Phrase) -> [[String]] {
      Message(phrase).changes(at: 5, of: summary).map { ["\($0.line)", "\($0.through)", $0.text] }
    }
    #expect(changes(SlipPhrase.write("a")) == [["5", "5", "a"]])
    #expect(changes(SlipPhrase.writeLines("a\nb", through: 7)) == [["5", "7", "a\nb"]])
    #expect(changes(SlipPhrase.removeLine) == [["5", "5", ""]])
    let others = [LineChange(6, through: 6, "b"), LineChange(8, through: 9, "")]
    #expect(
      changes(SlipPhrase.writeLikewise("a", others: others)) == [["8", "9", ""], ["6", "6", "b"], ["5", "5", "a"]])
    #expect(
      changes(SlipPhrase.removeLikewise(others: others)) == [["8", "9", ""], ["6", "6", "b"], ["5", "5", ""]])
    #expect(changes(SlipPhrase.moveUp(before: 3)) == [["5", "5", ""], ["3", "2", "var sum = 0"]])
    #expect(changes(AdvisedPhrase.write("a", line: 0, why: summary)) == [["5", "5", "a"]])
    #expect(changes(AdvisedPhrase.insert("a", before: 9, why: summary)) == [["9", "8", "a"]])
    #expect(changes(AdvisedPhrase.remove(line: 4, why: summary)) == [["4", "4", ""]])
    #expect(changes(NetworkAdvicePhrase.useReLU) == [])
  }
}

/// Small changes that may mend a known mistake in a function.
struct FunctionEditsTests {
  private func candidates(
    _ trouble: FunctionPhrase.Trouble?, in code: String, expected: String = "1"
  ) throws -> [String] {
    let lab = try Bench.lab(Bench.exercise(code))
    let name = code.split(separator: "(")[0].split(separator: " ")[1]
    return try #require(FunctionEdits(of: String(name), in: lab)).candidates(for: trouble, expected: expected).map(
      \.change.text)
  }

  private static let binarize = """
    func binarize(_ grey: Image) -> Mask {
      var mask = Mask(height: grey.height, width: grey.width)
      for row in 0..<grey.height {
        for column in 0..<grey.width {
          if grey[row, column] > 0.5 { mask[row, column] = 255 }
        }
      }
      return mask
    }
    """

  @Test func aBoundALevelAndAClass() throws {
    #expect(
      try candidates(.known(.strictBound), in: Self.binarize) == [
        "if grey[row, column] >= 0.5 { mask[row, column] = 255 }",
        "if grey[row, column] > 127.5 { mask[row, column] = 255 }",
      ])
    #expect(
      try candidates(.known(.shareOfWhite), in: Self.binarize) == [
        "if grey[row, column] >= 127.5 { mask[row, column] = 255 }"
      ])
    #expect(try candidates(.whiteForOne, in: Self.binarize) == ["if grey[row, column] > 0.5 { mask[row, column] = 1 }"])
  }

  @Test(arguments: [
    (
      "      both += prediction[row, column] * label[row, column]\n", "",
      "      both += prediction[row, column] * label[row, column]\n    }", "neverAdded"
    ),
    (
      "      sum += prediction[row, column] + label[row, column]\n", "",
      "      sum += prediction[row, column] + label[row, column]\n    }", "neverAdded"
    ),
    (
      "both += prediction[row, column] * label[row, column]", "both += prediction[row, column] * 2",
      "both += prediction[row, column] * label[row, column]", "inPlaceOf"
    ),
    (
      "sum += prediction[row, column] + label[row, column]", "sum += max(prediction[row, column], label[row, column])",
      "sum += prediction[row, column] + label[row, column]", "inPlaceOf"
    ),
    ("let above: Int = 2 * both", "let above: Int = 2", "let above: Int = 2 * both", "lacking"),
    (
      "row in 0..<label.height {\n    for column in 0..<label.width",
      "row in 0..<label.width {\n    for column in 0..<label.height",
      "for row in 0..<label.height {\n    for column in 0..<label.width {", "inPlaceOf"
    ),
    ("var sum = 0", "var sum = 1", "var sum = 0", "beginsOtherwise"),
    ("let above: Int = 2 * both", "let above: Int = 2 * both + 1", "let above: Int = 2 * both", "surplus"),
    ("if sum == 0 {", "if sum == 0 || both == 0 {", "if sum == 0 { return 1 }", "surplus"),
    (
      "    }\n  }\n  if sum == 0 { return 1 }", "      if sum == 0 { return 1 }\n    }\n  }",
      "    }\n  }\n  if sum == 0 { return 1 }\n  let above: Int = 2 * both", "returnInLoop"
    ),
  ])
  func `a sum is mended where it begins, grows and is used`(
    _ right: String, _ written: String, _ mended: String, _ cause: String
  ) throws {
    let dice = MisreadCell.function.replacing(right, with: written)
    try #require(dice != MisreadCell.function)
    let edits = try #require(FunctionEdits(of: "dice", in: try Bench.lab(Bench.exercise(dice))))
    let found = edits.candidates(for: nil, expected: "1").first { $0.change.text.trimmed == mended.trimmed }
    let said = String(describing: found?.cause)
    #expect(said.contains(cause), "\(said)")
  }

  /// The loop's last brace stands on the cell's last line, with more behind it.
  @Test func `a way out is moved nowhere where no line is left for it`() throws {
    let dice = """
      func dice(_ a: Mask, _ b: Mask) -> Double? {
        var both = 0
        var sum = 0
        for row in 0..<a.height { for column in 0..<a.width {
            both += a[row, column] * b[row, column]
            sum += a[row, column] + b[row, column]
            if sum == 0 { return 1 }
          }
        }; return Double(2 * both) / Double(sum) }
      """
    let edits = try #require(FunctionEdits(of: "dice", in: try Bench.lab(Bench.exercise(dice))))
    #expect(edits.candidates(for: nil, expected: "1").allSatisfy { $0.cause != .returnInLoop })
  }

  @Test func `a line that is written otherwise is told by what differs in it`() throws {
    let centre = MisreadCell.averaged.replacing("let mean = sum / count", with: "let mean = sum")
    let found = try #require(FunctionEdits(of: "centre", in: try Bench.lab(Bench.exercise(centre))))
      .candidates(for: nil, expected: "").first { $0.change.text == "let mean = sum / count" }
    #expect(found?.cause == .lacking("/ count"))
    let level = Self.binarize.replacing("> 0.5", with: "== 127.5")
    #expect(
      try candidates(nil, in: level).contains("if grey[row, column] >= 127.5 { mask[row, column] = 255 }"))
    #expect(
      try candidates(nil, in: Self.binarize.replacing("return mask", with: "return grey")).contains("return mask"))
    let spread = MisreadCell.averaged.replacing(
      "sum / count", with: "sum / Double(picture.height) * Double(picture.width)")
    #expect(
      try #require(FunctionEdits(of: "centre", in: try Bench.lab(Bench.exercise(spread))))
        .candidates(for: nil, expected: "").map(\.change.text)
        .contains("let mean = sum / (Double(picture.height) * Double(picture.width))"))
  }

  @Test(arguments: [
    ("return Double(above) / Double(sum)", "return Double(above) /\n  Double(sum)"),
    ("return Double(above) / Double(sum)", "return Double(above) * 2 /\n  255"),
    ("if sum == 0 { return 1 }", "if sum -\n  both == 0 { return 1 -\n  both }"),
  ])
  func `a formula over several lines is changed where it can be, and never ends the program`(
    _ right: String, _ written: String
  ) throws {
    let dice = MisreadCell.function.replacing(right, with: written)
    try #require(dice != MisreadCell.function)
    let mistakes: [FunctionMistake] = [.dividedTwice, .union, .iou, .percent, .loss, .sampleDeviation, .edgeLeftOut]
    for mistake in mistakes { #expect(try candidates(.known(mistake), in: dice).count <= 10) }
  }

  @Test func sumsAndQuotients() throws {
    let dice = MisreadCell.function
    #expect(try candidates(.known(.notDoubled), in: dice).contains("return 2 * Double(above) / Double(sum)"))
    #expect(
      try candidates(.emptyMasks, in: dice.replacing("return 1 }", with: "return nil }")).first
        == "if sum == 0 { return 1 }")
    #expect(
      try candidates(.dividedByZero, in: dice).first
        == "  if sum == 0 { return 1 }\n  return Double(above) / Double(sum)")
    #expect(
      try candidates(.known(.lastPixel), in: dice.replacing("+=", with: "=")).first?.hasPrefix(
        "      both += prediction")
        == true)
    #expect(
      try candidates(.known(.percent), in: dice.replacing("return Double(above)", with: "return 100 * Double(above)"))
        .first
        == "return Double(above) / Double(sum)")
  }

  @Test(arguments: [
    ("0..<label.height {", "0...label.height {", "for row in 0..<label.height {"),
    ("0..<label.width {", "1..<label.width {", "for column in 0..<label.width {"),
    ("0..<label.width {", "0..<label.height {", "for column in 0..<label.width {"),
    ("label[row, column]\n", "label[column, row]\n", "both += prediction[row, column] * label[row, column]"),
    (" || ", " && ", "if prediction.height != label.height || prediction.width != label.width { return nil }"),
    ("Double(above) / Double(sum)", "Double(above / sum)", "return Double(above) / Double(sum)"),
  ])
  func whatIsHardlyMeant(_ right: String, _ written: String, by mended: String) throws {
    let dice = MisreadCell.function.replacing(right, with: written, maxReplacements: 1)
    try #require(dice != MisreadCell.function)
    #expect(try candidates(nil, in: dice).first == mended)
  }

  @Test(arguments: [
    ("let mean = sum / count", "let mean = sum", "let mean = sum / count"),
    ("let mean = sum / count", "let mean = sum.squareRoot()", "let mean = (sum / count).squareRoot()"),
  ])
  func `a sum is divided by how many pixels there are`(_ right: String, _ written: String, by mended: String) throws {
    let centre = MisreadCell.averaged.replacing(right, with: written)
    #expect(try candidates(nil, in: centre).contains(mended))
    #expect(try candidates(.known(.sumOfSquares), in: centre).first == mended)
  }

  @Test func `an image that nothing divides is given back as it was made`() throws {
    let divided = MisreadCell.averaged.replacing("- mean\n", with: "/ mean\n")
    #expect(
      try candidates(.dividedByZero, in: divided, expected: "0").first?.contains("if mean == 0 { return result }\n")
        == true)
  }

  @Test(arguments: [
    ("if sum == 0 { return Double.nan }", "if sum == 0 { return 1 }"),
    ("if sum == 0 { return -1 }", "if sum == 0 { return 1 }"),
    ("if sum == 0 { 1 }", "if sum == 0 { return 1 }"),
    ("if sum <= 0 {\n    return Double(0) / 1\n  }", "return 1"),
    ("guard sum > 0 else { return Double.nan }", "guard sum > 0 else { return 1 }"),
    ("if sum != 0 { print(sum) } else { return Double.nan }", "if sum != 0 { print(sum) } else { return 1 }"),
    ("return sum == 0 ? Double.nan : Double(above)", "return sum == 0 ? 1 : Double(above)"),
    ("return sum > 0 ? Double(above) : Double.nan", "return sum > 0 ? Double(above) : 1"),
  ])
  func allOfWhatIsGivenBackIsReplaced(_ written: String, by mended: String) throws {
    let dice = MisreadCell.function.replacing("if sum == 0 { return 1 }", with: written)
    for trouble in [FunctionPhrase.Trouble.dividedByZero, .emptyMasks] {
      #expect(try candidates(trouble, in: dice).first == mended)
    }
  }
}
