/// Adds deferred products to rows of weights and sums the rows for the next forward pass, in one pass over memory.
enum RowUpdates {
  /// W[row] += Σₖ xₖ[row] · gₖ, then y += x[row] · W[row], in `columns`.
  ///
  /// Rows that neither change nor count are not read.
  /// - Parameters:
  ///   - inputs: the deferred inputs, `[inputs][8]`.
  ///   - gradients: the deferred gradients, `[⌈outputs / 16⌉][8][16]`.
  ///   - x: the inputs of the forward pass, `[inputs]`.
  ///   - weights: `[inputs, outputs]`; changed.
  ///   - stride: how many columns there are.
  ///   - rows: the rows to add and sum.
  ///   - columns: the columns to work on, from a multiple of 16.
  ///   - y: the outputs, indexed by column; added to.
  static func apply(
    inputs: UnsafePointer<Float>, gradients: UnsafePointer<Float>, x: UnsafePointer<Float>,
    weights: UnsafeMutablePointer<Float>, stride: Int, rows: Range<Int>, columns: Range<Int>,
    addingTo y: UnsafeMutablePointer<Float>
  ) {
    withUnsafeTemporaryAllocation(of: Int.self, capacity: 4) { found in
      var count = 0
      for row in rows where x[row] != 0 || !DeferredUpdate.isZero(inputs + row * DeferredUpdate.capacity) {
        found[count] = row
        count += 1
        guard count == 4 else { continue }
        var four = Four(
          r0: Row(found[0], inputs, x, weights, stride), r1: Row(found[1], inputs, x, weights, stride),
          r2: Row(found[2], inputs, x, weights, stride), r3: Row(found[3], inputs, x, weights, stride),
          gradients: gradients, y: y)
        four.run(over: columns)
        count = 0
      }
      for index in 0..<count {
        var one = One(row: Row(found[index], inputs, x, weights, stride), gradients: gradients, y: y)
        one.run(over: columns)
      }
    }
  }

  /// One row of weights with what belongs to it.
  private struct Row {
    let weights: UnsafeMutablePointer<Float>
    let inputs: UnsafePointer<Float>
    let x: Lanes

    @inline(__always)
    init(
      _ row: Int, _ inputs: UnsafePointer<Float>, _ x: UnsafePointer<Float>, _ weights: UnsafeMutablePointer<Float>,
      _ stride: Int
    ) {
      self.weights = weights + row * stride
      self.inputs = inputs + row * DeferredUpdate.capacity
      self.x = Lanes(repeating: x[row])
    }

    @inline(__always)
    func input(_ index: Int) -> Lanes { Lanes(repeating: inputs[index]) }
  }

  /// Four rows at once: the gradients are read a quarter as often.
  private struct Four: VectorizedColumns {
    let r0, r1, r2, r3: Row
    let gradients: UnsafePointer<Float>
    let y: UnsafeMutablePointer<Float>

    @inline(__always)
    mutating func work(at column: Int, _ access: some LaneAccess) {
      var w0 = access.load(r0.weights + column)
      var w1 = access.load(r1.weights + column)
      var w2 = access.load(r2.weights + column)
      var w3 = access.load(r3.weights + column)
      let block = gradients + column * DeferredUpdate.capacity
      var index = 0
      while index < DeferredUpdate.capacity {
        let gradient = FullLanes().load(block + index &* Lanes.width)
        w0 = w0.adding(r0.input(index), times: gradient)
        w1 = w1.adding(r1.input(index), times: gradient)
        w2 = w2.adding(r2.input(index), times: gradient)
        w3 = w3.adding(r3.input(index), times: gradient)
        index &+= 1
      }
      access.store(w0, to: r0.weights + column)
      access.store(w1, to: r1.weights + column)
      access.store(w2, to: r2.weights + column)
      access.store(w3, to: r3.weights + column)
      let sum = access.load(y + column)
        .adding(r0.x, times: w0).adding(r1.x, times: w1).adding(r2.x, times: w2).adding(r3.x, times: w3)
      access.store(sum, to: y + column)
    }
  }

  private struct One: VectorizedColumns {
    let row: Row
    let gradients: UnsafePointer<Float>
    let y: UnsafeMutablePointer<Float>

    @inline(__always)
    mutating func work(at column: Int, _ access: some LaneAccess) {
      var weights = access.load(row.weights + column)
      let block = gradients + column * DeferredUpdate.capacity
      for index in 0..<DeferredUpdate.capacity {
        weights = weights.adding(row.input(index), times: FullLanes().load(block + index * Lanes.width))
      }
      access.store(weights, to: row.weights + column)
      access.store(access.load(y + column).adding(row.x, times: weights), to: y + column)
    }
  }
}
