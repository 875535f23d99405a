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
