internal import Tensors

/// Numbers that pass between nodes, for as many images as a step looks at.
final class Value {
  /// How many numbers there are for one image.
  let count: Int
  /// The numbers, `[batch, count]`.
  let numbers: AlignedBuffer
  /// The gradient of the loss, `[batch, count]`; nil where nothing before it learns.
  let gradient: AlignedBuffer?

  init(count: Int, batch: Int, hasGradient: Bool) {
    self.count = count
    numbers = AlignedBuffer(count: count * batch)
    gradient = hasGradient ? AlignedBuffer(count: count * batch) : nil
  }
}
