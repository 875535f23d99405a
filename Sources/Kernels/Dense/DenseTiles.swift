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
