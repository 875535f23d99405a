/// Where a phantom's tissues are painted, one over the other.
///
/// Scenes are laid out for 256 x 256 pixels; a canvas of another size shows the same scene finer or coarser.
struct PhantomCanvas {
  /// The scene's width and height, in its own pixels.
  static let sceneSize = 256.0

  /// Pixels on a side.
  let size: Int
  /// Signal, row after row.
  private(set) var signal: [Double]
  private let scale: Double

  /// - Parameter size: pixels on a side.
  init(size: Int) {
    self.size = size
    scale = Self.sceneSize / Double(size)
    signal = [Double](repeating: 0, count: size * size)
  }

  /// Paints the inside of `blob` with `value`.
  ///
  /// - Parameters:
  ///   - blob: the shape.
  ///   - value: the signal.
  ///   - soft: how wide the edge is, in the scene's pixels.
  ///   - grain: what makes it uneven.
  ///   - amount: how uneven `grain` makes it, as a share of `value`.
  mutating func fill(
    _ blob: Blob, _ value: Double, soft: Double = 1.2, grain: ValueNoise? = nil, amount: Double = 0
  ) {
    let swing = value * amount
    paint(blob, reach: soft, inside: true, grain: grain) { signal, depth, noise in
      let cover = min(max(depth / soft + 0.5, 0), 1)
      return signal + (max(0, value + swing * noise) - signal) * cover
    }
  }

  /// Draws the edge of `blob` as a line of `value`.
  ///
  /// - Parameters:
  ///   - blob: the shape.
  ///   - value: the signal.
  ///   - width: how wide the line is, in the scene's pixels.
  ///   - strength: how much of what is below it covers, in 0...1.
  ///   - grain: where this is low the line fades.
  mutating func outline(_ blob: Blob, _ value: Double, width: Double, strength: Double, grain: ValueNoise? = nil) {
    paint(blob, reach: width, inside: false, grain: grain) { signal, depth, noise in
      var cover = max(0, 1 - depth.magnitude / width) * strength
      if grain != nil { cover *= min(max(0.5 + 1.5 * noise, 0), 1) }
      return signal + (value - signal) * cover
    }
  }

  /// Puts `former` back wherever it is not inside `blob`.
  mutating func keep(inside blob: Blob, over former: PhantomCanvas) {
    let painted = signal
    signal = former.signal
    let (size, scale) = (size, scale)
    signal.withUnsafeMutableBufferPointer { signal in
      painted.withUnsafeBufferPointer { painted in
        Self.visit(blob, reach: 1, inside: true, size: size, scale: scale) { index, depth in
          signal[index] += (painted[index] - signal[index]) * min(max(depth + 0.5, 0), 1)
        }
      }
    }
  }

  /// Which pixels have their centre inside `blob`: 1, the others 0.
  func mask(of blob: Blob) -> [UInt8] {
    var classes = [UInt8](repeating: 0, count: size * size)
    Self.visit(blob, reach: 0.5, inside: true, size: size, scale: scale) { index, depth in
      if depth > 0 { classes[index] = 1 }
    }
    return classes
  }

  /// How deep each pixel lies inside the union of `blobs`, in the scene's pixels; negative outside.
  ///
  /// - Parameters:
  ///   - blobs: the shapes.
  ///   - reach: up to which distance from an edge the depth is exact; beyond it is a little more than that.
  /// - Returns: a depth for each pixel, row after row.
  func depth(of blobs: [Blob], reach: Double) -> [Double] {
    var depths = [Double](repeating: -reach - 1, count: size * size)
    depths.withUnsafeMutableBufferPointer { depths in
      for blob in blobs {
        Self.visit(blob, reach: reach, inside: true, size: size, scale: scale) { index, depth in
          depths[index] = max(depths[index], min(depth, reach + 1))
        }
      }
    }
    return depths
  }

  /// Replaces every pixel's signal by `body`(index, signal, x, y), with the pixel's centre in the scene.
  mutating func transform(_ body: (Int, Double, Double, Double) -> Double) {
    let (size, scale) = (size, scale)
    signal.withUnsafeMutableBufferPointer { signal in
      for row in 0..<size {
        let y = (Double(row) + 0.5) * scale
        for column in 0..<size {
          let index = row * size + column
          signal[index] = body(index, signal[index], (Double(column) + 0.5) * scale, y)
        }
      }
    }
  }

