/// Enlarges maps by a whole factor.
public final class Upsampling {
  /// How new pixels come about.
  public enum Method: Sendable, Equatable {
    /// Each pixel is repeated.
    case nearest
    /// Four neighbours are blended by the distance of the pixels' middles; outside, the edge goes on.
    case bilinear
  }

  private let factor: Int
  private let method: Method
  private let vertical: AxisBlend
  private let horizontal: AxisBlend
  private let height: Int
  private let width: Int

  /// - Parameters:
  ///   - height: how many rows a map has before.
  ///   - width: how many pixels a row has before.
  ///   - factor: how many rows and columns each becomes; at least 1.
  ///   - method: how new pixels come about.
  public init(height: Int, width: Int, factor: Int, method: Method) {
    precondition(factor >= 1 && height > 0 && width > 0, "\(height)×\(width) cannot be enlarged \(factor) times")
    self.height = height
    self.width = width
    self.factor = factor
    self.method = method
    vertical = AxisBlend(count: height, factor: factor, isBlended: method == .bilinear)
    horizontal = AxisBlend(count: width, factor: factor, isBlended: method == .bilinear)
  }

  /// Writes the enlarged map.
  ///
  /// - Parameters:
  ///   - x: the map before.
  ///   - y: `factor` times as many rows and columns; overwritten.
  ///   - batch: how many images.
  ///   - pool: the threads to use.
  public func forward(_ x: FeatureMap, to y: FeatureMap, batch: Int, on pool: WorkerPool) {
    check(x, y)
    let lanes = PixelLanes(writing: y, x)
    vertical.sources.withUnsafeBufferPointer { rows in
      horizontal.sources.withUnsafeBufferPointer { columns in
        pool.forEach(batch * y.height) { line in
          let row = rows[line % y.height]
          let image = x.pointer + line / y.height * x.imageStride
          let upper = image + row.first * x.width * x.stride
          let lower = image + row.second * x.width * x.stride
          for column in 0..<y.width {
            let source = columns[column]
            let target = y.pointer + (line * y.width + column) * y.stride
            if method == .nearest {
              lanes.forEach(Copy(source: upper + source.first * x.stride, target: target))
            } else {
              let (first, second) = (source.first * x.stride, source.second * x.stride)
              lanes.forEach(
                Blend(
                  a: upper + first, b: upper + second, c: lower + first, d: lower + second, across: source.share,
                  down: row.share, target: target))
            }
          }
        }
      }
    }
  }

  /// Hands the gradient over: each pixel's is the sum over the pixels that it reached, each times what it counted for.
  ///
  /// - Parameters:
  ///   - dy: the gradient of the enlarged map.
  ///   - dx: the gradient of the map before.
  ///   - epilogue: how to hand it over.
  ///   - batch: how many images.
  ///   - pool: the threads to use.
  public func backward(
    _ dy: FeatureMap, to dx: FeatureMap, epilogue: GradientEpilogue, batch: Int, on pool: WorkerPool
  ) {
    check(dx, dy)
    let sink = GradientSink(epilogue, dx)
    let lanes = PixelLanes(writing: dx, dy, sink.activated)
    vertical.weights.withUnsafeBufferPointer { heights in
      horizontal.weights.withUnsafeBufferPointer { widths in
        horizontal.reach.withUnsafeBufferPointer { reach in
          guard let heights = heights.baseAddress, let widths = widths.baseAddress else { return }
          pool.forEach(batch * dx.height) { line in
            let row = line % dx.height
            for column in 0..<dx.width {
              let place = line * dx.width + column
              let reached = Reached(
                dy: PoolWindow(dy, line / dx.height, vertical.reach[row], reach[column]),
                heights: heights + row * vertical.most, widths: widths + column * horizontal.most,
                target: dx.pointer + place * dx.stride,
                output: sink.activated.pointer + place * sink.activated.stride, sink: sink)
              lanes.forEach(reached)
            }
          }
        }
      }
    }
  }

