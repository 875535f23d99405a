/// What a kernel does to each number before it writes it.
public enum FusedActivation: Sendable, Equatable {
  /// Nothing.
  case identity
  /// Negative numbers become 0.
  case relu
  /// Negative numbers are multiplied by `slope`.
  case leakyReLU(slope: Float)

  /// What negative numbers are multiplied by.
  var slope: Float {
    switch self {
    case .identity: 1
    case .relu: 0
    case .leakyReLU(let slope): slope
    }
  }
}

/// A ``FusedActivation`` on sixteen numbers.
struct ActivationLanes {
  private let isIdentity: Bool
  private let isReLU: Bool
  private let slope: Lanes

  init(_ activation: FusedActivation) {
    isIdentity = activation == .identity
    isReLU = activation == .relu
    slope = Lanes(repeating: activation.slope)
  }

  /// What becomes of `x`.
  @inline(__always)
  func value(_ x: Lanes) -> Lanes {
    if isIdentity { return x }
    // Not times 0: that would make NaN of infinity.
    return x.replacing(with: isReLU ? Lanes.zero : x * slope, where: x .< Lanes.zero)
  }

  /// What becomes of the gradient `dy`, where `x` is the number before the activation or the one after it.
  @inline(__always)
  func gradient(_ dy: Lanes, _ x: Lanes) -> Lanes {
    if isIdentity { return dy }
    return (isReLU ? Lanes.zero : dy * slope).replacing(with: dy, where: x .> Lanes.zero)
  }
}

/// Activations as passes of their own; `x` and `y` may be the same map.
public enum MapActivation {
  /// y = activation(x).
  ///
  /// - Parameters:
  ///   - activation: what is done to each number.
  ///   - x: the numbers.
  ///   - y: the result; overwritten.
  ///   - batch: how many images.
  ///   - pool: the threads to use.
  public static func forward(
    _ activation: FusedActivation, _ x: FeatureMap, to y: FeatureMap, batch: Int, on pool: WorkerPool
  ) {
    let activation = ActivationLanes(activation)
    run(x, to: y, batch: batch, on: pool) { Forward(x: $0, y: $1, activation: activation) }
  }

  /// The gradient times the derivative.
  ///
  /// - Parameters:
  ///   - activation: what was done to each number.
  ///   - y: what ``forward(_:_:to:batch:on:)`` gave.
  ///   - dy: the gradient of `y`.
  ///   - dx: the gradient of `x`; may be `dy`.
  ///   - epilogue: how to hand it over.
  ///   - batch: how many images.
  ///   - pool: the threads to use.
  public static func backward(
    _ activation: FusedActivation, _ y: FeatureMap, _ dy: FeatureMap, to dx: FeatureMap, epilogue: GradientEpilogue,
    batch: Int, on pool: WorkerPool
  ) {
    let activation = ActivationLanes(activation)
    run(y, dy, to: dx, epilogue, batch: batch, on: pool) { Backward(rows: $0, activation: activation) }
  }

  /// y = 1 / (1 + e⁻ˣ).
  ///
  /// - Parameters:
  ///   - x: the numbers.
  ///   - y: the result; overwritten.
  ///   - batch: how many images.
  ///   - pool: the threads to use.
  public static func sigmoid(_ x: FeatureMap, to y: FeatureMap, batch: Int, on pool: WorkerPool) {
    run(x, to: y, batch: batch, on: pool) { Sigmoid(x: $0, y: $1) }
  }

  /// The gradient times y · (1 − y).
  ///
  /// - Parameters:
  ///   - y: what ``sigmoid(_:to:batch:on:)`` gave.
  ///   - dy: the gradient of `y`.
  ///   - dx: the gradient of `x`; may be `dy`.
  ///   - epilogue: how to hand it over.
  ///   - batch: how many images.
  ///   - pool: the threads to use.
  public static func sigmoidBackward(
    _ y: FeatureMap, _ dy: FeatureMap, to dx: FeatureMap, epilogue: GradientEpilogue, batch: Int, on pool: WorkerPool
  ) {
    run(y, dy, to: dx, epilogue, batch: batch, on: pool) { SigmoidBackward(rows: $0) }
  }

  private static func run<Work: VectorizedBody>(
    _ x: FeatureMap, to y: FeatureMap, batch: Int, on pool: WorkerPool, _ make: (LaneRow, LaneRow) -> Work
  ) {
    let loop = VectorizedLoop(writing: y, x)
    MapRuns(y, batch: batch, loop, byRows: false).forEach(on: pool) { range in
      var work = make(loop.row(x, range.lowerBound), loop.row(y, range.lowerBound))
      loop.run(range.count, &work)
    }
  }

  private static func run<Work: VectorizedBody>(
    _ y: FeatureMap, _ dy: FeatureMap, to dx: FeatureMap, _ epilogue: GradientEpilogue, batch: Int, on pool: WorkerPool,
    _ make: (BackwardRows) -> Work
  ) {
    let sink = GradientSink(epilogue, dx)
    let loop = VectorizedLoop(writing: dx, y, dy, sink.activated)
    MapRuns(dx, batch: batch, loop, byRows: false).forEach(on: pool) { range in
      let start = range.lowerBound
      var work = make(
        BackwardRows(
          y: loop.row(y, start), dy: loop.row(dy, start), dx: loop.row(dx, start),
          output: loop.row(sink.activated, start), sink: sink))
      loop.run(range.count, &work)
    }
  }

  private struct Forward: VectorizedBody {
    let x, y: LaneRow
    let activation: ActivationLanes

    @inline(__always)
    mutating func work(_ group: Int, _ vector: Int, _ access: some LaneAccess) {
      access.store(activation.value(access.load(x.at(group, vector))), to: y.at(group, vector))
    }
  }

  private struct Sigmoid: VectorizedBody {
    let x, y: LaneRow

    @inline(__always)
    mutating func work(_ group: Int, _ vector: Int, _ access: some LaneAccess) {
      access.store(Lanes.sigmoid(access.load(x.at(group, vector))), to: y.at(group, vector))
    }
  }

  private struct BackwardRows {
    let y, dy, dx, output: LaneRow
    let sink: GradientSink
  }

  private struct Backward: VectorizedBody {
    let rows: BackwardRows
    let activation: ActivationLanes

    @inline(__always)
    mutating func work(_ group: Int, _ vector: Int, _ access: some LaneAccess) {
      let value = activation.gradient(access.load(rows.dy.at(group, vector)), access.load(rows.y.at(group, vector)))
      rows.sink.write(value, to: rows.dx.at(group, vector), output: rows.output.at(group, vector), access)
    }
  }

  private struct SigmoidBackward: VectorizedBody {
    let rows: BackwardRows

    @inline(__always)
    mutating func work(_ group: Int, _ vector: Int, _ access: some LaneAccess) {
      let y = access.load(rows.y.at(group, vector))
      let value = access.load(rows.dy.at(group, vector)) * (y * (Lanes(repeating: 1) - y))
      rows.sink.write(value, to: rows.dx.at(group, vector), output: rows.output.at(group, vector), access)
    }
  }
}
