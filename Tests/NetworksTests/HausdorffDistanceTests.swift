import Networks
import Testing

@Suite struct HausdorffDistanceTests {
  /// A mask of class 1 where `isInside`, with another class elsewhere.
  func mask(_ height: Int, _ width: Int, _ isInside: (Int, Int) -> Bool) -> [UInt8] {
    (0..<height * width).map { isInside($0 / width, $0 % width) ? 1 : ($0 % 3 == 0 ? 2 : 0) }
  }

  /// The definition, pair by pair.
  func plain(_ a: [UInt8], _ b: [UInt8], _ height: Int, _ width: Int, _ share: Double) -> Double? {
    func outline(_ mask: [UInt8]) -> [(Int, Int)] {
      func isOne(_ row: Int, _ column: Int) -> Bool {
        (0..<height).contains(row) && (0..<width).contains(column) && mask[row * width + column] == 1
      }
      var places: [(Int, Int)] = []
      for row in 0..<height {
        for column in 0..<width where isOne(row, column) {
          let near = [(row - 1, column), (row + 1, column), (row, column - 1), (row, column + 1)]
          if !near.allSatisfy({ isOne($0.0, $0.1) }) { places.append((row, column)) }
        }
      }
      return places
    }
    func direction(_ from: [(Int, Int)], _ to: [(Int, Int)]) -> Double {
      var distances: [Double] = []
      for a in from {
        var nearest = Int.max
        for b in to {
          let (down, across) = (a.0 - b.0, a.1 - b.1)
          nearest = min(nearest, down * down + across * across)
        }
        distances.append(Double(nearest).squareRoot())
      }
      distances.sort()
      let rank = share * Double(distances.count - 1)
      let below = Int(rank)
      let above = min(below + 1, distances.count - 1)
      let rest = rank - Double(below)
      return distances[below] * (1 - rest) + distances[above] * rest
    }
    let (first, second) = (outline(a), outline(b))
    if first.isEmpty, second.isEmpty { return 0 }
    if first.isEmpty || second.isEmpty { return nil }
    return max(direction(first, second), direction(second, first))
  }

  @Test(arguments: [(1, 1), (1, 9), (7, 1), (13, 17), (24, 11)], [0.0, 0.5, 0.95, 1])
  func isTheDefinitionForAnyMasks(size: (Int, Int), share: Double) throws {
    let (height, width) = size
    var state: UInt32 = 1
    func next() -> UInt32 {
      state = state &* 1_664_525 &+ 1_013_904_223
      return state >> 16
    }
    for density in [2, 5, 40] as [UInt32] {
      for _ in 0..<6 {
        let a = mask(height, width) { _, _ in next() % density == 0 }
        let b = mask(height, width) { _, _ in next() % density != 1 }
        let expected = plain(a, b, height, width, share)
        let measured = HausdorffDistance.measure(a, b, height: height, width: width, percentile: share)
        #expect((measured == nil) == (expected == nil))
        if let measured, let expected { #expect(abs(measured - expected) < 1e-12) }
      }
    }
  }

  @Test func aSquareThatIsMovedIsAsFarAwayAsItWasMoved() {
    let square = mask(40, 40) { (10..<20).contains($0) && (10..<20).contains($1) }
    let moved = mask(40, 40) { (13..<23).contains($0) && (10..<20).contains($1) }
    #expect(HausdorffDistance.measure(square, moved, height: 40, width: 40) == 3)
    #expect(HausdorffDistance.measure(square, square, height: 40, width: 40) == 0)
  }

  @Test func whatIsEmptyHasNoDistanceUnlessBothAre() {
    let nothing = [UInt8](repeating: 0, count: 9)
    let something: [UInt8] = [0, 0, 0, 0, 1, 0, 0, 0, 0]
    #expect(HausdorffDistance.measure(nothing, nothing, height: 3, width: 3) == 0)
    #expect(HausdorffDistance.measure(nothing, something, height: 3, width: 3) == nil)
    #expect(HausdorffDistance.measure(something, nothing, height: 3, width: 3) == nil)
  }

  @Test func aFewPixelsFarAwayAreLeftAside() {
    let disk = mask(64, 64) { ($0 - 32) * ($0 - 32) + ($1 - 32) * ($1 - 32) < 400 }
    var spotted = disk
    spotted[0] = 1
    #expect(HausdorffDistance.measure(disk, spotted, height: 64, width: 64) == 0)
    #expect((HausdorffDistance.measure(disk, spotted, height: 64, width: 64, percentile: 1) ?? 0) > 20)
  }
}
