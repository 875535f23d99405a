/// The runs of pixels that a kernel works through when maps of different extents lie over each other.
struct MapRuns {
  private let runs: Int
  private let length: Int
  private let pixels: Int

  /// - Parameters:
  ///   - map: the map whose pixels are worked through.
  ///   - batch: how many images.
  ///   - walk: how its numbers are taken.
  ///   - byRows: whether no run may be longer than a row, as other maps end elsewhere.
  init(_ map: FeatureMap, batch: Int, _ walk: LaneWalk, byRows: Bool) {
    pixels = batch * map.height * map.width
    length = byRows ? map.width : walk.pixelsPerTile
    runs = (pixels + length - 1) / length
  }

  /// Calls `body` for each run with its pixels, counted through all images.
  func forEach(on pool: WorkerPool, _ body: (Range<Int>) -> Void) {
    pool.forEach(runs) { body($0 * length..<min(pixels, ($0 + 1) * length)) }
  }
}
