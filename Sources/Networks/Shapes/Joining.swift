internal import Messages
internal import Tensors

/// Maps that are laid behind one another or added up, and must be equally large for it.
struct Joining {
  /// The layer's name.
  let layer: String
  /// Whether larger maps are cut to the smallest.
  let crop: Bool

  /// How large the result is.
  ///
  /// - Parameter arriving: what arrives, at least one.
  /// - Returns: what arrives as maps, and the height and width of what they become together.
  /// - Throws: `Mismatch` where something is no map, or heights or widths differ and nothing is to be cut.
  func size(of arriving: [Arrival]) throws(Mismatch) -> (maps: [MapExtents], height: Int, width: Int) {
    var maps: [MapExtents] = []
    for arrival in arriving { maps.append(try arrival.map(for: layer)) }
    let height = maps.reduce(maps[0].height) { min($0, $1.height) }
    let width = maps.reduce(maps[0].width) { min($0, $1.width) }
    let differing = maps.indices.first { maps[$0].height != maps[0].height || maps[$0].width != maps[0].width }
    if !crop, let differing {
      throw Mismatch(
        summary: .sizesDiffer(
          layer: layer, first: arriving[0].name, firstShape: arriving[0].shape.extents,
          second: arriving[differing].name, secondShape: arriving[differing].shape.extents))
    }
    return (maps, height, width)
  }
}
