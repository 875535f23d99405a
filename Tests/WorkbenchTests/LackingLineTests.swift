import Diagnostics
import Labs
import Messages
import Testing

@testable import Workbench

/// Lines that a cell lacks, and numbers of which there are too few or too many.
struct LackingLineTests {
  private static let steps = """
    let prepared = Preprocessing {
      Resize(width: 100, height: 100, fit: .pad)
      RandomFlip()
    }
    """

  private static let network = """
    let own = Network("own") {
      Input(shape: [100, 100, 1])
      pair("enc1", 1, 8)
      MaxPool2D("pool1")
      MaxPool2D("pool2")
      pair("mid", 8, 16)
      ConvTranspose2D("up1", filter: [2, 2, 16, 8], stride: 2)
      Concat("skip1", of: "up1", "enc1b")
      pair("dec1", 16, 8)
    }
    """

  private static let sweep = """
    let search = Sweep(
      learningRates: [0.001, 0.002],
      of: Training(epochs: 2))
    """

  private func lab(_ code: String, and other: String = "") throws -> Lab {
    try Bench.lab(Bench.exercise(code) + (other.isEmpty ? "" : "\n```swift exercise=other\n\(other)\n```\n"))
  }

  @Test func `a step that is missing goes where its kind is done`() throws {
    let lab = try lab(Self.steps)
    let found = try #require(LineAdvice(lab).missing("Threshold(0.5)", of: lab.exercises.first?.lines))
    #expect(found.line == 10)
    guard case .insert("Threshold(0.5)", before: 10, _)? = found.help as? AdvisedPhrase else {
      Issue.record("\(found.help)")
      return
    }
  }

  @Test func `a step that is a comment is written again on its line`() throws {
    let lab = try lab(Self.steps.replacing("  RandomFlip()", with: "  // Threshold(0.4)\n  RandomFlip()"))
    let found = try #require(LineAdvice(lab).missing("Threshold(0.5)", of: lab.exercises.first?.lines))
    #expect(found.line == 10 && found.help as? SlipPhrase == .write("Threshold(0.4)"))
  }

  @Test(arguments: ["// Threshold(level)", "// Threshold(…)"])
  func `a comment that is no line is not handed out`(comment: String) throws {
    let lab = try lab(Self.steps.replacing("  RandomFlip()", with: "  \(comment)\n  RandomFlip()"))
    let found = try #require(LineAdvice(lab).missing("Threshold(0.5)", of: lab.exercises.first?.lines))
    guard case .insert("Threshold(0.5)", before: _, let why)? = found.help as? AdvisedPhrase else {
      Issue.record("\(found.help)")
      return
    }
    #expect(!why.text(in: .english).contains("``") && why.text(in: .korean).contains("단계"))
  }

  @Test func `weights and shapes behind nothing are told nothing`() throws {
    let lab = try lab(
      """
      let own = Network("own") {
        Input(shape: [8, 8, 1])
        Dense("none", weights: [64, 0])
        Dense("final", weights: [512])
        Reshape("pixels", shape: [8, -1])
      }
      """)
    for line in 7...14 { #expect(LineAdvice(lab).weights(on: line) == nil && LineAdvice(lab).shape(on: line) == nil) }
  }

  @Test func `channels and strides without bound come to nothing`() throws {
    let joins = (1...40).map { "  Concat(\"c\($0)\", of: \"c\($0 - 1)\", \"c\($0 - 1)\")" }
    let code = Self.network.replacing("  MaxPool2D(\"pool2\")", with: "  MaxPool2D(\"pool2\", stride: \(Int.max))")
      .replacing(
        "  pair(\"mid\", 8, 16)",
        with: "  Conv2D(\"c0\", filter: [1, 1, 8, \(Int.max)])\n" + joins.joined(separator: "\n"))
    let lab = try lab(code, and: Self.steps)
    let edits = try #require(NetworkEdits(in: lab, cell: "network", line: 8))
    let sizes = NetworkPhrase.sizesDiffer(
      layer: "skip1", first: "up1", firstShape: [50, 50, 8], second: "enc1b", secondShape: [100, 100, 8])
    #expect(edits.resized(for: sizes).isEmpty)
    #expect(
      edits.candidates(for: NetworkPhrase.unknownInput(layer: "skip1", name: "midb"), at: 8).allSatisfy {
        !$0.help.text(in: .english).contains("\(Int.max)")
      })
  }

