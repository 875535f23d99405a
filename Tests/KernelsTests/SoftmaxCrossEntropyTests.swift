import Foundation
import Kernels
import Tensors
import Testing

@Suite struct SoftmaxCrossEntropyTests {
  struct Measured: Equatable {
    var result: LossMeasure
    var gradient: [Float]
    var predictions: [UInt8]
  }

  /// Measures logits that lie close, `[pixels, classes]`; the gradient of each pixel is multiplied by `scale`.
  func measure(_ logits: [Float], _ labels: [UInt8], classes: Int, scale: Float, threads: Int = 2) -> Measured {
    let loss = SoftmaxCrossEntropy(classes: classes, pixels: labels.count)
    let maps = TrialMaps()
    let x = maps(logits, 1, 1, labels.count, classes, .close)
    let dx = maps(nil, 1, 1, labels.count, classes, .close)
    var predictions = [UInt8](repeating: 255, count: labels.count)
    let result = loss.measure(
      x.map, labels: labels, batch: 1, gradient: LossGradient(dx.map, weight: scale * Float(labels.count)),
      predictions: &predictions, on: WorkerPool(threads: threads))
    return Measured(result: result, gradient: dx.values, predictions: predictions)
  }

  func labels(_ count: Int, classes: Int) -> [UInt8] {
    var generator = SeededGenerator(seed: 4)
    return (0..<count).map { _ in UInt8(generator.below(classes)) }
  }

  /// The loss of each pixel in double precision.
  func plainLoss(_ logits: [Float], _ labels: [UInt8], classes: Int) -> Double {
    labels.indices.reduce(0) { sum, pixel in
      let row = logits[pixel * classes..<(pixel + 1) * classes].map(Double.init)
      return sum + log(row.reduce(0) { $0 + exp($1) }) - row[Int(labels[pixel])]
    }
  }

  @Test(arguments: [1, 2, 3, 5, 11], [1, 2, 15, 16, 17, 63, 2_049, 4_100])
  func agreesWithThePlainFormula(classes: Int, pixels: Int) {
    let logits = Reference.numbers(pixels * classes, seed: 3).map { $0 * 8 }
    let labels = labels(pixels, classes: classes)
    let measured = measure(logits, labels, classes: classes, scale: 0.25)
    let expected = plainLoss(logits, labels, classes: classes)
    #expect(abs(measured.result.lossSum - expected) < 1e-6 * max(1, expected) + 1e-6 * Double(pixels))
    var correct = 0
    for pixel in 0..<pixels {
      let row = logits[pixel * classes..<(pixel + 1) * classes].map(Double.init)
      let sum = row.reduce(0) { $0 + exp($1) }
      for index in 0..<classes {
        let share = exp(row[index]) / sum - (index == Int(labels[pixel]) ? 1 : 0)
        #expect(abs(Double(measured.gradient[pixel * classes + index]) - share * 0.25) < 1e-7)
      }
      let best = row.indices.max { row[$0] < row[$1] } ?? 0
      #expect(Int(measured.predictions[pixel]) == best)
      if best == Int(labels[pixel]) { correct += 1 }
    }
    #expect(measured.result.correct == correct)
  }

  @Test func theGradientIsThatOfTheLoss() {
    let classes = 3
    let logits = Reference.numbers(21 * classes, seed: 8)
    let labels = labels(21, classes: classes)
    let gradient = measure(logits, labels, classes: classes, scale: 1).gradient
    for index in logits.indices {
      var above = logits
      var below = logits
      above[index] += 0.01
      below[index] -= 0.01
      let step = Double(above[index] - below[index])
      let slope =
        (measure(above, labels, classes: classes, scale: 1).result.lossSum
          - measure(below, labels, classes: classes, scale: 1).result.lossSum) / step
      #expect(abs(slope - Double(gradient[index])) < 2e-4)
    }
  }

  @Test func hugeLogitsGiveAFiniteLoss() {
    let measured = measure([1_000, -1_000, -3e38, 3e38], [1, 1], classes: 2, scale: 1)
    #expect(abs(measured.result.lossSum - 2_000) < 1e-3)
    #expect(measured.result.correct == 1)
    #expect(measured.gradient == [1, -1, 0, 0])
  }

  @Test(arguments: [Float.nan, .infinity]) func logitsThatAreNotFiniteShowInTheLoss(value: Float) {
    for position in [0, 1, 34, 67] {
      var logits = [Float](repeating: 0.5, count: 68)
      logits[position] = value
      let measured = measure(logits, [UInt8](repeating: 1, count: 34), classes: 2, scale: 1)
      #expect(!measured.result.lossSum.isFinite)
    }
  }

  @Test func theFirstOfEqualLogitsWins() {
    #expect(measure([2, 2, 2, 1, 3, 3], [0, 1], classes: 3, scale: 1).predictions == [0, 1])
  }

  @Test func theBitsDoNotDependOnTheNumberOfThreads() {
    let logits = Reference.numbers(2 * 30_001, seed: 3)
    let labels = labels(30_001, classes: 2)
    let one = measure(logits, labels, classes: 2, scale: 1, threads: 1)
    #expect(one == measure(logits, labels, classes: 2, scale: 1, threads: 2))
    #expect(one == measure(logits, labels, classes: 2, scale: 1, threads: 4))
  }
}
