/// A row's sums of one or two blocks of sixteen columns, or what is added to them.
struct TileRow<let L: Int> {
  private var first = Lanes.zero
  private var second = Lanes.zero

  @inline(__always)
  init() {}

  /// The blocks at `start` and, where there are two, `blockStep` numbers further on.
  @inline(__always)
  init(_ start: UnsafePointer<Float>, blockStep: Int) {
    first = FullLanes().load(start)
    if L > 1 { second = FullLanes().load(start + blockStep) }
  }

  /// Adds `factor` · `weights`.
  @inline(__always)
  mutating func add(_ factor: Float, _ weights: TileRow) {
    let factors = Lanes(repeating: factor)
    first = first.adding(factors, times: weights.first)
    if L > 1 { second = second.adding(factors, times: weights.second) }
  }

  /// Writes the blocks side by side.
  @inline(__always)
  func store(to target: UnsafeMutablePointer<Float>) {
    FullLanes().store(first, to: target)
    if L > 1 { FullLanes().store(second, to: target + Lanes.width) }
  }
}

/// The sums of a tile of `R` rows, at most twelve, by `L` blocks, each in a register.
///
/// Rows are named one by one: of an array, however short, the compiler keeps the numbers in memory where a loop over it is not unrolled, and
/// of 24 sums it does not unroll it.
struct TileSums<let R: Int, let L: Int> {
  private var row0 = TileRow<L>()
  private var row1 = TileRow<L>()
  private var row2 = TileRow<L>()
  private var row3 = TileRow<L>()
  private var row4 = TileRow<L>()
  private var row5 = TileRow<L>()
  private var row6 = TileRow<L>()
  private var row7 = TileRow<L>()
  private var row8 = TileRow<L>()
  private var row9 = TileRow<L>()
  private var row10 = TileRow<L>()
  private var row11 = TileRow<L>()

  @inline(__always)
  init() {}

  /// Adds a number of each row times the same weights.
  ///
  /// - Parameters:
  ///   - start: the first row's number.
  ///   - step: how many numbers lie between rows.
  ///   - weights: what all of them are multiplied by.
  @inline(__always)
  mutating func add(_ start: UnsafePointer<Float>, step: Int, times weights: TileRow<L>) {
    // Every third row has a pointer of its own, from which the next two are one address each.
    let twice = step &+ step
    let thrice = twice &+ step
    row0.add(start[0], weights)
    if R > 1 { row1.add(start[step], weights) }
    if R > 2 { row2.add(start[twice], weights) }
    if R > 3 {
      let next = start + thrice
      row3.add(next[0], weights)
      if R > 4 { row4.add(next[step], weights) }
      if R > 5 { row5.add(next[twice], weights) }
    }
    if R > 6 {
      let next = start + 2 &* thrice
      row6.add(next[0], weights)
      if R > 7 { row7.add(next[step], weights) }
      if R > 8 { row8.add(next[twice], weights) }
    }
    if R > 9 {
      let next = start + 3 &* thrice
      row9.add(next[0], weights)
      if R > 10 { row10.add(next[step], weights) }
      if R > 11 { row11.add(next[twice], weights) }
    }
  }

  /// Takes up sums that were stored.
  @inline(__always)
  mutating func load(from source: UnsafePointer<Float>, step: Int) {
    row0 = TileRow(source, blockStep: Lanes.width)
    if R > 1 { row1 = TileRow(source + step, blockStep: Lanes.width) }
    if R > 2 { row2 = TileRow(source + 2 &* step, blockStep: Lanes.width) }
    if R > 3 { row3 = TileRow(source + 3 &* step, blockStep: Lanes.width) }
    if R > 4 { row4 = TileRow(source + 4 &* step, blockStep: Lanes.width) }
    if R > 5 { row5 = TileRow(source + 5 &* step, blockStep: Lanes.width) }
    if R > 6 { row6 = TileRow(source + 6 &* step, blockStep: Lanes.width) }
    if R > 7 { row7 = TileRow(source + 7 &* step, blockStep: Lanes.width) }
    if R > 8 { row8 = TileRow(source + 8 &* step, blockStep: Lanes.width) }
    if R > 9 { row9 = TileRow(source + 9 &* step, blockStep: Lanes.width) }
    if R > 10 { row10 = TileRow(source + 10 &* step, blockStep: Lanes.width) }
    if R > 11 { row11 = TileRow(source + 11 &* step, blockStep: Lanes.width) }
  }

  /// Writes the rows' sums, `step` numbers apart.
  @inline(__always)
  func store(to target: UnsafeMutablePointer<Float>, step: Int) {
    row0.store(to: target)
    if R > 1 { row1.store(to: target + step) }
    if R > 2 { row2.store(to: target + 2 &* step) }
    if R > 3 { row3.store(to: target + 3 &* step) }
    if R > 4 { row4.store(to: target + 4 &* step) }
    if R > 5 { row5.store(to: target + 5 &* step) }
    if R > 6 { row6.store(to: target + 6 &* step) }
    if R > 7 { row7.store(to: target + 7 &* step) }
    if R > 8 { row8.store(to: target + 8 &* step) }
    if R > 9 { row9.store(to: target + 9 &* step) }
    if R > 10 { row10.store(to: target + 10 &* step) }
    if R > 11 { row11.store(to: target + 11 &* step) }
  }
}
