internal import Imaging
internal import Messages
internal import SegLab
internal import Tensors

extension Resize: FrameStep {
  static var title: String { "Resize" }
  var canonicalNumbers: String { "\(width) \(height) \(fit.rawValue)" }
  var writtenNumbers: [String] {
    ["width: \(width)", "height: \(height)"] + (fit == .stretch ? [] : ["fit: .\(fit.rawValue)"])
  }
  /// The most pixels that an image is brought to: 16 Mi.
  private static let pixelLimit = 1 << 24

  func check(_ format: inout PreparedFormat) throws(PreprocessingProblem) {
    try expect((1...PNGFile.sideLimit).contains(width), "width", Double(width), "1...\(PNGFile.sideLimit)")
    try expect((1...PNGFile.sideLimit).contains(height), "height", Double(height), "1...\(PNGFile.sideLimit)")
    guard width * height <= Self.pixelLimit else {
      throw PreprocessingProblem(.tooLarge(width: width, height: height, limit: Self.pixelLimit), line: line)
    }
    format.size = PixelSize(width: width, height: height)
    format.sizes = 1
  }

  func action(_ statistics: SetStatistics?) -> FrameAction {
    .change { frame, _ in
      let inner = scaledSize(of: PixelSize(width: frame.width, height: frame.height))
      frame.scale(to: inner, keeping: PixelSize(width: width, height: height))
      frame.centre(in: PixelSize(width: width, height: height))
    }
  }

  /// How large the image itself becomes, before it is padded or cut.
  func scaledSize(of size: PixelSize) -> PixelSize {
    let across = Double(width) / Double(size.width)
    let down = Double(height) / Double(size.height)
    let factor: Double
    switch fit {
    case .stretch: return PixelSize(width: width, height: height)
    case .pad: factor = min(across, down)
    case .crop: factor = max(across, down)
    }
    return PixelSize(
      width: max(1, Int((Double(size.width) * factor).rounded())),
      height: max(1, Int((Double(size.height) * factor).rounded())))
  }
}

extension PreparedFrame {
  /// Brings the image to another size: intensities are mixed, classes taken from the nearest pixel.
  ///
  /// Only its middle is made, as much as is kept of it: what is cut off may be many times as large as both images
  /// together.
  fileprivate mutating func scale(to size: PixelSize, keeping kept: PixelSize) {
    guard size.width != width || size.height != height else { return }
    let across = Self.middle(of: size.width, most: kept.width)
    let down = Self.middle(of: size.height, most: kept.height)
    let mixed = Resampling.resize(
      image, across: Resampling(from: width, to: size.width, keeping: across),
      down: Resampling(from: height, to: size.height, keeping: down))
    let columns = Resampling.nearest(from: width, to: size.width, keeping: across)
    let rows = Resampling.nearest(from: height, to: size.height, keeping: down)
    var classes = [UInt8](repeating: 0, count: rows.count * columns.count)
    var index = 0
    for row in rows {
      for column in columns {
        classes[index] = label[row * width + column]
        index += 1
      }
    }
    (width, height, image, label) = (columns.count, rows.count, mixed, classes)
  }

  /// The middle of `dimension` pixels, at most `most` of them.
  static func middle(of dimension: Int, most: Int) -> Range<Int> {
    let first = max(0, dimension - most) / 2
    return first..<first + min(dimension, most)
  }

  /// Puts the image in the middle of one of another size; what is left is black background, what stands out is cut off.
  fileprivate mutating func centre(in size: PixelSize) {
    guard size.width != width || size.height != height else { return }
    let (left, top) = ((size.width - width) / 2, (size.height - height) / 2)
    var (image, label) = ([Float](repeating: 0, count: size.count), [UInt8](repeating: 0, count: size.count))
    for row in max(0, top)..<min(size.height, top + height) {
      for column in max(0, left)..<min(size.width, left + width) {
        image[row * size.width + column] = self.image[(row - top) * width + column - left]
        label[row * size.width + column] = self.label[(row - top) * width + column - left]
      }
    }
    (width, height, self.image, self.label) = (size.width, size.height, image, label)
  }
}

extension RandomFlip: FrameStep {
  static var title: String { "RandomFlip" }
  var canonicalNumbers: String { "\(horizontal) \(vertical)" }
  var writtenNumbers: [String] { (horizontal ? [] : ["horizontal: false"]) + (vertical ? ["vertical: true"] : []) }

  func check(_ format: inout PreparedFormat) throws(PreprocessingProblem) {}

  func action(_ statistics: SetStatistics?) -> FrameAction {
    .change { frame, generator in
      let bits = generator.next()
      let (mirrored, turned) = (horizontal && bits & 1 == 1, vertical && bits & 2 == 2)
      guard mirrored || turned else { return }
      let (width, height) = (frame.width, frame.height)
      frame.rearrange(width: width, height: height) { row, column in
        (turned ? height - 1 - row : row) * width + (mirrored ? width - 1 - column : column)
      }
    }
  }
}

extension RandomRotate90: FrameStep {
  static var title: String { "RandomRotate90" }
  var canonicalNumbers: String { "" }
  var writtenNumbers: [String] { [] }

  func check(_ format: inout PreparedFormat) throws(PreprocessingProblem) { try expectSquare(format) }

  func action(_ statistics: SetStatistics?) -> FrameAction {
    .change { frame, generator in
      let side = frame.width
      switch generator.next() & 3 {
      case 1: frame.rearrange(width: side, height: side) { row, column in (side - 1 - column) * side + row }
      case 2: frame.rearrange(width: side, height: side) { row, column in (side - 1 - row) * side + side - 1 - column }
      case 3: frame.rearrange(width: side, height: side) { row, column in column * side + side - 1 - row }
      default: break
      }
    }
  }
}

extension RandomTranspose: FrameStep {
  static var title: String { "RandomTranspose" }
  var canonicalNumbers: String { "" }
  var writtenNumbers: [String] { [] }

  func check(_ format: inout PreparedFormat) throws(PreprocessingProblem) { try expectSquare(format) }

  func action(_ statistics: SetStatistics?) -> FrameAction {
    .change { frame, generator in
      guard generator.next() & 1 == 1 else { return }
      let side = frame.width
      frame.rearrange(width: side, height: side) { row, column in column * side + row }
    }
  }
}
