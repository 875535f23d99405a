import Kernels
import Tensors
import Testing

@Suite struct DenseMatrixTests {
  /// Odd sizes.
  static let small = [(1, 1), (3, 5), (5, 3), (7, 16), (16, 17), (33, 40), (129, 70)]
  /// Sizes that fall into several tiles of columns, of rows, and of whole rows.
  static let large = [(9, 8_193), (3, 66_001), (1_701, 310)]

  @Test(arguments: small + large, [1, 2, 5]) func forwardAndBackwardAreThePlainProducts(size: (Int, Int), batch: Int) {
    let (inputs, outputs) = size
    let trial = DenseTrial(inputs: inputs, outputs: outputs, batch: batch, threads: 2)
    let x = Reference.numbers(batch * inputs, seed: 1)
    let dy = Reference.numbers(batch * outputs, seed: 2)
    let y = Reference.forward(x, trial.weights, batch: batch, inputs: inputs, outputs: outputs)
    let dx = Reference.backward(dy, trial.weights, batch: batch, inputs: inputs, outputs: outputs)
    #expect(Reference.distance(trial.forward(x), y) < 2e-5)
    #expect(Reference.distance(trial.backward(dy), dx) < 2e-5)
  }

  @Test(arguments: small, [1, 3]) func aRowOfStepsIsPlainDescent(size: (Int, Int), batch: Int) {
    let (inputs, outputs) = size
    let trial = DenseTrial(inputs: inputs, outputs: outputs, batch: batch, threads: 2)
    var expected = trial.weights
    let rate: Float = 0.05
    for step in 0..<19 {
      // Every third input is exactly 0, as image backgrounds are.
      let x = Reference.numbers(batch * inputs, seed: UInt64(step)).enumerated().map {
        $0.offset % 3 == 0 ? 0 : $0.element
      }
      let dy = Reference.numbers(batch * outputs, seed: UInt64(100 + step))
      let y = Reference.forward(x, expected, batch: batch, inputs: inputs, outputs: outputs)
      let dx = Reference.backward(dy, expected, batch: batch, inputs: inputs, outputs: outputs)
      #expect(Reference.distance(trial.forward(x), y) < 3e-5)
      #expect(Reference.distance(trial.backward(dy), dx) < 3e-5)
      trial.descend(x, dy, rate: rate)
      expected = Reference.descended(
        expected, x, dy, rate: rate, batch: batch, inputs: inputs, outputs: outputs)
    }
    #expect(Reference.distance(trial.settled(), expected) < 1e-5)
  }

  @Test(arguments: large) func aRowOfStepsOverSeveralTilesIsPlainDescent(size: (Int, Int)) {
    let (inputs, outputs) = size
    let trial = DenseTrial(inputs: inputs, outputs: outputs, batch: 1, threads: 2)
    let steps = 10
    let xs = (0..<steps).map { Reference.numbers(inputs, seed: UInt64($0)) }
    let dys = (0..<steps).map { Reference.numbers(outputs, seed: UInt64(100 + $0)) }
    for step in 0..<steps {
      _ = trial.forward(xs[step])
      trial.descend(xs[step], dys[step], rate: 0.05)
    }
    // Two updates are still on their way here: the passes must count them in.
    let y = trial.forward(xs[0])
    let dx = trial.backward(dys[0])
    let expected = Reference.descended(
      trial.weights, xs.flatMap(\.self), dys.flatMap(\.self), rate: 0.05, batch: steps, inputs: inputs, outputs: outputs
    )
    #expect(
      Reference.distance(y, Reference.forward(xs[0], expected, batch: 1, inputs: inputs, outputs: outputs)) < 3e-5)
    #expect(
      Reference.distance(dx, Reference.backward(dys[0], expected, batch: 1, inputs: inputs, outputs: outputs)) < 3e-5)
    #expect(Reference.distance(trial.settled(), expected) < 1e-5)
  }

  @Test func descentWithoutForwardPassesSettlesItself() {
    let trial = DenseTrial(inputs: 20, outputs: 30, batch: 1, threads: 1)
    var expected = trial.weights
    for step in 0..<20 {
      let x = Reference.numbers(20, seed: UInt64(step))
      let dy = Reference.numbers(30, seed: UInt64(50 + step))
      trial.descend(x, dy, rate: 0.1)
      expected = Reference.descended(expected, x, dy, rate: 0.1, batch: 1, inputs: 20, outputs: 30)
    }
    #expect(Reference.distance(trial.settled(), expected) < 1e-5)
  }

  @Test(arguments: large, [1, 3])
  func theBitsDoNotDependOnTheNumberOfThreads(size: (Int, Int), batch: Int) {
    let results = [1, 2, 4].map { threads -> [[Float]] in
      let trial = DenseTrial(inputs: size.0, outputs: size.1, batch: batch, threads: threads)
      var seen: [[Float]] = []
      for step in 0..<10 {
        let x = Reference.numbers(batch * size.0, seed: UInt64(step))
        let dy = Reference.numbers(batch * size.1, seed: UInt64(100 + step))
        seen.append(trial.forward(x))
        seen.append(trial.backward(dy))
        trial.descend(x, dy, rate: 0.01)
      }
      return seen + [trial.settled()]
    }
    #expect(results[0] == results[1])
    #expect(results[0] == results[2])
  }

  @Test func forwardAndBackwardAreAdjoint() {
    let trial = DenseTrial(inputs: 301, outputs: 203, batch: 1, threads: 2)
    let x = Reference.numbers(301, seed: 1)
    let dy = Reference.numbers(203, seed: 2)
    let left = zip(trial.forward(x), dy).reduce(0.0) { $0 + Double($1.0) * Double($1.1) }
    let right = zip(x, trial.backward(dy)).reduce(0.0) { $0 + Double($1.0) * Double($1.1) }
    #expect(abs(left - right) < 1e-4)
  }

  @Test func inputsThatAreNotNumbersReachTheOutput() {
    let trial = DenseTrial(inputs: 10, outputs: 4, batch: 1, threads: 1)
    var x = [Float](repeating: 0, count: 10)
    x[3] = .nan
    #expect(trial.forward(x).allSatisfy { $0.isNaN })
  }
}

/// A matrix with numbers in it, and arrays in place of pointers.
struct DenseTrial {
  let matrix: DenseMatrix
  let pool: WorkerPool
  let weights: [Float]
  let batch: Int

  init(inputs: Int, outputs: Int, batch: Int, threads: Int) {
    matrix = DenseMatrix(inputs: inputs, outputs: outputs, batch: batch)
    pool = WorkerPool(threads: threads)
    weights = Reference.numbers(inputs * outputs, seed: 77)
    self.batch = batch
    _ = matrix.settled(on: pool).update(fromContentsOf: weights)
  }

  func forward(_ x: [Float]) -> [Float] {
    var y = [Float](repeating: .nan, count: batch * matrix.outputs)
    matrix.forward(x, to: &y, batch: batch, on: pool)
    return y
  }

  func backward(_ dy: [Float]) -> [Float] {
    var dx = [Float](repeating: .nan, count: batch * matrix.inputs)
    matrix.backward(dy, to: &dx, batch: batch, on: pool)
    return dx
  }

  func descend(_ x: [Float], _ dy: [Float], rate: Float) { matrix.descend(x, dy, rate: rate, batch: batch, on: pool) }

  func settled() -> [Float] { Array(matrix.settled(on: pool)) }
}
