internal import Kernels

/// Numbers that pass between nodes, `[N, H, W, C]`: a storage, seen in a certain arrangement.
///
/// A row of numbers is a map of one pixel whose channels lie close together.
struct Value {
  /// Where the numbers lie; several values may show the same in different arrangements.
  let storage: Storage
  /// How many numbers lie before the first channel of the first pixel.
  let offset: Int
  /// The extents of one image.
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
