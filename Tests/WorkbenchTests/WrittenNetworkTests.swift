import Checking
import Diagnostics
import Foundation
import Labs
import Messages
import SegLab
import Testing

@testable import Workbench

/// What is read of a network from its text must be what the compiler's program hands over, or nothing.
@Suite(.enabled(if: Bench.hasCompiler, "needs swiftc")) struct WrittenNetworkTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  @Test(arguments: [
    "01-fully-connected", "02-fcn", "03-dice-and-parameters", "04-knee-unet", "05-your-own",
  ])
  func `every network of the shipped labs is read as it compiles`(_ name: String) async throws {
    let path = Self.root.appending(path: "labs/\(name).md").path
    let lab = try #require(try Lab.read(path, as: "labs/\(name).md").lab)
    let (solution, _) = try Solution.read(Self.root.appending(path: "solutions/\(name).md").path, as: name)
    let filling = try #require(solution)
    let solved = try #require(lab.completed(with: filling).lab)
    let outcome = try await Bench.answer(solved)
    let answer = try #require(outcome.answer)
    let read = Self.networks(of: solved)
    let own = answer.networks.filter { outcome.homes[$0.key]?.isExercise == true }
    #expect(Set(read.keys) == Set(own.keys))
    for (constant, network) in read { #expect(try Self.text(network) == Self.text(answer.networks[constant])) }
    // What is not filled in is none of it.
    #expect(Self.networks(of: lab).isEmpty)
  }

  /// Networks in many spellings, all of which are read.
  private static let spellings = """
    let width = 8
    let twice: Int = 2 * width
    let share = 0.25
    let first = "conv"
    let biased = true
    @LayerBuilder
    func stage(_ name: String, from: Int, to wide: Int, drop rate: Double) -> [any Layer] {
      Conv2D("\\(name)a", filter: [3, 3, from, wide], bias: biased, activation: .relu)
      // A comment between two layers.
      Dropout(name + "drop", rate: rate)
    }
    @LayerBuilder func both(_ name: String) -> [any Layer] {
      stage(name + "1", from: width, to: width, drop: share)
      for _ in 0..<1 { ReLU() }
    }
    let one: Network = Network("one") {
      Input(shape: [8 * 4, (8 + 8) * 2, 1])
      Conv2D(
        first,
        filter: [3, 3, 1, width], padding: .same,
        initializer: .truncatedNormal(stddev: 0.05)
      ); BatchNorm(channels: width, momentum: 0.5 + 0.25, epsilon: 1/1000)
      for number in 1...3 {
        stage("s\\(number)_", from: number == 1 ? 8 : 8, to: width, drop: share)
      }
      Conv2D("last", filter: [1, 1, twice / 2, 2], activation: .identity)
    }
    let two = Network("two") {
      Input(shape: [16, 16, 1])
      Conv2D("a", filter: [3, 3, 1, width], untiedBias: false, activation: Activation.leakyRelu, initializer: .he)
      both("b")
      MaxPool2D(window: 3 - 1, padding: Padding.same)
      AveragePool2D("avg", stride: 9 % 2)
      Upsample("up", factor: 2, method: .bilinear)
      Concat("joined", of: "up", first + "x", crop: true)
      Add(of: "up", "a")
      LeakyReLU("leaky", slope: 0.2, from: "joined")
      Sigmoid()
      Softmax()
      Flatten("flat")
      Dense("dense", weights: [256 * width, 1_0], bias: false, activation: .sigmoid)
      Reshape(shape: [1, 1, 10])
      ConvTranspose2D("t", filter: [2, 2, 10, 1], stride: 2, bias: true)
    }
    """

  @Test func `what is read of any spelling is what compiles`() async throws {
    // Of a choice between two values nothing is read; without it all is.
    let text = Self.spellings.replacing("number == 1 ? 8 : 8", with: "-(-8)")
    let lab = try Bench.lab(Bench.exercise(text))
    let outcome = try await Bench.answer(Bench.exercise(text))
    #expect(outcome.cells.flatMap(\.errors).map(\.message.id) == ["workbench.constantMissing"])
    let read = Self.networks(of: lab)
    #expect(Set(read.keys) == ["one", "two"])
    for (constant, network) in read { #expect(try Self.text(network) == Self.text(outcome.answer?.networks[constant])) }
    #expect(Set(Self.networks(of: try Bench.lab(Bench.exercise(Self.spellings))).keys) == ["two"])
  }

  /// What becomes of `spellings` must not be read as it stands, and does not compile: from, to.
  private static let refused = [
    ("[8 * 4,", "[8 *4,"), ("[8 * 4,", "[8 - -  4,"), ("let width = 8", "let width = 8.0"), ("crop: true", "crop: 1"),
    ("let twice: Int", "let twice: Double"), ("); BatchNorm", ") BatchNorm"), (", padding: .same", ", padding: .sam"),
    ("\"a\", filter: [3, 3, 1, width], untiedBias: false", "\"a\", untiedBias: false, filter: [3, 3, 1, width]"),
    ("slope: 0.2, from: \"joined\"", "slope: share, share"), ("Sigmoid()", "Sigmoid(.relu)"),
    ("Softmax()", "Softmax[]"), ("Flatten(\"flat\")", "Flatten(\"flat\", \"flat\")"),
    ("factor: 2, ", ""), ("[256 * width, 1_0]", "[256 * width, 1_0"), ("both(\"b\")", "both(name: \"b\")"),
    ("  Sigmoid()\n", "  Sigmoid()\n  .relu\n"), ("1_0]", "share]"),
    ("stride: 2, bias: true", "stride: 2.5, bias: true"),
    ("let two = Network(\"two\")", "let two: Training = Network(\"two\")"), ("Add(of:", "Ad(of:"),
    ("let share = 0.25", "struct Softmax {}\nlet share = 0.25"), ("to: width, drop: share)", "to: width)"),
    ("func both(_ name: String)", "func both(_ name: Int)"), ("[16, 16, 1]", "[16, 16, .FIXME]"),
  ]

  @Test(arguments: refused.indices) func `what does not compile is not read`(_ index: Int) async throws {
    let (from, to) = Self.refused[index]
    let right = Self.spellings.replacing("number == 1 ? 8 : 8", with: "width")
    let text = right.replacing(from, with: to, maxReplacements: 1)
    try #require(text != right)
    let outcome = try await Bench.answer(Bench.exercise(text))
    try #require(outcome.cells.contains { !$0.errors.isEmpty || !$0.holes.isEmpty })
    #expect(try Self.networks(of: Bench.lab(Bench.exercise(text))).count < 2, "\(to)")
  }

  /// Cells with a network `n`, divided by lines of `===`, in which something gives it another meaning than it seems to have, or none.
  private static let doubtful: [String] = {
    func n(_ number: String = "8", _ more: String = "") -> String {
      "let n = Network(\"n\") {\n  Input(shape: [\(number), 8, 1])\n\(more)}"
    }
    func layer(_ text: String) -> String { n("8", "  \(text)\n") }
    let built = "@LayerBuilder func f(_ a: Int) -> [any Layer] { ReLU(\"r\\(a)\") }\n"
    return [
      // Outside of brackets, anything but constants and functions.
      "infix operator +: MultiplicationPrecedence\n" + n("1 + 2 * 3"),
      "prefix func - (a: Int) -> Int { a }\n" + n("-(-8)"),
      "extension Int { static func * (a: Int, b: Int) -> Int { a } }\n" + n("4 * 2"), "blah blah\n" + n(),
      n() + "\nx = 3",
      "extension Input { init(shape: [Int]) { self.init(\"x\", shape: [1, 1, 1], line: 5) } }\n" + n(),
      "print(1)\n" + n(),
      "@resultBuilder enum LayerBuilder {}\n" + built + layer("f(1)"), "#if false\n" + n() + "\n#endif",
      "enum Padding {}\n" + n(),
      "typealias IntegerLiteralType = Double\nlet w = 8\n" + n("w"), "static let w = 8\n" + n("w"),
      "var w = 8\n" + n("w"),
      "let a = 8, w = 9\n" + n("w"), "let (w, v) = (8, 8)\n" + n("w"), "import Foundation\n===\n" + n(),
      "foo let w = 8\n" + n("w"),
      "@available(*, unavailable)\nlet w = 8\n" + n("w"), "let q = /abc/\n===\n" + n(),
      "let w = 8 let v = 9\n" + n("w"),
      // Names made twice, or that hide something.
      "let w = 8\n===\nlet w = 9\n===\n" + n("w"), "func w() {}\nlet w = 8\n" + n("w"),
      built + "func f() {}\n" + layer("f(1)"),
      "let ReLU = 3\n" + n(), "func Input(shape: [Int]) -> Int { 1 }\n" + n(),
      layer("for Sigmoid in 1...2 { Sigmoid() }"),
      "@LayerBuilder func g(_ f: Int) -> [any Layer] { f(1) }\n" + built + layer("g(1)"),
      "@LayerBuilder func g(_ a: Int, _ a: Int) -> [any Layer] { ReLU() }\n" + layer("g(1, 2)"),
      layer("for Padding in 1...1 { MaxPool2D(padding: Padding.same) }"),
      // Constants that have no value yet, or another one.
      n("w") + "\nlet w = 8", n("w") + "\n===\nlet w = 8", "let w = w\n" + n("w"), "let w = 8\nas Double\n" + n("w"),
      "@LayerBuilder func f() -> [any Layer] { Reshape(shape: [w, 8, 1]) }\n" + layer("f()") + "\nlet w = 8",
      "let r = 1 / (1 / 0)\n" + layer("Dropout(rate: r)"),
      "let r = 9_223_372_036_854_775_807 * 2\n" + layer("Dropout(rate: r)"),
      "let r = 1\n" + layer("Dropout(rate: r)"), "let w: Double = 8\n" + n("w"),
      // Words of Swift's as names, and signs that are not what they seem.
      "let in = 8\n" + n("in"), "let _ = 8\n" + n("_"), "let w\u{A0}= 8\n" + n("w"), "let e\u{301} = 8\n" + n("\u{E9}"),
      "@LayerBuilder func f(in: Int) -> [any Layer] { ReLU(\"r\\(in)\") }\n" + layer("f(in: 1)"),
      "@LayerBuilder func f(_ w\u{A0}: Int) -> [any Layer] { ReLU() }\n" + layer("f(1)"), layer("ReLU(\"a\tb\")"),
      layer("ReLU(\u{1}\"ab\")"), layer("ReLU(\"a\\u{62}\")"), n("8 *\u{B}2"),
      // Spaces and lines that make it two things.
      layer("ReLU\n(\"a\")"), "let n = Network\n(\"n\") {\n Input(shape: [8, 8, 1])\n}", layer("ReLU(\"a\" +\"b\")"),
      layer("for i in 1 ...3 { ReLU(\"r\\(i)\") }"), layer("for i in -3...-1 { ReLU(\"r\\(i)\") }"),
      layer("for i in 0..<-(-1) { ReLU() }"), layer("MaxPool2D(padding: Padding. same)"), n() + "\n  .other()",
      layer("Conv2D(filter: [1, 1, 1, 1], initializer: .truncatedNormal\n(stddev: 0.5))"), n() + " Sigmoid()",
      // Values that a description would swallow.
      layer("Conv2D(filter: [1, 1, 1, 1], initializer: .truncatedNormal(stddev: 0.5, mean: 0))"),
      layer("Conv2D(filter: [1, 1, 1, 1], initializer: .he(x: 3))"),
      layer("Dropout(rate: 0.50000000000000005551115123125783)"),
    ]
  }()

  @Test(arguments: doubtful) func `what may mean something else is not read`(_ text: String) throws {
    let cells = text.components(separatedBy: "\n===\n").enumerated().map { "```swift exercise=c\($0)\n\($1)\n```\n" }
    #expect(Self.networks(of: try Bench.lab(cells.joined(separator: "\n"))).isEmpty)
  }

  @Test func `constants and functions of other cells are read where they stand above`() async throws {
    let text = """
      ```swift given
      let w = 4
      @LayerBuilder
      func stage(_ name: String, _ to: Int) -> [any Layer] {
        Conv2D("\\(name)a", filter: [1, 1, w, to])
      }
      func other(_ mask: Mask) -> Int {
        enum Padding { case same }
        return mask.height
      }
      ```
      ```swift exercise=network
      let training = Training(
        learningRate: 0.1, loss:
          0.5 * .crossEntropy
            + 0.5 * .dice())
      let list = [1, 2].map { number in
        number * 2
      }
      let n = Network(
        "n"
      ) {
        Input(shape: [8, 8, w])
        stage("s", 3)
        Dropout(rate: -0.0)
      }
      ```
      ```swift given
      let later = 5
      ```

      """
    let read = Self.networks(of: try Bench.lab(text))
    let outcome = try await Bench.answer(text)
    #expect(try Self.text(read["n"]) == Self.text(outcome.answer?.networks["n"]))
  }

  @Test func `what would stop the program, or never end, is not read`() throws {
    let text = Bench.small.replacing(
      "  Flatten()", with: "  for n in 1...3 { Conv2D(\"c\\(n)\", filter: [3, 3, n, n]) }")
    let ways = [
      "3...1", "0..<9_000_000_000_000_000_000", "0...9_223_372_036_854_775_807", "1...(8 / 0)",
      "-9_223_372_036_854_775_807...3",
      "0..<999 { for m in 0..<999 ", "1...9_223_372_036_854_775_807 * 3",
    ]
    for way in ways {
      let long = text.replacing("1...3", with: way) + (way.contains("{") ? "}" : "")
      #expect(try Self.networks(of: Bench.lab(Bench.exercise(long))).isEmpty, "\(way)")
    }
    let deep = text.replacing("[3, 3, n, n]", with: String(repeating: "[(", count: 20_000))
    #expect(try Self.networks(of: Bench.lab(Bench.exercise(deep))).isEmpty)
    let minus = text.replacing("[3, 3, n, n]", with: "[3, 3, " + String(repeating: "- ", count: 20_000) + "1, 1]")
    #expect(try Self.networks(of: Bench.lab(Bench.exercise(minus))).isEmpty)
    var empty = "{}"
    for _ in 0..<12 { empty = "{ for _ in 0..<999 \(empty) }" }
    let idle = Bench.small.replacing("  Flatten()", with: "  for _ in 0..<999 \(empty)")
    #expect(try Self.networks(of: Bench.lab(Bench.exercise(idle))).isEmpty)
    // Many small networks together, long texts, and signs that were counted anew at each: all within one budget.
    let many =
      "@LayerBuilder func f() -> [any Layer] { for _ in 0..<999 { ReLU() } }\n"
      + (0..<500).map { "let n\($0) = Network(\"n\") { f() }\n" }.joined()
    #expect(try Self.networks(of: Bench.lab(Bench.exercise(many))).count < 5)
    let parts = Bench.small.replacing(
      "Flatten()", with: "for i in 0..<999 { ReLU(\"" + String(repeating: "\\(i)", count: 5_000) + "\") }")
    #expect(try Self.networks(of: Bench.lab(Bench.exercise(parts))).isEmpty)
    let lab = try Bench.lab(Bench.exercise(Bench.small))
    let signs = String(repeating: "#", count: 60_000)
    #expect(WrittenNetwork.all(in: lab, cell: "network", asOf: signs).isEmpty)
    #expect(
      WrittenNetwork.all(in: lab, cell: "network", asOf: Bench.small + String(repeating: " ", count: 70_000)).isEmpty)
    let itself =
      "@LayerBuilder func again(_ n: Int) -> [any Layer] { again(n) }\nlet fc = Network(\"fc\") { again(1) }"
    #expect(try Self.networks(of: Bench.lab(Bench.exercise(itself))).isEmpty)
  }

  @Test(arguments: RightCell.all) func `unusual cells are read as they compile, or not at all`(_ cell: String)
    async throws
  {
    let outcome = try await Bench.answer(Bench.exercise(cell))
    for (constant, network) in Self.networks(of: try Bench.lab(Bench.exercise(cell))) {
      #expect(try Self.text(network) == Self.text(outcome.answer?.networks[constant]))
    }
  }

  @Test func `above a line that cannot be read all others are`() throws {
    let lab = try Bench.lab(Bench.exercise(Bench.small))
    let text = """
      let fc = Network("fc") {
        Input(shape: [8, 8, 1])
        Conv2D("a", filter: [3, 3, 1, 4])
        Conv2D("b", filter: [3, 3, 4, .FIXME])
        Flatten()
      }
      """
    let read = WrittenNetwork.all(in: lab, cell: "network", asOf: text)
    #expect(read.map(\.isWhole) == [false] && read.first?.network.layers.map(\.name) == ["input1", "a"])
    let first = text.replacing("[8, 8, 1]", with: "[8, .FIXME, 1]")
    #expect(WrittenNetwork.all(in: lab, cell: "network", asOf: first).isEmpty)
  }

  /// The networks that the exercises of a lab make, as far as they are read as a whole.
  private static func networks(of lab: Lab) -> [String: Network] {
    let all = lab.exercises.flatMap { WrittenNetwork.all(in: lab, cell: $0.id, asOf: $0.body) }
    return Dictionary(all.filter(\.isWhole).map { ($0.constant, $0.network) }) { first, _ in first }
  }

  private static func text(_ network: Network?) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    return String(decoding: try encoder.encode(try #require(network)), as: UTF8.self)
  }
}
