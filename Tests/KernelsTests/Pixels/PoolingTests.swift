import Kernels
import Testing

@Suite struct PoolingTests {
  struct Size: CustomStringConvertible, Sendable {
    var batch = 2
    let height, width, channels: Int
    let window: (Int, Int)
    let stride: (Int, Int)
    let isSame: Bool
    var description: String {
      "\(batch)×\(height)×\(width)×\(channels), \(window) by \(stride)\(isSame ? ", SAME" : "")"
    }

    var geometry: PoolingGeometry {
      let y = Self.axis(height, window.0, stride.0, isSame)
      let x = Self.axis(width, window.1, stride.1, isSame)
      return PoolingGeometry(
        height: height, width: width, windowHeight: window.0, windowWidth: window.1, strideY: stride.0,
        strideX: stride.1, padTop: y.pad, padLeft: x.pad, outputHeight: y.count, outputWidth: x.count)
    }

    static func axis(_ dimension: Int, _ window: Int, _ stride: Int, _ isSame: Bool) -> (count: Int, pad: Int) {
      guard isSame else { return ((dimension - window) / stride + 1, 0) }
      let count = (dimension + stride - 1) / stride
      return (count, max((count - 1) * stride + window - dimension, 0) / 2)
    }
  }

  static let sizes = [
    Size(height: 4, width: 6, channels: 1, window: (2, 2), stride: (2, 2), isSame: true),
    Size(height: 8, width: 6, channels: 16, window: (2, 2), stride: (2, 2), isSame: true),
    Size(height: 7, width: 9, channels: 20, window: (2, 2), stride: (2, 2), isSame: true),
    Size(height: 7, width: 9, channels: 33, window: (2, 2), stride: (2, 2), isSame: false),
    Size(height: 9, width: 7, channels: 8, window: (3, 3), stride: (2, 2), isSame: true),
    Size(height: 10, width: 11, channels: 3, window: (3, 2), stride: (1, 1), isSame: true),
    Size(height: 10, width: 11, channels: 17, window: (3, 3), stride: (1, 2), isSame: false),
    Size(height: 13, width: 11, channels: 5, window: (2, 3), stride: (4, 5), isSame: false),
    Size(height: 5, width: 5, channels: 2, window: (5, 5), stride: (5, 5), isSame: true),
    Size(batch: 1, height: 41, width: 15, channels: 32, window: (5, 3), stride: (3, 2), isSame: true),
  ]
  static let layouts = TrialLayout.allCases
  let pool = WorkerPool(threads: 2)
  let maps = TrialMaps()

  /// Each window's place in the output and the places of its pixels in the input, channel by channel.
  func windows(_ size: Size) -> [(output: Int, pixels: [Int])] {
    let g = size.geometry
    var windows: [(output: Int, pixels: [Int])] = []
    for image in 0..<size.batch {
      for row in 0..<g.outputHeight {
        for column in 0..<g.outputWidth {
          for channel in 0..<size.channels {
            var pixels: [Int] = []
            for y in row * g.strideY - g.padTop..<row * g.strideY - g.padTop + g.windowHeight {
              for x in column * g.strideX - g.padLeft..<column * g.strideX - g.padLeft + g.windowWidth {
                guard (0..<size.height).contains(y), (0..<size.width).contains(x) else { continue }
                pixels.append(((image * size.height + y) * size.width + x) * size.channels + channel)
              }
            }
            windows.append(
              (((image * g.outputHeight + row) * g.outputWidth + column) * size.channels + channel, pixels))
          }
        }
      }
    }
    return windows
  }

  /// Numbers of which many are equal, so that the first of them matters.
  func images(_ size: Size) -> [Float] {
    Reference.numbers(size.batch * size.height * size.width * size.channels, seed: 1).map {
      ($0 * 4).rounded(.towardZero)
    }
  }

  /// What a gradient becomes after `epilogue`.
  func finished(_ gradient: [Float], _ before: [Float], _ activated: [Float], adding: Bool, masked: Bool) -> [Float] {
    gradient.indices.map { index in
      let sum = gradient[index] + (adding ? before[index] : 0)
      return masked && activated[index] <= 0 ? sum * 0.25 : sum
    }
  }

  @Test(arguments: sizes, layouts) func maxPoolingIsThePlainOne(size: Size, layout: TrialLayout) {
    let g = size.geometry
    let images = images(size)
    let windows = windows(size)
    let x = maps(images, size.batch, size.height, size.width, size.channels, layout)
    let y = maps(nil, size.batch, g.outputHeight, g.outputWidth, size.channels, layout)
    MaxPooling.forward(x.map, to: y.map, g, batch: size.batch, on: pool)
    var expected = [Float](repeating: .nan, count: windows.count)
    for window in windows { expected[window.output] = window.pixels.map { images[$0] }.max() ?? .nan }
    #expect(y.values == expected)
    #expect(y.isIntact)

    let dy = Reference.numbers(windows.count, seed: 2)
    var gradient = [Float](repeating: 0, count: images.count)
    for window in windows {
      guard let first = window.pixels.first(where: { images[$0] == expected[window.output] }) else { continue }
      gradient[first] += dy[window.output]
    }
    let dyMap = maps(dy, size.batch, g.outputHeight, g.outputWidth, size.channels)
    checkEpilogues(size, layout, images, gradient) { dx, epilogue in
      MaxPooling.backward(x.map, y.map, dyMap.map, to: dx, epilogue: epilogue, g, batch: size.batch, on: pool)
    }
  }

