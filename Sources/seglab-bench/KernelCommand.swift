internal import ArgumentParser
internal import Kernels
internal import Tensors

/// Runs one kernel some times and prints nothing: for programs that count instructions.
struct KernelCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kernel", abstract: "Run one kernel with one thread, for programs that count its instructions.",
    discussion: """
      `make bench-guard` runs each kernel under valgrind once and eleven times: a tenth of the difference is what the kernel takes, whatever \
      else the machine does.
      """)

  @Argument(help: "The kernel: \(KernelCase.allCases.map(\.rawValue).joined(separator: ", ")).")
  var kernel: KernelCase?

  @Option(help: "How many times it runs.")
  var times = 1

  @Flag(help: "Print the names of all kernels instead.")
  var list = false

  func validate() throws {
    guard list || kernel != nil else { throw ValidationError("name a kernel, or say --list") }
    guard (1...1000).contains(times) else { throw ValidationError("--times is 1 to 1000, not \(times)") }
  }

  func run() {
    if list { return print(KernelCase.allCases.map(\.rawValue).joined(separator: "\n")) }
    guard let run = kernel?.prepared() else { return }
    for _ in 0..<times { run() }
  }
}

/// A kernel with maps to work on.
enum KernelCase: String, ExpressibleByArgument, CaseIterable {
  case winogradForward = "winograd-forward"
  case winogradInput = "winograd-input"
  case winogradWeights = "winograd-weights"
  case thinForward = "thin-forward"
  case thinWeights = "thin-weights"
  case rowsForward = "rows-forward"
  case normalisation
  case maxPooling = "max-pooling"
  case channelSums = "channel-sums"
  case dense

  /// Takes all memory.
  ///
  /// - Returns: what runs the kernel once.
  func prepared() -> () -> Void {
    switch self {
    case .winogradForward: ConvolutionCase(channels: 32, filters: 32).forward
    case .winogradInput: ConvolutionCase(channels: 32, filters: 32).input
    case .winogradWeights: ConvolutionCase(channels: 32, filters: 32).weights
    case .thinForward: ConvolutionCase(channels: 1, filters: 16).forward
    case .thinWeights: ConvolutionCase(channels: 1, filters: 16).weights
    case .rowsForward: Self.rows
    case .normalisation: Self.normalised
    case .maxPooling: Self.pooled
    case .channelSums: Self.summed
    case .dense: Self.stepped
    }
  }

  /// Lab 2's step back up: 4 × 4 pixels become 64 × 64.
  private static var rows: () -> Void {
    let geometry = ConvolutionGeometry(
      height: 64, width: 64, channels: 2, filters: 2, kernelHeight: 31, kernelWidth: 31, strideY: 16, strideX: 16,
      padTop: 7, padLeft: 7, outputHeight: 4, outputWidth: 4)
    let kernel = TransposedConvolution(geometry, batch: 1)
    let (small, large) = (HeldMap(side: 4, channels: 2), HeldMap(side: 64, channels: 2))
    let (weights, pool) = (AlignedBuffer(numbers: geometry.weightCount), WorkerPool(threads: 1))
    let scratch = AlignedBuffer(numbers: kernel.scratchCount(threads: 1))
    return {
      kernel.forward(
        small.map, weights: weights.pointer, bias: nil, activation: .identity, to: large.map, batch: 1,
        scratch: scratch.pointer, on: pool)
    }
  }

  private static var normalised: () -> Void {
    let kernel = BatchNormalisation(channels: 16, pixels: 64 * 64)
    let (x, y) = (HeldMap(side: 64, channels: 16), HeldMap(side: 64, channels: 16))
    let (numbers, gradients, pool) = (AlignedBuffer(numbers: 64), AlignedBuffer(numbers: 64), WorkerPool(threads: 1))
    return {
      // Taken from the buffer within, which thereby lives as long as this does.
      let first = numbers.pointer
      kernel.forward(
        x.map, gamma: first, beta: first + 16, runningMean: first + 32, runningVariance: first + 48, momentum: 0.9,
        activation: .relu, to: y.map, batch: 1, on: pool)
      kernel.backward(
        x.map, y.map, activation: .relu, to: y.map, epilogue: .overwriting, gammaGradient: gradients.pointer,
        betaGradient: gradients.pointer + 16, batch: 1, on: pool)
    }
  }

