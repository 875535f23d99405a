internal import COpenBLAS
internal import Tensors

/// How the weights of a dense layer, `[inputs, outputs]`, are cut into tiles: by their shape alone, never by the number of threads.
struct DenseTiles {
  /// How many numbers come in: the rows.
  let inputs: Int
  /// How many numbers go out: the columns.
  let outputs: Int
  /// How many columns a tile has at most; a stretch of the output as long as that stays in the nearest cache.
  let columnTile: Int
  /// How many rows a tile has at most where the columns alone are too few tiles.
  let rowTile: Int

  /// Half a million weights a tile: some 100 microseconds of reading.
  private static let tileSize = 1 << 19
  private static let widestTile = 1 << 13
  private static let mostTiles = 64
  private static let enoughTiles = 8
  /// Partial sums take 16 MB at most.
  private static let partialSums = 1 << 22

  /// - Parameters:
  ///   - inputs: how many numbers come in.
  ///   - outputs: how many numbers go out.
  ///   - batch: the most images at once.
  init(inputs: Int, outputs: Int, batch: Int) {
    precondition(inputs > 0 && outputs > 0, "weights need rows and columns, not [\(inputs), \(outputs)]")
    self.inputs = inputs
    self.outputs = outputs
    columnTile = min(outputs, Self.widestTile)
    let columnTiles = (outputs + columnTile - 1) / columnTile
    let rowTiles = max(1, min(Self.mostTiles / columnTiles, Self.partialSums / (batch * outputs)))
    let smallest = max(8, Self.tileSize / columnTile, (inputs + rowTiles - 1) / rowTiles)
    rowTile = columnTiles >= Self.enoughTiles ? inputs : min(inputs, smallest)
  }

  /// How many stretches the columns are cut into.
  var columnTiles: Int { (outputs + columnTile - 1) / columnTile }
  /// How many stretches the rows are cut into where outputs are summed; more than one means partial sums.
  var rowTiles: Int { (inputs + rowTile - 1) / rowTile }
  /// The columns of stretch `index`.
  func columns(_ index: Int) -> Range<Int> { index * columnTile..<min(outputs, (index + 1) * columnTile) }
  /// The rows of stretch `index`.
  func rows(_ index: Int) -> Range<Int> { index * rowTile..<min(inputs, (index + 1) * rowTile) }

  /// How many whole rows make a tile where each row stands for itself.
  var blockTile: Int { min(inputs, max(4, Self.tileSize / outputs)) }
  /// How many blocks of whole rows there are.
  var blocks: Int { (inputs + blockTile - 1) / blockTile }
  /// The rows of block `index`.
  func block(_ index: Int) -> Range<Int> { index * blockTile..<min(inputs, (index + 1) * blockTile) }
}

/// A dense layer's products for several images at once, by OpenBLAS on tiles of ours.
///
/// Each tile is one single-threaded product, so the bits do not depend on how many threads there are.
struct DenseBatches {
  let tiles: DenseTiles

  init(tiles: DenseTiles) {
    precondition(
      max(tiles.inputs, tiles.outputs) <= Int(Int32.max),
      "OpenBLAS counts to \(Int32.max), and the weights are [\(tiles.inputs), \(tiles.outputs)]")
    MathLibrary.useOneThread()
    self.tiles = tiles
  }

  /// y = x · W, see ``DenseMatrix/forward(_:to:batch:on:)``; `partial` has room for the parts of all row tiles.
  func forward(
    _ x: UnsafePointer<Float>, _ weights: UnsafeMutableBufferPointer<Float>, to y: UnsafeMutablePointer<Float>,
    batch: Int, partial: AlignedBuffer, on pool: WorkerPool
  ) {
    guard let weights = weights.baseAddress else { return }
    let rowTiles = tiles.rowTiles
    let stride = Int32(tiles.outputs)
    pool.forEach(tiles.columnTiles * rowTiles) { item in
      let columns = tiles.columns(item / rowTiles)
      let rows = tiles.rows(item % rowTiles)
      let target = rowTiles == 1 ? y : partial.pointer + item % rowTiles * batch * tiles.outputs
      cblas_sgemm(
        CblasRowMajor, CblasNoTrans, CblasNoTrans, Int32(batch), Int32(columns.count), Int32(rows.count),
        1, x + rows.lowerBound, Int32(tiles.inputs),
        weights + rows.lowerBound * tiles.outputs + columns.lowerBound, stride,
        0, target + columns.lowerBound, stride)
    }
    if rowTiles > 1 { PartialOutputs.add(partial.pointer, count: rowTiles, length: batch * tiles.outputs, to: y) }
  }

  /// dx = dy · Wᵀ, see ``DenseMatrix/backward(_:to:batch:on:)``.
  func backward(
    _ dy: UnsafePointer<Float>, _ weights: UnsafeMutableBufferPointer<Float>, to dx: UnsafeMutablePointer<Float>,
    batch: Int, on pool: WorkerPool
  ) {
    guard let weights = weights.baseAddress else { return }
    let stride = Int32(tiles.outputs)
    pool.forEach(tiles.blocks) { block in
      let rows = tiles.block(block)
      cblas_sgemm(
        CblasRowMajor, CblasNoTrans, CblasTrans, Int32(batch), Int32(rows.count), Int32(tiles.outputs),
        1, dy, stride, weights + rows.lowerBound * tiles.outputs, stride,
        0, dx + rows.lowerBound, Int32(tiles.inputs))
    }
  }

  /// dW = xᵀ · dy, see ``DenseMatrix/gradient(_:_:to:batch:on:)``.
  func gradient(
    _ x: UnsafePointer<Float>, _ dy: UnsafePointer<Float>, to dw: UnsafeMutablePointer<Float>, batch: Int,
    on pool: WorkerPool
  ) {
    addProduct(x, dy, times: 1, to: dw, keeping: 0, batch: batch, on: pool)
  }

  /// W −= rate · xᵀ · dy, see ``DenseMatrix/descend(_:_:rate:batch:on:)``.
  func descend(
    _ x: UnsafePointer<Float>, _ dy: UnsafePointer<Float>, _ weights: UnsafeMutableBufferPointer<Float>, rate: Float,
    batch: Int, on pool: WorkerPool
  ) {
    guard let weights = weights.baseAddress else { return }
    addProduct(x, dy, times: -rate, to: weights, keeping: 1, batch: batch, on: pool)
  }

  private func addProduct(
    _ x: UnsafePointer<Float>, _ dy: UnsafePointer<Float>, times factor: Float, to target: UnsafeMutablePointer<Float>,
    keeping share: Float, batch: Int, on pool: WorkerPool
  ) {
    let stride = Int32(tiles.outputs)
    pool.forEach(tiles.blocks) { block in
      let rows = tiles.block(block)
      cblas_sgemm(
        CblasRowMajor, CblasTrans, CblasNoTrans, Int32(rows.count), Int32(tiles.outputs), Int32(batch),
        factor, x + rows.lowerBound, Int32(tiles.inputs), dy, stride,
        share, target + rows.lowerBound * tiles.outputs, stride)
    }
  }
}
