internal import Kernels

/// The memory of one layer's output: its numbers, and the gradient of the loss by them.
///
/// The parts of a concatenation that copies nothing have storages of their own in the regions of the whole.
final class Storage {
  /// Where the numbers lie.
  let numbers: Region
  /// Where their gradient lies; nil where nothing before it learns.
  let gradient: Region?
  /// The concatenation that this is a part of, where it is one.
  let whole: Storage?
  /// What the producer did to the numbers before it wrote them; the gradient that it reads is that of the numbers before.
  var activation: FusedActivation = .identity

  /// - Parameters:
  ///   - numbers: where the numbers lie.
  ///   - gradient: where their gradient lies; nil where nothing before it learns.
  ///   - whole: the concatenation that this is a part of; nil where it is none.
  init(numbers: Region, gradient: Region?, whole: Storage? = nil) {
    self.numbers = numbers
    self.gradient = gradient
    self.whole = whole
  }
}
