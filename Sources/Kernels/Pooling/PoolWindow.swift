/// The pixels of the image in one window.
struct PoolWindow {
  /// The first channel of the first pixel.
  let start: UnsafeMutablePointer<Float>
  let rows: Int
  let columns: Int
  /// How many numbers lie between neighbouring rows.
  let rowStep: Int
  /// How many numbers lie between neighbouring pixels.
  let step: Int

  /// - Parameters:
  ///   - map: the image.
  ///   - image: which one of the batch.
  ///   - rows: the window's rows.
  ///   - columns: the window's pixels in each row.
  @inline(__always)
  init(_ map: FeatureMap, _ image: Int, _ rows: Range<Int>, _ columns: Range<Int>) {
    start = map.pointer + ((image &* map.height &+ rows.lowerBound) &* map.width &+ columns.lowerBound) &* map.stride
    self.rows = rows.count
    self.columns = columns.count
    rowStep = map.width &* map.stride
    step = map.stride
  }

  /// Where the pixel in `row` and `column` of the window begins.
  @inline(__always)
  func at(_ row: Int, _ column: Int) -> UnsafeMutablePointer<Float> { start + (row &* rowStep &+ column &* step) }

  /// The largest numbers of the window, NaN where one is NaN.
  @inline(__always)
  func largest(_ lane: Int, _ access: some LaneAccess) -> Lanes {
    if rows == 2, columns == 2 {
      let above = Self.larger(access.load(start + lane), access.load(start + step + lane))
      let below = Self.larger(access.load(start + rowStep + lane), access.load(start + rowStep + step + lane))
      return Self.larger(above, below)
    }
    var largest = access.load(start + lane)
    for row in 0..<rows {
      for column in 0..<columns { largest = Self.larger(largest, access.load(at(row, column) + lane)) }
    }
    return largest
  }

  /// The sum of the window's numbers.
  @inline(__always)
  func sum(_ lane: Int, _ access: some LaneAccess) -> Lanes {
    var sum = Lanes.zero
    for row in 0..<rows {
      for column in 0..<columns { sum += access.load(at(row, column) + lane) }
    }
    return sum
  }

  @inline(__always)
  private static func larger(_ a: Lanes, _ b: Lanes) -> Lanes { a.replacing(with: b, where: (b .> a) .| (b .!= b)) }
}
