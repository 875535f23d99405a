import Kernels
import Testing

@Suite struct ConcatenationTests {
  static let layouts = TrialLayout.allCases
  /// How many channels each part has: aligned to lanes and not, thin and thick.
  static let parts = [
    [16, 16], [16, 3], [32, 16, 20], [20, 10], [1, 1], [3, 4], [5, 9, 20, 2], [20, 16], [7, 16],
  ]
  let pool = WorkerPool(threads: 2)
  let maps = TrialMaps()

  /// Parts larger than the joined map by these rows and columns, of which the first half lies before the window.
  static let margins = [(0, 0), (3, 2)]

  @Test(arguments: parts, layouts) func joinedMapsLieSideBySide(parts: [Int], layout: TrialLayout) {
    for (rows, columns) in Self.margins {
      let whole = MapSize(2, 5, 7, parts.reduce(0, +))
      let joined = maps(nil, whole, layout)
      var expected = [Float](repeating: .nan, count: whole.count)
      var channel = 0
      for (index, channels) in parts.enumerated() {
        let size = MapSize(2, 5 + rows, 7 + columns, channels)
        let numbers = Reference.numbers(size.count, seed: UInt64(index))
        Concatenation.copy(
          .centre(maps(numbers, size, layout == .slice ? .own : layout).map, height: 5, width: 7), to: joined.map,
          channel: channel, batch: 2, on: pool)
        forWindow(size, rows, columns) { inside, outside in
          expected[inside / channels * whole.channels + channel + inside % channels] = numbers[outside]
        }
        channel += channels
      }
      #expect(joined.values == expected)
      #expect(joined.isIntact)
      channel = 0
      let gradient = maps(expected, whole, layout)
      for channels in parts {
        let size = MapSize(2, 5 + rows, 7 + columns, channels)
        var own = [Float](repeating: 0, count: size.count)
        forWindow(size, rows, columns) { inside, outside in
          own[outside] = expected[inside / channels * whole.channels + channel + inside % channels]
        }
        EpilogueTrial(maps, size, layout).check(own) { dx, epilogue in
          Concatenation.backward(
            gradient.map, channel: channel, to: .centre(dx, height: 5, width: 7), epilogue: epilogue, batch: 2, on: pool
          )
        }
        channel += channels
      }
    }
  }

  /// Calls `body` for each number in the window with its index there and in the whole map.
  func forWindow(_ size: MapSize, _ rows: Int, _ columns: Int, _ body: (Int, Int) -> Void) {
    var inside = 0
    for image in 0..<2 {
      for row in 0..<5 {
        for column in 0..<7 {
          for channel in 0..<size.channels {
            let pixel = (image * size.height + row + rows / 2) * size.width + column + columns / 2
            body(inside, pixel * size.channels + channel)
            inside += 1
          }
        }
      }
    }
  }

  @Test(arguments: [1, 2, 7, 16, 20], layouts) func sumsAreThePlainOnes(channels: Int, layout: TrialLayout) {
    let inner = MapSize(2, 5, 7, channels)
    let outer = MapSize(2, 8, 9, channels)
    let (a, b, c) = (
      Reference.numbers(inner.count, seed: 1), Reference.numbers(outer.count, seed: 2),
      Reference.numbers(inner.count, seed: 3)
    )
    var cropped = a
    forWindow(outer, 3, 2) { cropped[$0] = b[$1] }
    let parts = [
      CroppedMap(maps(a, inner).map), CroppedMap.centre(maps(b, outer, layout).map, height: 5, width: 7),
      CroppedMap(maps(c, inner, layout).map),
    ]
    for count in 1...3 {
      let y = maps(nil, inner, layout)
      MapSum.add(Array(parts.prefix(count)), activation: .relu, to: y.map, batch: 2, on: pool)
      let expected = a.indices.map { index in
        max(0, [a, cropped, c].prefix(count).dropFirst().reduce(a[index]) { $0 + $1[index] })
      }
      #expect(y.values == expected)
      #expect(y.isIntact)
    }
  }

  @Test(arguments: MapSize.odd, layouts) func gapsBetweenPixelsAreClosedAndOpened(size: MapSize, layout: TrialLayout) {
    let numbers = Reference.numbers(size.count, seed: 1)
    let map = maps(numbers, size, layout)
    let (close, open) = (maps(nil, size, .close), maps(nil, size, layout))
    Concatenation.copy(CroppedMap(map.map), to: close.map, channel: 0, batch: size.batch, on: pool)
    #expect(close.values == numbers && close.isIntact)
    Concatenation.copy(CroppedMap(close.map), to: open.map, channel: 0, batch: size.batch, on: pool)
    #expect(open.values == numbers && open.isIntact)
    EpilogueTrial(maps, size, layout).check(numbers) { dx, epilogue in
      Concatenation.backward(close.map, to: CroppedMap(dx), epilogue: epilogue, batch: size.batch, on: pool)
    }
    EpilogueTrial(maps, size, .close).check(numbers) { dx, epilogue in
      Concatenation.backward(map.map, to: CroppedMap(dx), epilogue: epilogue, batch: size.batch, on: pool)
    }
  }

  @Test(arguments: MapSize.odd, layouts) func windowsOfAnySizeAreJoinedAndAdded(size: MapSize, layout: TrialLayout) {
    for (rows, columns) in [(0, 1), (5, 2)] {
      let outer = MapSize(size.batch, size.height + rows, size.width + columns, size.channels)
      let numbers = Reference.numbers(outer.count, seed: 1)
      let base = Reference.numbers(size.count, seed: 2)
      // Where each number of the window lies in the larger map.
      let places = (0..<size.count).map { index in
        let (pixel, channel) = index.quotientAndRemainder(dividingBy: size.channels)
        let (line, column) = pixel.quotientAndRemainder(dividingBy: size.width)
        let (image, row) = line.quotientAndRemainder(dividingBy: size.height)
        return ((image * outer.height + row + rows / 2) * outer.width + column + columns / 2) * size.channels + channel
      }
      let source = maps(numbers, outer, layout)
      let window = CroppedMap.centre(source.map, height: size.height, width: size.width)
      let (copy, sum) = (maps(nil, size), maps(nil, size, layout))
      Concatenation.copy(window, to: copy.map, channel: 0, batch: size.batch, on: pool)
      #expect(copy.values == places.map { numbers[$0] } && copy.isIntact)
      MapSum.add([window, CroppedMap(maps(base, size).map)], to: sum.map, batch: size.batch, on: pool)
      #expect(sum.values == base.indices.map { numbers[places[$0]] + base[$0] } && sum.isIntact)
      var gradient = [Float](repeating: 0, count: outer.count)
      for (index, place) in places.enumerated() { gradient[place] = base[index] }
      let dy = maps(base, size)
      EpilogueTrial(maps, outer, layout).check(gradient) { dx, epilogue in
        Concatenation.backward(
          dy.map, to: .centre(dx, height: size.height, width: size.width), epilogue: epilogue, batch: size.batch,
          on: pool)
      }
    }
  }
}
