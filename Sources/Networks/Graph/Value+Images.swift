internal import Kernels

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
