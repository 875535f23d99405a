internal import CHost
internal import Tensors

/// Up to eight updates of a weight matrix that are known but not yet added to it: each the product of an input and a gradient.
///
/// A training step for one image changes every weight by xₜ[row] · gₜ[column], gₜ = −rate · dyₜ. To add that at once means to write
/// all weights in every step. Instead the next passes over the weights take the missing products into account,
///
///     x · W = x · W₀ + Σₜ ⟨x, xₜ⟩ · gₜ        ⟨W[row], dy⟩ = ⟨W₀[row], dy⟩ + Σₜ xₜ[row] · ⟨gₜ, dy⟩
///
/// and only every eighth pass writes them.
final class DeferredUpdate {
  /// How many updates there is room for.
  static let capacity = 8

  /// The inputs xₜ, `[inputs][8]`; 0 where there is none.
  let inputs: AlignedBuffer
  /// The gradients gₜ, `[⌈outputs / 16⌉][8][16]`; 0 where there is none.
  let gradients: AlignedBuffer
  /// How many updates wait.
  private(set) var count = 0

  private let inputCount: Int
  private let outputCount: Int
  private let inputProducts: PartialSums
  private let gradientProducts: PartialSums

  private static let inputTile = 1 << 13
  private static let blockTile = 1 << 9

  init(inputs inputCount: Int, outputs outputCount: Int) {
    self.inputCount = inputCount
    self.outputCount = outputCount
    let blocks = Self.tiles(outputCount, Lanes.width)
    inputs = AlignedBuffer(count: inputCount * Self.capacity)
    gradients = AlignedBuffer(count: blocks * Self.capacity * Lanes.width)
    inputProducts = PartialSums(tiles: Self.tiles(inputCount, Self.inputTile))
    gradientProducts = PartialSums(tiles: Self.tiles(blocks, Self.blockTile))
  }

  /// Whether no further update fits.
  var isFull: Bool { count == Self.capacity }

  /// Whether a row's inputs are all exactly 0.
  @inline(__always)
  static func isZero(_ row: UnsafePointer<Float>) -> Bool {
    let values = UnsafeRawPointer(row).loadUnaligned(as: SIMD8<Float>.self)
    return !any(values .!= 0)
  }

  /// Takes up the update −`rate` · x[row] · dy[column].
  func record(_ x: UnsafePointer<Float>, _ dy: UnsafePointer<Float>, rate: Float, on pool: WorkerPool) {
    precondition(!isFull, "\(count) updates wait, and there is room for \(Self.capacity)")
    let slot = count
    count += 1
    let inputTiles = inputProducts.tiles
    let factor = Lanes(repeating: -rate)
    pool.forEach(inputTiles + gradientProducts.tiles) { [inputs, gradients] item in
      if item < inputTiles {
        for row in self.rows(item) { inputs.pointer[row * Self.capacity + slot] = x[row] }
      } else {
        let target = gradients.pointer + slot * Lanes.width
        var scaled = Scaled(source: dy, factor: factor, target: target)
        scaled.run(over: self.columns(item - inputTiles))
      }
    }
  }

  /// y += Σₜ ⟨x, xₜ⟩ · gₜ.
  func addForward(_ x: UnsafePointer<Float>, to y: UnsafeMutablePointer<Float>, on pool: WorkerPool) {
    guard count > 0 else { return }
    pool.forEach(inputProducts.tiles) { [inputs, inputProducts] tile in
      var sum = SIMD8<Float>.zero
      for row in self.rows(tile) {
        let waiting = UnsafeRawPointer(inputs.pointer + row * Self.capacity).loadUnaligned(as: SIMD8<Float>.self)
        let weight = SIMD8(repeating: x[row])
        sum = seglab_has_fma() != 0 ? sum.addingProduct(waiting, weight) : sum + waiting * weight
      }
      inputProducts[tile] = sum
    }
    let products = inputProducts.total
    pool.forEach(gradientProducts.tiles) { [gradients, count] tile in
      var mixed = Mixed(gradients: gradients.pointer, products: products, count: count, y: y)
      mixed.run(over: self.columns(tile))
    }
  }

  /// dx[row] += Σₜ xₜ[row] · ⟨gₜ, dy⟩.
  func addBackward(_ dy: UnsafePointer<Float>, to dx: UnsafeMutablePointer<Float>, on pool: WorkerPool) {
    guard count > 0 else { return }
    pool.forEach(gradientProducts.tiles) { [gradients, gradientProducts, count] tile in
      var sums = SIMD8<Float>.zero
      for index in 0..<count {
        var dot = Dot(gradients: gradients.pointer + index * Lanes.width, dy: dy)
        dot.run(over: self.columns(tile))
        sums[index] = dot.sum.total
      }
      gradientProducts[tile] = sums
    }
    let products = gradientProducts.total
    pool.forEach(inputProducts.tiles) { [inputs] tile in
      for row in self.rows(tile) {
        let waiting = UnsafeRawPointer(inputs.pointer + row * Self.capacity).loadUnaligned(as: SIMD8<Float>.self)
        dx[row] += (waiting * products).total
      }
    }
  }

  /// Forgets all updates, once they are in the weights.
  func clear(on pool: WorkerPool) {
    let inputTiles = inputProducts.tiles
    pool.forEach(inputTiles + gradientProducts.tiles) { [inputs, gradients] item in
      if item < inputTiles {
        let rows = self.rows(item)
        (inputs.pointer + rows.lowerBound * Self.capacity).update(repeating: 0, count: rows.count * Self.capacity)
      } else {
        let columns = self.columns(item - inputTiles)
        let length = Self.tiles(columns.count, Lanes.width) * Lanes.width
        (gradients.pointer + columns.lowerBound * Self.capacity).update(repeating: 0, count: length * Self.capacity)
      }
    }
    count = 0
  }

  private static func tiles(_ count: Int, _ size: Int) -> Int { (count + size - 1) / size }

  private func rows(_ tile: Int) -> Range<Int> {
    tile * Self.inputTile..<min(inputCount, (tile + 1) * Self.inputTile)
  }

  private func columns(_ tile: Int) -> Range<Int> {
    let length = Self.blockTile * Lanes.width
    return tile * length..<min(outputCount, (tile + 1) * length)
  }

  private struct Scaled: VectorizedColumns {
    let source: UnsafePointer<Float>
    let factor: Lanes
    let target: UnsafeMutablePointer<Float>

    @inline(__always)
    mutating func work(at column: Int, _ access: some LaneAccess) {
      FullLanes().store(access.load(source + column) * factor, to: target + column * DeferredUpdate.capacity)
    }
  }

  private struct Mixed: VectorizedColumns {
    let gradients: UnsafePointer<Float>
    let products: SIMD8<Float>
    let count: Int
    let y: UnsafeMutablePointer<Float>

    @inline(__always)
    mutating func work(at column: Int, _ access: some LaneAccess) {
      var sum = access.load(y + column)
      let block = gradients + column * DeferredUpdate.capacity
      for index in 0..<count {
        sum = sum.adding(Lanes(repeating: products[index]), times: FullLanes().load(block + index * Lanes.width))
      }
      access.store(sum, to: y + column)
    }
  }

  private struct Dot: VectorizedColumns {
    let gradients: UnsafePointer<Float>
    let dy: UnsafePointer<Float>
    var sum = Lanes.zero

    @inline(__always)
    mutating func work(at column: Int, _ access: some LaneAccess) {
      sum = sum.adding(access.load(dy + column), times: FullLanes().load(gradients + column * DeferredUpdate.capacity))
    }
  }
}
