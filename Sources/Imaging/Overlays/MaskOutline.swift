/// The outline of a mask's pixels as the path of a picture: corners along the edges of pixels, areas to the right of their outline.
struct MaskOutline {
  /// The path; empty where no pixel is set.
  let path: String

  /// - Parameters:
  ///   - mask: whether a pixel is set, row after row.
  ///   - width: pixels in a row.
  ///   - mostCorners: nil is made of a mask with more, where it is more than a few pixels wide.
  ///   - scale: how large a pixel is drawn.
  init?(_ mask: [Bool], width: Int, mostCorners: Int, scale: Int = 1) {
    let corners = Self.corners(mask, width: width)
    guard corners.count <= mostCorners || width < 8 else { return nil }
    path = Self.path(corners, scale: scale)
  }

  /// A corner with the one that follows it; the last of an outline is followed by its first.
  private struct Corner {
    let x: Int
    let y: Int
    let isLast: Bool
  }

  /// The corners of all outlines, one after the other.
  private static func corners(_ mask: [Bool], width: Int) -> [Corner] {
    let height = width > 0 ? mask.count / width : 0
    func isSet(_ x: Int, _ y: Int) -> Bool { x >= 0 && y >= 0 && x < width && y < height && mask[y * width + x] }
    // Edges between a pixel that is set and one that is not, from each point to the next, the pixel that is set on the right.
    let columns = width + 1
    var next: [Int: [Int]] = [:]
    func add(_ x: Int, _ y: Int, _ toX: Int, _ toY: Int) {
      next[y * columns + x, default: []].append(toY * columns + toX)
    }
    for y in 0..<height {
      for x in 0..<width where mask[y * width + x] {
        if !isSet(x, y - 1) { add(x, y, x + 1, y) }
        if !isSet(x + 1, y) { add(x + 1, y, x + 1, y + 1) }
        if !isSet(x, y + 1) { add(x + 1, y + 1, x, y + 1) }
        if !isSet(x - 1, y) { add(x, y + 1, x, y) }
      }
    }
    var corners: [Corner] = []
    for start in next.keys.sorted() {
      while let first = next[start]?.popLast() {
        var points = [start]
        var (from, at) = (start, first)
        while at != start {
          guard let to = next[at]?.popLast() else { break }
          if at - from != to - at { points.append(at) }
          (from, at) = (at, to)
        }
        for (index, point) in points.enumerated() {
          corners.append(Corner(x: point % columns, y: point / columns, isLast: index == points.count - 1))
        }
      }
    }
    return corners
  }

  private static func path(_ corners: [Corner], scale: Int) -> String {
    var path = ""
    var before: Corner?
    for corner in corners {
      if let before {
        // From where it is: most edges of a mask are shorter than their coordinates are long.
        path +=
          before.y == corner.y ? "h\((corner.x - before.x) * scale)" : "v\((corner.y - before.y) * scale)"
      } else {
        path += "M\(corner.x * scale) \(corner.y * scale)"
      }
      before = corner.isLast ? nil : corner
      if corner.isLast { path += "z" }
    }
    return path
  }
}
