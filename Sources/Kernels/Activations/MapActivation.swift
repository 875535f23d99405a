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
  ///   - finish: how to hand it over.
  ///   - batch: how many images.
  ///   - pool: the threads to use.
  public static func backward(
    _ activation: FusedActivation, _ y: FeatureMap, _ dy: FeatureMap, to dx: FeatureMap, finish: GradientFinish,
    batch: Int, on pool: WorkerPool
  ) {
    let activation = ActivationLanes(activation)
    run(y, dy, to: dx, finish, batch: batch, on: pool) { Backward(rows: $0, activation: activation) }
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
  ///   - finish: how to hand it over.
  ///   - batch: how many images.
  ///   - pool: the threads to use.
  public static func sigmoidBackward(
    _ y: FeatureMap, _ dy: FeatureMap, to dx: FeatureMap, finish: GradientFinish, batch: Int, on pool: WorkerPool
  ) {
    run(y, dy, to: dx, finish, batch: batch, on: pool) { SigmoidBackward(rows: $0) }
  }

  private static func run<Work: LaneWork>(
    _ x: FeatureMap, to y: FeatureMap, batch: Int, on pool: WorkerPool, _ make: (LaneRow, LaneRow) -> Work
  ) {
    let walk = LaneWalk(writing: y, x)
    MapRuns(y, batch: batch, walk, byRows: false).forEach(on: pool) { range in
      var work = make(walk.row(x, range.lowerBound), walk.row(y, range.lowerBound))
      walk.run(range.count, &work)
    }
  }

  private static func run<Work: LaneWork>(
    _ y: FeatureMap, _ dy: FeatureMap, to dx: FeatureMap, _ finish: GradientFinish, batch: Int, on pool: WorkerPool,
    _ make: (BackwardRows) -> Work
  ) {
    let sink = GradientSink(finish, dx)
    let walk = LaneWalk(writing: dx, y, dy, sink.activated)
    MapRuns(dx, batch: batch, walk, byRows: false).forEach(on: pool) { range in
      let start = range.lowerBound
      var work = make(
        BackwardRows(
          y: walk.row(y, start), dy: walk.row(dy, start), dx: walk.row(dx, start),
          output: walk.row(sink.activated, start), sink: sink))
      walk.run(range.count, &work)
    }
  }

  private struct Forward: LaneWork {
    let x, y: LaneRow
    let activation: ActivationLanes

    @inline(__always)
    mutating func work(_ group: Int, _ vector: Int, _ access: some LaneAccess) {
      access.store(activation.value(access.load(x.at(group, vector))), to: y.at(group, vector))
    }
  }

  private struct Sigmoid: LaneWork {
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

  private struct Backward: LaneWork {
    let rows: BackwardRows
    let activation: ActivationLanes

    @inline(__always)
    mutating func work(_ group: Int, _ vector: Int, _ access: some LaneAccess) {
      let value = activation.gradient(access.load(rows.dy.at(group, vector)), access.load(rows.y.at(group, vector)))
      rows.sink.write(value, to: rows.dx.at(group, vector), output: rows.output.at(group, vector), access)
    }
  }

  private struct SigmoidBackward: LaneWork {
    let rows: BackwardRows

    @inline(__always)
    mutating func work(_ group: Int, _ vector: Int, _ access: some LaneAccess) {
      let y = access.load(rows.y.at(group, vector))
      let value = access.load(rows.dy.at(group, vector)) * (y * (Lanes(repeating: 1) - y))
      rows.sink.write(value, to: rows.dx.at(group, vector), output: rows.output.at(group, vector), access)
    }
  }
}
