import Kernels
import Tensors
import Testing

@Suite struct TruncatedNormalTests {
  func draw(_ count: Int, seed: UInt64 = 1, threads: Int = 2) -> [Float] {
    let buffer = AlignedBuffer(count: count)
    TruncatedNormal.fill(
      buffer.elements, stddev: 0.1, stream: SeededGenerator(seed: seed), on: WorkerPool(threads: threads))
    return Array(buffer.elements)
  }

  @Test func hasTheMomentsOfANormalCutOffAtTwoDeviations() {
    let numbers = draw(1 << 20).map(Double.init)
    let count = Double(numbers.count)
    let mean = numbers.reduce(0, +) / count
    let variance = numbers.reduce(0) { $0 + $1 * $1 } / count
    let fourth = numbers.reduce(0) { $0 + $1 * $1 * $1 * $1 } / count
    #expect(numbers.allSatisfy { abs($0) < 0.2 })
    #expect(abs(mean) < 4e-4)
    // 1 − 2·2φ(2) / (2Φ(2) − 1), and likewise for the fourth power.
    #expect(abs(variance / 0.007_737_4 - 1) < 5e-3)
    #expect(abs(fourth / 1.416_4e-4 - 1) < 1e-2)
  }

  @Test(arguments: [1, 5, 16, 65_536, 65_537, 200_001]) func givesTheSameNumbersForAnyNumberOfThreads(count: Int) {
    let one = draw(count, threads: 1)
    #expect(one == draw(count, threads: 2))
    #expect(one == draw(count, threads: 4))
  }

  @Test func aLongerDrawBeginsLikeAShorterOne() {
    #expect(Array(draw(70_000).prefix(1_001)) == draw(1_001))
  }

  @Test func seedsGiveDifferentNumbersAndTilesDoNotRepeat() {
    #expect(draw(64, seed: 1) != draw(64, seed: 2))
    let long = draw(1 << 17)
    #expect(Array(long.prefix(1 << 16)) != Array(long.suffix(1 << 16)))
  }
}
