/// A stretch of a map's rows with zeros where it reaches beyond the map, its pixels side by side: what a filter slides over without a look at
/// the edges.
struct Patch {
  /// The map's row that the patch begins with; may be negative.
  let firstRow: Int
  /// The map's column that the patch begins with; may be negative.
  let firstColumn: Int
  /// How many rows it has.
  let rows: Int
  /// How many pixels a row has.
  let columns: Int
  /// How many numbers a pixel has: the map's channels, or whole lanes of them.
  let depth: Int

  /// How many numbers a row has.
  var rowStride: Int { columns * depth }
  /// How many numbers it has.
  var count: Int { rows * rowStride }

  /// Whether all of it lies within a map.
  func isInside(_ map: FeatureMap) -> Bool {
    firstRow >= 0 && firstColumn >= 0 && firstRow + rows <= map.height && firstColumn + columns <= map.width
  }

  /// Copies the stretch.
  ///
  /// - Parameters:
  ///   - map: the map.
  ///   - image: the image of the batch.
  ///   - target: room for ``count`` numbers; overwritten.
  @inline(never)
  func fill(from map: FeatureMap, image: Int, to target: UnsafeMutablePointer<Float>) {
    let left = min(max(0, -firstColumn), columns)
    let inside = max(left, min(columns, map.width &- firstColumn))
    for row in 0..<rows {
      let line = target + row &* rowStride
      guard (0..<map.height).contains(firstRow &+ row), left < inside else {
        line.update(repeating: 0, count: rowStride)
        continue
      }
      line.update(repeating: 0, count: left &* depth)
      copy(
        map.pixel(image, firstRow &+ row, firstColumn &+ left), stride: map.stride, channels: map.channels,
        count: inside &- left, to: line + left &* depth)
      (line + inside &* depth).update(repeating: 0, count: (columns &- inside) &* depth)
    }
  }

  @inline(__always)
  private func copy(
    _ source: UnsafePointer<Float>, stride: Int, channels: Int, count: Int, to target: UnsafeMutablePointer<Float>
  ) {
    if stride == depth {
      target.update(from: source, count: count &* depth)
      return
    }
    let full = channels / Lanes.width &* Lanes.width
    for pixel in 0..<count {
      let (from, to) = (source + pixel &* stride, target + pixel &* depth)
      var channel = 0
      while channel < full {
        FullLanes().store(FullLanes().load(from + channel), to: to + channel)
        channel &+= Lanes.width
      }
      while channel < channels {
        to[channel] = from[channel]
        channel &+= 1
      }
      while channel < depth {
        to[channel] = 0
        channel &+= 1
      }
    }
  }
}
