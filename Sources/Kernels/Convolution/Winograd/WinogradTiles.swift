/// The tiles of a map that Winograd's way works on, 4 × 4 outputs each.
///
/// A filter with a stride of s is s² filters without one, each on the pixels of one phase (every s-th row and column): their products are summed
/// before they become outputs. The gradient of the map is the other way round: one source, s² targets.
struct WinogradTiles {
  /// The map's dimensions.
  let height, width, channels: Int
  /// How many phases there are along an axis: the stride, or 1.
  let phases: Int
  /// The row and the column of the first tile's first pixel, in the first phase; the next phase begins one on.
  let originY, originX: Int
  /// How many tiles lie across, and how many there are in an image.
  let across, perImage: Int

  /// The row of a tile's pixel, `offset` pixels from the tile's first; it may lie outside.
  @inline(__always)
  func row(_ tileRow: Int, _ offset: Int, phase: Int) -> Int {
    phases &* (WinogradSteps.outputs &* tileRow &+ offset) &+ originY &+ phase
  }

  /// The column of a tile's pixel.
  @inline(__always)
  func column(_ tileColumn: Int, _ offset: Int, phase: Int) -> Int {
    phases &* (WinogradSteps.outputs &* tileColumn &+ offset) &+ originX &+ phase
  }

  /// Channels of a phase in whole lanes.
  var laneChannels: Int { (channels + Lanes.width - 1) / Lanes.width * Lanes.width }

  /// What a convolution forward reads.
  static func forwardSource(_ g: ConvolutionGeometry) -> WinogradTiles {
    let grid = grid(g.outputHeight, g.outputWidth)
    return WinogradTiles(
      height: g.height, width: g.width, channels: g.channels, phases: g.strideY, originY: -g.padTop,
      originX: -g.padLeft, across: grid.across, perImage: grid.count)
  }

  /// What a convolution forward writes.
  static func forwardTarget(_ g: ConvolutionGeometry) -> WinogradTiles {
    let grid = grid(g.outputHeight, g.outputWidth)
    return WinogradTiles(
      height: g.outputHeight, width: g.outputWidth, channels: g.filters, phases: 1, originY: 0, originX: 0,
      across: grid.across, perImage: grid.count)
  }

  /// What the gradient of the map reads: the gradient of the result, from two pixels before.
  static func dataSource(_ g: ConvolutionGeometry) -> WinogradTiles {
    let grid = dataGrid(g)
    return WinogradTiles(
      height: g.outputHeight, width: g.outputWidth, channels: g.filters, phases: 1,
      originY: g.padTop / g.strideY - 2, originX: g.padLeft / g.strideX - 2, across: grid.across, perImage: grid.count)
  }

  /// What the gradient of the map writes.
  static func dataTarget(_ g: ConvolutionGeometry) -> WinogradTiles {
    let grid = dataGrid(g)
    return WinogradTiles(
      height: g.height, width: g.width, channels: g.channels, phases: g.strideY,
      originY: g.padTop / g.strideY * g.strideY - g.padTop, originX: g.padLeft / g.strideX * g.strideX - g.padLeft,
      across: grid.across, perImage: grid.count)
  }

  private static func grid(_ height: Int, _ width: Int) -> (across: Int, count: Int) {
    let (down, across) = ((height + 3) / 4, (width + 3) / 4)
    return (across, down * across)
  }

  /// The phases together reach from the first whole step before the map to its end.
  private static func dataGrid(_ g: ConvolutionGeometry) -> (across: Int, count: Int) {
    func steps(_ dimension: Int, pad: Int, stride: Int) -> Int { (dimension - 1 + pad) / stride - pad / stride + 1 }
    return grid(
      steps(g.height, pad: g.padTop, stride: g.strideY), steps(g.width, pad: g.padLeft, stride: g.strideX))
  }
}

/// Where a tile lies, from one to the next without a division.
struct TilePlace {
  /// The image, and the tile's row and column in it.
  private(set) var image, down, across: Int

  /// - Parameters:
  ///   - tile: the tile, counted over the whole batch.
  ///   - tiles: all tiles.
  init(_ tile: Int, of tiles: WinogradTiles) {
    image = tile / tiles.perImage
    down = tile % tiles.perImage / tiles.across
    across = tile % tiles.perImage % tiles.across
  }

