import Foundation
import Kernels
import Testing

@Suite struct ActivationTests {
  static let counts = [1, 15, 16, 17, 1_000, 16_385, 40_001]
  let pool = WorkerPool(threads: 2)

  @Test(arguments: [(1, 1), (1, 17), (5, 2), (333, 3), (3, 9_000), (40, 129)])
  func softmaxAndItsSlopeAreThePlainOnes(size: (Int, Int)) {
    let (rows, width) = size
    let x = Reference.numbers(rows * width, seed: 1).map { $0 * 10 }
    let dy = Reference.numbers(rows * width, seed: 2)
    var y = [Float](repeating: .nan, count: rows * width)
    var dx = y
    RowSoftmax.forward(x, to: &y, rows: rows, width: width, on: pool)
    RowSoftmax.backward(output: y, dy, to: &dx, rows: rows, width: width, on: pool)
    for row in 0..<rows {
      let range = row * width..<(row + 1) * width
      let powers = x[range].map { exp(Double($0)) }
      let sum = powers.reduce(0, +)
      let shares = powers.map { $0 / sum }
      let dot = zip(shares, dy[range]).reduce(0) { $0 + $1.0 * Double($1.1) }
      #expect(Reference.distance(y[range], shares.map(Float.init)) < 1e-6)
      #expect(Reference.distance(dx[range], zip(shares, dy[range]).map { Float($0 * (Double($1) - dot)) }) < 1e-6)
    }
  }

  @Test(arguments: [1, 2, 4]) func theBitsOfSoftmaxDoNotDependOnTheNumberOfThreads(threads: Int) {
    let x = Reference.numbers(40 * 1_029, seed: 1).map { $0 * 10 }
    let results = [1, threads].map { threads -> [Float] in
      let pool = WorkerPool(threads: threads)
      var (y, dx) = (x, x)
      RowSoftmax.forward(x, to: &y, rows: 40, width: 1_029, on: pool)
      RowSoftmax.backward(output: y, x, to: &dx, rows: 40, width: 1_029, on: pool)
      return y + dx
    }
    #expect(results[0] == results[1])
  }

  @Test(arguments: counts) func rowsAreAdded(count: Int) {
    let x = Reference.numbers(count, seed: 1)
    var y = Reference.numbers(count, seed: 2)
    let expected = zip(x, y).map { $0 + $1 }
    Elementwise.add(x, to: &y, count: count, on: pool)
    #expect(y == expected)
  }

  @Test func notANumberPassesThrough() {
    var y: [Float] = [0, 0, 0]
    RowSoftmax.forward([.nan, 0, 1], to: &y, rows: 1, width: 3, on: pool)
    #expect(y.allSatisfy { $0.isNaN })
  }
}
