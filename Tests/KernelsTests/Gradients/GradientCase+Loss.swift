import Kernels
import Tensors

extension GradientCase {
  /// A loss, as it hands over its gradient: given logits and labels, it returns its value.
  private typealias Measure = @Sendable (FeatureMap, [UInt8], Int, LossGradient?, WorkerPool) -> Double

  /// All losses on maps of `height` × `width`, and a sum of two.
  static func losses(_ height: Int, _ width: Int) -> [GradientCase] {
    let pixels = 2 * height * width
    @Sendable func cross(_ classes: Int, weights: [Float] = []) -> Measure {
      { logits, labels, batch, gradient, pool in
        SoftmaxCrossEntropy(classes: classes, pixels: pixels, weights: weights).measure(
          logits, labels: labels, batch: batch, gradient: gradient, on: pool
        ).mean
      }
    }
    let binary: Measure = { logits, labels, batch, gradient, pool in
      BinaryCrossEntropy(pixels: pixels, weights: [0.5, 3]).measure(
        logits, labels: labels, batch: batch, gradient: gradient, on: pool
      ).mean
    }
    let dice: Measure = { logits, labels, batch, gradient, pool in
      SoftDice(pixels: pixels).measure(logits, labels: labels, batch: batch, gradient: gradient, on: pool)
    }
    let sum: Measure = { logits, labels, batch, gradient, pool in
      let weight = gradient?.weight ?? 0
      let first = gradient.map { LossGradient($0.map, weight: 0.25 * weight) }
      let second = gradient.map { LossGradient($0.map, weight: 0.75 * weight, adding: true) }
      return 0.25 * dice(logits, labels, batch, first, pool)
        + 0.75 * cross(logits.channels)(logits, labels, batch, second, pool)
    }
    return [
      ("cross-entropy", 2, cross(2)), ("cross-entropy", 3, cross(3)), ("cross-entropy", 9, cross(9)),
      ("weighted cross-entropy", 2, cross(2, weights: [0.4, 2.5])),
      ("weighted cross-entropy", 3, cross(3, weights: [0.4, 2.5, 1])), ("binary cross-entropy", 1, binary),
      ("soft Dice", 1, dice), ("soft Dice", 2, dice), ("soft Dice", 3, dice), ("sum of losses", 2, sum),
      ("sum of losses", 9, sum),
    ].map { name, classes, measure in
      loss("\(name) of \(classes)", MapSize(2, height, width, classes), measure)
    }
  }

  private static func loss(_ name: String, _ size: MapSize, _ measure: @escaping Measure) -> GradientCase {
    var random = SeededGenerator(seed: 4)
    let labels = (0..<size.pixels).map { _ in UInt8(random.below(max(2, size.channels))) }
    return GradientCase(
      name: "\(name), \(size)", inputs: [Reference.numbers(size.count, seed: 1).map { $0 * 3 }], step: 0.02
    ) { bench, inputs in
      [measure(bench.maps(inputs[0], size).map, labels, size.batch, nil, bench.pool)]
    } backward: { bench, inputs, dy in
      let dx = bench.maps(nil, size)
      let gradient = LossGradient(dx.map, weight: dy[0])
      _ = measure(bench.maps(inputs[0], size).map, labels, size.batch, gradient, bench.pool)
      return [dx.values]
    }
  }
}
