import SegLab
import Testing

@testable import Checking

/// All that a description says, held against another setting by setting.
struct DescriptionTests {
  private static func net(
    window: Int = 2, padding: Padding = .same, activation: Activation = .relu, initializer: Initializer? = nil,
    rate: Double = 0.5, skip: String = "first"
  ) -> Network {
    Network("net") {
      Input(shape: [8, 8, 1])
      Conv2D("first", filter: [3, 3, 1, 4], bias: false, activation: activation, initializer: initializer)
      Conv2D("second", filter: [3, 3, 4, 4], bias: false)
      Concat("skip", of: "second", skip)
      MaxPool2D("pool", window: window, padding: padding)
      Conv2D("score", filter: [1, 1, 8, 2], activation: .identity)
    }
  }

  private static func lines(_ a: Network, _ b: Network) -> [String] {
    DescriptionDifference(Description("net", a), Description("net", b)).items.flatMap(\.lines)
  }

  @Test func `a setting of a layer is shown by its name, whichever it is`() {
    #expect(Self.lines(Self.net(), Self.net()).isEmpty)
    #expect(Self.lines(Self.net(window: 3), Self.net()) == ["- pool window 3", "+ pool window 2"])
    #expect(Self.lines(Self.net(padding: .valid), Self.net()) == ["- pool padding .valid", "+ pool padding .same"])
    #expect(
      Self.lines(Self.net(activation: .identity), Self.net()) == [
        "- first activation .identity", "+ first activation .relu",
      ])
    #expect(
      Self.lines(Self.net(skip: "input1"), Self.net())
        == [#"- skip of "second", "input1""#, #"+ skip of "second", "first""#])
    #expect(
      Self.lines(Self.net(initializer: .he), Self.net()) == [
        "- first initializer .he", "+ first initializer .truncatedNormal()",
      ])
    // What nobody writes is what is drawn then.
    #expect(Self.lines(Self.net(initializer: .truncatedNormal()), Self.net()).isEmpty)
  }

  @Test func `what the images are called makes no other network`() {
    func net(_ name: String) -> Network {
      Network("net") {
        Input(name, shape: [8, 8, 1])
        Conv2D("first", filter: [3, 3, 1, 4])
        Concat("skip", of: "first", name)
      }
    }
    #expect(Self.lines(net("image"), net("input1")).isEmpty)
    #expect(Self.lines(net("image"), net("picture")).isEmpty)
  }

  @Test func `a layer that only one has is shown as a whole, and so is one of another kind`() {
    let plain = Network("net") {
      Input(shape: [8, 8, 1])
      MaxPool2D("pool")
    }
    let other = Network("net") {
      Input(shape: [8, 8, 1])
      AveragePool2D("pool")
      ReLU("more")
    }
    let lines = Self.lines(plain, other)
    #expect(lines.count == 3, "\(lines)")
    #expect(lines[0].hasPrefix("- pool MaxPool2D(window: 2") && lines[1].hasPrefix("+ pool AveragePool2D(window: 2"))
    #expect(lines[2].hasPrefix("+ more ReLU("))
  }

  @Test func `the layer above is the same, in whichever way it is written`() {
    func net(_ from: String?) -> Network {
      Network("net") {
        Input(shape: [8, 8, 1])
        Conv2D("a", filter: [3, 3, 1, 4])
        Conv2D("b", filter: [3, 3, 4, 4])
        Conv2D("c", filter: [3, 3, 4, 4], from: from)
      }
    }
    #expect(Self.lines(net("b"), net(nil)).isEmpty)
    #expect(Self.lines(net("a"), net(nil)) == [#"- c from "a""#, "+ c from nil"])
  }

  @Test func `trainings differ by every number, optimizers and losses by theirs`() {
    func lines(_ a: Training, _ b: Training = Training()) -> [String] {
      DescriptionDifference(Description("best", a), Description("best", b)).items.flatMap(\.lines)
    }
    #expect(lines(Training(epochs: 30)) == ["- best epochs 30", "+ best epochs 1"])
    #expect(
      lines(Training(optimizer: .adam(beta1: 0.8))).first
        == "- best optimizer .adam(beta1: 0.8, beta2: 0.999, epsilon: 1e-08)")
    #expect(lines(Training(optimizer: .adam())).first == "- best optimizer .adam()")
    #expect(
      lines(Training(schedule: .warmUp(steps: 5, then: .cosine(steps: 10)))).first
        == "- best schedule .warmUp(steps: 5, then: .cosine(steps: 10, final: 0))")
    #expect(
      lines(Training(loss: 0.5 * .binaryCrossEntropy + 0.5 * .dice())).first
        == "- best loss 0.5 * .binaryCrossEntropy + 0.5 * .dice()")
    #expect(lines(Training(classWeights: [1, 5])) == ["- best classWeights [1, 5]", "+ best classWeights []"])
    #expect(
      lines(Training(earlyStopping: EarlyStopping(patience: 3))).first?.hasPrefix(
        "- best earlyStopping EarlyStopping(patience: 3") == true)
  }

  @Test func `sweeps are told by what they try, and by each training where not all combinations are`() {
    let four = Sweep(learningRates: [0.001, 0.01], epochs: [1, 2])
    let two = Sweep(learningRates: [0.001, 0.01])
    let lines = DescriptionDifference(Description("s", two), Description("s", four)).items.flatMap(\.lines)
    #expect(lines == ["- s trainings 2", "+ s trainings 4", "- s epochs 1", "+ s epochs 1, 2"])
    let pairs = Sweep {
      Training(learningRate: 0.001, epochs: 1)
      Training(learningRate: 0.01, epochs: 2)
    }
    let crossed = Sweep {
      Training(learningRate: 0.001, epochs: 2)
      Training(learningRate: 0.01, epochs: 1)
    }
    #expect(!DescriptionDifference(Description("s", pairs), Description("s", crossed)).items.isEmpty)
  }

  @Test func `steps and functions are compared too`() {
    func steps(_ way: Normalize.Way, _ level: Double) -> Preprocessing {
      Preprocessing {
        Normalize(way)
        Threshold(level)
      }
    }
    let lines = DescriptionDifference(
      Description("p", steps(.perSet, 0.05)), Description("p", steps(.perImage, 0.5))
    ).items.flatMap(\.lines)
    #expect(
      lines == [
        "- Normalize way .perSet", "+ Normalize way .perImage", "- Threshold level 0.05", "+ Threshold level 0.5",
      ])
    let inputs: [[Value]] = [[.number(1)], [.number(2)]]
    let own = Description(function: "f", inputs: inputs, outputs: [.number(1), .number(4)])
    let other = Description(function: "f", inputs: inputs, outputs: [.number(1), .number(2)])
    #expect(DescriptionDifference(own, other).items.flatMap(\.lines) == ["- f(2) 4", "+ f(2) 2"])
  }
}
