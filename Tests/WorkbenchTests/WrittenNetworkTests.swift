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
    // Nothing is read of what is not filled in.
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

  /// The networks that the exercises of a lab make.
  private static func networks(of lab: Lab) -> [String: Network] {
    let all = lab.exercises.flatMap { WrittenNetwork.all(in: lab, cell: $0.id, asOf: $0.body) }
    return Dictionary(all.map { ($0.constant, $0.network) }) { first, _ in first }
  }

  private static func text(_ network: Network?) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    return String(decoding: try encoder.encode(try #require(network)), as: UTF8.self)
  }
}
