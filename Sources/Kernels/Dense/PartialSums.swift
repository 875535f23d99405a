internal import Tensors

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
