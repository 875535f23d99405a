internal import Tensors

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

  private struct Sum: VectorizedColumns {
    let part: UnsafePointer<Float>
    let target: UnsafeMutablePointer<Float>

    @inline(__always)
    mutating func work(at column: Int, _ access: some LaneAccess) {
      access.store(access.load(target + column) + access.load(part + column), to: target + column)
    }
  }
}

/// Eight sums for each tile of a piece of work, added up in the order of the tiles.
final class PartialSums {
  /// How many tiles there are.
  let tiles: Int
  private let sums: AlignedBuffer

  init(tiles: Int) {
    self.tiles = tiles
    sums = AlignedBuffer(count: tiles * 8)
  }

  /// The sums of one tile.
  subscript(tile: Int) -> SIMD8<Float> {
    get { UnsafeRawPointer(sums.pointer + tile * 8).load(as: SIMD8<Float>.self) }
    set { UnsafeMutableRawPointer(sums.pointer + tile * 8).storeBytes(of: newValue, as: SIMD8<Float>.self) }
  }

  /// The sums over all tiles.
  var total: SIMD8<Float> {
    var total = SIMD8<Float>.zero
    for tile in 0..<tiles { total += self[tile] }
    return total
  }
}

extension SIMD8<Float> {
  /// The sum of all lanes, halves first: always in the same order.
  @inline(__always)
  var total: Float {
    let four = lowHalf + highHalf
    let two = four.lowHalf + four.highHalf
    return two.x + two.y
  }
}

/// Adds rows of weights, each times its input, to outputs: the heart of a dense layer's forward pass for one image.
enum RowSums {
  /// Adds Σ over `rows` of x[row] · W[row] to `y` in `columns`; rows whose input is exactly 0 are not read.
  ///
  /// - Parameters:
  ///   - x: the inputs, `[inputs]`.
  ///   - weights: `[inputs, outputs]`.
  ///   - stride: how many columns there are.
  ///   - rows: the rows to sum.
  ///   - columns: the columns to work on.
  ///   - y: the outputs, indexed by column.
  static func add(
    _ x: UnsafePointer<Float>, _ weights: UnsafePointer<Float>, stride: Int, rows: Range<Int>, columns: Range<Int>,
    to y: UnsafeMutablePointer<Float>
  ) {
    withUnsafeTemporaryAllocation(of: Int.self, capacity: 8) { found in
      var count = 0
      for row in rows where x[row] != 0 {
        found[count] = row
        count += 1
        guard count == 8 else { continue }
        var eight = Eight(x, weights, stride: stride, rows: found, y: y)
        eight.run(over: columns)
        count = 0
      }
      for index in 0..<count {
        var one = One(x: Lanes(repeating: x[found[index]]), row: weights + found[index] * stride, y: y)
        one.run(over: columns)
      }
    }
  }

  /// Eight rows at once: the outputs are read and written an eighth as often.
  private struct Eight: VectorizedColumns {
    let x0, x1, x2, x3, x4, x5, x6, x7: Lanes
    let w0, w1, w2, w3, w4, w5, w6, w7: UnsafePointer<Float>
    let y: UnsafeMutablePointer<Float>

    @inline(__always)
    init(
      _ x: UnsafePointer<Float>, _ weights: UnsafePointer<Float>, stride: Int, rows: UnsafeMutableBufferPointer<Int>,
      y: UnsafeMutablePointer<Float>
    ) {
      (w0, x0) = (weights + rows[0] * stride, Lanes(repeating: x[rows[0]]))
      (w1, x1) = (weights + rows[1] * stride, Lanes(repeating: x[rows[1]]))
      (w2, x2) = (weights + rows[2] * stride, Lanes(repeating: x[rows[2]]))
      (w3, x3) = (weights + rows[3] * stride, Lanes(repeating: x[rows[3]]))
      (w4, x4) = (weights + rows[4] * stride, Lanes(repeating: x[rows[4]]))
      (w5, x5) = (weights + rows[5] * stride, Lanes(repeating: x[rows[5]]))
      (w6, x6) = (weights + rows[6] * stride, Lanes(repeating: x[rows[6]]))
      (w7, x7) = (weights + rows[7] * stride, Lanes(repeating: x[rows[7]]))
      self.y = y
    }

    @inline(__always)
    mutating func work(at column: Int, _ access: some LaneAccess) {
      let sum = access.load(y + column)
        .adding(x0, times: access.load(w0 + column)).adding(x1, times: access.load(w1 + column))
        .adding(x2, times: access.load(w2 + column)).adding(x3, times: access.load(w3 + column))
        .adding(x4, times: access.load(w4 + column)).adding(x5, times: access.load(w5 + column))
        .adding(x6, times: access.load(w6 + column)).adding(x7, times: access.load(w7 + column))
      access.store(sum, to: y + column)
    }
  }

  private struct One: VectorizedColumns {
    let x: Lanes
    let row: UnsafePointer<Float>
    let y: UnsafeMutablePointer<Float>

    @inline(__always)
    mutating func work(at column: Int, _ access: some LaneAccess) {
      access.store(access.load(y + column).adding(x, times: access.load(row + column)), to: y + column)
    }
  }
}
