internal import Messages
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
  func windows(over map: MapShape, from source: String) throws(Mismatch) -> (height: Int, width: Int) {
    let rows = padding.windows(along: map.height, window: height, stride: stride)
    let columns = padding.windows(along: map.width, window: width, stride: stride)
    try checkWaste(on: map, from: source)
    guard rows > 0, columns > 0 else {
      throw Mismatch(
        summary: .windowTooLarge(
          layer: layer, window: [height, width], arriving: [map.height, map.width], from: source),
        help: .padOrShrinkWindow(most: min(map.height, map.width)))
    }
    return (rows, columns)
  }

  /// Whether all of the window can see something of a map: beyond twice the map's side and one more its edges only ever
  /// see padding.
  ///
  /// - Parameters:
  ///   - map: the map.
  ///   - source: the layer that gives it, for the message.
  /// - Throws: `Mismatch` where a part of it never does.
  func checkWaste(on map: MapShape, from source: String) throws(Mismatch) {
    guard padding == .same else { return }
    let most = [map.height.times(2).plus(1), map.width.times(2).plus(1)]
    guard height > most[0] || width > most[1] else { return }
    throw Mismatch(
      summary: .windowBeyondMap(
        layer: layer, window: [height, width], arriving: [map.height, map.width], from: source),
      help: .shrinkWindow(most: [min(height, most[0]), min(width, most[1])]))
  }

  /// How many numbers a pool compares or adds up for one image.
  ///
  /// - Parameters:
  ///   - map: the map.
  ///   - results: how many windows there are.
  /// - Returns: their number, channels in whole lanes; windows that overlap are looked at again for each band of rows
  ///   on the way back.
  func poolWork(of map: MapShape, results: Int) -> Int {
    let (rows, columns) = (min(height, map.height), min(width, map.width))
    let pass = rows.times(columns).times(results).times(map.channels.inLanes)
    guard stride < max(height, width) else { return pass }
    let band = max(1, (1 << 14) / map.width.times(map.channels))
    return pass.times(1.plus(rows / band))
  }
}

extension Int {
  /// So many channels in whole lanes of sixteen.
  var inLanes: Int { plus(15) / 16 * 16 }

  /// Multiply-adds of a convolution, its channels in whole lanes on the side that is written.
  ///
  /// - Parameters:
  ///   - filter: `[kh, kw, in, out]`.
  ///   - places: at how many places the filter stands.
  /// - Returns: those of the pass that takes most.
  static func work(of filter: [Int], at places: Int) -> Int {
    let (first, second) = (filter[2], filter[3])
    return filter[0].times(filter[1]).times(places)
      .times(Swift.max(first.times(second.inLanes), first.inLanes.times(second)))
  }
}

extension Padding {
  /// How many windows fit along an axis.
  ///
  /// - Parameters:
  ///   - size: how many pixels the axis has.
  ///   - window: how many pixels a window has.
  ///   - stride: how many pixels it moves at a time.
  /// - Returns: their number; 0 where no window fits.
  func windows(along size: Int, window: Int, stride: Int) -> Int {
    switch self {
    case .same: (size - 1) / stride + 1
    case .valid: size < window ? 0 : (size - window) / stride + 1
    }
  }

  /// How many pixels the first window reaches beyond the edge: half of those that are missing, rounded down.
  ///
  /// - Parameters:
  ///   - size: how many pixels the axis has.
  ///   - window: how many pixels a window has.
  ///   - stride: how many pixels it moves at a time.
  /// - Returns: their number; 0 with ``Padding/valid``.
  func before(_ size: Int, window: Int, stride: Int) -> Int {
    switch self {
    case .same: max(((windows(along: size, window: window, stride: stride) - 1) * stride + window - size), 0) / 2
    case .valid: 0
    }
  }

  /// How many pixels an axis has after a transposed convolution.
  ///
  /// - Parameters:
  ///   - size: how many pixels it has before.
  ///   - window: how many pixels a window has.
  ///   - stride: how far apart neighbouring windows are.
  /// - Returns: their number, or the largest `Int` where it is larger.
  func transposed(_ size: Int, window: Int, stride: Int) -> Int {
    switch self {
    case .same: size.times(stride)
    case .valid: (size - 1).times(stride).plus(window)
    }
  }
}
