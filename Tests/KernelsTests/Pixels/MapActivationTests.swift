import Foundation
import Kernels
import Testing

@Suite struct MapActivationTests {
  static let layouts = TrialLayout.allCases
  let pool = WorkerPool(threads: 2)
  let maps = TrialMaps()

  @Test(arguments: MapSize.odd, layouts) func activationsAreThePlainOnes(size: MapSize, layout: TrialLayout) {
    let numbers = Reference.numbers(size.count, seed: 1)
    let x = maps(numbers, size, layout)
    let dy = Reference.numbers(size.count, seed: 2)
    let dyMap = maps(dy, size)
    for (activation, slope) in [
      (FusedActivation.identity, Float(1)), (.relu, 0), (.leakyReLU(slope: 0.01), 0.01),
    ] {
      let y = maps(nil, size, layout)
      MapActivation.forward(activation, x.map, to: y.map, batch: size.batch, on: pool)
      #expect(y.values == numbers.map { $0 < 0 ? slope * $0 : $0 })
      #expect(y.isIntact)
      EpilogueTrial(maps, size, layout).check(zip(numbers, dy).map { $0 > 0 ? $1 : slope * $1 }) { dx, epilogue in
        MapActivation.backward(activation, y.map, dyMap.map, to: dx, epilogue: epilogue, batch: size.batch, on: pool)
      }
    }
  }

  @Test(arguments: MapSize.odd, layouts) func sigmoidIsThePlainOne(size: MapSize, layout: TrialLayout) {
    let numbers = Reference.numbers(size.count, seed: 1).map { $0 * 8 }
    let dy = Reference.numbers(size.count, seed: 2)
    let (dyMap, y) = (maps(dy, size), maps(nil, size, layout))
    MapActivation.sigmoid(maps(numbers, size, layout).map, to: y.map, batch: size.batch, on: pool)
    let truth = numbers.map { 1 / (1 + exp(-Double($0))) }
    #expect(Reference.distance(y.values, truth.map(Float.init)) < 3e-7)
    #expect(y.isIntact)
    EpilogueTrial(maps, size, layout).check(zip(truth, dy).map { Float($0 * (1 - $0) * Double($1)) }) { dx, epilogue in
      MapActivation.sigmoidBackward(y.map, dyMap.map, to: dx, epilogue: epilogue, batch: size.batch, on: pool)
    }
  }

  @Test(arguments: MapSize.odd, layouts) func softmaxIsThePlainOne(size: MapSize, layout: TrialLayout) {
    let numbers = Reference.numbers(size.count, seed: 1).map { $0 * 8 }
    let dy = Reference.numbers(size.count, seed: 2)
    let (dyMap, y) = (maps(dy, size), maps(nil, size, layout))
    MapSoftmax.forward(maps(numbers, size, layout).map, to: y.map, batch: size.batch, on: pool)
    var shares: [Float] = []
    var gradient: [Float] = []
    for start in stride(from: 0, to: size.count, by: size.channels) {
      let powers = numbers[start..<start + size.channels].map { exp(Double($0)) }
      let sum = powers.reduce(0, +)
      let own = powers.map { $0 / sum }
      let dot = own.indices.reduce(0) { $0 + own[$1] * Double(dy[start + $1]) }
      shares += own.map(Float.init)
      gradient += own.indices.map { Float(own[$0] * (Double(dy[start + $0]) - dot)) }
    }
    #expect(Reference.distance(y.values, shares) < 1e-6)
    #expect(y.isIntact)
    EpilogueTrial(maps, size, layout).check(gradient) { dx, epilogue in
      MapSoftmax.backward(y.map, dyMap.map, to: dx, epilogue: epilogue, batch: size.batch, on: pool)
    }
  }

  @Test func activationsWorkInPlaceAndLetWhatIsNotANumberThrough() {
    let size = MapSize(1, 1, 2, 9)
    var numbers = Reference.numbers(size.count, seed: 1)
    numbers[3] = .nan
    numbers[4] = -.infinity
    let x = maps(numbers, size)
    MapActivation.forward(.relu, x.map, to: x.map, batch: 1, on: pool)
    #expect(x.values[3].isNaN && x.values[4] == 0 && x.isIntact)
    #expect(x.values[5] == max(0, numbers[5]))
  }
}
