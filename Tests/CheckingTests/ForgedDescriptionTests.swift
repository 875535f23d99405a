import Diagnostics
import Foundation
import Messages
import Networks
import SegLab
import Tensors
import Testing

@testable import Checking

/// Descriptions as an answer may hold them, every leaf of them changed: whatever comes back from a learner's program is
/// judged in words.
///
/// A trap would end the process of the tests: that it goes on is what is seen here.
@Suite struct ForgedDescriptionTests {
  /// What a leaf, a list or an object is put in place of.
  private static func variants(of value: Any) -> [Any] {
    let numbers: [Any] = [
      -1, 0, 1, 2, 3, 255, 65_536, 1 << 24, (1 << 24) + 1, 1 << 31, 1 << 62, Int.max, Int.min, -4_242_424_242, 1e308,
      -1e308, Double.leastNonzeroMagnitude, 1e-13, 0.5, -4.242424242e300, NSNull(),
    ]
    switch value {
    case let text as String:
      return [
        "", "FIXME", String(repeating: "x", count: 300), "a\u{1B}[2J\n", "\u{202E}b", text + " ", "in", "same", "relu",
        "sigmoid", "softmax", 7, NSNull(),
      ]
    case let list as [Any]:
      let longer = list + list
      let more = list.first.map { [Any](repeating: $0, count: 40) } ?? [0]
      return [[Any](), Array(list.dropLast()), longer, more, Array(list.reversed()), NSNull()]
    case let number as NSNumber where CFNumberIsBoolean(number): return [!number.boolValue, NSNull(), 1]
    case is NSNumber: return numbers
    case let object as [String: Any]: return object.isEmpty ? [NSNull()] : [[String: Any](), NSNull()]
    default: return [1, "a"]
    }
  }

  private static func CFNumberIsBoolean(_ number: NSNumber) -> Bool { String(cString: number.objCType) == "c" }

  /// Calls `body` with every description in which one place is changed.
  private static func forEachVariant(of value: Any, _ body: (Any) -> Void) {
    for other in variants(of: value) { body(other) }
    switch value {
    case let list as [Any]:
      for index in list.indices {
        forEachVariant(of: list[index]) { other in
          var changed = list
          changed[index] = other
          body(changed)
        }
      }
    case let object as [String: Any]:
      for key in object.keys.sorted() {
        var without = object
        without[key] = nil
        body(without)
        forEachVariant(of: object[key] ?? 0) { other in
          var changed = object
          changed[key] = other
          body(changed)
        }
      }
    default: break
    }
  }

  private static func decoded<Value: Decodable>(_ type: Value.Type, _ value: Any) -> Value? {
    guard JSONSerialization.isValidJSONObject(value), let data = try? JSONSerialization.data(withJSONObject: value)
    else { return nil }
    return try? JSONDecoder().decode(type, from: data)
  }

  private static func described(_ value: some Encodable) throws -> Any {
    try JSONSerialization.jsonObject(with: JSONEncoder().encode(value))
  }

  /// The networks of labs 1, 2 and 4 with fewer channels, and one of what they do not use.
  private static let networks: [Network] = [
    Network("fc", line: 3) {
      Input(shape: [16, 16, 1], line: 4)
      Flatten(line: 5)
      Dense("hidden", weights: [256, 12], line: 6)
      Dense("final", weights: [12, 512], bias: true, line: 7)
      Reshape(shape: [16, 16, 2], line: 8)
    },
    Network("fcn", line: 3) {
      Input(shape: [32, 32, 1], line: 4)
      Conv2D("conv1", filter: [5, 5, 1, 8], stride: 2, bias: false, activation: .relu, line: 5)
      MaxPool2D("pool1", window: 2, stride: 2, line: 6)
      Conv2D("conv2", filter: [5, 5, 8, 8], stride: 2, bias: false, activation: .relu, line: 7)
      Dropout(rate: 0.2, line: 8)
      Conv2D("score", filter: [1, 1, 8, 2], activation: .identity, line: 9)
      ConvTranspose2D("upscore", filter: [15, 15, 2, 2], stride: 8, bias: false, line: 10)
    },
    Network("unet", line: 3) {
      Input(shape: [16, 16, 1], line: 4)
      Conv2D("enc", filter: [3, 3, 1, 8], activation: .identity, initializer: .he, line: 5)
      BatchNorm("enc-norm", channels: 8, activation: .relu, line: 6)
      AveragePool2D("pool", window: 2, stride: 2, line: 7)
      Conv2D("mid", filter: [3, 3, 8, 16], activation: .leakyRelu, line: 8)
      ConvTranspose2D("up", filter: [2, 2, 16, 8], stride: 2, initializer: .truncatedNormal(stddev: 0.1), line: 9)
      Concat("skip", of: "up", "enc-norm", line: 10)
      Conv2D("dec", filter: [3, 3, 16, 8], untiedBias: true, activation: .relu, line: 11)
      Add("sum", of: "dec", "up", line: 12)
      LeakyReLU("leaky", slope: 0.2, line: 13)
      Upsample("large", factor: 2, method: .bilinear, line: 14)
      MaxPool2D("back", window: 2, stride: 2, line: 15)
      Conv2D("last", filter: [1, 1, 8, 2], activation: .identity, line: 16)
    },
  ]

