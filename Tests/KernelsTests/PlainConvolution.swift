import Tensors

@testable import Kernels

/// The convolution as it is defined, number by number: slow, short, and what every other way is compared with.
enum PlainConvolution {
  /// y = activation(conv(x, weights) + bias), with `epilogue` on top where y is itself a gradient.
  static func forward(
    _ geometry: ConvolutionGeometry, _ order: WeightOrder, _ x: FeatureMap, weights: UnsafePointer<Float>,
    bias: UnsafePointer<Float>?, activation: FusedActivation, to y: FeatureMap,
    epilogue: GradientEpilogue = .overwriting,
    batch: Int, on pool: WorkerPool
  ) {
    let g = geometry
    pool.forEach(batch * g.outputHeight) { item in
      let (image, row) = (item / g.outputHeight, item % g.outputHeight)
      for column in 0..<g.outputWidth {
        for filter in 0..<g.filters {
          var sum = bias.map { $0[filter] } ?? 0
          for (kernelRow, from) in taps(row, stride: g.strideY, pad: g.padTop, kernel: g.kernelHeight, g.height) {
            for (kernelColumn, left) in taps(
              column, stride: g.strideX, pad: g.padLeft, kernel: g.kernelWidth, g.width)
            {
              let source = x.pixel(image, from, left)
              let tap = weights + (kernelRow * g.kernelWidth + kernelColumn) * order.tap + filter * order.filter
              for channel in 0..<g.channels { sum += source[channel] * tap[channel * order.channel] }
            }
          }
          write(sum, activation, to: y, image, row, column, filter, epilogue)
        }
      }
    }
  }

  /// The gradient of the map; with a bias and an activation it is a transposed convolution's result.
  static func backwardData(
    _ geometry: ConvolutionGeometry, _ order: WeightOrder, _ dy: FeatureMap, weights: UnsafePointer<Float>,
    bias: UnsafePointer<Float>?, activation: FusedActivation, to dx: FeatureMap, epilogue: GradientEpilogue, batch: Int,
    on pool: WorkerPool
  ) {
    let g = geometry
    pool.forEach(batch * g.height) { item in
      let (image, row) = (item / g.height, item % g.height)
      for column in 0..<g.width {
        for channel in 0..<g.channels {
          var sum = bias.map { $0[channel] } ?? 0
          for kernelRow in 0..<g.kernelHeight {
            let (above, offY) = (row + g.padTop - kernelRow).quotientAndRemainder(dividingBy: g.strideY)
            guard offY == 0, (0..<g.outputHeight).contains(above) else { continue }
            for kernelColumn in 0..<g.kernelWidth {
              let (left, offX) = (column + g.padLeft - kernelColumn).quotientAndRemainder(dividingBy: g.strideX)
              guard offX == 0, (0..<g.outputWidth).contains(left) else { continue }
              let source = dy.pixel(image, above, left)
              let tap = weights + (kernelRow * g.kernelWidth + kernelColumn) * order.tap + channel * order.channel
              for filter in 0..<g.filters { sum += source[filter] * tap[filter * order.filter] }
            }
          }
          write(sum, activation, to: dx, image, row, column, channel, epilogue)
        }
      }
    }
  }

  /// The gradient of the weights.
  static func backwardWeights(
    _ geometry: ConvolutionGeometry, _ order: WeightOrder, _ x: FeatureMap, _ dy: FeatureMap,
    to dw: UnsafeMutablePointer<Float>, batch: Int, on pool: WorkerPool
  ) {
    let g = geometry
    pool.forEach(g.kernelHeight * g.kernelWidth) { tap in
      let (kernelRow, kernelColumn) = (tap / g.kernelWidth, tap % g.kernelWidth)
      for channel in 0..<g.channels {
        for filter in 0..<g.filters {
          var sum = 0.0
          for image in 0..<batch {
            for row in 0..<g.outputHeight {
              let from = row * g.strideY - g.padTop + kernelRow
              guard (0..<g.height).contains(from) else { continue }
              for column in 0..<g.outputWidth {
                let left = column * g.strideX - g.padLeft + kernelColumn
                guard (0..<g.width).contains(left) else { continue }
                sum += Double(x.pixel(image, from, left)[channel]) * Double(dy.pixel(image, row, column)[filter])
              }
            }
          }
          dw[tap * order.tap + channel * order.channel + filter * order.filter] = Float(sum)
        }
      }
    }
  }

  /// The taps of an output row (or column) that meet the map, each with the row (or column) of the map.
  private static func taps(
    _ position: Int, stride: Int, pad: Int, kernel: Int, _ dimension: Int
  ) -> some Sequence<(Int, Int)> {
    let start = position * stride - pad
    let first = max(0, -start)
    let end = min(kernel, dimension - start)
    return (first..<max(first, end)).lazy.map { ($0, start + $0) }
  }

  private static func write(
    _ sum: Float, _ activation: FusedActivation, to map: FeatureMap, _ image: Int, _ row: Int, _ column: Int,
    _ channel: Int, _ epilogue: GradientEpilogue
  ) {
    var value = sum < 0 ? sum * activation.slope : sum
    let target = map.pixel(image, row, column) + channel
    if epilogue.adding { value += target.pointee }
    if let activated = epilogue.activated, !(activated.pixel(image, row, column)[channel] > 0) {
      value *= epilogue.slope
    }
    target.pointee = value
  }
}
