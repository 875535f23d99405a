/// The tiles of a map that Winograd's way works on, 4 × 4 outputs each.
///
/// A filter with a stride of s is s² filters without one, each on the pixels of one phase (every s-th row and column): their products are summed
/// before they become outputs. The gradient of the map is the other way round: one source, s² targets.
struct WinogradTiles {
  /// The map's extents.
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
    func steps(_ extent: Int, pad: Int, stride: Int) -> Int { (extent - 1 + pad) / stride - pad / stride + 1 }
    return grid(
      steps(g.height, pad: g.padTop, stride: g.strideY), steps(g.width, pad: g.padLeft, stride: g.strideX))
  }
}
