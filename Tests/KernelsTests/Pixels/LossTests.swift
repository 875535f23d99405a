import Foundation
import Kernels
import Tensors
import Testing

/// The three losses on feature maps, against plain loops.
@Suite struct LossTests {
  struct Size: CustomStringConvertible, Sendable {
    let batch, height, width, classes: Int
    var pixels: Int { batch * height * width }
    var description: String { "\(batch)×\(height)×\(width)×\(classes)" }
  }

  static let sizes = [
    Size(batch: 1, height: 1, width: 1, classes: 2), Size(batch: 2, height: 3, width: 5, classes: 2),
    Size(batch: 3, height: 17, width: 43, classes: 2), Size(batch: 2, height: 3, width: 11, classes: 3),
    Size(batch: 1, height: 47, width: 53, classes: 5), Size(batch: 2, height: 5, width: 7, classes: 11),
  ]
  static let layouts = TrialLayout.allCases
  let pool = WorkerPool(threads: 2)
  let maps = TrialMaps()

  func labels(_ count: Int, classes: Int) -> [UInt8] {
    var generator = SeededGenerator(seed: 4)
    return (0..<count).map { _ in UInt8(generator.below(classes)) }
  }

  func weights(_ classes: Int) -> [Float] { (0..<classes).map { 0.5 + Float($0) } }

  func shares(_ row: ArraySlice<Float>) -> [Double] {
    guard row.count > 1 else { return row.map { 1 / (1 + exp(-Double($0))) } }
    let powers = row.map { exp(Double($0)) }
    return powers.map { $0 / powers.reduce(0, +) }
  }

  @Test(arguments: sizes, layouts) func softmaxCrossEntropyIsThePlainOne(size: Size, layout: TrialLayout) {
    for weights in [[], weights(size.classes)] {
      let logits = Reference.numbers(size.pixels * size.classes, seed: 1).map { $0 * 5 }
      let labels = labels(size.pixels, classes: size.classes)
      let before = Reference.numbers(logits.count, seed: 2)
      let x = maps(logits, size.batch, size.height, size.width, size.classes, layout)
      let dx = maps(before, size.batch, size.height, size.width, size.classes, layout)
      let loss = SoftmaxCrossEntropy(classes: size.classes, pixels: size.pixels, weights: weights)
      var predictions = [UInt8](repeating: 255, count: size.pixels)
      let measured = loss.measure(
        x.map, labels: labels, batch: size.batch, gradient: LossGradient(dx.map, weight: 0.25, adding: true),
        predictions: &predictions, on: pool)

      var lossSum = 0.0
      let weightSum = labels.reduce(0) { $0 + Double(weights.isEmpty ? 1 : weights[Int($1)]) }
      var gradient = before.map(Double.init)
      var best: [UInt8] = []
      for pixel in 0..<size.pixels {
        let row = logits[pixel * size.classes..<(pixel + 1) * size.classes]
        let shares = shares(row)
        let right = Int(labels[pixel])
        let weight = Double(weights.isEmpty ? 1 : weights[right])
        lossSum -= weight * log(shares[right])
        for index in 0..<size.classes {
          gradient[pixel * size.classes + index] +=
            0.25 * weight / weightSum * (shares[index] - (index == right ? 1 : 0))
        }
        best.append(UInt8(shares.indices.max { shares[$0] < shares[$1] } ?? 0))
      }
      #expect(abs(measured.mean - lossSum / weightSum) < 2e-6)
      #expect(Reference.distance(dx.values, gradient.map(Float.init)) < 1e-6)
      #expect(predictions == best)
      #expect(measured.correct == zip(labels, best).count { $0 == $1 })
      #expect(dx.isIntact)
      var classes = [UInt8](repeating: 255, count: size.pixels)
      ClassPrediction.write(x.map, batch: size.batch, to: &classes, on: pool)
      #expect(classes == best)
    }
  }

