/// Adds up outputs of which each tile of rows has summed its part.
enum PartialOutputs {
  /// `target` = the sum of `count` parts of `length` numbers, one after the other in the order of the tiles.
  static func add(
    _ parts: UnsafePointer<Float>, count: Int, length: Int, to target: UnsafeMutablePointer<Float>
  ) {
    target.update(from: parts, count: length)
    for index in 1..<count {
      var sum = Sum(part: parts + index * length, target: target)
      sum.run(over: 0..<length)
    }
  }

  private struct Sum: ColumnWork {
    let part: UnsafePointer<Float>
    let target: UnsafeMutablePointer<Float>

    @inline(__always)
    mutating func work(at column: Int, _ access: some LaneAccess) {
      access.store(access.load(target + column) + access.load(part + column), to: target + column)
    }
  }
}
