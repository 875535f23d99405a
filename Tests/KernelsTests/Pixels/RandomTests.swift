import Foundation
import Kernels
import Tensors
import Testing

@Suite struct RandomTests {
  let maps = TrialMaps()

  func numbers(_ count: Int, threads: Int = 2, _ fill: (UnsafeMutableBufferPointer<Float>, WorkerPool) -> Void)
    -> [Float]
  {
    let buffer = AlignedBuffer(count: count)
    fill(buffer.elements, WorkerPool(threads: threads))
    return Array(buffer.elements)
  }

  func moment(_ numbers: [Float], _ power: Double) -> Double {
    numbers.reduce(0) { $0 + pow(Double($1), power) } / Double(numbers.count)
  }

  @Test func heHasTheMomentsOfANormalDistribution() {
    let stream = SeededGenerator(seed: 1)
    let drawn = numbers(1 << 17) { HeNormal.fill($0, fanIn: 8, stream: stream, on: $1) }
    #expect(abs(moment(drawn, 1)) < 5e-3)
    #expect(abs(moment(drawn, 2) / 0.25 - 1) < 4e-2)
    #expect(abs(moment(drawn, 3)) < 6e-3)
    #expect(abs(moment(drawn, 4) / (3 * 0.25 * 0.25) - 1) < 4e-2)
    // φ beyond two deviations holds 4.55 % of the numbers.
    let beyond = Double(drawn.count { abs($0) > 1 }) / Double(drawn.count)
    #expect(abs(beyond - 0.045_5) < 3e-3)
    // Sines and cosines of one angle stand eight apart and have nothing to do with each other.
    let product = Slopes.dot(drawn, Array(drawn.dropFirst(8)))
    #expect(abs(product / Double(drawn.count)) < 3e-3)
  }

  @Test func xavierIsEvenWithinItsBounds() {
    let stream = SeededGenerator(seed: 1)
    let drawn = numbers(1 << 16) { XavierUniform.fill($0, fanIn: 10, fanOut: 14, stream: stream, on: $1) }
    #expect(drawn.allSatisfy { abs($0) < 0.5 } && drawn.contains { abs($0) > 0.499 })
    #expect(abs(moment(drawn, 1)) < 5e-3)
    #expect(abs(moment(drawn, 2) * 12 - 1) < 2e-2)
  }

  @Test(arguments: [1, 5, 17, 65_537]) func weightsDoNotDependOnTheNumberOfThreads(count: Int) {
    let stream = SeededGenerator(seed: 7)
    let drawn = [1, 2, 4].map { threads in
      numbers(count, threads: threads) { HeNormal.fill($0, fanIn: 3, stream: stream, on: $1) }
        + numbers(count, threads: threads) { XavierUniform.fill($0, fanIn: 3, fanOut: 5, stream: stream, on: $1) }
    }
    #expect(drawn[0] == drawn[1] && drawn[0] == drawn[2])
  }

  @Test(arguments: MapSize.odd, TrialLayout.allCases)
  func dropoutIsTheSameForAnyLayoutAndNumberOfThreads(size: MapSize, layout: TrialLayout) {
    let dropout = Dropout(keep: 0.6, stream: SeededGenerator(seed: 3))
    let x = Reference.numbers(size.count, seed: 1).map { $0 + 2 }
    let plain = maps(nil, size)
    dropout.forward(maps(x, size).map, to: plain.map, step: 4, batch: size.batch, on: WorkerPool(threads: 1))
    let mask = plain.values.map { $0 != 0 }
    #expect(plain.values == zip(x, mask).map { $1 ? $0 * Float(1 / 0.6) : 0 })
    for threads in [2, 4] {
      let y = maps(nil, size, layout)
      dropout.forward(
        maps(x, size, layout).map, to: y.map, step: 4, batch: size.batch, on: WorkerPool(threads: threads))
      #expect(y.values == plain.values)
      #expect(y.isIntact)
    }
    let dy = Reference.numbers(size.count, seed: 2)
    let dyMap = maps(dy, size)
    EpilogueTrial(maps, size, layout).check(zip(dy, mask).map { $1 ? $0 * Float(1 / 0.6) : 0 }) { dx, epilogue in
      dropout.backward(dyMap.map, to: dx, epilogue: epilogue, step: 4, batch: size.batch, on: WorkerPool(threads: 2))
    }
  }

  @Test func dropoutKeepsItsShareAndDrawsAnewInEachStepAndStream() {
    let size = MapSize(1, 100, 125, 8)
    let pool = WorkerPool(threads: 2)
    let x = maps([Float](repeating: 1, count: size.count), size)
    func draw(_ keep: Double, seed: UInt64, step: Int) -> [Float] {
      let y = maps(nil, size)
      Dropout(keep: keep, stream: SeededGenerator(seed: seed)).forward(x.map, to: y.map, step: step, batch: 1, on: pool)
      return y.values
    }
    for keep in [0.1, 0.5, 0.9] {
      let kept = draw(keep, seed: 1, step: 0)
      #expect(abs(Double(kept.count { $0 != 0 }) / Double(size.count) - keep) < 5e-3)
      // Neighbours, and the same place in the next step and stream, have nothing to do with each other.
      let others = [Array(kept.dropFirst()), draw(keep, seed: 1, step: 1), draw(keep, seed: 2, step: 0)]
      for other in others {
        let both = Double(zip(kept, other).count { $0 != 0 && $1 != 0 }) / Double(size.count)
        #expect(abs(both - keep * keep) < 5e-3)
      }
    }
    #expect(draw(1, seed: 1, step: 0) == x.values)
  }
}