  private static var pooled: () -> Void {
    let geometry = PoolingGeometry(
      height: 64, width: 64, windowHeight: 2, windowWidth: 2, strideY: 2, strideX: 2, padTop: 0, padLeft: 0,
      outputHeight: 32, outputWidth: 32)
    let (x, y, pool) = (HeldMap(side: 64, channels: 16), HeldMap(side: 32, channels: 16), WorkerPool(threads: 1))
    let dx = HeldMap(side: 64, channels: 16)
    return {
      MaxPooling.forward(x.map, to: y.map, geometry, batch: 1, on: pool)
      MaxPooling.backward(x.map, y.map, y.map, to: dx.map, epilogue: .overwriting, geometry, batch: 1, on: pool)
    }
  }

  private static var summed: () -> Void {
    let kernel = ChannelSums(channels: 16, pixels: 64 * 64)
    let (x, sums, pool) = (HeldMap(side: 64, channels: 16), AlignedBuffer(numbers: 16), WorkerPool(threads: 1))
    return { kernel.sum(x.map, to: sums.pointer, batch: 1, on: pool) }
  }

  /// A step of one image: forward, back, and the weights.
  private static var stepped: () -> Void {
    let matrix = DenseMatrix(inputs: 512, outputs: 512, batch: 1)
    let (x, y, dx, pool) = (
      AlignedBuffer(numbers: 512), AlignedBuffer(numbers: 512), AlignedBuffer(numbers: 512), WorkerPool(threads: 1)
    )
    return {
      // As many steps as updates wait for one another, so that every turn does the same.
      for _ in 0..<8 {
        matrix.forward(x.pointer, to: y.pointer, batch: 1, on: pool)
        matrix.backward(y.pointer, to: dx.pointer, batch: 1, on: pool)
        matrix.descend(x.pointer, y.pointer, rate: 1e-9, batch: 1, on: pool)
      }
    }
  }
}

/// A 3 × 3 convolution of a map of 64 × 64 pixels.
private struct ConvolutionCase {
  private let kernel: Convolution
  private let x, y: HeldMap
  private let numbers, gradients, scratch: AlignedBuffer
  private let pool = WorkerPool(threads: 1)

  init(channels: Int, filters: Int) {
    let geometry = ConvolutionGeometry(
      height: 64, width: 64, channels: channels, filters: filters, kernelHeight: 3, kernelWidth: 3, strideY: 1,
      strideX: 1, padTop: 1, padLeft: 1, outputHeight: 64, outputWidth: 64)
    kernel = Convolution(geometry, batch: 1)
    x = HeldMap(side: 64, channels: channels)
    y = HeldMap(side: 64, channels: filters)
    numbers = AlignedBuffer(numbers: geometry.weightCount)
    gradients = AlignedBuffer(numbers: geometry.weightCount)
    scratch = AlignedBuffer(numbers: kernel.scratchCount(threads: 1))
  }

  func forward() {
    kernel.forward(
      x.map, weights: numbers.pointer, bias: numbers.pointer, activation: .relu, to: y.map, batch: 1,
      scratch: scratch.pointer, on: pool)
  }

  func input() {
    kernel.backwardData(
      y.map, weights: numbers.pointer, to: x.map, epilogue: GradientEpilogue(adding: false, activated: y.map), batch: 1,
      scratch: scratch.pointer, on: pool)
  }

  func weights() {
    kernel.backwardWeights(
      x.map, y.map, to: gradients.pointer, batch: 1, scratch: scratch.pointer, on: pool)
  }
}

/// A square map for a kernel to work on.
private struct HeldMap {
  private let numbers: AlignedBuffer
  let map: FeatureMap

  init(side: Int, channels: Int) {
    numbers = AlignedBuffer(numbers: side * side * FeatureMap.stride(channels: channels))
    map = FeatureMap(numbers.pointer, height: side, width: side, channels: channels)
  }
}

extension AlignedBuffer {
  /// Numbers for a kernel to work on, the same in every run: none is 0, and all are below 1.
  fileprivate convenience init(numbers count: Int) {
    self.init(count: count)
    var generator = SeededGenerator(seed: 5)
    for index in 0..<count { pointer[index] = Float(generator.unit() * 0.9 + 0.01) }
  }
}
