/// A grayscale image: a value for each pixel.
public struct Image: Sendable, Equatable {
  /// Rows.
  public let height: Int
  /// Pixels in a row.
  public let width: Int
  /// The pixels, row after row from the top, each row from the left.
  public var pixels: [Float]

  /// - Parameters:
  ///   - height: rows.
  ///   - width: pixels in a row.
  ///   - pixels: `height * width` values, row after row.
  public init(height: Int, width: Int, pixels: [Float]) {
    precondition(height >= 0 && width >= 0, "an image of \(height) x \(width) pixels")
    precondition(pixels.count == height * width, "\(pixels.count) pixels for an image of \(height) x \(width)")
    self.height = height
    self.width = width
    self.pixels = pixels
  }

  /// An image with the same value everywhere.
  public init(height: Int, width: Int, filledWith number: Float = 0) {
    self.init(height: height, width: width, pixels: Array(repeating: number, count: height * width))
  }

  /// The pixel in a row and a column, both from 0.
  ///
  /// - Parameters:
  ///   - row: from 0, below ``height``.
  ///   - column: from 0, below ``width``.
  ///   - file: filled in by the compiler.
  ///   - line: filled in by the compiler; what is said of a place outside names it.
  public subscript(row: Int, column: Int, file: StaticString = #fileID, line: UInt = #line) -> Float {
    get { pixels[pixelIndex(row, column, height: height, width: width, file, line)] }
    set { pixels[pixelIndex(row, column, height: height, width: width, file, line)] = newValue }
  }
}

/// The class of each pixel of an image: 0 for background, 1 for what is looked for.
public struct Mask: Sendable, Equatable {
  /// Rows.
  public let height: Int
  /// Pixels in a row.
  public let width: Int
  /// The classes, row after row from the top, each row from the left.
  public var pixels: [Int]

  /// - Parameters:
  ///   - height: rows.
  ///   - width: pixels in a row.
  ///   - pixels: `height * width` classes, row after row.
  public init(height: Int, width: Int, pixels: [Int]) {
    precondition(height >= 0 && width >= 0, "a mask of \(height) x \(width) pixels")
    precondition(pixels.count == height * width, "\(pixels.count) pixels for a mask of \(height) x \(width)")
    self.height = height
    self.width = width
    self.pixels = pixels
  }

  /// A mask of one class.
  public init(height: Int, width: Int, filledWith number: Int = 0) {
    self.init(height: height, width: width, pixels: Array(repeating: number, count: height * width))
  }

  /// The class of the pixel in a row and a column, both from 0.
  ///
  /// - Parameters:
  ///   - row: from 0, below ``height``.
  ///   - column: from 0, below ``width``.
  ///   - file: filled in by the compiler.
  ///   - line: filled in by the compiler; what is said of a place outside names it.
  public subscript(row: Int, column: Int, file: StaticString = #fileID, line: UInt = #line) -> Int {
    get { pixels[pixelIndex(row, column, height: height, width: width, file, line)] }
    set { pixels[pixelIndex(row, column, height: height, width: width, file, line)] = newValue }
  }
}

/// Where the pixel in a row and a column, both from 0, stands among all of `height` rows of `width`.
///
/// Ends the program where there is no such pixel; in words that an optimised build says too, because a learner reads them, and at the line
/// that asked for it.
func pixelIndex(_ row: Int, _ column: Int, height: Int, width: Int, _ file: StaticString, _ line: UInt) -> Int {
  guard 0..<height ~= row, 0..<width ~= column else {
    fatalError("row \(row), column \(column) is outside of \(height) x \(width) pixels", file: file, line: line)
  }
  return row * width + column
}
