/// How far the outlines of two masks lie apart, the farthest twentieth left aside.
///
/// An outline is made of the pixels of class 1 of which one of the four neighbours is not, or lies outside the image. For each pixel of one outline
/// take the Euclidean distance to the nearest of the other's, in pixels, and of these the 95th percentile (between two ranks, linearly in
/// between); the distance is the larger one of the two directions.
/// - SeeAlso: Huttenlocher, Klanderman, Rucklidge, “Comparing Images Using the Hausdorff Distance”, 1993; Taha, Hanbury, “Metrics for
///   evaluating 3D medical image segmentation”, 2015.
public enum HausdorffDistance {
  /// The distance between the outlines of class 1.
  ///
  /// - Parameters:
  ///   - first: a mask, `[height, width]`.
  ///   - second: another one, `[height, width]`.
  ///   - height: how many rows.
  ///   - width: how many pixels a row has.
  ///   - percentile: the share of the pixels that lie no farther, from 0 to 1; 1 for the largest distance of all.
  /// - Returns: pixels; 0 where both masks are empty, nil where one is and the other not, as no distance is then meant.
  /// - Complexity: some passes over the masks, and some more over the outlines.
  public static func measure(
    _ first: [UInt8], _ second: [UInt8], height: Int, width: Int, percentile: Double = 0.95
  ) -> Double? {
    precondition(
      first.count == height * width && second.count == height * width,
      "masks of \(first.count) and \(second.count) pixels are not \(height)×\(width)")
    precondition((0...1).contains(percentile), "a percentile is a share from 0 to 1, not \(percentile)")
    let outlines = [first, second].map { outline($0, height: height, width: width) }
    switch (outlines[0].isEmpty, outlines[1].isEmpty) {
    case (true, true): return 0
    case (false, false): break
    default: return nil
    }
    let directions = [(0, 1), (1, 0)].map { from, to in
      Self.percentile(
        DistanceTransform.squares(from: outlines[from], to: outlines[to], height: height, width: width), percentile)
    }
    return max(directions[0], directions[1])
  }

  /// The places of the pixels of class 1 that touch another class or the image's edge.
  static func outline(_ mask: [UInt8], height: Int, width: Int) -> [Int] {
    var places: [Int] = []
    for row in 0..<height {
      for column in 0..<width where mask[row * width + column] == 1 {
        let place = row * width + column
        let isInside =
          row > 0 && row + 1 < height && column > 0 && column + 1 < width && mask[place - width] == 1
          && mask[place + width] == 1 && mask[place - 1] == 1 && mask[place + 1] == 1
        if !isInside { places.append(place) }
      }
    }
    return places
  }

  /// The root below which a share of `share` of the roots of `squares` lies, linearly between the two nearest ranks.
  private static func percentile(_ squares: [Int32], _ share: Double) -> Double {
    let rank = share * Double(squares.count - 1)
    let below = Int(rank)
    let first = smallest(of: squares, with: below + 1)
    let isSame = below + 1 >= squares.count || squares.count { $0 <= first } > below + 1
    let second = isSame ? first : squares.reduce(Int32.max) { $1 > first ? min($0, $1) : $0 }
    let roots = (Double(first).squareRoot(), Double(second).squareRoot())
    return roots.0 + (roots.1 - roots.0) * (rank - Double(below))
  }

  /// The smallest number that `count` of `values` do not exceed: halving what is left of its bounds takes fewer passes than sorting.
  private static func smallest(of values: [Int32], with count: Int) -> Int32 {
    var (low, high) = (Int32(0), values.max() ?? 0)
    while low < high {
      let middle = low + (high - low) / 2
      if values.count(where: { $0 <= middle }) >= count { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
