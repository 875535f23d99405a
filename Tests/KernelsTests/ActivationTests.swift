import Foundation
import Kernels
import Testing

@Suite struct ActivationTests {
  static let counts = [1, 15, 16, 17, 1_000, 16_385, 40_001]
  let pool = WorkerPool(threads: 2)

  @Test(arguments: counts) func reluKeepsWhatIsAboveZero(count: Int) {
    let x = Reference.numbers(count, seed: 1)
    let dy = Reference.numbers(count, seed: 2)
    var y = [Float](repeating: .nan, count: count)
    var dx = y
    Elementwise.relu(x, to: &y, count: count, on: pool)
    Elementwise.reluBackward(output: y, dy, to: &dx, count: count, on: pool)
    #expect(y == x.map { max($0, 0) })
    #expect(dx == zip(x, dy).map { $0 > 0 ? $1 : 0 })
  }

  @Test(arguments: counts) func sigmoidAndItsSlopeAreThePlainOnes(count: Int) {
    let x = Reference.numbers(count, seed: 1).map { $0 * 20 }
    let dy = Reference.numbers(count, seed: 2)
    var y = [Float](repeating: .nan, count: count)
    var dx = y
    Elementwise.sigmoid(x, to: &y, count: count, on: pool)
    Elementwise.sigmoidBackward(output: y, dy, to: &dx, count: count, on: pool)
    let truth = x.map { 1 / (1 + exp(-Double($0))) }
    #expect(Reference.distance(y, truth.map(Float.init)) < 3e-7)
    #expect(Reference.distance(dx, zip(truth, dy).map { Float($0 * (1 - $0) * Double($1)) }) < 3e-7)
  }

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

  @Test(arguments: counts) func addAddsAMultiple(count: Int) {
    let x = Reference.numbers(count, seed: 1)
    var y = Reference.numbers(count, seed: 2)
    let expected = zip(x, y).map { $1.addingProduct(-0.5, $0) }
    Elementwise.add(x, times: -0.5, to: &y, count: count, on: pool)
    #expect(y == expected)
  }

  @Test func notANumberPassesThrough() {
    var y: [Float] = [0, 0, 0]
    Elementwise.relu([.nan, -1, 2], to: &y, count: 3, on: pool)
    #expect(y[0].isNaN && y[1] == 0 && y[2] == 2)
    RowSoftmax.forward([.nan, 0, 1], to: &y, rows: 1, width: 3, on: pool)
    #expect(y.allSatisfy { $0.isNaN })
  }
}
