import SegLab
import Tensors
import Testing

@testable import Networks

@Suite struct TrainingMemoryTests {
  /// Every way in which a training keeps something besides its weights.
  static let trainings = [
    Training(), Training(weightDecay: 0.1), Training(clipNorm: 1), Training(optimizer: .momentum()),
    Training(optimizer: .adam(), keepBest: true), Training(optimizer: .adamW(), clipNorm: 1, keepBest: true),
    Training(keepBest: true),
  ]

  private static let dense = Network("dense") {
    Input(shape: [32, 32, 1])
    Flatten()
    Dense("hidden", weights: [1024, 512], bias: true)
    Dense("scores", weights: [512, 2048])
    Reshape(shape: [32, 32, 2])
  }

  @Test(arguments: trainings, [1, 4]) func aTrainingTakesNoMoreThanIsSaid(_ training: Training, batch: Int) throws {
    var training = training
    training.batchSize = batch
    let limits = NetworkLimits().applied(to: training)
    for network in [
      Self.dense, SmallNetworks.fcn, SmallNetworks.unet(batchNorm: true), SmallNetworks.tangle,
    ] {
      let report = ShapeReport(of: network, file: "lab.md", limits: limits)
      let trainer = Trainer(try #require(report.plan), training: training, seed: 1, threads: 2)
      let saved = trainer.withSaved { arrays in arrays.reduce(0) { $0 + $1.count } }
      #expect(4 * saved + trainer.workingBytes <= report.cost.bytes(for: limits), "\(network.name)")
    }
  }

  /// A hundred million weights, as lab 1 has them: 403 MB, as many again where all gradients are kept, and so on.
  @Test func whatIsKeptForEachWeightIsCounted() {
    let network = Network("fc") {
      Input(shape: [256, 256, 1])
      Flatten()
      Dense("hidden", weights: [65_536, 512])
      Dense("final", weights: [512, 131_072])
      Reshape(shape: [256, 256, 2])
    }
    func megabytes(_ training: Training) -> Int {
      ShapeReport(of: network, file: "lab.md").cost.bytes(for: NetworkLimits().applied(to: training)) / 1_000_000
    }
    let plain = megabytes(Training())
    #expect((403..<460).contains(plain))
    for (training, times) in [
      (Training(clipNorm: 1), 2), (Training(weightDecay: 0.1), 2), (Training(keepBest: true), 2),
      (Training(clipNorm: 1, keepBest: true), 3), (Training(optimizer: .momentum()), 3),
      (Training(optimizer: .adam()), 4), (Training(optimizer: .adam(), keepBest: true), 5),
    ] {
      #expect(abs(megabytes(training) - plain - (times - 1) * 403) <= 2, "\(training)")
    }
    let limits = NetworkLimits(bytes: 600 << 20)
    #expect(ShapeReport(of: network, file: "lab.md", limits: limits).plan != nil)
    #expect(
      ShapeReport(of: network, file: "lab.md", limits: limits.applied(to: Training(clipNorm: 1))).plan == nil)
  }

  /// Thin maps have whole lanes in memory, and the kernels need room: both count.
  @Test func whatKernelsNeedIsCounted() {
    let cost = ShapeReport(
      of: Network("wide") {
        Input(shape: [64, 64, 1])
        Conv2D(filter: [3, 3, 1, 9], activation: .relu)
        Conv2D(filter: [63, 63, 9, 2], activation: .relu)
      }, file: "lab.md"
    ).cost
    // 9 channels take the room of 16, and 2 filters are packed as 16.
    #expect(cost.bytes(batchSize: 1) > 4 * (2 * 64 * 64 * 16 + 63 * 63 * 9 * 16))
  }
}