  private static let trainings: [Training] = [
    Training(
      learningRate: 0.01, decayRate: 0.9, decaySteps: 10, epochs: 2, batchSize: 2,
      optimizer: .adamW(), schedule: .warmUp(steps: 3, then: .cosine(steps: 9, final: 0.1)),
      loss: 0.5 * .crossEntropy + 0.5 * .dice(), classWeights: [1, 5], weightDecay: 0.001, clipNorm: 1,
      earlyStopping: EarlyStopping(patience: 3, metric: .dice, minimumChange: 0.01), keepBest: true, line: 4),
    Training(
      learningRate: 0.01, optimizer: .nesterov(), schedule: .step(every: 3, factor: 0.5), loss: .dice(), line: 4),
    Training(
      learningRate: 0.1, optimizer: .adam(), schedule: .exponential(rate: 0.9, steps: 3), loss: .binaryCrossEntropy,
      line: 4),
  ]

  /// Two images of noise.
  private struct Noise: SampleSource {
    let shape: Shape
    var count: Int { 2 }
    func name(_ index: Int) -> String { "noise-\(index)" }
    func load(
      _ index: Int, epoch: Int?, image: UnsafeMutableBufferPointer<Float>, labels: UnsafeMutableBufferPointer<UInt8>
    ) {
      var generator = SeededGenerator(seed: UInt64(index))
      for place in image.indices { image[place] = Float(generator.unit()) }
      for place in labels.indices { labels[place] = generator.unit() > 0.5 ? 1 : 0 }
    }
  }

  /// What became of all descriptions.
  private struct Tally {
    var variants = 0
    var unread = 0
    var refused = 0
    var trained = 0
    var withoutWords = 0
  }

  /// Trains a step of what is small, and nothing of what is not.
  private static func train(_ plan: NetworkPlan, _ training: Training, cost: NetworkCost, _ tally: inout Tally) {
    let limits = NetworkLimits().applied(to: training)
    guard cost.bytes(for: limits) < 8 << 20, cost.work(batchSize: limits.batchSize) < 1 << 24 else { return }
    let trainer = Trainer(plan, training: training, seed: 1, threads: 1)
    do throws(TrainingFailure) {
      _ = try trainer.train(on: Noise(shape: plan.input), validation: Noise(shape: plan.input), stepLimit: 1)
      tally.trained += 1
    } catch {
      if error.phrase.text(in: .english).isEmpty { tally.withoutWords += 1 }
    }
  }

  @Test func everyChangedNetworkIsReadAndJudgedInWords() throws {
    var tally = Tally()
    let losses: [Loss] = [.crossEntropy, .binaryCrossEntropy, .dice(), 0.5 * .crossEntropy + .dice()]
    for network in Self.networks {
      Self.forEachVariant(of: try Self.described(network)) { variant in
        tally.variants += 1
        guard let forged = Self.decoded(Network.self, variant) else {
          tally.unread += 1
          return
        }
        let loss = losses[tally.variants % losses.count]
        let training = Training(learningRate: 0.01, batchSize: tally.variants % 5 == 0 ? 4_096 : 2, loss: loss)
        let limits = NetworkLimits(
          images: tally.variants % 3 == 0 ? Shape([16, 16, 1]) : nil, classes: tally.variants % 2 == 0 ? 2 : nil
        ).applied(to: training)
        let report = ShapeReport(of: forged, file: "lab.md", limits: limits)
        guard let plan = report.plan else {
          tally.refused += 1
          let isSaid = report.diagnostics.contains { item in
            Language.allCases.allSatisfy { !item.summary.text(in: $0).isEmpty }
          }
          if !isSaid || report.diagnostics.count > NetworkLimits.messages { tally.withoutWords += 1 }
          return
        }
        _ = plan.canonicalText
        if tally.variants % 4 == 0 { Self.train(plan, training, cost: report.cost, &tally) }
      }
    }
    #expect(tally.variants > 2_000 && tally.unread > 200 && tally.refused > 500 && tally.trained > 20, "\(tally)")
    #expect(tally.withoutWords == 0, "\(tally)")
  }

  @Test func everyChangedTrainingIsReadAndJudgedInWords() throws {
    var tally = Tally()
    let plans = [2, 1].map { channels in
      let network = Network("small") {
        Input(shape: [8, 8, 1])
        Conv2D(filter: [3, 3, 1, 4], activation: .relu)
        Conv2D(filter: [3, 3, 4, channels], activation: .identity)
      }
      let loss: Loss = channels == 1 ? .binaryCrossEntropy : .crossEntropy
      return ShapeReport(of: network, file: "lab.md", limits: NetworkLimits(loss: loss))
    }
    for training in Self.trainings {
      Self.forEachVariant(of: try Self.described(training)) { variant in
        tally.variants += 1
        guard let forged = Self.decoded(Training.self, variant) else {
          tally.unread += 1
          return
        }
        let result = TrainingChecker.check(forged, classes: 2)
        guard result.verdict == .passed else {
          tally.refused += 1
          if result.message?.text(in: .english).isEmpty ?? true { tally.withoutWords += 1 }
          return
        }
        // What the loss wants of the network is the network's to give.
        let wantsOne = forged.loss.parts.contains { $0.loss == .binaryCrossEntropy }
        let report = plans[wantsOne ? 1 : 0]
        guard let plan = report.plan else { return }
        Self.train(plan, forged, cost: report.cost, &tally)
      }
    }
    #expect(tally.variants > 600 && tally.unread > 50 && tally.refused > 100 && tally.trained > 50, "\(tally)")
    #expect(tally.withoutWords == 0, "\(tally)")
  }
}
