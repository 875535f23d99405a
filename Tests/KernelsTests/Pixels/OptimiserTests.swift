import Foundation
import Kernels
import Testing

@Suite struct OptimiserTests {
  static let counts = [1, 17, 16_384, 16_401]
  static let steps = 5
  let pool = WorkerPool(threads: 2)

  /// Gradients of a step, of which every seventh is 0 and some are huge.
  func gradient(_ count: Int, _ step: Int) -> [Float] {
    Reference.numbers(count, seed: UInt64(100 + step)).enumerated().map {
      $0.offset % 7 == 0 ? 0 : $0.offset % 11 == 0 ? $0.element * 1e4 : $0.element
    }
  }

  @Test(arguments: counts, [Float(0), 0.1]) func plainDescentIsThePlainFormula(count: Int, decay: Float) {
    var weights = Reference.numbers(count, seed: 1)
    var expected = weights.map(Double.init)
    for step in 0..<Self.steps {
      let gradient = gradient(count, step)
      SGDStep(rate: 0.1, decay: decay, scale: 0.5).apply(to: &weights, gradient: gradient, count: count, on: pool)
      for index in 0..<count {
        expected[index] -= 0.1 * (0.5 * Double(gradient[index]) + Double(decay) * expected[index])
      }
    }
    #expect(Reference.distance(weights, expected.map(Float.init)) < 1e-6)
  }

  @Test(arguments: counts, [false, true]) func momentumIsThePlainFormula(count: Int, isNesterov: Bool) {
    var weights = Reference.numbers(count, seed: 1)
    var velocity = [Float](repeating: 0, count: count)
    var expected = weights.map(Double.init)
    var v = [Double](repeating: 0, count: count)
    for step in 0..<Self.steps {
      let gradient = gradient(count, step)
      MomentumStep(rate: 0.1, momentum: 0.9, isNesterov: isNesterov, decay: 0.01, scale: 0.5).apply(
        to: &weights, gradient: gradient, velocity: &velocity, count: count, on: pool)
      for index in 0..<count {
        let g = 0.5 * Double(gradient[index]) + 0.01 * expected[index]
        v[index] = 0.9 * v[index] + g
        expected[index] -= 0.1 * (isNesterov ? g + 0.9 * v[index] : v[index])
      }
    }
    #expect(Reference.distance(weights, expected.map(Float.init)) < 1e-6)
    #expect(Reference.distance(velocity, v.map(Float.init)) < 1e-6)
  }

  @Test(arguments: counts, [false, true]) func adamIsThePlainFormula(count: Int, isDecoupled: Bool) {
    var weights = Reference.numbers(count, seed: 1)
    var mean = [Float](repeating: 0, count: count)
    var square = mean
    var expected = weights.map(Double.init)
    var m = [Double](repeating: 0, count: count)
    var v = m
    for step in 0..<Self.steps {
      let gradient = gradient(count, step)
      AdamStep(rate: 0.01, decay: 0.1, isDecoupled: isDecoupled, scale: 0.5).apply(
        to: &weights, gradient: gradient, mean: &mean, square: &square, step: step, count: count, on: pool)
      for index in 0..<count {
        let g = 0.5 * Double(gradient[index]) + (isDecoupled ? 0 : 0.1 * expected[index])
        if isDecoupled { expected[index] *= 1 - 0.01 * 0.1 }
        m[index] = 0.9 * m[index] + 0.1 * g
        v[index] = 0.999 * v[index] + 0.001 * g * g
        let bias1 = 1 - pow(0.9, Double(step + 1))
        let bias2 = 1 - pow(0.999, Double(step + 1))
        expected[index] -= 0.01 * (m[index] / bias1) / ((v[index] / bias2).squareRoot() + 1e-8)
      }
    }
    #expect(Reference.distance(weights, expected.map(Float.init)) < 1e-6)
  }

  @Test func theBitsDoNotDependOnTheNumberOfThreads() {
    let count = 50_001
    let results = [1, 2, 4].map { threads -> [[Float]] in
      let pool = WorkerPool(threads: threads)
      let start = Reference.numbers(count, seed: 1)
      let zeros = [Float](repeating: 0, count: count)
      var (plain, moved, velocity) = (start, start, zeros)
      var (adaptive, mean, square) = (start, zeros, zeros)
      for step in 0..<3 {
        let gradient = gradient(count, step)
        SGDStep(rate: 0.1, decay: 0.01, scale: 0.5).apply(to: &plain, gradient: gradient, count: count, on: pool)
        MomentumStep(rate: 0.1, momentum: 0.9, isNesterov: true, decay: 0.01).apply(
          to: &moved, gradient: gradient, velocity: &velocity, count: count, on: pool)
        AdamStep(rate: 0.01, decay: 0.1, isDecoupled: true).apply(
          to: &adaptive, gradient: gradient, mean: &mean, square: &square, step: step, count: count, on: pool)
      }
      return [plain, moved, velocity, adaptive, mean, square]
    }
    #expect(results[0] == results[1])
    #expect(results[0] == results[2])
  }

  @Test(arguments: [0, 1, 17, 200_001]) func theSumOfSquaresIsThePlainOneForAnyNumberOfThreads(count: Int) {
    // The first is so large that each item of work added to it is rounded.
    let numbers = Reference.numbers(count, seed: 1).enumerated().map { $0 == 0 ? 1e10 : $1 * 1_000 }
    let sum = SquaredSum(count: 200_001)
    let results = [1, 2, 4].map { sum.measure(numbers, count: count, on: WorkerPool(threads: $0)) }
    let expected = numbers.reduce(0) { $0 + Double($1) * Double($1) }
    #expect(abs(results[0] - expected) <= 1e-12 * expected)
    #expect(results[0] == results[1] && results[0] == results[2])
  }

  @Test(arguments: [Float.nan, .infinity]) func aSumOfSquaresShowsWhatIsNotFinite(value: Float) {
    var numbers = [Float](repeating: 1, count: 20)
    numbers[17] = value
    #expect(!SquaredSum(count: 20).measure(numbers, count: 20, on: pool).isFinite)
  }
}
