/// The scalar product of rows of weights with a gradient: a dense layer's backward pass for one image.
enum RowDots {
  /// Writes ⟨W[row], dy⟩ to `dx[row]` for each of `rows`.
  ///
  /// - Parameters:
  ///   - dy: the gradient of the outputs, `[outputs]`.
  ///   - weights: `[inputs, outputs]`.
  ///   - outputs: how many columns there are.
  ///   - rows: the rows to multiply.
  ///   - dx: the gradient of the inputs, indexed by row; overwritten.
  static func write(
    _ dy: UnsafePointer<Float>, _ weights: UnsafePointer<Float>, outputs: Int, rows: Range<Int>,
    to dx: UnsafeMutablePointer<Float>
  ) {
    var row = rows.lowerBound
    while row + 4 <= rows.upperBound {
      let start = weights + row * outputs
      var four = Four(
        dy: dy, w0: start, w1: start + outputs, w2: start + 2 * outputs, w3: start + 3 * outputs)
      four.run(over: 0..<outputs)
      dx[row] = four.sum0.total
      dx[row + 1] = four.sum1.total
      dx[row + 2] = four.sum2.total
      dx[row + 3] = four.sum3.total
      row += 4
    }
    while row < rows.upperBound {
      var one = One(dy: dy, row: weights + row * outputs)
      one.run(over: 0..<outputs)
      dx[row] = one.sum.total
      row += 1
    }
  }

  /// Four rows at once: the gradient is read a quarter as often.
  private struct Four: VectorizedColumns {
    let dy: UnsafePointer<Float>
    let w0, w1, w2, w3: UnsafePointer<Float>
    var sum0 = Lanes.zero
    var sum1 = Lanes.zero
    var sum2 = Lanes.zero
    var sum3 = Lanes.zero

    @inline(__always)
    mutating func work(at column: Int, _ access: some LaneAccess) {
      let gradient = access.load(dy + column)
      sum0 = sum0.adding(gradient, times: access.load(w0 + column))
      sum1 = sum1.adding(gradient, times: access.load(w1 + column))
      sum2 = sum2.adding(gradient, times: access.load(w2 + column))
      sum3 = sum3.adding(gradient, times: access.load(w3 + column))
    }
  }

  private struct One: VectorizedColumns {
    let dy: UnsafePointer<Float>
    let row: UnsafePointer<Float>
    var sum = Lanes.zero

    @inline(__always)
    mutating func work(at column: Int, _ access: some LaneAccess) {
      sum = sum.adding(access.load(dy + column), times: access.load(row + column))
    }
  }
}
