internal import SegLab

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