  @Test(arguments: [
    (SettingPhrase.tried(setting: "learningRate", found: 2, expected: ">= 4"), "[0.00011, 0.00033, 0.001, 0.002]"),
    (.spread(setting: "learningRate", found: "2", expected: ">= 10"), "[0.0002, 0.002]"),
  ])
  func `a sweep is told values that are enough and far enough apart`(fault: SettingPhrase, list: String) throws {
    let change = LineAdvice(try lab(Self.sweep)).change(mending: Message(fault), at: 8)
    #expect(change?.line == 9 && change?.help == .write("learningRates: \(list),"))
  }

  @Test func `a size that does not come back is told with the nearest that does`() throws {
    let lab = try lab(Self.network, and: Self.steps)
    let edits = try #require(NetworkEdits(in: lab, cell: "network", line: 8))
    let differ = NetworkPhrase.preparedImagesDiffer(written: [100, 100, 1], images: [102, 100, 1])
    #expect(edits.resized(for: differ).isEmpty)
    let sizes = NetworkPhrase.sizesDiffer(
      layer: "skip1", first: "up1", firstShape: [50, 50, 8], second: "enc1b", secondShape: [100, 100, 8])
    #expect(edits.resized(for: sizes).isEmpty)
    let uneven = try #require(
      NetworkEdits(
        in: try self.lab(
          Self.network.replacing("[100, 100, 1]", with: "[101, 100, 1]"),
          and: Self.steps.replacing("height: 100", with: "height: 101")), cell: "network", line: 8))
    #expect(uneven.resized(for: sizes).first?.cause == .sizeUneven(size: [101, 100], by: 4))
    #expect(uneven.resized(for: sizes).first?.changes.count == 2)
  }

  @Test(arguments: [("heart", "cardiac"), ("Knee", "knee"), ("knees", "knee"), ("cardic", "cardiac")])
  func `a set by another name is told by its own`(name: String, meant: String) {
    let words = DataPhrase.setUnknown(name: name, known: ["cardiac", "knee"]).text(in: .english)
    #expect(words.contains("“\(meant)” meant?"), "\(words)")
    #expect(!DataPhrase.setUnknown(name: "lungs", known: ["knee"]).text(in: .english).contains("meant"))
  }

  private static let sizes = """
    let own = Network("own") {
      Input(shape: [32, 32, 1])
      pair("enc1", 1, 8)
      MaxPool2D("pool1")
      pair("enc2", 8, 16)
      MaxPool2D("pool2")
      pair("mid", 16, 32)
      ConvTranspose2D("up2", filter: [2, 2, 32, 16], stride: 2)
      Concat("skip2", of: "up2", "enc2b")
      pair("dec2", 32, 16)
      ConvTranspose2D("up1", filter: [2, 2, 16, 8], stride: 2)
      Concat("skip1", of: "up1", "enc1b")
    }
    """

  @Test(arguments: [
    ("  MaxPool2D(\"pool2\")\n", "pool2", 5, "pool2"), ("  MaxPool2D(\"pool1\")\n", "pool1", 3, "pool1"),
    ("  Concat(\"skip2\", of: \"up2\", \"enc2b\")\n", "skip2", 8, "skip2"),
    ("  ConvTranspose2D(\"up2\", filter: [2, 2, 32, 16], stride: 2)\n", "up2", 7, "up2"),
    ("  ConvTranspose2D(\"up1\", filter: [2, 2, 16, 8], stride: 2)\n", "up1", 10, "up1"),
    ("  Concat(\"skip1\", of: \"up1\", \"enc1b\")\n", "skip1", 11, "skip1"),
  ])
  func `a layer that is missing is written as the others of its kind`(
    line: String, layer: String, row: Int, name: String
  ) throws {
    let code = Self.sizes.replacing(line, with: "")
    try #require(code != Self.sizes)
    let lab = try lab(code)
    let cell = try #require(lab.exercises.first)
    let edits = try #require(NetworkEdits(in: lab, cell: cell.id, line: cell.line))
    let found = edits.missingLines
    #expect(found.map(\.layer) == [layer] && found.first?.text == line.trimmed)
    #expect(found.first?.before == cell.line + row)
    #expect(found.first?.isGuess == line.contains("filter"))
  }

  @Test(arguments: [
    (
      "pair(\"enc1\", 1, 8)\nMaxPool2D(\"pool1\")\npair(\"enc2\", 8, 16)\npair(\"enc3\", 16, 32)\nMaxPool2D(\"pool3\")\npair(\"mid\", 32, 64)",
      ["MaxPool2D(\"pool2\")"]
    ),
    ("pair(\"enc1\", 1, 8)\n// one\npair(\"enc2\", 8, 16)\nMaxPool2D(\"pool2\")", ["MaxPool2D(\"pool1\")"]),
    (
      "pair(\"enc1\", 1, 8)\nConcat(\"skip1\", of: \"enc1a\", \"enc10\")\npair(\"enc2\", 8, 16)",
      ["Concat(\"skip2\", of: \"enc2a\", \"enc10\")"]
    ),
    (
      "MaxPool2D(\"l1pool1\")\nDropout(\"drop1\", rate: 0.5)\nMaxPool2D(\"l1pool2\")", ["Dropout(\"drop2\", rate: 0.5)"]
    ),
    ("MaxPool2D(\"1\")\npair(\"2\", 1, 8)", []), ("MaxPool2D(\"pool09\")\npair(\"enc10\", 1, 8)", []),
    ("Conv2D(\"c1\", filter: [3, 3, 1, \(Int.max)])\nMaxPool2D(\"p2\")\nMaxPool2D(\"p1\")", []), ("", []),
  ])
  func `numbers in names say which layers are missing`(layers: String, lines: [String]) throws {
    let lab = try lab("let own = Network(\"own\") {\nInput(shape: [32, 32, 1])\n\(layers)\n}")
    let cell = try #require(lab.exercises.first)
    let edits = NetworkEdits(in: lab, cell: cell.id, line: cell.line)
    #expect(edits?.missingLines.map(\.text) ?? [] == lines)
    guard let line = edits?.missingLines.first else { return }
    // Behind the line that it follows: a comment stays with what it stands before.
    let rows = lab.text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(rows[line.before - 2].contains("\"\(line.above)\""))
  }

  @Test(arguments: [
    ("pair(\"enc2\", 8, 16)", "pair(\"enc2\", 16, 32)"),
    (
      "ConvTranspose2D(\"up2\", filter: [2, 2, 32, 16], stride: 2)",
      "ConvTranspose2D(\"up2\", filter: [2, 2, 16, 8], stride: 2)"
    ),
  ])
  func `a line with both ends wrong gets both`(right: String, wrong: String) throws {
    let lab = try lab(Self.sizes.replacing(right, with: wrong))
    let cell = try #require(lab.exercises.first)
    let edits = try #require(NetworkEdits(in: lab, cell: cell.id, line: cell.line))
    let row = try #require(
      lab.text.split(separator: "\n", omittingEmptySubsequences: false).firstIndex { $0.contains(wrong) })
    let mismatch = NetworkPhrase.unread(layer: "enc2")
    #expect(edits.refitted(for: mismatch, at: row + 1).first?.help as? SlipPhrase == .write(right))
    // Where one end fits the other says what is wrong.
    let half = try self.lab(Self.sizes.replacing(right, with: right.replacing("16", with: "12")))
    let other = try #require(NetworkEdits(in: half, cell: cell.id, line: cell.line))
    #expect(other.refitted(for: mismatch, at: row + 1).isEmpty)
  }

  @Test(arguments: [
    ("ConvTranspose2D(\"up2\", filter: [2, 2, 32, 16], stride: 2)", "32, 16]", "32, 32]", "dec2", [3, 3, 32, 16]),
    ("pair(\"enc2\", 8, 16)", "8, 16", "8, 12", "mid", [3, 3, 16, 32]),
  ])
  func `the layer above is given what the one that does not fit takes, for a try of all checks`(
    line: String, right: String, wrong: String, blamed: String, filter: [Int]
  ) throws {
    let lab = try lab(Self.sizes.replacing(line, with: line.replacing(right, with: wrong)))
    let cell = try #require(lab.exercises.first)
    let edits = try #require(NetworkEdits(in: lab, cell: cell.id, line: cell.line))
    let rows = lab.text.split(separator: "\n", omittingEmptySubsequences: false)
    let place = try #require(rows.firstIndex { $0.contains("\"\(blamed)\"") })
    let mismatch = NetworkPhrase.filterChannels(layer: blamed, filter: filter, arriving: [8, 8, 1], from: "")
    let found = try #require(edits.outputs(for: mismatch, at: place + 1).first)
    #expect(found.help as? SlipPhrase == .write(line) && found.isForAll)
  }

  @Test func `images, lines and joins that stand in another order are told in ours`() throws {
    func edits(_ right: String, _ wrong: String) throws -> (edits: NetworkEdits, line: Int) {
      let code = Self.sizes.replacing(right, with: wrong)
      try #require(code != Self.sizes)
      let lab = try lab(code)
      let cell = try #require(lab.exercises.first)
      let rows = lab.text.split(separator: "\n", omittingEmptySubsequences: false)
      let line = try #require(rows.firstIndex { $0.contains(wrong.split(separator: "\n")[0].trimmed) }) + 1
      return (try #require(NetworkEdits(in: lab, cell: cell.id, line: cell.line)), line)
    }
    let (images, input) = try edits("Input(shape: [32, 32, 1])", "Input(shape: [1, 32, 32])")
    let image = try #require(images.input(as: [32, 32, 1]).first)
    #expect(image.line == input && image.help as? SlipPhrase == .write("Input(shape: [32, 32, 1])"))
    #expect(images.input(as: nil).isEmpty && images.input(as: [1, 32, 32]).isEmpty)
    let (none, _) = try edits("  Input(shape: [32, 32, 1])\n  pair(", "  pair(")
    #expect(none.missingInput(nil).isEmpty)
    #expect(none.missingInput([32, 32, 1]).first?.changes.map(\.text) == ["Input(shape: [32, 32, 1])"])

    let pair = "  Concat(\"skip2\", of: \"up2\", \"enc2b\")\n  pair(\"dec2\", 32, 16)\n"
    let (lines, first) = try edits(
      pair, "  pair(\"dec2\", 32, 16)\n  Concat(\"skip2\", of: \"up2\", \"enc2b\")\n")
    let all = lines.exchangedLines(for: NetworkPhrase.unknownInput(layer: "skip2", name: "up2"), at: first)
    #expect(lines.exchangedLines(for: NetworkPhrase.unread(layer: "skip2"), at: first).isEmpty)
    #expect(all.map(\.line) == [first - 1, first])
    #expect(all.last?.cause == .linesExchanged(first: "skip2", second: "dec2") && all.last?.changes.count == 2)

    let (joins, join) = try edits("Concat(\"skip2\"", "Add(\"skip2\"")
    let joined = joins.joined(for: NetworkPhrase.unread(layer: "dec2"))
    #expect(joined.map(\.line) == [join])
    #expect(joined.first?.help as? SlipPhrase == .write("Concat(\"skip2\", of: \"up2\", \"enc2b\")"))
  }

  @Test func `a name that was typed with the Korean layout is told as it was meant`() throws {
    let lab = try lab(Self.sizes.replacing("\"enc2b\"", with: "\"둧2ㅠ\""))
    let line = try #require(lab.exercises.first?.line) + 8
    let told = LineAdvice(lab).written(
      Diagnostic(
        .error, file: "", line: line, NetworkPhrase.unknownInput(layer: "skip2", name: "둧2ㅠ"),
        help: NetworkAdvicePhrase.didYouMean(name: "up2")))
    guard case .write(let text, line: 0, _)? = told.help as? AdvisedPhrase else {
      Issue.record("\(String(describing: told.help))")
      return
    }
    #expect(text == "Concat(\"skip2\", of: \"up2\", \"enc2b\")")
  }

  @Test func `a convolution that is to enlarge is written as a transposed one`() throws {
    let lab = try lab(Self.sizes.replacing("ConvTranspose2D(\"up2\"", with: "Conv2D(\"up2\""))
    let code = try #require(lab.exercises.first)
    let edits = try #require(NetworkEdits(in: lab, cell: code.id, line: code.line))
    let first = try #require(
      edits.candidates(for: NetworkPhrase.unread(layer: "up2"), at: code.line + 7).first)
    #expect(first.cause == .notTransposed(layer: "up2") && first.line == code.line + 7)
    #expect(first.help as? SlipPhrase == .write("ConvTranspose2D(\"up2\", filter: [2, 2, 32, 16], stride: 2)"))
  }
}
