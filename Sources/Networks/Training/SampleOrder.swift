internal import Tensors

/// In which order a training goes through its images: another each epoch, the same for the same seed.
struct SampleOrder: Sendable {
  /// How many images there are.
  let count: Int
  /// How many a step looks at; the last step of an epoch looks at what is left.
  let batchSize: Int
  /// What the orders are drawn from.
  let seed: SeededGenerator

  /// How many steps an epoch has.
  var stepsPerEpoch: Int { (count + batchSize - 1) / batchSize }

  /// The images of epoch `epoch` in order.
  func images(epoch: Int) -> [Int] {
    var generator = seed.derived(UInt64(epoch))
    return generator.permutation(count)
  }

  /// Where the images of a step stand in its epoch's order.
  func range(step: Int) -> Range<Int> {
    let first = step % stepsPerEpoch * batchSize
    return first..<min(count, first + batchSize)
  }
}
