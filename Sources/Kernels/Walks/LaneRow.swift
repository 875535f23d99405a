/// A run of neighbouring pixels of one map, as a walk reaches them.
struct LaneRow {
  /// The first channel of the first pixel.
  let start: UnsafeMutablePointer<Float>
  /// How many numbers lie between one group of lanes and the next.
  let step: Int

  /// The sixteen numbers of `vector` in `group`.
  @inline(__always)
  func at(_ group: Int, _ vector: Int) -> UnsafeMutablePointer<Float> {
    start + (group &* step &+ vector &* Lanes.width)
  }
}
