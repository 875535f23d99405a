/// How windows lie over an image that is pooled.
public struct PoolingGeometry: Sendable, Equatable {
  /// How many rows the image has.
  public let height: Int
  /// How many pixels a row of the image has.
  public let width: Int
  /// How many rows a window has.
  public let windowHeight: Int
  /// How many pixels a row of a window has.
  public let windowWidth: Int
  /// How many rows lie between the starts of neighbouring windows.
  public let strideY: Int
  /// How many pixels lie between the starts of neighbouring windows.
  public let strideX: Int
  /// How many rows of the first window lie above the image.
  public let padTop: Int
  /// How many pixels of the first window lie left of the image.
  public let padLeft: Int
  /// How many rows of windows there are.
  public let outputHeight: Int
  /// How many windows a row has.
  public let outputWidth: Int

  /// - Parameters: the parts, as documented on each property; every window holds a pixel of the image.
  public init(
    height: Int, width: Int, windowHeight: Int, windowWidth: Int, strideY: Int, strideX: Int, padTop: Int,
    padLeft: Int, outputHeight: Int, outputWidth: Int
  ) {
    precondition(
      windowHeight > 0 && windowWidth > 0 && strideY > 0 && strideX > 0,
      "windows of \(windowHeight)×\(windowWidth) cannot stand \(strideY)×\(strideX) apart")
    precondition(
      (0..<windowHeight).contains(padTop) && (0..<windowWidth).contains(padLeft),
      "windows of \(windowHeight)×\(windowWidth) cannot start \(padTop), \(padLeft) outside")
    precondition(
      (outputHeight - 1) * strideY - padTop < height && (outputWidth - 1) * strideX - padLeft < width,
      "\(outputHeight)×\(outputWidth) windows reach past an image of \(height)×\(width)")
    self.height = height
    self.width = width
    self.windowHeight = windowHeight
    self.windowWidth = windowWidth
    self.strideY = strideY
    self.strideX = strideX
    self.padTop = padTop
    self.padLeft = padLeft
    self.outputHeight = outputHeight
    self.outputWidth = outputWidth
  }

  /// The rows of the image in the windows of row `row`.
  @inline(__always)
  func rows(_ row: Int) -> Range<Int> {
    let start = row &* strideY &- padTop
    return max(0, start)..<min(height, start &+ windowHeight)
  }

  /// The pixels of a row of the image in the windows of column `column`.
  @inline(__always)
  func columns(_ column: Int) -> Range<Int> {
    let start = column &* strideX &- padLeft
    return max(0, start)..<min(width, start &+ windowWidth)
  }

  /// The rows of windows that cover the rows `rows` of the image.
  @inline(__always)
  func windowRows(covering rows: Range<Int>) -> Range<Int> {
    Self.covering(rows, padTop, windowHeight, strideY, outputHeight)
  }

  /// The columns of windows that cover the pixels `columns` of a row.
  @inline(__always)
  func windowColumns(covering columns: Range<Int>) -> Range<Int> {
    Self.covering(columns, padLeft, windowWidth, strideX, outputWidth)
  }

  /// Whether no pixel lies in two windows.
  var isDisjoint: Bool { strideY >= windowHeight && strideX >= windowWidth }

  /// Stops where maps do not have the geometry's dimensions.
  func check(input: FeatureMap, output: FeatureMap) {
    precondition(
      input.height == height && input.width == width && output.height == outputHeight && output.width == outputWidth
        && input.channels == output.channels,
      "pooling of \(height)×\(width) to \(outputHeight)×\(outputWidth) got maps of "
        + "\(input.height)×\(input.width)×\(input.channels) and \(output.height)×\(output.width)×\(output.channels)")
  }

  @inline(__always)
  private static func covering(_ pixels: Range<Int>, _ pad: Int, _ window: Int, _ stride: Int, _ count: Int)
    -> Range<Int>
  {
    // The first window whose last pixel is not before the first of these, and the first that starts behind the last one.
    let first = max(0, (pixels.lowerBound + pad - window + stride) / stride)
    let end = min(count, (pixels.upperBound - 1 + pad) / stride + 1)
    return first..<max(first, end)
  }
}

/// The pixels of the image in one window.
struct PoolWindow {
  /// The first channel of the first pixel.
  let start: UnsafeMutablePointer<Float>
  let rows: Int
  let columns: Int
  /// How many numbers lie between neighbouring rows.
  let rowStep: Int
  /// How many numbers lie between neighbouring pixels.
  let step: Int

  /// - Parameters:
  ///   - map: the image.
  ///   - image: which one of the batch.
  ///   - rows: the window's rows.
  ///   - columns: the window's pixels in each row.
  @inline(__always)
  init(_ map: FeatureMap, _ image: Int, _ rows: Range<Int>, _ columns: Range<Int>) {
    start = map.pointer + ((image &* map.height &+ rows.lowerBound) &* map.width &+ columns.lowerBound) &* map.stride
    self.rows = rows.count
    self.columns = columns.count
    rowStep = map.width &* map.stride
    step = map.stride
  }

  /// Where the pixel in `row` and `column` of the window begins.
  @inline(__always)
  func at(_ row: Int, _ column: Int) -> UnsafeMutablePointer<Float> { start + (row &* rowStep &+ column &* step) }

  /// The largest numbers of the window, NaN where one is NaN.
  @inline(__always)
  func largest(_ lane: Int, _ access: some LaneAccess) -> Lanes {
    if rows == 2, columns == 2 {
      let above = Self.larger(access.load(start + lane), access.load(start + step + lane))
      let below = Self.larger(access.load(start + rowStep + lane), access.load(start + rowStep + step + lane))
      return Self.larger(above, below)
    }
    var largest = access.load(start + lane)
    for row in 0..<rows {
      for column in 0..<columns { largest = Self.larger(largest, access.load(at(row, column) + lane)) }
    }
    return largest
  }

  /// The sum of the window's numbers.
  @inline(__always)
  func sum(_ lane: Int, _ access: some LaneAccess) -> Lanes {
    var sum = Lanes.zero
    for row in 0..<rows {
      for column in 0..<columns { sum += access.load(at(row, column) + lane) }
    }
    return sum
  }

  @inline(__always)
  private static func larger(_ a: Lanes, _ b: Lanes) -> Lanes { a.replacing(with: b, where: (b .> a) .| (b .!= b)) }
}

/// The sixteen channels from `lane` of a pixel, in every map of a kernel that goes pixel by pixel.
struct PixelLanes {
  private let channels: Int
  private let isWhole: Bool

  private let target: FeatureMap

  /// - Parameters:
  ///   - target: the map that the kernel writes.
  ///   - others: the other ones that it works on.
  init(writing target: FeatureMap, _ others: FeatureMap...) {
    channels = target.channels
    isWhole = target.isWhole && others.allSatisfy(\.isWhole)
    self.target = target
  }

  /// Calls `body` for the channels of one pixel, sixteen at a time.
  @inline(__always)
  func forEach(_ body: some PixelBody) {
    let full = channels / Lanes.width * Lanes.width
    var lane = 0
    while lane < full {
      body.work(lane, FullLanes())
      lane &+= Lanes.width
    }
    guard full < channels else { return }
    if isWhole {
      body.work(full, PaddedLanes(count: channels - full))
    } else {
      body.work(full, MixedLanes(count: channels - full, fill: target.fill))
    }
  }
}

/// What a kernel does with sixteen channels of one pixel.
protocol PixelBody {
  func work(_ lane: Int, _ access: some LaneAccess)
}
