/// What a kernel does with sixteen neighbouring columns; written once, run over full lanes and over the rest at the end.
protocol ColumnWork {
  /// Works on the columns from `column` that `access` reaches.
  mutating func work(at column: Int, _ access: some LaneAccess)
}

extension ColumnWork {
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
