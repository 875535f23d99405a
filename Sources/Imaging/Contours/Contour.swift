internal import Files

/// An outline that an expert drew: the corners of a polygon, whose last is joined to its first.
///
/// Places are in pixels from the left and upper edge of the image: the first pixel reaches from 0 to 1, its centre is at 0.5.
public struct Contour: Sendable, Equatable {
  /// A corner.
  public typealias Point = SIMD2<Double>
  /// The corners in order, at least one.
  public let points: [Point]

  /// The most bytes of a contour file that are read: 4 MiB.
  private static let byteLimit = 1 << 22
  /// The most corners.
  private static let pointLimit = 20_000

  /// - Parameter points: the corners in order, at least one.
  public init(points: [Point]) {
    precondition(!points.isEmpty, "an outline needs at least one corner, not 0")
    self.points = points
  }

  /// Reads a contour file: a corner a line, column and then row, blanks between them.
  ///
  /// - Parameter path: the file.
  /// - Returns: the outline.
  /// - Throws: `ImagingError` that names the file and, where a line is to blame, the line.
  public static func read(_ path: String) throws(ImagingError) -> Contour {
    let bytes: [UInt8]
    do { bytes = try FileBytes.read(path, limit: byteLimit) } catch { throw ImagingError(error) }
    var points: [Point] = []
    for (index, line) in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
      let blanks: Set<UInt8> = [UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: ",")]
      let words = line.split(whereSeparator: blanks.contains).map { String(decoding: $0, as: UTF8.self) }
      if words.isEmpty { continue }
      guard words.count == 2, let x = Double(words[0]), let y = Double(words[1]), abs(x) < 1e6, abs(y) < 1e6 else {
        throw .contourLine(path: path, line: index + 1, found: words.prefix(4).joined(separator: " "))
      }
      guard points.count < pointLimit else { throw .contourTooLong(path: path, limit: pointLimit) }
      points.append(Point(x, y))
    }
    guard !points.isEmpty else { throw .empty(path: path) }
    return Contour(points: points)
  }
}

extension Contour {
  /// Which pixels an outline holds.
  public enum RasterRule: String, Sendable, CaseIterable {
    /// As the course cut its data: corners are cut to whole pixels, and the polygon is filled with the pixels that its edges cross.
    case course
    /// The pixels whose centres lie inside.
    case centre
  }

  /// Whether every corner lies on an image of `width` x `height` pixels, its edges included.
  public func fits(width: Int, height: Int) -> Bool {
    let (right, bottom) = (Double(width), Double(height))
    return points.allSatisfy { $0.x >= 0 && $0.y >= 0 && $0.x <= right && $0.y <= bottom }
  }

  /// Marks the pixels of the outline in `classes`.
  ///
  /// - Parameters:
  ///   - id: the class that its pixels get.
  ///   - classes: row after row from the top, `[height, width]`.
  ///   - width: pixels in a row.
  ///   - height: rows.
  ///   - rule: which pixels the outline holds.
  public func fill(_ id: UInt8, into classes: inout [UInt8], width: Int, height: Int, rule: RasterRule) {
    precondition(fits(width: width, height: height), "an outline must lie on the image of \(width) x \(height) pixels")
    precondition(classes.count == width * height, "\(width) x \(height) pixels, not \(classes.count)")
    switch rule {
    case .course:
      let corners = points.map { Point($0.x.rounded(.towardZero), $0.y.rounded(.towardZero)) }
      Self.fillInside(corners, shift: 0, id, into: &classes, width: width, height: height)
      Self.drawEdges(corners, id, into: &classes, width: width, height: height)
    case .centre: Self.fillInside(points, shift: 0.5, id, into: &classes, width: width, height: height)
    }
  }

  /// Marks the pixels for which the place `shift` from their upper left corner lies inside, by the even-odd rule.
  private static func fillInside(
    _ corners: [Point], shift: Double, _ id: UInt8, into classes: inout [UInt8], width: Int, height: Int
  ) {
    for row in 0..<height {
      let y = Double(row) + shift
      var crossings: [Double] = []
      for (index, from) in corners.enumerated() {
        let to = corners[(index + 1) % corners.count]
        // A corner counts for the edge below it only, so that a line through it is crossed once.
        guard (from.y <= y) != (to.y <= y) else { continue }
        crossings.append(from.x + (y - from.y) * (to.x - from.x) / (to.y - from.y))
      }
      crossings.sort()
      for pair in stride(from: 0, to: crossings.count - 1, by: 2) {
        let first = max(0, Int((crossings[pair] - shift).rounded(.up)))
        let last = min(width - 1, Int((crossings[pair + 1] - shift).rounded(.down)))
        guard first <= last else { continue }
        for column in first...last { classes[row * width + column] = id }
      }
    }
  }

  /// Marks the pixels that the edges cross, neighbours by side or corner: Bresenham's lines.
  private static func drawEdges(
    _ corners: [Point], _ id: UInt8, into classes: inout [UInt8], width: Int, height: Int
  ) {
    for (index, from) in corners.enumerated() {
      let to = corners[(index + 1) % corners.count]
      var (x, y) = (Int(from.x), Int(from.y))
      let (endX, endY) = (Int(to.x), Int(to.y))
      let (dx, dy) = (abs(endX - x), -abs(endY - y))
      let (stepX, stepY) = (x < endX ? 1 : -1, y < endY ? 1 : -1)
      var error = dx + dy
      while true {
        if x < width, y < height { classes[y * width + x] = id }
        if x == endX, y == endY { break }
        let twice = 2 * error
        if twice >= dy {
          error += dy
          x += stepX
        }
        if twice <= dx {
          error += dx
          y += stepY
        }
      }
    }
  }
}
