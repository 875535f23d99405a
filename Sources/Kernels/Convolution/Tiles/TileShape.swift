internal import CHost

/// How much of a product is summed in registers at a time: rows (pixels, or channels of the map) by blocks of sixteen columns.
///
/// Each number's own sum has the same order whatever the shape.
enum TileShape {
  /// The most rows.
  static var rows: Int { Int(SEGLAB_TILE_ROWS) }
  /// The most blocks of sixteen columns.
  static var blocks: Int { Int(SEGLAB_TILE_BLOCKS) }

  /// Cuts `count` rows into as few tiles as ``rows`` allows, as equal as can be: no tile is much thinner than the others.
  ///
  /// - Parameters:
  ///   - count: how many rows there are.
  ///   - body: called with the first row and the number of rows of each tile.
  @inline(__always)
  static func forEachTile(of count: Int, _ body: (_ first: Int, _ rows: Int) -> Void) {
    let tiles = (count &+ rows &- 1) / rows
    var first = 0
    for tile in 0..<tiles {
      let end = count &* (tile &+ 1) / tiles
      body(first, end &- first)
      first = end
    }
  }
}
