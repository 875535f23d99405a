import Kernels
import SegLab
import Tensors
import Testing

@testable import Networks

@Suite struct BatchOrderTests {
  private let order = SampleOrder(count: 5, batchSize: 2, seed: SeededGenerator(seed: 9))

  @Test func batchesComeInTheOrderOfTheSteps() {
    let batches = BatchOrder(order, steps: 0..<7)
    for step in 0..<7 {
      let batch = batches.next()
      #expect(batch?.epoch == step / 3)
      #expect(batch?.images == Array(order.images(epoch: step / 3)[order.range(step: step)]))
    }
    #expect(batches.next() == nil && batches.next() == nil)
    #expect(batches.mostImages == 2)
    let few = SampleOrder(count: 3, batchSize: 8, seed: SeededGenerator(seed: 1))
    #expect(BatchOrder(few, steps: 0..<1).mostImages == 3)
  }

  @Test func anOrderThatBeginsWithinAnEpochGoesOnThere() {
    let all = BatchOrder(order, steps: 0..<6)
    let rest = BatchOrder(order, steps: 2..<6)
    let expected = (0..<6).map { _ in all.next() }
    #expect((2..<6).map { _ in rest.next() } == Array(expected.dropFirst(2)))
    #expect(BatchOrder(order, steps: 4..<4).next() == nil)
  }

  /// Samples that note the epochs for which they are loaded, and give batches ahead where they are told to.
  private final class Noting: SampleSource {
    let samples: Samples
    let isAhead: Bool
    var epochs: [Int?] = []

    init(_ samples: Samples, isAhead: Bool) {
      self.samples = samples
      self.isAhead = isAhead
    }

    var count: Int { samples.count }
    var shape: Shape { samples.shape }
    func name(_ index: Int) -> String { samples.name(index) }

    func load(
      _ index: Int, epoch: Int?, image: UnsafeMutableBufferPointer<Float>, labels: UnsafeMutableBufferPointer<UInt8>
    ) {
      epochs.append(epoch)
      samples.load(index, epoch: epoch, image: image, labels: labels)
    }

    func batches(_ order: BatchOrder) -> (any BatchStream)? { isAhead ? Stream(samples: samples, order: order) : nil }
  }

  private struct Stream: BatchStream {
    let samples: Samples
    let order: BatchOrder

    func next(_ body: (UnsafeBufferPointer<Float>, UnsafeBufferPointer<UInt8>) -> Void) -> Bool {
      guard let batch = order.next() else { return false }
      let (images, labels) = (batch.images.flatMap { samples.images[$0] }, batch.images.flatMap { samples.labels[$0] })
      images.withUnsafeBufferPointer { images in labels.withUnsafeBufferPointer { body(images, $0) } }
      return true
    }
  }

  @Test func aTrainingTakesWhatWasLoadedAheadAndMeasuresWithoutAnEpoch() throws {
    let network = Network("net") {
      Input(shape: [6, 5, 1])
      Conv2D("conv", filter: [3, 3, 1, 3], activation: .relu)
      Conv2D("score", filter: [1, 1, 3, 2], activation: .identity)
    }
    let plan = try #require(ShapeReport(of: network, file: "lab.md").plan)
    let training = Training(learningRate: 0.1, epochs: 2, batchSize: 2)
    let runs = try [false, true].map { isAhead in
      let samples = Noting(Samples.bright(5, height: 6, width: 5), isAhead: isAhead)
      let trainer = Trainer(plan, training: training, seed: 1, threads: 1)
      let outcome = try trainer.train(on: samples)
      #expect(samples.epochs == (isAhead ? [] : [0, 0, 0, 0, 0, 1, 1, 1, 1, 1]))
      #expect(outcome.dataShare > 0 && outcome.dataShare < 1)
      samples.epochs = []
      _ = try trainer.evaluate(on: samples)
      #expect(samples.epochs == [nil, nil, nil, nil, nil])
      return outcome.history
    }
    #expect(runs[0] == runs[1])
  }
}