  @Test(arguments: sizes, layouts) func averagePoolingIsThePlainOne(size: Size, layout: TrialLayout) {
    let g = size.geometry
    let images = images(size)
    let windows = windows(size)
    let x = maps(images, size.batch, size.height, size.width, size.channels, layout)
    let y = maps(nil, size.batch, g.outputHeight, g.outputWidth, size.channels, layout)
    AveragePooling.forward(x.map, to: y.map, g, batch: size.batch, on: pool)
    var expected = [Float](repeating: .nan, count: windows.count)
    let dy = Reference.numbers(windows.count, seed: 2)
    var gradient = [Float](repeating: 0, count: images.count)
    for window in windows {
      expected[window.output] = window.pixels.reduce(0) { $0 + images[$1] } / Float(window.pixels.count)
      for pixel in window.pixels { gradient[pixel] += dy[window.output] / Float(window.pixels.count) }
    }
    #expect(Reference.distance(y.values, expected) < 1e-6)
    #expect(y.isIntact)
    let dyMap = maps(dy, size.batch, g.outputHeight, g.outputWidth, size.channels)
    checkEpilogues(size, layout, images, gradient) { dx, epilogue in
      AveragePooling.backward(dyMap.map, to: dx, epilogue: epilogue, g, batch: size.batch, on: pool)
    }
  }

  func checkEpilogues(
    _ size: Size, _ layout: TrialLayout, _ images: [Float], _ gradient: [Float],
    _ backward: (FeatureMap, GradientEpilogue) -> Void
  ) {
    let before = Reference.numbers(images.count, seed: 5)
    let activated = maps(images, size.batch, size.height, size.width, size.channels)
    for adding in [false, true] {
      for masked in [false, true] {
        let dx = maps(adding ? before : nil, size.batch, size.height, size.width, size.channels, layout)
        backward(
          dx.map, GradientEpilogue(adding: adding, activated: masked ? activated.map : nil, slope: 0.25))
        let expected = finished(gradient, before, images, adding: adding, masked: masked)
        #expect(Reference.distance(dx.values, expected) < 1e-6, "adding \(adding), masked \(masked)")
        #expect(dx.isIntact)
      }
    }
  }

  @Test func poolingFollowedByReLUIsTheExampleOfTheSlides() {
    let image: [Float] = [
      4, -3, -7, 8, 9, -4, 1, 0, -2, -2, 0, 5, 0, 0, -1, -3, 5, 0, -3, -5, 6, 2, -1, 9, 7, -4, 1, 5, 0, 4, -3, 8, 0, 3,
      -4, -5, 0, 5, 1, -2, 7, 0, -5, 6, 2, 0, 1, 7, -4, 0, 5, 4, 6, 8, 5, 0, 2, 3, -3, 1, 2, -5, 3, -2, -5, 3, 6, -2, 5,
      3, 0, -1, 0, -4, 0, -6, -8, -4, 1, 3,
    ]
    let size = Size(batch: 1, height: 8, width: 10, channels: 1, window: (2, 2), stride: (2, 2), isSame: true)
    let x = maps(image, 1, 8, 10, 1)
    let y = maps(nil, 1, 4, 5, 1)
    MaxPooling.forward(x.map, to: y.map, size.geometry, batch: 1, on: pool)
    #expect(
      y.values.map { max($0, 0) } == [5, 8, 9, 5, 0, 8, 9, 7, 5, 4, 7, 8, 5, 7, 1, 2, 3, 3, 6, 5])
    #expect(y.values[4] == -2)
  }

  @Test func aWindowWithANumberThatIsNotOneGivesNone() {
    for position in 0..<4 {
      var image: [Float] = [1, 2, 3, 4]
      image[position] = .nan
      let size = Size(batch: 1, height: 2, width: 2, channels: 1, window: (2, 2), stride: (2, 2), isSame: true)
      let y = maps(nil, 1, 1, 1, 1)
      MaxPooling.forward(maps(image, 1, 2, 2, 1).map, to: y.map, size.geometry, batch: 1, on: pool)
      #expect(y.values[0].isNaN)
    }
  }

  @Test(arguments: sizes) func theBitsDoNotDependOnTheNumberOfThreads(size: Size) {
    let g = size.geometry
    let x = maps(images(size), size.batch, size.height, size.width, size.channels)
    let dy = maps(
      Reference.numbers(size.batch * g.outputHeight * g.outputWidth * size.channels, seed: 2), size.batch,
      g.outputHeight, g.outputWidth, size.channels)
    let results = [1, 2, 4].map { threads -> [[Float]] in
      let pool = WorkerPool(threads: threads)
      let y = maps(nil, size.batch, g.outputHeight, g.outputWidth, size.channels)
      let dx = maps(nil, size.batch, size.height, size.width, size.channels)
      MaxPooling.forward(x.map, to: y.map, g, batch: size.batch, on: pool)
      MaxPooling.backward(x.map, y.map, dy.map, to: dx.map, epilogue: .overwriting, g, batch: size.batch, on: pool)
      let first = dx.values
      AveragePooling.backward(
        dy.map, to: dx.map, epilogue: GradientEpilogue(adding: true), g, batch: size.batch, on: pool)
      return [y.values, first, dx.values]
    }
    #expect(results[0] == results[1])
    #expect(results[0] == results[2])
  }
}