  private func check(_ small: FeatureMap, _ large: FeatureMap) {
    precondition(
      small.height == height && small.width == width && large.height == height * factor
        && large.width == width * factor && small.channels == large.channels,
      "\(height)×\(width) enlarged \(factor) times got maps of \(small.height)×\(small.width)×\(small.channels) and "
        + "\(large.height)×\(large.width)×\(large.channels)")
  }

  private struct Copy: PixelBody {
    let source: UnsafePointer<Float>
    let target: UnsafeMutablePointer<Float>

    @inline(__always)
    func work(_ lane: Int, _ access: some LaneAccess) { access.store(access.load(source + lane), to: target + lane) }
  }

  private struct Blend: PixelBody {
    let a, b, c, d: UnsafePointer<Float>
    let across, down: Float
    let target: UnsafeMutablePointer<Float>

    @inline(__always)
    func work(_ lane: Int, _ access: some LaneAccess) {
      let (across, down) = (Lanes(repeating: across), Lanes(repeating: down))
      let (above, below) = (access.load(a + lane), access.load(c + lane))
      let upper = above.adding(access.load(b + lane) - above, times: across)
      let lower = below.adding(access.load(d + lane) - below, times: across)
      access.store(upper.adding(lower - upper, times: down), to: target + lane)
    }
  }

  private struct Reached: PixelBody {
    let dy: PoolWindow
    /// What the pixel counts for in the rows and columns of the window.
    let heights, widths: UnsafePointer<Float>
    let target: UnsafeMutablePointer<Float>
    let output: UnsafePointer<Float>
    let sink: GradientSink

    @inline(__always)
    func work(_ lane: Int, _ access: some LaneAccess) {
      var sum = Lanes.zero
      for row in 0..<dy.rows {
        for column in 0..<dy.columns {
          let weight = Lanes(repeating: heights[row] * widths[column])
          sum = sum.adding(weight, times: access.load(dy.at(row, column) + lane))
        }
      }
      sink.write(sum, to: target + lane, output: output + lane, access)
    }
  }
}

/// How the places along one axis of an enlarged map are blended from two places of the map before.
struct AxisBlend {
  /// Two neighbouring places and what each counts for.
  struct Source {
    let first: Int
    let second: Int
    /// What the second counts for; the first counts for the rest.
    let share: Float
  }

  /// Where each place of the enlarged axis comes from.
  let sources: [Source]
  /// The places of the enlarged axis that each place reaches, from first to last.
  let reach: [Range<Int>]
  /// What each place counts for in those that it reaches: ``most`` numbers for each place, the last of them unused where it reaches fewer.
  let weights: [Float]
  /// The most places that one reaches.
  let most: Int

  /// - Parameters:
  ///   - count: how many places the axis has.
  ///   - factor: how many each of them becomes.
  ///   - isBlended: whether neighbours are blended by the distance of the middles; otherwise each is repeated.
  init(count: Int, factor: Int, isBlended: Bool) {
    let sources = (0..<count * factor).map { place in
      guard isBlended else { return Source(first: place / factor, second: place / factor, share: 0) }
      let middle = max(0, (Double(place) + 0.5) / Double(factor) - 0.5)
      let first = min(Int(middle), count - 1)
      return Source(first: first, second: min(first + 1, count - 1), share: Float(middle - Double(first)))
    }
    let reach = (0..<count).map { place in
      // Nothing further away than the next place's middle.
      let near = max(0, (place - 1) * factor)..<min(sources.count, (place + 2) * factor)
      let own = near.filter { sources[$0].first == place || sources[$0].second == place }
      return (own.first ?? 0)..<(own.last ?? -1) + 1
    }
    let most = reach.map(\.count).max() ?? 0
    weights = reach.indices.flatMap { place in
      reach[place].map { Self.weight(sources[$0], place) }
        + Array(repeating: 0, count: most - reach[place].count)
    }
    self.sources = sources
    self.reach = reach
    self.most = most
  }

  /// What `place` counts for in the enlarged place that comes from `source`.
  private static func weight(_ source: Source, _ place: Int) -> Float {
    (source.first == place ? 1 - source.share : 0) + (source.second == place ? source.share : 0)
  }
}
