/// Products of `R` neighbouring numbers of a source with `L` blocks of sixteen numbers of a gradient, summed over pixels in registers: the
/// heart of every gradient of weights.
enum OuterTile<let R: Int, let L: Int> {
  /// target[r][column] += Σ over lines and pixels of source[line][pixel · step + r] · gradient[line][pixel][column].
  ///
  /// - Parameters:
  ///   - pixels: which pixels.
  ///   - source: the first of the `R` numbers at the first pixel.
  ///   - gradient: the first block at the first pixel.
  ///   - target: the first row's sums, rows `targetStep` numbers apart, blocks of columns side by side; added to.
  ///   - targetStep: how many numbers lie between rows.
  @inline(__always)
  static func run(
    _ pixels: TilePixels, source: UnsafePointer<Float>, gradient: UnsafePointer<Float>,
    addingTo target: UnsafeMutablePointer<Float>, targetStep: Int
  ) {
    var sums = TileSums<R, L>()
    sums.load(from: target, step: targetStep)
    let (step, gradientStep) = (pixels.step, pixels.gradientStep)
    for line in 0..<pixels.lines {
      var from = source + line &* pixels.lineStep
      var factor = gradient + line &* pixels.gradientLineStep
      for _ in 0..<pixels.count {
        sums.add(from, step: 1, times: TileRow<L>(factor, blockStep: Lanes.width))
        from += step
        factor += gradientStep
      }
    }
    sums.store(to: target, step: targetStep)
  }
}

/// Which pixels an ``OuterTile`` sums over: `lines` of `count` pixels.
struct TilePixels {
  /// How many pixels a line has.
  let count: Int
  /// How many numbers lie between neighbouring pixels of the source.
  let step: Int
  /// How many numbers lie between neighbouring pixels of the gradient.
  let gradientStep: Int
  /// How many lines there are.
  let lines: Int
  /// How many numbers lie between lines of the source.
  let lineStep: Int
  /// How many numbers lie between lines of the gradient.
  let gradientLineStep: Int

  /// Adds the sums of a tile of `rows` rows and `blocks` blocks, at most ``TileShape``'s.
  ///
  /// - Parameters:
  ///   - rows: how many rows.
  ///   - blocks: how many blocks of sixteen columns.
  ///   - source: the first row's number at the first pixel.
  ///   - gradient: the first block at the first pixel.
  ///   - target: the first row's sums; added to.
  ///   - targetStep: how many numbers lie between rows.
  @inline(__always)
  func add(
    rows: Int, blocks: Int, source: UnsafePointer<Float>, gradient: UnsafePointer<Float>,
    to target: UnsafeMutablePointer<Float>, targetStep: Int
  ) {
    if TileShape.blocks > 1, blocks == 2 {
      add(OuterRows<2>.self, rows, source: source, gradient: gradient, to: target, targetStep: targetStep)
    } else {
      add(OuterRows<1>.self, rows, source: source, gradient: gradient, to: target, targetStep: targetStep)
    }
  }

  /// Names a number of blocks of columns.
  private enum OuterRows<let L: Int> {}

  @inline(__always)
  private func add<let L: Int>(
    _: OuterRows<L>.Type, _ rows: Int, source: UnsafePointer<Float>, gradient: UnsafePointer<Float>,
    to target: UnsafeMutablePointer<Float>, targetStep: Int
  ) {
    switch rows {
    case 1: OuterTile<1, L>.run(self, source: source, gradient: gradient, addingTo: target, targetStep: targetStep)
    case 2: OuterTile<2, L>.run(self, source: source, gradient: gradient, addingTo: target, targetStep: targetStep)
    case 3: OuterTile<3, L>.run(self, source: source, gradient: gradient, addingTo: target, targetStep: targetStep)
    case 4: OuterTile<4, L>.run(self, source: source, gradient: gradient, addingTo: target, targetStep: targetStep)
    case 5: OuterTile<5, L>.run(self, source: source, gradient: gradient, addingTo: target, targetStep: targetStep)
    case 6: OuterTile<6, L>.run(self, source: source, gradient: gradient, addingTo: target, targetStep: targetStep)
    default:
      if TileShape.rows > 6 {
        addMore(OuterRows<L>.self, rows, source: source, gradient: gradient, to: target, targetStep: targetStep)
      }
    }
  }

  /// Seven to twelve rows.
  @inline(__always)
  private func addMore<let L: Int>(
    _: OuterRows<L>.Type, _ rows: Int, source: UnsafePointer<Float>, gradient: UnsafePointer<Float>,
    to target: UnsafeMutablePointer<Float>, targetStep: Int
  ) {
    switch rows {
    case 7: OuterTile<7, L>.run(self, source: source, gradient: gradient, addingTo: target, targetStep: targetStep)
    case 8: OuterTile<8, L>.run(self, source: source, gradient: gradient, addingTo: target, targetStep: targetStep)
    case 9: OuterTile<9, L>.run(self, source: source, gradient: gradient, addingTo: target, targetStep: targetStep)
    case 10: OuterTile<10, L>.run(self, source: source, gradient: gradient, addingTo: target, targetStep: targetStep)
    case 11: OuterTile<11, L>.run(self, source: source, gradient: gradient, addingTo: target, targetStep: targetStep)
    default: OuterTile<12, L>.run(self, source: source, gradient: gradient, addingTo: target, targetStep: targetStep)
    }
  }
}
