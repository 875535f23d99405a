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
    var sums = InlineArray<R, InlineArray<L, Lanes>>(repeating: InlineArray<L, Lanes>(repeating: .zero))
    var row = 0
    while row < R {
      var block = 0
      while block < L {
        sums[unchecked: row][unchecked: block] = FullLanes().load(target + (row &* targetStep &+ block &* Lanes.width))
        block &+= 1
      }
      row &+= 1
    }
    let (step, gradientStep) = (pixels.step, pixels.gradientStep)
    for line in 0..<pixels.lines {
      var from = source + line &* pixels.lineStep
      var factor = gradient + line &* pixels.gradientLineStep
      for _ in 0..<pixels.count {
        var factors = InlineArray<L, Lanes>(repeating: .zero)
        var block = 0
        while block < L {
          factors[unchecked: block] = FullLanes().load(factor + block &* Lanes.width)
          block &+= 1
        }
        row = 0
        while row < R {
          let number = Lanes(repeating: from[row])
          block = 0
          while block < L {
            sums[unchecked: row][unchecked: block] = sums[unchecked: row][unchecked: block]
              .adding(number, times: factors[unchecked: block])
            block &+= 1
          }
          row &+= 1
        }
        from += step
        factor += gradientStep
      }
    }
    row = 0
    while row < R {
      var block = 0
      while block < L {
        FullLanes().store(
          sums[unchecked: row][unchecked: block], to: target + (row &* targetStep &+ block &* Lanes.width))
        block &+= 1
      }
      row &+= 1
    }
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
    if TileShape.blocks > 1 {
      addWide(rows: rows, blocks: blocks, source: source, gradient: gradient, to: target, targetStep: targetStep)
      return
    }
    switch rows {
    case 6: OuterTile<6, 1>.run(self, source: source, gradient: gradient, addingTo: target, targetStep: targetStep)
    case 5: OuterTile<5, 1>.run(self, source: source, gradient: gradient, addingTo: target, targetStep: targetStep)
    case 4: OuterTile<4, 1>.run(self, source: source, gradient: gradient, addingTo: target, targetStep: targetStep)
    case 3: OuterTile<3, 1>.run(self, source: source, gradient: gradient, addingTo: target, targetStep: targetStep)
    case 2: OuterTile<2, 1>.run(self, source: source, gradient: gradient, addingTo: target, targetStep: targetStep)
    default: OuterTile<1, 1>.run(self, source: source, gradient: gradient, addingTo: target, targetStep: targetStep)
    }
  }

  /// With registers for twelve rows of two blocks: four rows at a time are left to a loop where they are fewer.
  @inline(__always)
  private func addWide(
    rows: Int, blocks: Int, source: UnsafePointer<Float>, gradient: UnsafePointer<Float>,
    to target: UnsafeMutablePointer<Float>, targetStep: Int
  ) {
    var row = 0
    while row < rows {
      let (from, to) = (source + row, target + row &* targetStep)
      let left = rows &- row
      if blocks == 2 {
        if left >= 12 {
          OuterTile<12, 2>.run(self, source: from, gradient: gradient, addingTo: to, targetStep: targetStep)
        } else if left >= 8 {
          OuterTile<8, 2>.run(self, source: from, gradient: gradient, addingTo: to, targetStep: targetStep)
        } else if left >= 4 {
          OuterTile<4, 2>.run(self, source: from, gradient: gradient, addingTo: to, targetStep: targetStep)
        } else {
          OuterTile<1, 2>.run(self, source: from, gradient: gradient, addingTo: to, targetStep: targetStep)
        }
      } else {
        if left >= 12 {
          OuterTile<12, 1>.run(self, source: from, gradient: gradient, addingTo: to, targetStep: targetStep)
        } else if left >= 8 {
          OuterTile<8, 1>.run(self, source: from, gradient: gradient, addingTo: to, targetStep: targetStep)
        } else if left >= 4 {
          OuterTile<4, 1>.run(self, source: from, gradient: gradient, addingTo: to, targetStep: targetStep)
        } else {
          OuterTile<1, 1>.run(self, source: from, gradient: gradient, addingTo: to, targetStep: targetStep)
        }
      }
      row &+= left >= 12 ? 12 : left >= 8 ? 8 : left >= 4 ? 4 : 1
    }
  }
}
