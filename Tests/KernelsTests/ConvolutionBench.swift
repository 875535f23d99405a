import Kernels
import Tensors

/// A geometry to try, with the padding of TensorFlow's SAME unless told.
func geometry(
  _ height: Int, _ width: Int, _ channels: Int, _ filters: Int, kernel: (Int, Int), stride: Int, valid: Bool = false
) -> ConvolutionGeometry {
  func axis(_ dimension: Int, _ kernel: Int) -> (pad: Int, out: Int) {
    if valid { return (0, (dimension - kernel) / stride + 1) }
    let out = (dimension + stride - 1) / stride
    return (max((out - 1) * stride + kernel - dimension, 0) / 2, out)
  }
  let (down, across) = (axis(height, kernel.0), axis(width, kernel.1))
  return ConvolutionGeometry(
    height: height, width: width, channels: channels, filters: filters, kernelHeight: kernel.0, kernelWidth: kernel.1,
    strideY: stride, strideX: stride, padTop: down.pad, padLeft: across.pad, outputHeight: down.out,
    outputWidth: across.out)
}

let geometries: [ConvolutionGeometry] = [
  geometry(7, 9, 1, 3, kernel: (3, 3), stride: 1),
  geometry(7, 9, 1, 20, kernel: (5, 5), stride: 2),
  geometry(12, 8, 5, 16, kernel: (5, 3), stride: 1),
  geometry(13, 17, 16, 2, kernel: (1, 1), stride: 1),
  geometry(10, 10, 20, 33, kernel: (3, 3), stride: 1),
  geometry(9, 11, 33, 20, kernel: (3, 3), stride: 1, valid: true),
  geometry(13, 15, 20, 35, kernel: (5, 5), stride: 2),
  geometry(16, 12, 17, 40, kernel: (5, 5), stride: 2),
  geometry(9, 9, 16, 16, kernel: (2, 2), stride: 2),
  geometry(12, 14, 8, 24, kernel: (2, 2), stride: 2),
  geometry(48, 32, 2, 2, kernel: (31, 31), stride: 16),
  geometry(11, 10, 9, 7, kernel: (4, 3), stride: 3),
  geometry(5, 6, 3, 4, kernel: (7, 7), stride: 1),
  geometry(20, 21, 32, 48, kernel: (3, 3), stride: 1),
  geometry(19, 22, 48, 16, kernel: (3, 3), stride: 2),
  geometry(8, 9, 4, 5, kernel: (2, 1), stride: 3),
  geometry(4, 4, 16, 16, kernel: (3, 3), stride: 1),
  geometry(3, 5, 64, 16, kernel: (3, 3), stride: 1),
]

/// Geometries of small and odd dimensions in any combination, the same in every run.
let oddGeometries: [ConvolutionGeometry] = {
  var random = SeededGenerator(seed: 21)
  func one(of choices: [Int]) -> Int { choices[random.below(choices.count)] }
  return (0..<16).map { index in
    let kernel = (one(of: [1, 2, 3, 3, 4, 5]), one(of: [1, 2, 3, 3, 4, 5]))
    return geometry(
      one(of: [5, 6, 7, 9, 11, 13, 17]), one(of: [5, 7, 8, 10, 11, 15, 19]), one(of: [1, 2, 3, 8, 9, 16, 17, 33]),
      one(of: [1, 2, 5, 8, 11, 16, 19, 34]), kernel: kernel, stride: one(of: [1, 1, 2, 3, 4]), valid: index % 4 == 0)
  }
}()

/// Maps and weights of one geometry, full of random numbers.
struct ConvolutionBench {
  let geometry: ConvolutionGeometry
  let batch = 2
  let x, dy: TestMap
  let weights, bias: [Float]

  init(_ geometry: ConvolutionGeometry) {
    self.geometry = geometry
    var random = SeededGenerator(seed: 7)
    x = TestMap(2, geometry.height, geometry.width, geometry.channels, &random)
    dy = TestMap(2, geometry.outputHeight, geometry.outputWidth, geometry.filters, &random)
    weights = (0..<geometry.weightCount).map { _ in Float(random.unit() - 0.5) }
    bias = (0..<max(geometry.filters, geometry.channels)).map { _ in Float(random.unit() - 0.5) }
  }
}

/// A map with its memory.
final class TestMap {
  let buffer: AlignedBuffer
  let map: FeatureMap
  let batch: Int

  init(_ batch: Int, _ height: Int, _ width: Int, _ channels: Int, _ random: inout SeededGenerator) {
    let stride = FeatureMap.stride(channels: channels)
    buffer = AlignedBuffer(count: batch * height * width * stride)
    map = FeatureMap(buffer.pointer, height: height, width: width, channels: channels)
    self.batch = batch
    for pixel in 0..<batch * height * width {
      for channel in 0..<channels { buffer.pointer[pixel * stride + channel] = Float(random.unit() - 0.5) }
    }
  }

  /// All numbers without the padding; traps where the padding is not 0.
  var numbers: [Float] {
    (0..<batch * map.height * map.width).flatMap { pixel -> [Float] in
      let start = map.pointer + pixel * map.stride
      precondition((map.channels..<map.stride).allSatisfy { start[$0] == 0 }, "the padding of pixel \(pixel) is not 0")
      return (0..<map.channels).map { start[$0] }
    }
  }

  func like() -> TestMap {
    var random = SeededGenerator(seed: 3)
    return TestMap(batch, map.height, map.width, map.channels, &random)
  }
}

/// The largest difference, as a share of the largest number.
func difference(_ a: [Float], _ b: [Float]) -> Float {
  precondition(a.count == b.count)
  let largest = max(1e-6, b.map(abs).max() ?? 0)
  return zip(a, b).map { abs($0 - $1) }.max().map { $0.isNaN ? .infinity : $0 / largest } ?? 0
}

/// The sum of the products of two lists.
func product(_ a: [Float], _ b: [Float]) -> Double { zip(a, b).reduce(0) { $0 + Double($1.0) * Double($1.1) } }
