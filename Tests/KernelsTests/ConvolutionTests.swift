import Tensors
import Testing

@testable import Kernels

@Suite("Convolutions")
struct ConvolutionTests {
  private let pool = WorkerPool(threads: 2)

  @Test(
    "Forward gives what the definition gives, with bias and activation", arguments: geometries + oddGeometries,
    ConvolutionAlgorithm.allCases)
  func forward(_ geometry: ConvolutionGeometry, by algorithm: ConvolutionAlgorithm) {
    let bench = ConvolutionBench(geometry)
    for activation in [FusedActivation.identity, .relu, .leakyReLU(slope: 0.1)] {
      let (fast, plain) = (bench.dy.like(), bench.dy.like())
      let convolution = Convolution(geometry, batch: 2, algorithm: algorithm)
      let scratch = AlignedBuffer(count: convolution.scratchCount(threads: 2))
      convolution.forward(
        bench.x.map, weights: bench.weights, bias: bench.bias, activation: activation, to: fast.map, batch: 2,
        scratch: scratch.pointer, on: pool)
      PlainConvolution.forward(
        geometry, WeightOrder(geometry, transposed: false), bench.x.map, weights: bench.weights, bias: bench.bias,
        activation: activation, to: plain.map, batch: 2, on: pool)
      #expect(difference(fast.numbers, plain.numbers) < 2e-5)
    }
  }

  @Test(
    "The gradient of the map is what the definition gives, overwritten, added and masked",
    arguments: geometries + oddGeometries,
    ConvolutionAlgorithm.allCases)
  func data(_ geometry: ConvolutionGeometry, by algorithm: ConvolutionAlgorithm) {
    let bench = ConvolutionBench(geometry)
    for epilogue in [
      GradientEpilogue.overwriting, GradientEpilogue(adding: true),
      GradientEpilogue(adding: true, activated: bench.x.map, slope: 0.25),
      GradientEpilogue(adding: false, activated: bench.x.map),
    ] {
      let (fast, plain) = (bench.x.like(), bench.x.like())
      let convolution = Convolution(geometry, batch: 2, algorithm: algorithm)
      let scratch = AlignedBuffer(count: convolution.scratchCount(threads: 2))
      convolution.backwardData(
        bench.dy.map, weights: bench.weights, to: fast.map, epilogue: epilogue, batch: 2, scratch: scratch.pointer,
        on: pool
      )
      PlainConvolution.backwardData(
        geometry, WeightOrder(geometry, transposed: false), bench.dy.map, weights: bench.weights, bias: nil,
        activation: .identity, to: plain.map, epilogue: epilogue, batch: 2, on: pool)
      #expect(difference(fast.numbers, plain.numbers) < 2e-5)
    }
  }

  @Test(
    "The gradient of the weights is what the definition gives", arguments: geometries + oddGeometries,
    ConvolutionAlgorithm.allCases)
  func weights(_ geometry: ConvolutionGeometry, by algorithm: ConvolutionAlgorithm) {
    let bench = ConvolutionBench(geometry)
    var fast = [Float](repeating: .nan, count: geometry.weightCount)
    var plain = fast
    let convolution = Convolution(geometry, batch: 2, algorithm: algorithm)
    let scratch = AlignedBuffer(count: convolution.scratchCount(threads: 2))
    convolution.backwardWeights(bench.x.map, bench.dy.map, to: &fast, batch: 2, scratch: scratch.pointer, on: pool)
    PlainConvolution.backwardWeights(
      geometry, WeightOrder(geometry, transposed: false), bench.x.map, bench.dy.map, to: &plain, batch: 2, on: pool)
    #expect(difference(fast, plain) < 2e-5)
  }

