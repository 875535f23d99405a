import Kernels
import Testing

@Suite struct UpsamplingTests {
  static let sizes = [
    MapSize(1, 1, 1, 1), MapSize(2, 3, 5, 1), MapSize(2, 4, 3, 2), MapSize(1, 5, 4, 16), MapSize(2, 3, 3, 19),
  ]
  let pool = WorkerPool(threads: 2)
  let maps = TrialMaps()

  /// Each enlarged number with the numbers that it is blended from and their shares.
  func shares(_ size: MapSize, _ factor: Int, _ method: Upsampling.Method) -> [[(Int, Double)]] {
    func axis(_ place: Int, _ count: Int) -> [(Int, Double)] {
      guard method == .bilinear else { return [(place / factor, 1)] }
      let middle = max(0, (Double(place) + 0.5) / Double(factor) - 0.5)
      let first = Int(middle)
      return [(first, 1 - (middle - Double(first))), (min(first + 1, count - 1), middle - Double(first))]
    }
    var result: [[(Int, Double)]] = []
    for image in 0..<size.batch {
      for y in 0..<size.height * factor {
        for x in 0..<size.width * factor {
          for channel in 0..<size.channels {
            result.append(
              axis(y, size.height).flatMap { row, down in
                axis(x, size.width).map { column, across in
                  (((image * size.height + row) * size.width + column) * size.channels + channel, down * across)
                }
              })
          }
        }
      }
    }
    return result
  }

  @Test(arguments: sizes, [1, 2, 3, 4]) func enlargedMapsAreThePlainOnes(size: MapSize, factor: Int) {
    for method in [Upsampling.Method.nearest, .bilinear] {
      for layout in TrialLayout.allCases {
        let large = MapSize(size.batch, size.height * factor, size.width * factor, size.channels)
        let numbers = Reference.numbers(size.count, seed: 1)
        let upsampling = Upsampling(height: size.height, width: size.width, factor: factor, method: method)
        let y = maps(nil, large, layout)
        upsampling.forward(maps(numbers, size, layout).map, to: y.map, batch: size.batch, on: pool)
        let shares = shares(size, factor, method)
        let expected = shares.map { Float($0.reduce(0) { $0 + Double(numbers[$1.0]) * $1.1 }) }
        #expect(Reference.distance(y.values, expected) < 1e-6)
        #expect(y.isIntact)
        let dy = Reference.numbers(large.count, seed: 2)
        var gradient = [Double](repeating: 0, count: size.count)
        for (index, own) in shares.enumerated() {
          for (place, share) in own { gradient[place] += share * Double(dy[index]) }
        }
        let dyMap = maps(dy, large, layout)
        EpilogueTrial(maps, size, layout).check(gradient.map(Float.init)) { dx, epilogue in
          upsampling.backward(dyMap.map, to: dx, epilogue: epilogue, batch: size.batch, on: pool)
        }
      }
    }
  }
}
