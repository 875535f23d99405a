internal import Kernels

/// Numbers that pass between nodes, `[N, H, W, C]`: a storage, seen in a certain arrangement.
///
/// A row of numbers is a map of one pixel whose channels lie close together.
struct Value {
  /// Where the numbers lie; several values may show the same in different arrangements.
  let storage: Storage
  /// How many numbers lie before the first channel of the first pixel.
  let offset: Int
  /// The dimensions of one image.
  let height, width, channels: Int
  /// How many numbers lie between neighbouring pixels.
  let stride: Int

  /// How many numbers an image has.
  var count: Int { height * width * channels }
  /// Whether the pixels lie without gaps, so that the same numbers can be seen in another arrangement.
  var isClose: Bool { stride == channels }
  /// Whether a gradient is worked out.
  var hasGradient: Bool { storage.gradient != nil }

  /// The numbers.
  var numbers: FeatureMap { map(in: storage.numbers) }
  /// The gradient; only where there is one.
  var gradient: FeatureMap {
    guard let region = storage.gradient else {
      preconditionFailure("nothing before \(height) x \(width) x \(channels) numbers learns: there is no gradient")
    }
    return map(in: region)
  }

  /// The same numbers in another arrangement, both without gaps.
  func arranged(height: Int, width: Int, channels: Int) -> Value {
    precondition(
      isClose && height * width * channels == count,
      "\(height) x \(width) x \(channels) do not arrange \(count) numbers \(stride) apart")
    return Value(
      storage: storage, offset: offset, height: height, width: width, channels: channels, stride: channels)
  }

  private func map(in region: Region) -> FeatureMap {
    FeatureMap(region.pointer + offset, height: height, width: width, channels: channels, stride: stride)
  }
}

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

extension Value {
  /// Writes an image where the network reads it.
  ///
  /// - Parameters:
  ///   - position: the image's place in the batch.
  ///   - write: writes `[height, width, channels]` to the numbers that it is given.
  func load(at position: Int, _ write: (UnsafeMutableBufferPointer<Float>) -> Void) {
    let target = numbers.pointer + position * height * width * stride
    if isClose { return write(UnsafeMutableBufferPointer(start: target, count: count)) }
    withUnsafeTemporaryAllocation(of: Float.self, capacity: count) { image in
      image.initialize(repeating: 0)
      write(image)
      guard let source = image.baseAddress else { return }
      for pixel in 0..<height * width {
        (target + pixel * stride).update(from: source + pixel * channels, count: channels)
      }
    }
  }

  /// Whether each of the first `batch` images' numbers is one.
  func isFinite(batch: Int) -> Bool {
    let first = numbers.pointer
    return (0..<batch * height * width).allSatisfy { pixel in
      UnsafeBufferPointer(start: first + pixel * stride, count: channels).allSatisfy(\.isFinite)
    }
  }
}
