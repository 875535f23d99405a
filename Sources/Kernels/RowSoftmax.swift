/// Softmax along the last axis, forward and backward.
public enum RowSoftmax {
  /// eˣ over the sum of eˣ in each row; `source` and `target` may be the same.
  ///
  /// - Parameters:
  ///   - source: `[rows, width]`.
  ///   - target: `[rows, width]`; each row sums to 1.
  ///   - rows: how many rows.
  ///   - width: how many numbers a row has.
  ///   - pool: the threads to use.
  public static func forward(
    _ source: UnsafePointer<Float>, to target: UnsafeMutablePointer<Float>, rows: Int, width: Int, on pool: WorkerPool
  ) {
    let tile = rowsPerTile(width)
    pool.forEach((rows + tile - 1) / tile) { item in
      for row in item * tile..<min(rows, (item + 1) * tile) {
        let x = source + row * width
        let y = target + row * width
        var largest = -Float.infinity
        for index in 0..<width where !(x[index] <= largest) { largest = x[index] }
        var powers = Powers(source: x, largest: Lanes(repeating: largest), target: y)
        powers.run(over: 0..<width)
        var sum: Float = 0
        for index in 0..<width { sum += y[index] }
        var scale = Scale(factor: Lanes(repeating: 1 / sum), target: y)
        scale.run(over: 0..<width)
      }
    }
  }

  /// y · (dy − ⟨dy, y⟩) in each row.
  ///
  /// - Parameters:
  ///   - output: what ``forward(_:to:rows:width:on:)`` gave, `[rows, width]`.
  ///   - gradient: the gradient of the output, `[rows, width]`.
  ///   - target: the gradient of the input, `[rows, width]`; overwritten.
  ///   - rows: how many rows.
  ///   - width: how many numbers a row has.
  ///   - pool: the threads to use.
  public static func backward(
    output: UnsafePointer<Float>, _ gradient: UnsafePointer<Float>, to target: UnsafeMutablePointer<Float>, rows: Int,
    width: Int, on pool: WorkerPool
  ) {
    let tile = rowsPerTile(width)
    pool.forEach((rows + tile - 1) / tile) { item in
      for row in item * tile..<min(rows, (item + 1) * tile) {
        let start = row * width
        var dot: Float = 0
        for index in start..<start + width { dot += gradient[index] * output[index] }
        for index in start..<start + width { target[index] = output[index] * (gradient[index] - dot) }
      }
    }
  }

  private static func rowsPerTile(_ width: Int) -> Int { max(1, (1 << 13) / width) }

  private struct Powers: ColumnWork {
    let source: UnsafePointer<Float>
    let largest: Lanes
    let target: UnsafeMutablePointer<Float>

    @inline(__always)
    mutating func work(at column: Int, _ access: some LaneAccess) {
      access.store(Lanes.exponential(access.load(source + column) - largest), to: target + column)
    }
  }

  private struct Scale: ColumnWork {
    let factor: Lanes
    let target: UnsafeMutablePointer<Float>

    @inline(__always)
    mutating func work(at column: Int, _ access: some LaneAccess) {
      access.store(access.load(target + column) * factor, to: target + column)
    }
  }
}
