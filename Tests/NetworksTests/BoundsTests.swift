import Diagnostics
import Foundation
import Messages
import SegLab
import Tensors
import Testing

@testable import Networks

/// What a description may be, and that judging it ends soon whatever it is.
@Suite struct BoundsTests {
  private func report(_ layers: [any Layer], name: String = "net", _ limits: NetworkLimits = NetworkLimits())
    -> ShapeReport
  { ShapeReport(of: Network(name, line: 1, layers: layers), file: "lab.md", limits: limits) }

  private func messages(_ report: ShapeReport) -> [String] {
    report.diagnostics.map { item in
      item.summary.text(in: .english) + (item.help.map { "; " + $0.text(in: .english) } ?? "")
    }
  }

  // MARK: Messages

  @Test func manyNamesThatAreNotThereAreJudgedAtOnce() throws {
    // 68 seconds and 19,200 messages, when each name was held against all those above it, letter by letter.
    let names = (0..<64).map { "a rather long name that is nowhere to be found \($0)" }
    let layers =
      try [Input("in", shape: [8, 8, 1])]
      + (0..<300).map { try join("another rather long name that is somewhere \($0)", of: names, line: $0) }
    var found = 0
    let time = ContinuousClock().measure { found = report(layers).diagnostics.count }
    #expect(found == NetworkLimits.messages)
    #expect(time < .seconds(2))
  }

  @Test func unreadLayersByTheHundredAreWarningsUpToAHundred() {
    let layers: [any Layer] =
      [Input("in", shape: [8, 8, 1])]
      + (0..<400).map { Conv2D("c\($0)", filter: [1, 1, 1, 2], activation: .identity, from: "in", line: $0) }
    let report = report(layers)
    #expect(report.plan != nil)
    #expect(report.diagnostics.count == NetworkLimits.messages)
  }

  // MARK: Names

  @Test(arguments: [
    (String(repeating: "x", count: 201), "has a name of more than 200 signs; give it a short name"),
    (String(repeating: "가", count: 3_000_000), "has a name of more than 200 signs; give it a short name"),
    ("a" + String(repeating: "\u{301}", count: 5_000), "has a name of more than 200 signs; give it a short name"),
    ("a\u{1B}[2J", "`a␛[2J` holds the sign U+001B, which cannot be shown; name it with letters"),
    ("a\nerror: b", "`a␊error: b` holds the sign U+000A"), ("a\u{202E}b", "`a<U+202E>b` holds the sign U+202E"),
    ("a\u{85}", "holds the sign U+0085"), ("a\u{9B}31m", "holds the sign U+009B"),
    ("a\u{200B}b", "holds the sign U+200B"), ("a\u{E0041}", "holds the sign U+E0041"),
  ])
  func aNameThatCannotBeShownIsTheOnlyThingSaid(name: String, words: String) throws {
    let layer = report([
      Input("in", shape: [8, 8, 1]), Conv2D(name, filter: [1, 1, 1, 2], activation: .identity),
      Conv2D("b", filter: [0, 1, 1, 2], activation: .relu, from: name),
    ])
    let message = try #require(messages(layer).first)
    #expect(layer.diagnostics.count == 1 && message.contains(words) && message.contains("layer"))
    #expect(message.unicodeScalars.count < 250 && TerminalText.harm(in: message) == nil)
    let network = report([Input("in", shape: [8, 8, 1])], name: name)
    #expect(messages(network).first?.contains("network") == true && messages(network).first?.contains(words) == true)
  }

