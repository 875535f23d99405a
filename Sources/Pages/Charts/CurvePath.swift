/// The way of a curve as the path of a picture, in as few characters as look the same: pages have dozens of curves.
struct CurvePath {
  /// The path; empty where there is no point.
  let text: String

  /// What differs from a straight line by less than so many pixels is left out.
  private static let tolerance = 0.3

  /// - Parameters:
  ///   - segments: stretches of points, in pixels; one of a single point is a dot where lines have round ends.
  ///   - isCoarse: whether its points are put on whole pixels, as is good enough for noise.
  init(_ segments: [[(x: Double, y: Double)]], isCoarse: Bool = false) {
    text = segments.map { points in
      Self.way(through: Self.corners(of: isCoarse ? points.map { ($0.x.rounded(), $0.y.rounded()) } : points))
    }.joined()
  }

  /// The points that a line has to go through so that it passes all others closely.
  private static func corners(of points: [(x: Double, y: Double)]) -> [(x: Double, y: Double)] {
    guard points.count > 2 else { return points }
    var isCorner = [Bool](repeating: false, count: points.count)
    (isCorner[0], isCorner[points.count - 1]) = (true, true)
    var stretches = [(0, points.count - 1)]
    while let (first, last) = stretches.popLast() {
      let (dx, dy) = (points[last].x - points[first].x, points[last].y - points[first].y)
      let length = (dx * dx + dy * dy).squareRoot()
      var farthest = (place: first, distance: tolerance)
      for place in (first + 1)..<max(last, first + 1) {
        let (x, y) = (points[place].x - points[first].x, points[place].y - points[first].y)
        // Beyond its ends a line is its ends.
        let along = length > 0 ? (x * dx + y * dy) / length : -1
        let distance =
          along < 0 || along > length
          ? min((x * x + y * y).squareRoot(), ((x - dx) * (x - dx) + (y - dy) * (y - dy)).squareRoot())
          : (x * dy - y * dx).magnitude / length
        if distance > farthest.distance { farthest = (place, distance) }
      }
      guard farthest.place > first else { continue }
      isCorner[farthest.place] = true
      stretches += [(first, farthest.place), (farthest.place, last)]
    }
    return points.indices.filter { isCorner[$0] }.map { points[$0] }
  }

  /// From corner to corner, each by how far it is from the one before, in tenths of a pixel that do not add up to more.
  private static func way(through corners: [(x: Double, y: Double)]) -> String {
    guard let first = corners.first else { return "" }
    let start = "M\(SVGText.number(first.x)) \(SVGText.number(first.y))"
    guard corners.count > 1 else { return start + "h0" }
    var way = start + "l"
    var at = (x: tenths(first.x), y: tenths(first.y))
    for (place, corner) in corners.enumerated().dropFirst() {
      let next = (x: tenths(corner.x), y: tenths(corner.y))
      let (across, down) = (short(next.x - at.x), short(next.y - at.y))
      way += (place > 1 && !across.hasPrefix("-") ? " " : "") + across + (down.hasPrefix("-") ? "" : " ") + down
      at = next
    }
    return way
  }

  private static func tenths(_ value: Double) -> Int { Int((value * 10).rounded()) }

  /// So many tenths as a number: `12`, `-1.5`, `.5`.
  private static func short(_ tenths: Int) -> String {
    let (whole, rest) = tenths.magnitude.quotientAndRemainder(dividingBy: 10)
    let sign = tenths < 0 ? "-" : ""
    return rest == 0 ? sign + "\(whole)" : sign + (whole == 0 ? "" : "\(whole)") + ".\(rest)"
  }
}
