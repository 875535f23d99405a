/// A map of which only a window of each image is looked at.
public struct CroppedMap {
  /// The whole map.
  public let map: FeatureMap
  /// How many rows lie above the window.
  public let top: Int
  /// How many pixels lie left of the window.
  public let left: Int

  /// - Parameters:
  ///   - map: the whole map.
  ///   - top: how many rows lie above the window.
  ///   - left: how many pixels lie left of it.
  public init(_ map: FeatureMap, top: Int = 0, left: Int = 0) {
    precondition(top >= 0 && left >= 0, "a window cannot start at \(top), \(left)")
    self.map = map
    self.top = top
    self.left = left
  }

  /// The window of `height` × `width` in the middle; where it cannot be quite there, a row higher and a pixel further left.
  public static func centre(_ map: FeatureMap, height: Int, width: Int) -> CroppedMap {
    CroppedMap(map, top: (map.height - height) / 2, left: (map.width - width) / 2)
  }

  /// Stops where the window of `other`'s dimensions reaches out of the map.
  func check(_ other: FeatureMap) {
    precondition(
      top + other.height <= map.height && left + other.width <= map.width,
      "a window of \(other.height)×\(other.width) at \(top), \(left) reaches out of \(map.height)×\(map.width)")
  }

  /// Whether the window of `other`'s dimensions is the whole map.
  func isWhole(_ other: FeatureMap) -> Bool { map.height == other.height && map.width == other.width }

  /// The number of the pixel that lies under `pixel` of the window of `other`'s dimensions, both counted through all images.
  @inline(__always)
  func pixel(_ pixel: Int, of other: FeatureMap) -> Int {
    let (line, column) = pixel.quotientAndRemainder(dividingBy: other.width)
    let (image, row) = line.quotientAndRemainder(dividingBy: other.height)
    return (image * map.height + row + top) * map.width + column + left
  }
}
