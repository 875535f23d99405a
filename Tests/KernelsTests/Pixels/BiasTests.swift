import Kernels
import Testing

@Suite struct BiasTests {
  static let layouts = TrialLayout.allCases
  let pool = WorkerPool(threads: 2)
  let maps = TrialMaps()

  @Test(arguments: MapSize.odd + [MapSize(2, 67, 71, 2), MapSize(2, 47, 41, 16)], layouts)
  func channelSumsAreThePlainOnes(size: MapSize, layout: TrialLayout) {
    let numbers = Reference.numbers(size.count, seed: 1).map { $0 + 0.5 }
    let map = maps(numbers, size, layout)
    var expected = [Double](repeating: 0, count: size.channels)
    for index in numbers.indices { expected[index % size.channels] += Double(numbers[index]) }
    let results = [1, 2, 4].map { threads -> [Float] in
      var sums = [Float](repeating: .nan, count: size.channels)
      ChannelSums(channels: size.channels, pixels: size.pixels).sum(
        map.map, to: &sums, batch: size.batch, on: WorkerPool(threads: threads))
      return sums
    }
    #expect(Reference.distance(results[0], expected.map(Float.init)) < 1e-6)
    #expect(results[0] == results[1] && results[0] == results[2])
  }

  @Test func sumsAreTakenInOneOrderForAnyNumberOfThreads() {
    let size = MapSize(1, 61, 53, 16)
    // In three items of work; added in another order, the first is not lost among the others.
    var numbers = [Float](repeating: 0, count: size.count)
    for (place, number) in zip([0, 1_024, 2_048], [Float(1), 1e20, -1e20]) { numbers[place * size.channels] = number }
    let map = maps(numbers, size)
    for threads in [1, 2, 4] {
      var sums = [Float](repeating: .nan, count: size.channels)
      ChannelSums(channels: size.channels, pixels: size.pixels).sum(
        map.map, to: &sums, batch: size.batch, on: WorkerPool(threads: threads))
      #expect(sums[0] == 0)
    }
  }

  @Test(arguments: MapSize.odd, layouts) func aBiasForEachPlaceIsAddedToEveryImage(size: MapSize, layout: TrialLayout) {
    let places = size.count / size.batch
    let numbers = Reference.numbers(size.count, seed: 1)
    let bias = Reference.numbers(places, seed: 2)
    let y = maps(numbers, size, layout)
    UntiedBias.add(to: y.map, bias, activation: .relu, batch: size.batch, on: pool)
    #expect(y.values == numbers.indices.map { max(0, numbers[$0] + bias[$0 % places]) })
    #expect(y.isIntact)

    let dy = maps(numbers, size, layout)
    var gradient = [Float](repeating: .nan, count: places + 1)
    UntiedBias.backward(dy.map, to: &gradient, batch: size.batch, on: pool)
    #expect(gradient.popLast()?.isNaN == true)
    let expected = (0..<places).map { place in
      (1..<size.batch).reduce(numbers[place]) { $0 + numbers[$1 * places + place] }
    }
    #expect(gradient == expected)
  }
}