  /// Goes on to the next tile.
  @inline(__always)
  mutating func advance(in tiles: WinogradTiles) {
    across &+= 1
    guard across == tiles.across else { return }
    across = 0
    down &+= 1
    guard down &* tiles.across == tiles.perImage else { return }
    down = 0
    image &+= 1
  }
}

/// Winograd's way for four outputs and three taps, F(4, 3): the products of the points 0, 1, −1, 2, −2 and ∞ in place of the twelve of the
/// definition. Each step goes along one axis; done along both it serves tiles of 4 × 4 outputs from 6 × 6 pixels with 36 products in place of
/// 144.
///
/// - SeeAlso: Lavin, Gray, “Fast Algorithms for Convolutional Neural Networks”, 2016.
enum WinogradSteps {
  typealias Four = (Lanes, Lanes, Lanes, Lanes)
  typealias Six = (Lanes, Lanes, Lanes, Lanes, Lanes, Lanes)
  typealias Three = (Lanes, Lanes, Lanes)

  /// How many pixels a tile has along an axis, and how many outputs.
  static let pixels = 6
  static let outputs = 4
  /// How many products a tile has.
  static let positions = 36

  /// Six pixels become six factors: Bᵀd.
  @inline(__always)
  static func source(_ d: Six) -> Six {
    let even = d.4.adding(d.2, times: -4)
    let odd = d.3.adding(d.1, times: -4)
    let near = d.4 - d.2
    let far = d.3 - d.1
    return (
      near.adding(d.0 - d.2, times: 4), even + odd, even - odd, near.adding(far, times: 2), near.adding(far, times: -2),
      (d.5 - d.3).adding(far, times: -4)
    )
  }

  /// Six sums of products become four outputs: Aᵀm.
  @inline(__always)
  static func target(_ m: Six) -> Four {
    let (sum1, difference1) = (m.1 + m.2, m.1 - m.2)
    let (sum2, difference2) = (m.3 + m.4, m.3 - m.4)
    return (
      m.0 + sum1 + sum2, difference1.adding(difference2, times: 2), sum1.adding(sum2, times: 4),
      (difference1 + m.5).adding(difference2, times: 8)
    )
  }

  /// Four outputs' gradients become those of the six sums: Ay.
  @inline(__always)
  static func gradient(_ y: Four) -> Six {
    let (even, odd) = (y.0 + y.2, y.1 + y.3)
    let even4 = y.0.adding(y.2, times: 4)
    let odd4 = y.1.adding(y.3, times: 4)
    return (y.0, even + odd, even - odd, even4.adding(odd4, times: 2), even4.adding(odd4, times: -2), y.3)
  }

  /// Three taps become six factors: Gw.
  @inline(__always)
  static func filter(_ w: Three) -> Six {
    let (sixth, twelfth) = (Float(1) / 6, Float(1) / 12)
    let outer = (w.0 + w.2) * -sixth
    let inner = (w.2 * sixth).adding(w.0, times: 0.5 * twelfth)
    return (
      0.25 * w.0, outer.adding(w.1, times: -sixth), outer.adding(w.1, times: sixth), inner.adding(w.1, times: twelfth),
      inner.adding(w.1, times: -twelfth), w.2
    )
  }

  /// Six factors' gradients become those of the three taps: Gᵀu.
  @inline(__always)
  static func taps(_ u: Six) -> Three {
    let (sixth, twelfth) = (Float(1) / 6, Float(1) / 12)
    let (sum1, difference1) = (u.1 + u.2, u.2 - u.1)
    let (sum2, difference2) = (u.3 + u.4, u.3 - u.4)
    return (
      (0.25 * u.0).adding(sum1, times: -sixth).adding(sum2, times: 0.5 * twelfth),
      (difference1 * sixth).adding(difference2, times: twelfth), u.5.adding(sum2 - sum1, times: sixth)
    )
  }
}

extension Lanes {
  /// `self + a · factor`, rounded once in each lane.
  @inline(__always)
  fileprivate func adding(_ a: Lanes, times factor: Float) -> Lanes { adding(a, times: Lanes(repeating: factor)) }
}
