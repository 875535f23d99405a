/// Sums the squares of many numbers in double precision, in an order that does not depend on the number of threads.
public final class SquaredSum {
  private var parts: [Double]

  /// - Parameter count: the most numbers at once.
  public init(count: Int) {
    parts = Array(repeating: 0, count: (count + StepTiles.length - 1) / StepTiles.length)
  }

  /// Σx² of `count` numbers; NaN or infinite where one of them is.
  ///
  /// - Parameters:
  ///   - numbers: `[count]`.
  ///   - count: how many.
  ///   - pool: the threads to use.
  /// - Returns: the sum.
  public func measure(_ numbers: UnsafePointer<Float>, count: Int, on pool: WorkerPool) -> Double {
    precondition(
      count <= parts.count * StepTiles.length,
      "there is room for \(parts.count * StepTiles.length) numbers, not for \(count)")
    parts.withUnsafeMutableBufferPointer { parts in
      StepTiles.forEach(count, on: pool) { range in
        var work = Work(numbers: numbers)
        work.run(over: range)
        parts[range.lowerBound / StepTiles.length] = work.sums.indices.reduce(0) { $0 + work.sums[$1] }
      }
    }
    return parts.prefix((count + StepTiles.length - 1) / StepTiles.length).reduce(0, +)
  }

  private struct Work: VectorizedColumns {
    let numbers: UnsafePointer<Float>
    var sums = SIMD16<Double>.zero

    @inline(__always)
    mutating func work(at column: Int, _ access: some LaneAccess) {
      let x = SIMD16<Double>(access.load(numbers + column))
      sums += x * x
    }
  }
}
