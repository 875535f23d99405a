/// What a kernel does with sixteen neighbouring columns; written once, run over full lanes and over the rest at the end.
protocol VectorizedColumns {
  /// Works on the columns from `column` that `access` reaches.
  mutating func work(at column: Int, _ access: some LaneAccess)
}

extension VectorizedColumns {
  /// Works through `columns` from left to right.
  @inline(__always)
  mutating func run(over columns: Range<Int>) {
    var column = columns.lowerBound
    let full = FullLanes()
    while column &+ Lanes.width <= columns.upperBound {
      work(at: column, full)
      column &+= Lanes.width
    }
    if column < columns.upperBound { work(at: column, FirstLanes(count: columns.upperBound &- column)) }
  }
}

/// What is done to each number of a row on its own.
public enum Elementwise {
  private static let tile = 1 << 14

  /// target += source.
  public static func add(
    _ source: UnsafePointer<Float>, to target: UnsafeMutablePointer<Float>, count: Int, on pool: WorkerPool
  ) {
    pool.forEach((count + tile - 1) / tile) { item in
      var work = Add(source: source, target: target)
      work.run(over: item * tile..<min(count, (item + 1) * tile))
    }
  }

  private struct Add: VectorizedColumns {
    let source: UnsafePointer<Float>
    let target: UnsafeMutablePointer<Float>

    @inline(__always)
    mutating func work(at column: Int, _ access: some LaneAccess) {
      access.store(access.load(target + column) + access.load(source + column), to: target + column)
    }
  }
}
