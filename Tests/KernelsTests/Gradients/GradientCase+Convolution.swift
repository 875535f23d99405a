import Tensors

@testable import Kernels

extension GradientCase {
  /// Convolutions and transposed ones, each by one way, with a bias per channel.
  static let convolutions: [GradientCase] = [
    (.direct, geometry(5, 6, 2, 3, kernel: (3, 4), stride: 2)),
    (.direct, geometry(5, 4, 9, 3, kernel: (3, 3), stride: 1, valid: true)),
    (.direct, geometry(7, 8, 1, 8, kernel: (4, 5), stride: 3)),
    (.winograd, geometry(6, 5, 8, 9, kernel: (3, 3), stride: 1)),
    (.winograd, geometry(7, 6, 8, 8, kernel: (5, 5), stride: 2)),
    (.rows, geometry(9, 10, 2, 3, kernel: (7, 8), stride: 4)),
  ].flatMap { algorithm, geometry in
    [convolution(geometry, algorithm), transposed(geometry, algorithm)]
  }

  private static func convolution(_ g: ConvolutionGeometry, _ algorithm: ConvolutionAlgorithm) -> GradientCase {
    let before = MapSize(2, g.height, g.width, g.channels)
    let after = MapSize(2, g.outputHeight, g.outputWidth, g.filters)
    return GradientCase(
      name: "convolution \(g.kernelHeight)×\(g.kernelWidth) by \(g.strideY), \(algorithm)",
      inputs: [
        Reference.numbers(before.count, seed: 1), Reference.numbers(g.weightCount, seed: 2),
        Reference.numbers(g.filters, seed: 3),
      ]
    ) { bench, inputs in
      let layer = Convolution(g, batch: 2, algorithm: algorithm)
      let y = bench.maps(nil, after)
      layer.forward(
        bench.maps(inputs[0], before).map, weights: inputs[1], bias: inputs[2], activation: .identity, to: y.map,
        batch: 2, scratch: bench.room(layer.scratchCount(threads: bench.pool.threads)), on: bench.pool)
      return y.values.doubles
    } backward: { bench, inputs, dy in
      let layer = Convolution(g, batch: 2, algorithm: algorithm)
      let room = bench.room(layer.scratchCount(threads: bench.pool.threads))
      let (x, dy, dx) = (bench.maps(inputs[0], before).map, bench.maps(dy, after).map, bench.maps(nil, before))
      var (dw, db) = (inputs[1], inputs[2])
      layer.backwardData(
        dy, weights: inputs[1], to: dx.map, epilogue: .overwriting, batch: 2, scratch: room, on: bench.pool)
      layer.backwardWeights(x, dy, to: &dw, batch: 2, scratch: room, on: bench.pool)
      ChannelSums(channels: g.filters, pixels: after.pixels).sum(dy, to: &db, batch: 2, on: bench.pool)
      return [dx.values, dw, db]
    }
  }

  private static func transposed(_ g: ConvolutionGeometry, _ algorithm: ConvolutionAlgorithm) -> GradientCase {
    let before = MapSize(2, g.outputHeight, g.outputWidth, g.filters)
    let after = MapSize(2, g.height, g.width, g.channels)
    return GradientCase(
      name: "transposed convolution \(g.kernelHeight)×\(g.kernelWidth) by \(g.strideY), \(algorithm)",
      inputs: [
        Reference.numbers(before.count, seed: 1), Reference.numbers(g.weightCount, seed: 2),
        Reference.numbers(g.channels, seed: 3),
      ]
    ) { bench, inputs in
      let layer = TransposedConvolution(g, batch: 2, algorithm: algorithm)
      let y = bench.maps(nil, after)
      layer.forward(
        bench.maps(inputs[0], before).map, weights: inputs[1], bias: inputs[2], activation: .identity, to: y.map,
        batch: 2, scratch: bench.room(layer.scratchCount(threads: bench.pool.threads)), on: bench.pool)
      return y.values.doubles
    } backward: { bench, inputs, dy in
      let layer = TransposedConvolution(g, batch: 2, algorithm: algorithm)
      let room = bench.room(layer.scratchCount(threads: bench.pool.threads))
      let (x, dy, dx) = (bench.maps(inputs[0], before).map, bench.maps(dy, after).map, bench.maps(nil, before))
      var (dw, db) = (inputs[1], inputs[2])
      layer.backwardData(
        dy, weights: inputs[1], to: dx.map, epilogue: .overwriting, batch: 2, scratch: room, on: bench.pool)
      layer.backwardWeights(x, dy, to: &dw, batch: 2, scratch: room, on: bench.pool)
      ChannelSums(channels: g.channels, pixels: after.pixels).sum(dy, to: &db, batch: 2, on: bench.pool)
      return [dx.values, dw, db]
    }
  }
}
