import Tensors
import Testing

@Suite struct SeededGeneratorTests {
  @Test func givesTheNumbersOfSplitMix64() {
    var generator = SeededGenerator(seed: 1_234_567)
    let numbers = (0..<5).map { _ in generator.next() }
    #expect(
      numbers == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423, 4_593_380_528_125_082_431,
        16_408_922_859_458_223_821,
      ])
  }

  @Test func derivedStreamsDependOnTheSeedAndTheIndexAlone() {
    var first = SeededGenerator(seed: 5).derived(3)
    var second = SeededGenerator(seed: 5).derived(3)
    var other = SeededGenerator(seed: 5).derived(4)
    let number = first.next()
    #expect(number == second.next())
    #expect(number != other.next())
  }

  @Test(arguments: [0, 1, 2, 17, 1000]) func aPermutationHoldsEveryNumberOnce(count: Int) {
    var generator = SeededGenerator(seed: UInt64(count))
    #expect(generator.permutation(count).sorted() == Array(0..<count))
  }

  @Test func drawsStayBelowTheirBoundAndAreEven() {
    var generator = SeededGenerator(seed: 9)
    var counts = [Int](repeating: 0, count: 7)
    for _ in 0..<70_000 { counts[generator.below(7)] += 1 }
    #expect(counts.allSatisfy { abs($0 - 10_000) < 500 })
    #expect((0..<1000).allSatisfy { _ in (0.0..<1).contains(generator.unit()) })
  }
}
