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

  /// How many pixels belong to the class `id`.
  public func count(of id: UInt8) -> Int {
    classes.withUnsafeBufferPointer { classes in
      var count = 0
      for value in classes where value == id { count += 1 }
      return count
    }
  }
}
