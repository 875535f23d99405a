/// What is done to each number on its own: activations forward and backward, and biases.
///
/// All of it in one pass over memory; `source` and `target` may be the same.
public enum Elementwise {
  private static let tile = 1 << 14

  /// Numbers below 0 become 0.
  public static func relu(
    _ source: UnsafePointer<Float>, to target: UnsafeMutablePointer<Float>, count: Int, on pool: WorkerPool
  ) {
    forTiles(count, pool) { range in
      var work = ReLU(source: source, target: target)
      work.run(over: range)
    }
  }

  /// The gradient passes where `output` is above 0.
  ///
  /// - Parameters:
  ///   - output: what ``relu(_:to:count:on:)`` gave.
  ///   - gradient: the gradient of the output.
  ///   - target: the gradient of the input; overwritten.
  ///   - count: how many numbers.
  ///   - pool: the threads to use.
  public static func reluBackward(
    output: UnsafePointer<Float>, _ gradient: UnsafePointer<Float>, to target: UnsafeMutablePointer<Float>, count: Int,
    on pool: WorkerPool
  ) {
    forTiles(count, pool) { range in
      var work = ReLUBackward(output: output, gradient: gradient, target: target)
      work.run(over: range)
    }
  }

  /// 1 / (1 + e⁻ˣ) of each number.
  public static func sigmoid(
    _ source: UnsafePointer<Float>, to target: UnsafeMutablePointer<Float>, count: Int, on pool: WorkerPool
  ) {
    forTiles(count, pool) { range in
      var work = Sigmoid(source: source, target: target)
      work.run(over: range)
    }
  }

  /// The gradient times y · (1 − y), where y is `output`.
  ///
  /// - Parameters:
  ///   - output: what ``sigmoid(_:to:count:on:)`` gave.
  ///   - gradient: the gradient of the output.
  ///   - target: the gradient of the input; overwritten.
  ///   - count: how many numbers.
  ///   - pool: the threads to use.
  public static func sigmoidBackward(
    output: UnsafePointer<Float>, _ gradient: UnsafePointer<Float>, to target: UnsafeMutablePointer<Float>, count: Int,
    on pool: WorkerPool
  ) {
    forTiles(count, pool) { range in
      var work = SigmoidBackward(output: output, gradient: gradient, target: target)
      work.run(over: range)
    }
  }

  /// target += factor · source.
  public static func add(
    _ source: UnsafePointer<Float>, times factor: Float, to target: UnsafeMutablePointer<Float>, count: Int,
    on pool: WorkerPool
  ) {
    forTiles(count, pool) { range in
      var work = Add(source: source, factor: Lanes(repeating: factor), target: target)
      work.run(over: range)
    }
  }

  private static func forTiles(_ count: Int, _ pool: WorkerPool, _ body: (Range<Int>) -> Void) {
    pool.forEach((count + tile - 1) / tile) { body($0 * tile..<min(count, ($0 + 1) * tile)) }
  }

  private struct ReLU: ColumnWork {
    let source: UnsafePointer<Float>
    let target: UnsafeMutablePointer<Float>

    @inline(__always)
    mutating func work(at column: Int, _ access: some LaneAccess) {
      let x = access.load(source + column)
      access.store(x.replacing(with: Lanes.zero, where: x .< Lanes.zero), to: target + column)
    }
  }

  private struct ReLUBackward: ColumnWork {
    let output: UnsafePointer<Float>
    let gradient: UnsafePointer<Float>
    let target: UnsafeMutablePointer<Float>

    @inline(__always)
    mutating func work(at column: Int, _ access: some LaneAccess) {
      let passes = access.load(output + column) .> Lanes.zero
      access.store(Lanes.zero.replacing(with: access.load(gradient + column), where: passes), to: target + column)
    }
  }

  private struct Sigmoid: ColumnWork {
    let source: UnsafePointer<Float>
    let target: UnsafeMutablePointer<Float>

    @inline(__always)
    mutating func work(at column: Int, _ access: some LaneAccess) {
      access.store(Lanes.sigmoid(access.load(source + column)), to: target + column)
    }
  }

  private struct SigmoidBackward: ColumnWork {
    let output: UnsafePointer<Float>
    let gradient: UnsafePointer<Float>
    let target: UnsafeMutablePointer<Float>

    @inline(__always)
    mutating func work(at column: Int, _ access: some LaneAccess) {
      let y = access.load(output + column)
      access.store(access.load(gradient + column) * (y * (Lanes(repeating: 1) - y)), to: target + column)
    }
  }

  private struct Add: ColumnWork {
    let source: UnsafePointer<Float>
    let factor: Lanes
    let target: UnsafeMutablePointer<Float>

    @inline(__always)
    mutating func work(at column: Int, _ access: some LaneAccess) {
      access.store(
        access.load(target + column).adding(factor, times: access.load(source + column)), to: target + column)
    }
  }
}
