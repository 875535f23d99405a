internal import Phrases
internal import SegLab

/// A window that slides over a map: a convolution's or a pool's.
struct SlidingWindow {
  /// The layer's name.
  let layer: String
  /// Rows of the window.
  let height: Int
  /// Columns of the window.
  let width: Int
  /// How many pixels it moves at a time.
  let stride: Int
  /// What happens at the edges.
  let padding: Padding

  /// How many windows fit on a map.
  ///
  /// - Parameters:
  ///   - map: the map.
  ///   - source: the layer that gives it, for the message.
  /// - Returns: their number down and to the right.
  /// - Throws: `Mismatch` where not even one fits.
  func windows(over map: MapExtents, from source: String) throws(Mismatch) -> (height: Int, width: Int) {
    let rows = padding.windows(along: map.height, window: height, stride: stride)
    let columns = padding.windows(along: map.width, window: width, stride: stride)
    guard rows > 0, columns > 0 else {
      throw Mismatch(
        summary: .windowTooLarge(
          layer: layer, window: [height, width], arriving: [map.height, map.width], from: source),
        help: .padOrShrinkWindow(most: min(map.height, map.width)))
    }
    return (rows, columns)
  }
}
