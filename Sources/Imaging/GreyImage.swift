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

/// Which class each pixel of an image belongs to.
public struct Mask: Sendable, Equatable {
  /// Pixels in a row.
  public let width: Int
  /// Rows.
  public let height: Int
  /// The class of each pixel, row after row from the top: `[height, width]`; 0 is the background.
  public let classes: [UInt8]

  /// - Parameters:
  ///   - width: pixels in a row, at least 1.
  ///   - height: rows, at least 1.
  ///   - classes: row after row from the top, `height * width` of them.
  public init(width: Int, height: Int, classes: [UInt8]) {
    precondition(width > 0 && height > 0, "a mask needs pixels, not \(width) x \(height)")
    precondition(
      classes.count == width * height, "\(width) x \(height) pixels need as many classes, not \(classes.count)")
    self.width = width
    self.height = height
    self.classes = classes
  }

  /// How many pixels belong to each class, from 0 to 255.
  public var counts: [Int] {
    var counts = [Int](repeating: 0, count: 256)
    classes.withUnsafeBufferPointer { classes in
      counts.withUnsafeMutableBufferPointer { counts in
        for value in classes { counts[Int(value)] += 1 }
      }
    }
    return counts
  }

  /// How many pixels belong to the class `id`.
  public func count(of id: UInt8) -> Int {
    classes.withUnsafeBufferPointer { classes in
      var count = 0
      for value in classes where value == id { count += 1 }
      return count
    }
  }
}

extension GreyImage {
  /// The image with other numbers of pixels, of the same full scale.
  ///
  /// - Parameters:
  ///   - width: pixels in a row, at least 1.
  ///   - height: rows, at least 1.
  /// - Returns: the image of that size.
  public func resized(width: Int, height: Int) -> GreyImage {
    if width == self.width, height == self.height { return self }
    let mixed = Resampling.resize(
      samples.map(Float.init), across: Resampling(from: self.width, to: width),
      down: Resampling(from: self.height, to: height))
    let top = Float(maximum)
    return GreyImage(
      width: width, height: height, samples: mixed.map { UInt16(min(top, max(0, $0)).rounded()) }, maximum: maximum)
  }
}

extension LabelValues {
  /// The label with other numbers of pixels; each takes the value of the old one that lies nearest.
  ///
  /// - Parameters:
  ///   - width: pixels in a row, at least 1.
  ///   - height: rows, at least 1.
  /// - Returns: the label of that size.
  public func resized(width: Int, height: Int) -> LabelValues {
    if width == self.width, height == self.height { return self }
    let columns = Resampling.nearest(from: self.width, to: width)
    let rows = Resampling.nearest(from: self.height, to: height)
    let values = rows.flatMap { row in columns.map { self.values[row * self.width + $0] } }
    return LabelValues(width: width, height: height, values: values, hasGreyLevels: hasGreyLevels, source: source)
  }
}
