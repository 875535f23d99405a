/// The taps of a filter that fill every stride-th pixel of a target along one axis.
struct AxisPhase {
  /// The first target pixel, and how many there are.
  let start, length: Int
  /// The source pixel under the first tap of the first target pixel.
  let source: Int
  /// How many taps there are, and how many those of the phases before have together.
  let taps, tapsBefore: Int
  /// The filter's first tap in the order in which the source is read, and how far it is to the next.
  let firstTap, tapStep: Int

  /// The filter's tap number `index` in the order in which the source is read.
  @inline(__always)
  func tap(_ index: Int) -> Int { firstTap + index * tapStep }
}

/// All phases of one axis: a single one where a convolution is read forward, one for each step of the stride the other
/// way.
///
/// Where the stride is longer than the filter, only the phases that taps reach are kept: as many as the filter has taps
/// at most.
struct AxisPhases {
  /// The phases that at least one tap reaches, in order.
  let reached: [AxisPhase]
  /// How many phases there are.
  let count: Int
  /// How many taps all phases have together.
  let taps: Int
  /// How many target pixels the longest phase has.
  let longest: Int

  private let stride: Int
  private let pad: Int
  private let kernel: Int

  /// Results that read a filter's length of the source each, one after the other.
  init(reading kernel: Int, pad: Int, results: Int) {
    reached = [
      AxisPhase(start: 0, length: results, source: -pad, taps: kernel, tapsBefore: 0, firstTap: 0, tapStep: 1)
    ]
    (count, taps, longest) = (1, kernel, results)
    (stride, self.pad, self.kernel) = (1, 0, 1)
  }

  /// Sources that are spread over the target, `stride` pixels apart.
  init(spreading kernel: Int, stride: Int, pad: Int, size: Int) {
    count = min(stride, size)
    longest = (size + stride - 1) / stride
    (self.stride, self.pad, self.kernel) = (stride, pad, kernel)
    var reached: [AxisPhase] = []
    var before = 0
    // A pixel is reached by the taps that are as far beyond a whole number of strides as the pixel with its padding.
    var start = 0
    while start < count {
      let rest = (start + pad) % stride
      if rest >= kernel {
        start += stride - rest
        continue
      }
      let taps = (kernel - 1 - rest) / stride + 1
      let last = rest + (taps - 1) * stride
      reached.append(
        AxisPhase(
          start: start, length: (size - start + stride - 1) / stride, source: (start + pad - last) / stride,
          taps: taps, tapsBefore: before, firstTap: last, tapStep: -stride))
      before += taps
      start += 1
    }
    self.reached = reached
    taps = before
  }

  /// Whether taps reach every target pixel.
  var areAllReached: Bool { reached.count == count }

  /// Whether a tap reaches target pixel `position`.
  @inline(__always)
  func isReached(_ position: Int) -> Bool { (position + pad) % stride < kernel }
}

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