  @Test(
    "A transposed convolution gives what the definition gives, each way", arguments: geometries + oddGeometries,
    ConvolutionAlgorithm.allCases)
  func transposed(_ geometry: ConvolutionGeometry, by algorithm: ConvolutionAlgorithm) {
    let bench = ConvolutionBench(geometry)
    let order = WeightOrder(geometry, transposed: true)
    let layer = TransposedConvolution(geometry, batch: 2, algorithm: algorithm)
    let scratch = AlignedBuffer(count: layer.scratchCount(threads: 2))
    let (fast, plain) = (bench.x.like(), bench.x.like())
    layer.forward(
      bench.dy.map, weights: bench.weights, bias: bench.bias, activation: .relu, to: fast.map, batch: 2,
      scratch: scratch.pointer, on: pool)
    PlainConvolution.backwardData(
      geometry, order, bench.dy.map, weights: bench.weights, bias: bench.bias, activation: .relu, to: plain.map,
      epilogue: .overwriting, batch: 2, on: pool)
    #expect(difference(fast.numbers, plain.numbers) < 2e-5)
    let (fastBack, plainBack) = (bench.dy.like(), bench.dy.like())
    layer.backwardData(
      bench.x.map, weights: bench.weights, to: fastBack.map, epilogue: .overwriting, batch: 2, scratch: scratch.pointer,
      on: pool)
    PlainConvolution.forward(
      geometry, order, bench.x.map, weights: bench.weights, bias: nil, activation: .identity, to: plainBack.map,
      batch: 2, on: pool)
    #expect(difference(fastBack.numbers, plainBack.numbers) < 2e-5)
    var fastWeights = [Float](repeating: .nan, count: geometry.weightCount)
    var plainWeights = fastWeights
    layer.backwardWeights(bench.dy.map, bench.x.map, to: &fastWeights, batch: 2, scratch: scratch.pointer, on: pool)
    PlainConvolution.backwardWeights(
      geometry, order, bench.x.map, bench.dy.map, to: &plainWeights, batch: 2, on: pool)
    #expect(difference(fastWeights, plainWeights) < 2e-5)
  }

  @Test("Forward and the gradient of the map are adjoint: ⟨conv x, y⟩ = ⟨x, convᵀ y⟩", arguments: geometries)
  func adjoint(_ geometry: ConvolutionGeometry) {
    let bench = ConvolutionBench(geometry)
    let convolution = Convolution(geometry, batch: 2)
    let scratch = AlignedBuffer(count: convolution.scratchCount(threads: 2))
    let (y, dx) = (bench.dy.like(), bench.x.like())
    convolution.forward(
      bench.x.map, weights: bench.weights, bias: nil, activation: .identity, to: y.map, batch: 2,
      scratch: scratch.pointer, on: pool)
    convolution.backwardData(
      bench.dy.map, weights: bench.weights, to: dx.map, epilogue: .overwriting, batch: 2, scratch: scratch.pointer,
      on: pool)
    var dw = [Float](repeating: 0, count: geometry.weightCount)
    convolution.backwardWeights(
      bench.x.map, bench.dy.map, to: &dw, batch: 2, scratch: scratch.pointer, on: pool)
    let forward = product(y.numbers, bench.dy.numbers)
    let scale = max(1, abs(forward))
    #expect(abs(forward - product(bench.x.numbers, dx.numbers)) < 2e-4 * scale)
    #expect(abs(forward - product(bench.weights, dw)) < 2e-4 * scale)
  }

  /// So large that the pixels' part in the gradient of the weights is summed in several chunks.
  static let large = geometry(14, 300, 3, 16, kernel: (3, 3), stride: 1)

  @Test("One, two and four threads give the same bits", arguments: geometries + [large])
  func threads(_ geometry: ConvolutionGeometry) {
    let bench = ConvolutionBench(geometry)
    let results = [1, 2, 4].map { threads in
      let pool = WorkerPool(threads: threads)
      let convolution = Convolution(geometry, batch: 2)
      let scratch = AlignedBuffer(count: convolution.scratchCount(threads: threads))
      let (y, dx) = (bench.dy.like(), bench.x.like())
      var dw = [Float](repeating: 0, count: geometry.weightCount)
      convolution.forward(
        bench.x.map, weights: bench.weights, bias: bench.bias, activation: .relu, to: y.map, batch: 2,
        scratch: scratch.pointer, on: pool)
      convolution.backwardData(
        bench.dy.map, weights: bench.weights, to: dx.map, epilogue: .overwriting, batch: 2, scratch: scratch.pointer,
        on: pool)
      convolution.backwardWeights(
        bench.x.map, bench.dy.map, to: &dw, batch: 2, scratch: scratch.pointer, on: pool)
      return (y.numbers + dx.numbers + dw).map(\.bitPattern)
    }
    #expect(results[0] == results[1])
    #expect(results[0] == results[2])
  }

