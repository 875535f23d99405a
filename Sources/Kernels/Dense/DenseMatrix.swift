internal import Tensors

/// The weights of a dense layer, `[inputs, outputs]`, that follow the gradient by plain SGD: they exist once, and no gradient of
/// their size is ever stored.
///
/// For one image the passes are as fast as memory can be read: see ``DeferredUpdate`` for why the weights are written only every eighth step.
/// For several images the products are OpenBLAS's. Read the weights with ``settled(on:)``.
public final class DenseMatrix {
  /// How many numbers come in.
  public let inputs: Int
  /// How many numbers go out.
  public let outputs: Int

  private let weights: AlignedBuffer
  private let tiles: DenseTiles
  private let deferred: DeferredUpdate
  private let partial: AlignedBuffer
  private let batches: DenseBatches

  /// - Parameters:
  ///   - inputs: how many numbers come in; at least 1.
  ///   - outputs: how many numbers go out; at least 1.
  ///   - batch: the most images at once.
  public init(inputs: Int, outputs: Int, batch: Int) {
    self.inputs = inputs
    self.outputs = outputs
    tiles = DenseTiles(inputs: inputs, outputs: outputs, batch: batch)
    weights = AlignedBuffer(count: inputs * outputs)
    deferred = DeferredUpdate(inputs: inputs, outputs: outputs)
    partial = AlignedBuffer(count: tiles.rowTiles > 1 ? tiles.rowTiles * batch * outputs : 0)
    batches = DenseBatches(tiles: tiles)
  }

  /// All weights, row after row, with every update in them.
  ///
  /// - Complexity: reads and writes all weights once where updates were deferred.
  public func settled(on pool: WorkerPool) -> UnsafeMutableBufferPointer<Float> {
    if deferred.count > 0 {
      let nothing = AlignedBuffer(count: inputs)
      let unused = AlignedBuffer(count: outputs)
      sumRows(nothing.pointer, to: unused.pointer, applyingDeferred: true, on: pool)
    }
    return weights.elements
  }

  /// y = x · W for each image.
  ///
  /// - Parameters:
  ///   - x: `[batch, inputs]`.
  ///   - y: `[batch, outputs]`; overwritten.
  ///   - batch: how many images.
  ///   - pool: the threads to use.
  public func forward(
    _ x: UnsafePointer<Float>, to y: UnsafeMutablePointer<Float>, batch: Int, on pool: WorkerPool
  ) {
    if batch == 1 {
      sumRows(x, to: y, applyingDeferred: deferred.isFull, on: pool)
      deferred.addForward(x, to: y, on: pool)
    } else {
      batches.forward(x, settled(on: pool), to: y, batch: batch, partial: partial, on: pool)
    }
  }

  /// dx = dy · Wᵀ for each image.
  ///
  /// - Parameters:
  ///   - dy: the gradient of the outputs, `[batch, outputs]`.
  ///   - dx: the gradient of the inputs, `[batch, inputs]`; overwritten.
  ///   - batch: how many images.
  ///   - pool: the threads to use.
  public func backward(
    _ dy: UnsafePointer<Float>, to dx: UnsafeMutablePointer<Float>, batch: Int, on pool: WorkerPool
  ) {
    if batch == 1 {
      pool.forEach(tiles.blocks) { [weights, tiles] block in
        RowDots.write(dy, weights.pointer, outputs: tiles.outputs, rows: tiles.block(block), to: dx)
      }
      deferred.addBackward(dy, to: dx, on: pool)
    } else {
      batches.backward(dy, settled(on: pool), to: dx, batch: batch, on: pool)
    }
  }

  /// W −= `rate` · xᵀ · dy, summed over the images.
  ///
  /// - Parameters:
  ///   - x: the inputs of the forward pass, `[batch, inputs]`.
  ///   - dy: the gradient of the outputs, `[batch, outputs]`.
  ///   - rate: how far to follow the gradient.
  ///   - batch: how many images.
  ///   - pool: the threads to use.
  public func descend(
    _ x: UnsafePointer<Float>, _ dy: UnsafePointer<Float>, rate: Float, batch: Int, on pool: WorkerPool
  ) {
    if batch == 1 {
      if deferred.isFull { _ = settled(on: pool) }
      deferred.record(x, dy, rate: rate, on: pool)
    } else {
      batches.descend(x, dy, settled(on: pool), rate: rate, batch: batch, on: pool)
    }
  }

  /// dW = xᵀ · dy, summed over the images.
  ///
  /// - Parameters:
  ///   - x: the inputs of the forward pass, `[batch, inputs]`.
  ///   - dy: the gradient of the outputs, `[batch, outputs]`.
  ///   - dw: the gradient of the weights, `[inputs, outputs]`; overwritten.
  ///   - batch: how many images.
  ///   - pool: the threads to use.
  public func gradient(
    _ x: UnsafePointer<Float>, _ dy: UnsafePointer<Float>, to dw: UnsafeMutablePointer<Float>, batch: Int,
    on pool: WorkerPool
  ) {
    batches.gradient(x, dy, to: dw, batch: batch, on: pool)
  }

  /// Bytes of weights that pass between memory and processor in a training step, on average.
  ///
  /// - Parameters:
  ///   - passes: how many products a step needs: one forward, and one more where the input's gradient is asked for.
  ///   - batch: how many images a step looks at.
  /// - Returns: a read for each product, and for the update an eighth of a write for one image, a read and a write for several.
  public func traffic(passes: Int, batch: Int) -> Double {
    let update = batch == 1 ? 1 / Double(DeferredUpdate.capacity) : 2
    return Double(inputs * outputs * MemoryLayout<Float>.stride) * (Double(passes) + update)
  }

  /// y = x · W₀; where asked, every deferred update is added to W₀ on the way.
  private func sumRows(
    _ x: UnsafePointer<Float>, to y: UnsafeMutablePointer<Float>, applyingDeferred: Bool, on pool: WorkerPool
  ) {
    let rowTiles = tiles.rowTiles
    pool.forEach(tiles.columnTiles * rowTiles) { [tiles, weights, partial, deferred] item in
      let columns = tiles.columns(item / rowTiles)
      let rows = tiles.rows(item % rowTiles)
      let target = rowTiles == 1 ? y : partial.pointer + item % rowTiles * tiles.outputs
      (target + columns.lowerBound).update(repeating: 0, count: columns.count)
      if applyingDeferred {
        RowUpdates.apply(
          inputs: deferred.inputs.pointer, gradients: deferred.gradients.pointer, x: x, weights: weights.pointer,
          stride: tiles.outputs, rows: rows, columns: columns, addingTo: target)
      } else {
        RowSums.add(x, weights.pointer, stride: tiles.outputs, rows: rows, columns: columns, to: target)
      }
    }
    if rowTiles > 1 { PartialOutputs.add(partial.pointer, count: rowTiles, length: outputs, to: y) }
    if applyingDeferred { deferred.clear(on: pool) }
  }
}
