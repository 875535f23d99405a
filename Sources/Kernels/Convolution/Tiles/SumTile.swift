internal import CHost

/// How much of a product is summed in registers at a time: rows (pixels, or channels of the map) by blocks of sixteen columns.
///
/// Each number's own sum has the same order whatever the shape.
enum TileShape {
  /// The most rows.
  static var rows: Int { Int(SEGLAB_TILE_ROWS) }
  /// The most blocks of sixteen columns.
  static var blocks: Int { Int(SEGLAB_TILE_BLOCKS) }

  /// Cuts `count` rows into as few tiles as ``rows`` allows, as equal as can be: no tile is much thinner than the others.
  ///
  /// - Parameters:
  ///   - count: how many rows there are.
  ///   - body: called with the first row and the number of rows of each tile.
  @inline(__always)
  static func forEachTile(of count: Int, _ body: (_ first: Int, _ rows: Int) -> Void) {
    let tiles = (count &+ rows &- 1) / rows
    var first = 0
    for tile in 0..<tiles {
      let end = count &* (tile &+ 1) / tiles
      body(first, end &- first)
      first = end
    }
  }
}

/// Sums of products for `R` rows by `L` blocks of sixteen columns, all of them in registers: the heart of every convolution.
enum SumTile<let R: Int, let L: Int> {
  /// sums[r][column] = Σ over runs and their elements of source[r · step + run · runStride + j] · panel[run · length + j][column].
  ///
  /// - Parameters:
  ///   - factors: what is multiplied.
  ///   - source: the first row's first number.
  ///   - panels: the first block's weights, `[runs · length][16]`.
  ///   - target: the first row's sums, blocks side by side; overwritten.
  ///   - targetStep: how many numbers lie between rows of sums.
  @inline(__always)
  static func run(
    _ factors: TileFactors, source: UnsafePointer<Float>, panels: UnsafePointer<Float>,
    to target: UnsafeMutablePointer<Float>,
    targetStep: Int
  ) {
    var sums = TileSums<R, L>()
    let (step, length, panelStride) = (factors.step, factors.length, factors.panelStride)
    var panel = panels
    var run = source
    for _ in 0..<factors.runs {
      var rows = run
      let end = run + length
      while rows < end {
        sums.add(rows, step: step, times: TileRow<L>(panel, blockStep: panelStride))
        panel += Lanes.width
        rows += 1
      }
      run += factors.runStride
    }
    sums.store(to: target, step: targetStep)
  }
}

/// What a ``SumTile`` multiplies, apart from where it begins.
struct TileFactors {
  /// How many numbers lie between neighbouring rows (pixels) of the source.
  let step: Int
  /// How many stretches of the source belong to a row: the filter's rows.
  let runs: Int
  /// How many numbers lie between stretches.
  let runStride: Int
  /// How many numbers a stretch has.
  let length: Int
  /// How many numbers lie between the weights of neighbouring blocks of columns.
  let panelStride: Int

  /// Sums a tile of `rows` rows and `blocks` blocks, at most ``TileShape``'s.
  ///
  /// - Parameters:
  ///   - rows: how many rows.
  ///   - blocks: how many blocks of sixteen columns.
  ///   - source: the first row's first number.
  ///   - panels: the first block's weights.
  ///   - target: the first row's sums, blocks side by side; overwritten.
  ///   - targetStep: how many numbers lie between rows of sums.
  @inline(__always)
  func sum(
    rows: Int, blocks: Int, source: UnsafePointer<Float>, panels: UnsafePointer<Float>,
    to target: UnsafeMutablePointer<Float>,
    targetStep: Int
  ) {
    if TileShape.blocks > 1, blocks == 2 {
      sumPairs(rows: rows, source: source, panels: panels, to: target, targetStep: targetStep)
    } else {
      switch rows {
      case 6: SumTile<6, 1>.run(self, source: source, panels: panels, to: target, targetStep: targetStep)
      case 5: SumTile<5, 1>.run(self, source: source, panels: panels, to: target, targetStep: targetStep)
      case 4: SumTile<4, 1>.run(self, source: source, panels: panels, to: target, targetStep: targetStep)
      case 3: SumTile<3, 1>.run(self, source: source, panels: panels, to: target, targetStep: targetStep)
      case 2: SumTile<2, 1>.run(self, source: source, panels: panels, to: target, targetStep: targetStep)
      case 1: SumTile<1, 1>.run(self, source: source, panels: panels, to: target, targetStep: targetStep)
      default:
        if TileShape.rows > 6 {
          sumMore(rows: rows, source: source, panels: panels, to: target, targetStep: targetStep)
        }
      }
    }
  }

  /// Seven to twelve rows of one block.
  @inline(__always)
  private func sumMore(
    rows: Int, source: UnsafePointer<Float>, panels: UnsafePointer<Float>, to target: UnsafeMutablePointer<Float>,
    targetStep: Int
  ) {
    switch rows {
    case 12: SumTile<12, 1>.run(self, source: source, panels: panels, to: target, targetStep: targetStep)
    case 11: SumTile<11, 1>.run(self, source: source, panels: panels, to: target, targetStep: targetStep)
    case 10: SumTile<10, 1>.run(self, source: source, panels: panels, to: target, targetStep: targetStep)
    case 9: SumTile<9, 1>.run(self, source: source, panels: panels, to: target, targetStep: targetStep)
    case 8: SumTile<8, 1>.run(self, source: source, panels: panels, to: target, targetStep: targetStep)
    default: SumTile<7, 1>.run(self, source: source, panels: panels, to: target, targetStep: targetStep)
    }
  }

  /// One to twelve rows of two blocks.
  @inline(__always)
  private func sumPairs(
    rows: Int, source: UnsafePointer<Float>, panels: UnsafePointer<Float>, to target: UnsafeMutablePointer<Float>,
    targetStep: Int
  ) {
    switch rows {
    case 12: SumTile<12, 2>.run(self, source: source, panels: panels, to: target, targetStep: targetStep)
    case 11: SumTile<11, 2>.run(self, source: source, panels: panels, to: target, targetStep: targetStep)
    case 10: SumTile<10, 2>.run(self, source: source, panels: panels, to: target, targetStep: targetStep)
    case 9: SumTile<9, 2>.run(self, source: source, panels: panels, to: target, targetStep: targetStep)
    case 8: SumTile<8, 2>.run(self, source: source, panels: panels, to: target, targetStep: targetStep)
    case 7: SumTile<7, 2>.run(self, source: source, panels: panels, to: target, targetStep: targetStep)
    case 6: SumTile<6, 2>.run(self, source: source, panels: panels, to: target, targetStep: targetStep)
    case 5: SumTile<5, 2>.run(self, source: source, panels: panels, to: target, targetStep: targetStep)
    case 4: SumTile<4, 2>.run(self, source: source, panels: panels, to: target, targetStep: targetStep)
    case 3: SumTile<3, 2>.run(self, source: source, panels: panels, to: target, targetStep: targetStep)
    case 2: SumTile<2, 2>.run(self, source: source, panels: panels, to: target, targetStep: targetStep)
    default: SumTile<1, 2>.run(self, source: source, panels: panels, to: target, targetStep: targetStep)
    }
  }
}
