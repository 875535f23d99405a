internal import Imaging
public import SegLab

extension Resize {
  /// What the step does to an image, as two matrices: the image comes to `down · image · across`.
  ///
  /// Rows of zeros are the black at the sides of a padded image; pixels that are cut off have no row.
  /// - Parameter size: the size of the image before.
  /// - Returns: `down`, `[height, size.height]`, and `across`, `[size.width, width]`, row after row.
  public func matrices(from size: PixelSize) -> (down: [Float], across: [Float]) {
    let inner = scaledSize(of: size)
    let rows = Self.weights(from: size.height, to: inner.height, in: height)
    let columns = Self.weights(from: size.width, to: inner.width, in: width)
    var across = [Float](repeating: 0, count: columns.count)
    for column in 0..<width {
      for place in 0..<size.width { across[place * width + column] = columns[column * size.width + place] }
    }
    return (rows, across)
  }

  /// How much each of `source` pixels counts for each of `target` new ones, in whose middle the `inner` ones lie: `[target, source]`.
  private static func weights(from source: Int, to inner: Int, in target: Int) -> [Float] {
    let kept = PreparedFrame.middle(of: inner, most: target)
    let own = Resampling(from: source, to: inner, keeping: kept).matrix
    let before = (target - kept.count) / 2
    var weights = [Float](repeating: 0, count: target * source)
    weights.replaceSubrange(before * source..<before * source + own.count, with: own)
    return weights
  }
}