  @Test func namesOfEveryLanguageAreNames() {
    for name in [String(repeating: "x", count: 200), "합성곱 1", "свёртка", "畳み込み", "🙂", "e\u{301}", "طبقة"] {
      #expect(
        report([Input("in", shape: [8, 8, 1]), Conv2D(name, filter: [1, 1, 1, 2], activation: .identity)]).plan != nil)
    }
  }

  @Test func aNameThatIsReadAndNotThereIsCut() throws {
    let long = String(repeating: "y", count: 3_000_000)
    let message = try #require(
      messages(
        report([Input("in", shape: [8, 8, 1]), Conv2D("a", filter: [1, 1, 1, 2], activation: .relu, from: long)])
      ).first)
    #expect(message.count < 200 && message.contains("`a` reads `yyyy"))
  }

  // MARK: Work

  @Test func aStepOfTooMuchWorkNamesItsLayerAndWhatHelps() {
    let layers: [any Layer] = [
      Input("in", shape: [512, 512, 1]), Conv2D("first", filter: [3, 3, 1, 64], activation: .relu),
      Conv2D("wide", filter: [15, 15, 64, 64], activation: .relu),
      Conv2D("last", filter: [1, 1, 64, 2], activation: .identity),
    ]
    #expect(report(layers, NetworkLimits(bytes: 1 << 40, batchSize: 1)).plan != nil)
    let many = messages(report(layers, NetworkLimits(bytes: 1 << 40, batchSize: 64)))
    #expect(
      many == [
        "a training step for 64 images takes 4.67 · 10¹³ multiply-adds, most of them in `wide`, and 1.10 · 10¹² are "
          + "the most here; write `batchSize: 1` or less"
      ])
    let one = messages(report(layers, NetworkLimits(bytes: 1 << 40, batchSize: 64, work: 1 << 20)))
    #expect(
      one.first?.hasSuffix(
        "give `wide` a smaller window or fewer channels, or make the feature map that it reads smaller by a stride")
        == true)
  }

  /// Doing what the message says mends it.
  @Test func theBatchSizeThatIsAdvisedFits() throws {
    let layers: [any Layer] = [
      Input("in", shape: [256, 256, 1]), Conv2D("first", filter: [3, 3, 1, 64], activation: .relu),
      Conv2D("wide", filter: [5, 5, 64, 64], activation: .relu),
      Conv2D("last", filter: [1, 1, 64, 2], activation: .identity),
    ]
    let limits = NetworkLimits(bytes: 1 << 40, batchSize: 4_096)
    guard case .fewerImages(let most)? = report(layers, limits).diagnostics.first?.help as? NetworkAdvicePhrase else {
      Issue.record("\(messages(report(layers, limits)))")
      return
    }
    #expect(report(layers, NetworkLimits(bytes: 1 << 40, batchSize: most)).plan != nil)
    #expect(report(layers, NetworkLimits(bytes: 1 << 40, batchSize: most + 1)).plan == nil)
  }

  @Test func poolsOfLargeWindowsAreWork() {
    let layers: [any Layer] = [
      Input("in", shape: [2048, 2048, 1]), MaxPool2D("p", window: 2048, stride: 1),
      Conv2D("last", filter: [1, 1, 1, 2], activation: .identity),
    ]
    #expect(messages(report(layers)).first?.contains("most of them in `p`") == true)
  }

  @Test(arguments: [Padding.same, .valid]) func aWindowFarBeyondTheMapIsRefused(padding: Padding) {
    for layer: any Layer in [
      Conv2D("c", filter: [65_536, 3, 1, 2], padding: padding, activation: .identity),
      MaxPool2D("c", window: 200, stride: 1, padding: padding), AveragePool2D("c", window: 200, padding: padding),
    ] {
      let found = messages(report([Input("in", shape: [64, 64, 1]), layer]))
      #expect(found.count == 1 && found[0].contains("`c`") && found[0].contains("64 × 64"))
    }
    let found = messages(
      report([Input("in", shape: [64, 64, 1]), Conv2D("c", filter: [65_536, 3, 1, 2], activation: .identity)]))
    #expect(
      found == [
        "`c` has a window of 65536 × 3, and the feature maps of `in` are only 64 × 64: most of it would never see anything but "
          + "padding; use a window of at most 129 × 3"
      ])
    #expect(
      report([Input("in", shape: [64, 64, 1]), Conv2D("c", filter: [129, 3, 1, 2], activation: .identity)]).plan
        != nil)
  }

  @Test func aStrideBeyondTheMapDoesNoHarm() throws {
    let plan = try #require(
      report([
        Input("in", shape: [8, 8, 1]), Conv2D("a", filter: [3, 3, 1, 4], stride: 16_777_216, activation: .relu),
        ConvTranspose2D("b", filter: [3, 3, 4, 2], stride: 8),
      ]).plan)
    let trainer = Trainer(plan, training: Training(learningRate: 0.1), seed: 1, threads: 2)
    #expect(try trainer.train(on: Samples.bright(2, height: 8, width: 8)).steps == 2)
  }

  /// Dimensions that grow beyond all counting, one layer after the other, along one axis alone.
  @Test func dimensionsBeyondCountingDoNotTrap() {
    let most = NetworkLimits.dimension
    for last: any Layer in [
      Conv2D("z", filter: [3, 1, 1, 1], activation: .relu), MaxPool2D("z", window: 3), Upsample("z", factor: most),
      ConvTranspose2D("z", filter: [most, 1, 1, 1], stride: most), Flatten("z"),
    ] {
      for steps in 1...4 {
        let up = (0..<steps).map {
          ConvTranspose2D("u\($0)", filter: [1, 1, 1, 1], stride: most, padding: .valid, line: $0) as any Layer
        }
        let found = report([Input("in", shape: [most, 1, 1])] + up + [last])
        #expect(found.plan == nil && !found.diagnostics.isEmpty)
      }
    }
  }
}

/// A concatenation of any number of layers, as it comes back from a learner's program.
private func join(_ name: String, of inputs: [String], line: Int) throws -> any Layer {
  struct Written: Encodable {
    let name: String
    let inputs: [String]
    let crop: Bool
    let line: Int
  }
  let bytes = try JSONEncoder().encode(Written(name: name, inputs: inputs, crop: false, line: line))
  return try JSONDecoder().decode(Concat.self, from: bytes)
}