  @Test(arguments: [1, 15, 33, 5_001], layouts) func binaryCrossEntropyIsThePlainOne(pixels: Int, layout: TrialLayout) {
    for weights in [[], [0.5, 3] as [Float]] {
      let logits = Reference.numbers(pixels, seed: 1).map { $0 * 12 }
      let labels = labels(pixels, classes: 2)
      let x = maps(logits, 1, 1, pixels, 1, layout)
      let dx = maps(nil, 1, 1, pixels, 1, layout)
      var predictions = [UInt8](repeating: 255, count: pixels)
      let measured = BinaryCrossEntropy(pixels: pixels, weights: weights).measure(
        x.map, labels: labels, batch: 1, gradient: LossGradient(dx.map, weight: 0.25), predictions: &predictions,
        on: pool)
      let weight = labels.map { Double(weights.isEmpty ? 1 : weights[Int($0)]) }
      let weightSum = weight.reduce(0, +)
      let p = logits.map { 1 / (1 + exp(-Double($0))) }
      let sum = p.indices.reduce(0) { $0 - weight[$1] * log(labels[$1] == 1 ? p[$1] : 1 - p[$1]) }
      let gradient = p.indices.map { Float(0.25 * weight[$0] / weightSum * (p[$0] - Double(labels[$0]))) }
      #expect(abs(measured.mean - sum / weightSum) < 2e-6)
      #expect(Reference.distance(dx.values, gradient) < 1e-7)
      #expect(predictions == logits.map { $0 > 0 ? 1 : 0 })
      #expect(measured.correct == zip(predictions, labels).count { $0 == $1 })
      #expect(dx.isIntact)
      var classes = [UInt8](repeating: 255, count: pixels)
      ClassPrediction.write(x.map, batch: 1, to: &classes, on: pool)
      #expect(classes == predictions)
    }
  }

  @Test(arguments: sizes + [Size(batch: 3, height: 31, width: 37, classes: 1)], layouts)
  func softDiceIsThePlainOne(size: Size, layout: TrialLayout) {
    let logits = Reference.numbers(size.pixels * size.classes, seed: 1).map { $0 * 5 }
    let labels = labels(size.pixels, classes: max(2, size.classes))
    let before = Reference.numbers(logits.count, seed: 2)
    let x = maps(logits, size.batch, size.height, size.width, size.classes, layout)
    let dx = maps(before, size.batch, size.height, size.width, size.classes, layout)
    let measured = SoftDice(pixels: size.pixels, smoothing: 0.5).measure(
      x.map, labels: labels, batch: size.batch, gradient: LossGradient(dx.map, weight: 2, adding: true), on: pool)
    let all = (0..<size.pixels).map { shares(logits[$0 * size.classes..<($0 + 1) * size.classes]) }
    let t = labels.map { $0 == 1 ? 1.0 : 0 }
    let one = min(1, size.classes - 1)
    let overlap = 2 * all.indices.reduce(0) { $0 + all[$1][one] * t[$1] } + 0.5
    let total = all.reduce(0) { $0 + $1[one] } + t.reduce(0, +) + 0.5
    #expect(abs(measured - (1 - overlap / total)) < 1e-6)
    var gradient = before.map(Double.init)
    for pixel in all.indices {
      let slope = 2 * (overlap / total / total - 2 * t[pixel] / total)
      let p = all[pixel][one]
      for index in 0..<size.classes {
        gradient[pixel * size.classes + index] +=
          index == one ? slope * p * (1 - p) : -slope * p * all[pixel][index]
      }
    }
    #expect(Reference.distance(dx.values, gradient.map(Float.init)) < 1e-6)
    #expect(dx.isIntact)
  }

  @Test(arguments: [1, 2, 3]) func theGradientOfSoftDiceIsThatOfTheLoss(classes: Int) {
    let logits = Reference.numbers(21 * classes, seed: 8)
    let labels = labels(21, classes: 2)
    let dice = SoftDice(pixels: 21)
    let dx = maps(nil, 1, 3, 7, classes)
    _ = dice.measure(
      maps(logits, 1, 3, 7, classes).map, labels: labels, batch: 1, gradient: LossGradient(dx.map), on: pool)
    let slopes = Slopes.central(logits) {
      dice.measure(maps($0, 1, 3, 7, classes).map, labels: labels, batch: 1, on: pool)
    }
    #expect(Reference.distance(dx.values, slopes) < 1e-5)
  }