  @Test("A slice of a wider map is read and written without a touch to its neighbours", arguments: [1, 3], [1, 2])
  func slices(_ kernel: Int, _ stride: Int) {
    let g = geometry(10, 12, 16, 32, kernel: (kernel, kernel), stride: stride)
    let bench = ConvolutionBench(g)
    var random = SeededGenerator(seed: 11)
    let wideX = TestMap(2, g.height, g.width, 48, &random)
    let wideY = TestMap(2, g.outputHeight, g.outputWidth, 64, &random)
    let sliceX = FeatureMap(wideX.map.pointer + 16, height: g.height, width: g.width, channels: 16, stride: 48)
    let sliceY = FeatureMap(
      wideY.map.pointer + 32, height: g.outputHeight, width: g.outputWidth, channels: 32, stride: 64)
    let (before, beforeX) = (wideY.numbers, wideX.numbers)
    let convolution = Convolution(g, batch: 2)
    let scratch = AlignedBuffer(count: convolution.scratchCount(threads: 2))
    let expected = bench.dy.like()
    PlainConvolution.forward(
      g, WeightOrder(g, transposed: false), sliceX, weights: bench.weights, bias: nil, activation: .identity,
      to: expected.map, batch: 2, on: pool)
    convolution.forward(
      sliceX, weights: bench.weights, bias: nil, activation: .identity, to: sliceY, batch: 2,
      scratch: scratch.pointer, on: pool)
    let after = wideY.numbers
    let pixels = after.count / 64
    #expect((0..<pixels).allSatisfy { after[$0 * 64..<$0 * 64 + 32] == before[$0 * 64..<$0 * 64 + 32] })
    let found = (0..<pixels).flatMap { after[$0 * 64 + 32..<$0 * 64 + 64] }
    #expect(difference(found, expected.numbers) < 2e-5)
    convolution.backwardData(
      sliceY, weights: bench.weights, to: sliceX, epilogue: .overwriting, batch: 2, scratch: scratch.pointer, on: pool)
    let afterX = wideX.numbers
    #expect(
      (0..<afterX.count / 48).allSatisfy {
        afterX[$0 * 48..<$0 * 48 + 16] == beforeX[$0 * 48..<$0 * 48 + 16]
          && afterX[$0 * 48 + 32..<$0 * 48 + 48] == beforeX[$0 * 48 + 32..<$0 * 48 + 48]
      })
  }

  @Test("Fewer images than there is room for give what they would give alone")
  func fewerImages() {
    let g = geometry(20, 21, 32, 48, kernel: (3, 3), stride: 1)
    let bench = ConvolutionBench(g)
    let roomy = Convolution(g, batch: 16)
    let scratch = AlignedBuffer(count: roomy.scratchCount(threads: 2))
    let (found, expected) = (bench.dy.like(), bench.dy.like())
    roomy.forward(
      bench.x.map, weights: bench.weights, bias: nil, activation: .identity, to: found.map, batch: 2,
      scratch: scratch.pointer, on: pool)
    PlainConvolution.forward(
      g, WeightOrder(g, transposed: false), bench.x.map, weights: bench.weights, bias: nil, activation: .identity,
      to: expected.map, batch: 2, on: pool)
    #expect(difference(found.numbers, expected.numbers) < 2e-5)
    var (fast, plain) = ([Float](repeating: 0, count: g.weightCount), [Float](repeating: 0, count: g.weightCount))
    roomy.backwardWeights(bench.x.map, bench.dy.map, to: &fast, batch: 2, scratch: scratch.pointer, on: pool)
    PlainConvolution.backwardWeights(
      g, WeightOrder(g, transposed: false), bench.x.map, bench.dy.map, to: &plain, batch: 2, on: pool)
    #expect(difference(fast, plain) < 2e-5)
  }

  @Test("A way that is not taken says why")
  func rejections() {
    let wide = geometry(16, 16, 32, 32, kernel: (3, 3), stride: 1)
    #expect(ConvolutionAlgorithm.winograd.rejection(wide, isForward: true) == nil)
    let first = geometry(16, 16, 1, 32, kernel: (3, 3), stride: 1)
    #expect(ConvolutionAlgorithm.winograd.rejection(first, isForward: true) == .tooFewChannels(1, least: 8))
    let pointwise = geometry(16, 16, 32, 32, kernel: (1, 1), stride: 1)
    #expect(ConvolutionAlgorithm.winograd.weightRejection(pointwise) == .taps(1))
    let strided = geometry(16, 16, 32, 32, kernel: (3, 3), stride: 2)
    #expect(ConvolutionAlgorithm.winograd.rejection(strided, isForward: true) == .savesTooLittle(1))
    let up = geometry(256, 256, 2, 2, kernel: (31, 31), stride: 16)
    #expect(ConvolutionAlgorithm.rows.rejection(up, isForward: false) == nil)
    #expect(ConvolutionAlgorithm.rows.rejection(up, isForward: true) == .notWidening)
    #expect(ConvolutionAlgorithm.direct.rejection(up, isForward: true) == nil)
    let far = geometry(64, 64, 16, 16, kernel: (16, 16), stride: 8)
    #expect(ConvolutionAlgorithm.winograd.rejection(far, isForward: true) == .strideTooLong(8, most: 4))
  }

  /// Filters shorter than their strides, and maps shorter than both.
  @Test(
    "What no tap reaches is 0, or the bias, or stays where the gradient is added",
    arguments: [
      geometry(13, 15, 3, 5, kernel: (2, 3), stride: 5), geometry(9, 7, 20, 9, kernel: (1, 1), stride: 4),
      geometry(5, 3, 8, 17, kernel: (2, 2), stride: 16), geometry(16, 33, 2, 2, kernel: (3, 1), stride: 8),
    ])
  func unreached(_ geometry: ConvolutionGeometry) {
    let bench = ConvolutionBench(geometry)
    let order = WeightOrder(geometry, transposed: true)
    let layer = TransposedConvolution(geometry, batch: 2, algorithm: .direct)
    let scratch = AlignedBuffer(count: layer.scratchCount(threads: 2))
    let (fast, plain) = (bench.x.like(), bench.x.like())
    layer.forward(
      bench.dy.map, weights: bench.weights, bias: bench.bias, activation: .relu, to: fast.map, batch: 2,
      scratch: scratch.pointer, on: pool)
    PlainConvolution.backwardData(
      geometry, order, bench.dy.map, weights: bench.weights, bias: bench.bias, activation: .relu, to: plain.map,
      epilogue: .overwriting, batch: 2, on: pool)
    #expect(difference(fast.numbers, plain.numbers) < 2e-5)
    let convolution = Convolution(geometry, batch: 2, algorithm: .direct)
    let (added, plainly) = (bench.x.like(), bench.x.like())
    convolution.backwardData(
      bench.dy.map, weights: bench.weights, to: added.map, epilogue: GradientEpilogue(adding: true), batch: 2,
      scratch: scratch.pointer, on: pool)
    PlainConvolution.backwardData(
      geometry, WeightOrder(geometry, transposed: false), bench.dy.map, weights: bench.weights, bias: nil,
      activation: .identity, to: plainly.map, epilogue: GradientEpilogue(adding: true), batch: 2, on: pool)
    #expect(difference(added.numbers, plainly.numbers) < 2e-5)
  }

  @Test("The time does not grow with the stride", arguments: [1, 64, 512])
  func longStrides(_ stride: Int) {
    // With a walk over all phases for each of them, the longest took over a minute.
    let g = geometry(512, 512, 2, 2, kernel: (stride, stride), stride: stride)
    let bench = ConvolutionBench(g)
    let clock = ContinuousClock()
    let layer = TransposedConvolution(g, batch: 2, algorithm: .direct)
    let scratch = AlignedBuffer(count: layer.scratchCount(threads: 2))
    let target = bench.x.like()
    let time = clock.measure {
      layer.forward(
        bench.dy.map, weights: bench.weights, bias: bench.bias, activation: .relu, to: target.map, batch: 2,
        scratch: scratch.pointer, on: pool)
    }
    #expect(time < .seconds(20))
  }

  @Test("The room to work in is told before a convolution is made, and absurd dimensions do not trap")
  func room() {
    for geometry in geometries {
      let (layer, turned) = (Convolution(geometry, batch: 3), TransposedConvolution(geometry, batch: 3))
      #expect(
        geometry.roomCount(isTransposed: false, batch: 3, threads: 2) == layer.scratchCount(threads: 2))
      #expect(geometry.roomCount(isTransposed: true, batch: 3, threads: 2) == turned.scratchCount(threads: 2))
    }
    let (far, large) = (1 << 43, 1 << 24)
    for (map, kernel, stride, channels) in [
      (far, 1, 1, 1), (large, large, 1, large), (far, large, large, large), (large, large, large, 1),
    ] {
      let absurd = ConvolutionGeometry(
        height: map, width: map, channels: channels, filters: channels, kernelHeight: kernel, kernelWidth: kernel,
        strideY: stride, strideX: stride, padTop: 0, padLeft: 0, outputHeight: max(1, map / stride),
        outputWidth: max(1, map / stride))
      #expect(absurd.roomCount(isTransposed: true, batch: 4096, threads: 8) == .max)
    }
  }
}
