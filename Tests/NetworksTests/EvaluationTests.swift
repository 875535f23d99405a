import SegLab
import Tensors
import Testing

@testable import Networks

@Suite struct EvaluationTests {
  /// A network that gives each pixel its intensity as the logit of class 1 and 0.5 as that of class 0.
  func threshold() throws -> Trainer {
    let network = Network("threshold") {
      Input(shape: [2, 2, 1])
      Flatten()
      Dense("scores", weights: [4, 8], bias: true)
      Reshape(shape: [2, 2, 2])
    }
    let plan = try #require(ShapeReport(of: network, file: "lab.md").plan)
    let trainer = Trainer(plan, training: Training(), seed: 1, threads: 2)
    trainer.withParameters { name, numbers in
      for index in numbers.indices { numbers[index] = 0 }
      for pixel in 0..<4 {
        if name == "scores/bias" { numbers[2 * pixel] = 0.5 } else { numbers[pixel * 8 + 2 * pixel + 1] = 1 }
      }
    }
    return trainer
  }

  @Test func predictionsAndMetricsComeImageByImage() throws {
    let samples = Samples(
      shape: Shape([2, 2, 1]),
      images: [[0, 1, 1, 0], [1, 0, 0, 0], [0, 0, 0, 0]], labels: [[0, 1, 1, 0], [1, 1, 0, 0], [0, 0, 0, 1]])
    let evaluation = try threshold().evaluate(on: samples)
    #expect(evaluation.predictions == [[0, 1, 1, 0], [1, 0, 0, 0], [0, 0, 0, 0]])
    #expect(evaluation.metrics.accuracy == 10.0 / 12)
    #expect(evaluation.metrics.baselineAccuracy == 7.0 / 12)
    #expect(evaluation.metrics.dice == 6.0 / 8)
    #expect(abs(evaluation.metrics.meanDice - (1 + 2.0 / 3 + 0) / 3) < 1e-12)
    // Each prediction against the next image's label: 1 of (2 + 2), 0 of (1 + 1), 0 of (0 + 2).
    #expect(evaluation.metrics.swappedDice == 2.0 / 8)
  }

  @Test func oneImageIsItsOwnNeighbour() throws {
    let samples = Samples(shape: Shape([2, 2, 1]), images: [[0, 1, 1, 0]], labels: [[0, 1, 1, 0]])
    let metrics = try threshold().evaluate(on: samples).metrics
    #expect(metrics.dice == 1 && metrics.swappedDice == 1)
  }
}