  @Test func aPerfectAnswerHasNoDiceLossAndAnEmptyOneWithoutSmoothingNeither() {
    let labels: [UInt8] = [1, 0, 1, 0]
    let x = maps([90, -90, 90, -90], 1, 1, 4, 1)
    #expect(abs(SoftDice(pixels: 4).measure(x.map, labels: labels, batch: 1, on: pool)) < 1e-7)
    let nothing = maps([Float](repeating: -100, count: 4), 1, 1, 4, 1)
    let dx = maps(nil, 1, 1, 4, 1)
    let empty = SoftDice(pixels: 4, smoothing: 0).measure(
      nothing.map, labels: [0, 0, 0, 0], batch: 1, gradient: LossGradient(dx.map), on: pool)
    #expect(empty == 0 && dx.values == [0, 0, 0, 0])
  }

  @Test(arguments: [Float.nan, .infinity]) func numbersThatAreNotFiniteShowInTheLoss(value: Float) {
    for position in [0, 17, 33] {
      var logits = [Float](repeating: 0.5, count: 34)
      logits[position] = value
      let labels = [UInt8](repeating: 0, count: 34)
      let x = maps(logits, 1, 2, 17, 1)
      #expect(!BinaryCrossEntropy(pixels: 34).measure(x.map, labels: labels, batch: 1, on: pool).mean.isFinite)
      guard value.isNaN else { continue }
      #expect(SoftDice(pixels: 34).measure(x.map, labels: labels, batch: 1, on: pool).isNaN)
    }
  }

  @Test func hugeLogitsGiveAFiniteBinaryLoss() {
    let x = maps([1_000, -1_000, -3e38, 3e38], 1, 1, 4, 1)
    let dx = maps(nil, 1, 1, 4, 1)
    let measured = BinaryCrossEntropy(pixels: 4).measure(
      x.map, labels: [1, 1, 0, 1], batch: 1, gradient: LossGradient(dx.map), on: pool)
    #expect(measured.mean == 250 && measured.correct == 3)
    #expect(dx.values == [0, -0.25, 0, 0])
  }

  @Test func weightsOfZeroGiveNoLoss() {
    let x = maps([1, 2, 3, 4], 1, 1, 2, 2)
    let dx = maps(nil, 1, 1, 2, 2)
    let measured = SoftmaxCrossEntropy(classes: 2, pixels: 2, weights: [0, 1]).measure(
      x.map, labels: [0, 0], batch: 1, gradient: LossGradient(dx.map), on: pool)
    #expect(measured.mean == 0 && dx.values == [0, 0, 0, 0])
  }

  @Test func theBitsDoNotDependOnTheNumberOfThreads() {
    let logits = Reference.numbers(3 * 20_001, seed: 3)
    var labels = labels(20_001, classes: 3)
    labels[0] = 1
    // So large a loss in the first item of work that the others are lost when they are added to it one by one, and not all together.
    let loud = [-1e20] + logits.dropFirst()
    let x = maps(logits, 3, 59, 113, 3)
    let one = maps(loud, 3, 59, 113, 1)
    let results = [1, 2, 4].map { threads -> [Double] in
      let pool = WorkerPool(threads: threads)
      let dx = maps(nil, 3, 59, 113, 3)
      let softmax = SoftmaxCrossEntropy(classes: 3, pixels: 20_001, weights: [1, 2, 3]).measure(
        x.map, labels: labels, batch: 3, gradient: LossGradient(dx.map), on: pool)
      let dice = SoftDice(pixels: 20_001).measure(
        x.map, labels: labels, batch: 3, gradient: LossGradient(dx.map, adding: true), on: pool)
      let binary = BinaryCrossEntropy(pixels: 20_001).measure(one.map, labels: labels, batch: 3, on: pool)
      return [softmax.mean, dice, binary.mean] + dx.values.map(Double.init)
    }
    #expect(results[0] == results[1])
    #expect(results[0] == results[2])
  }
}