  /// Spreads every pixel over its neighbours, 1 : 2 : 1 in both directions, as a scanner's limited resolution does.
  mutating func blur() {
    let size = size
    let rows = [Double](unsafeUninitializedCapacity: size * size) { rows, filled in
      signal.withUnsafeBufferPointer { signal in
        for row in 0..<size {
          for column in 0..<size {
            let index = row * size + column
            let left = signal[column > 0 ? index - 1 : index]
            let right = signal[column < size - 1 ? index + 1 : index]
            rows[index] = (left + 2 * signal[index] + right) / 4
          }
        }
      }
      filled = size * size
    }
    signal.withUnsafeMutableBufferPointer { signal in
      rows.withUnsafeBufferPointer { rows in
        for row in 0..<size {
          let (above, below) = (max(row - 1, 0) * size, min(row + 1, size - 1) * size)
          for column in 0..<size {
            let index = row * size + column
            signal[index] = (rows[above + column] + 2 * rows[index] + rows[below + column]) / 4
          }
        }
      }
    }
  }

  /// Replaces the signal near the edge of `blob`, or also inside it, by `body`(signal, depth inside the edge, grain).
  @inline(__always)
  private mutating func paint(
    _ blob: Blob, reach: Double, inside: Bool, grain: ValueNoise?, _ body: (Double, Double, Double) -> Double
  ) {
    let (size, scale) = (size, scale)
    signal.withUnsafeMutableBufferPointer { signal in
      if let grain {
        grain.values.withUnsafeBufferPointer { noise in
          Self.visit(blob, reach: reach, inside: inside, size: size, scale: scale) { index, depth in
            signal[index] = body(signal[index], depth, noise[index])
          }
        }
      } else {
        Self.visit(blob, reach: reach, inside: inside, size: size, scale: scale) { index, depth in
          signal[index] = body(signal[index], depth, 0)
        }
      }
    }
  }

  /// Calls `body` with each pixel that is less than `reach` away from the edge of `blob`, or `inside` it where that is
  /// asked for, and its depth inside the edge: exact enough up to `reach`, and otherwise only beyond it.
  @inline(__always)
  private static func visit(
    _ blob: Blob, reach: Double, inside: Bool, size: Int, scale: Double, _ body: (Int, Double) -> Void
  ) {
    let edge = Blob.Edge(blob, reach: reach)
    /// Columns or rows between two coordinates, and one more on either side.
    func pixels(_ low: Double, _ high: Double) -> Range<Int> {
      let first = min(max((low / scale - 1.5).rounded(.down), 0), Double(size))
      return Int(first)..<Int(min(max((high / scale + 1.5).rounded(.up), first), Double(size)))
    }
    blob.waves.withUnsafeBufferPointer { waves in
      for row in pixels(blob.y - edge.outreach, blob.y + edge.outreach) {
        let y = (Double(row) + 0.5) * scale - blob.y
        guard let (left, right) = edge.outerSpan(y) else { continue }
        let columns = pixels(blob.x + left, blob.x + right)
        // Some pixels less on either side, so that rounding cannot put one in the core that belongs to the edge.
        var core = columns.upperBound..<columns.upperBound
        if let (left, right) = edge.innerSpan(y) {
          let wide = pixels(blob.x + left, blob.x + right)
          if wide.count > 8 { core = wide.lowerBound + 4..<wide.upperBound - 4 }
        }
        var column = columns.lowerBound
        while column < columns.upperBound {
          if column == core.lowerBound {
            if inside { for column in core { body(row * size + column, reach + 1) } }
            column = core.upperBound
            if column == columns.upperBound { break }
          }
          let depth = edge.depth((Double(column) + 0.5) * scale - blob.x, y, waves: waves)
          if depth > -reach, inside || depth < reach { body(row * size + column, depth) }
          column += 1
        }
      }
    }
  }
}
