/// A grey image: one sample a pixel, from 0 (black) to a full scale of its own.
///
/// Eight-bit pictures have a full scale of 255; images from scanners have up to 65,535.
public struct GreyImage: Sendable, Equatable {
  /// Pixels in a row.
  public let width: Int
  /// Rows.
  public let height: Int
  /// The samples, row after row from the top: `[height, width]`, none above `maximum`.
  public let samples: [UInt16]
  /// The full scale: the sample that stands for the intensity 1.
  public let maximum: UInt16

  /// - Parameters:
  ///   - width: pixels in a row, at least 1.
  ///   - height: rows, at least 1.
  ///   - samples: row after row from the top, `height * width` of them, none above `maximum`.
  ///   - maximum: the full scale, at least 1.
  public init(width: Int, height: Int, samples: [UInt16], maximum: UInt16 = 255) {
    precondition(width > 0 && height > 0, "an image needs pixels, not \(width) x \(height)")
    precondition(
      samples.count == width * height, "\(width) x \(height) pixels need as many samples, not \(samples.count)")
    precondition(maximum > 0, "the full scale must be above 0")
    precondition(
      (samples.max() ?? 0) <= maximum, "a sample of \(samples.max() ?? 0) is above the full scale of \(maximum)")
    self.width = width
    self.height = height
    self.samples = samples
    self.maximum = maximum
  }

  /// Writes sample / full scale, in 0...1, over `target`: `[height, width]`.
  ///
  /// - Parameter target: exactly `height * width` elements; overwritten.
  public func writeIntensities(into target: UnsafeMutableBufferPointer<Float>) {
    precondition(target.count == samples.count, "\(samples.count) pixels do not fit \(target.count) places")
    let scale = Float(maximum)
    samples.withUnsafeBufferPointer { source in
      for index in source.indices { target[index] = Float(source[index]) / scale }
    }
  }

  /// Sample / full scale, in 0...1: `[height, width]`.
  public var intensities: [Float] {
    [Float](unsafeUninitializedCapacity: samples.count) { buffer, filled in
      writeIntensities(into: UnsafeMutableBufferPointer(rebasing: buffer[..<samples.count]))
      filled = samples.count
    }
  }
}
