/// Where a batch of feature maps lies in memory: `[N, H, W, C]`, channels last, each pixel `stride` numbers after the one before.
///
/// A map of 8 channels and more gets pixels of whole lanes (``stride(channels:)``): the numbers between its last channel and the next
/// pixel are 0, and kernels may overwrite them, with 0. A map may also be a slice of the channels of a wider one, as the parts of a
/// concatenation are: then the slice begins at a multiple of sixteen channels, and only the last slice ends elsewhere.
public struct FeatureMap {
  /// The first channel of the first pixel of the first image.
  public let pointer: UnsafeMutablePointer<Float>
  /// How many rows an image has.
  public let height: Int
  /// How many pixels a row has.
  public let width: Int
  /// How many channels a pixel has.
  public let channels: Int
  /// How many numbers lie between the same channel of neighbouring pixels.
  public let stride: Int

  /// - Parameters:
  ///   - pointer: the first channel of the first pixel of the first image.
  ///   - height: how many rows an image has.
  ///   - width: how many pixels a row has.
  ///   - channels: how many channels a pixel has.
  ///   - stride: how many numbers lie between neighbouring pixels; nil for ``stride(channels:)``.
  public init(_ pointer: UnsafeMutablePointer<Float>, height: Int, width: Int, channels: Int, stride: Int? = nil) {
    let stride = stride ?? Self.stride(channels: channels)
    precondition(stride >= channels, "pixels of \(channels) channels cannot stand \(stride) apart")
    self.pointer = pointer
    self.height = height
    self.width = width
    self.channels = channels
    self.stride = stride
  }

  /// How far apart the pixels of a map of its own are: thin maps lie close, others have whole lanes.
  public static func stride(channels: Int) -> Int {
    channels < 8 ? channels : (channels + Lanes.width - 1) / Lanes.width * Lanes.width
  }

  /// How many numbers lie between the same place in neighbouring images.
  public var imageStride: Int { height * width * stride }
}

/// The runs of pixels that a kernel works through when maps of different dimensions lie over each other.
struct MapRuns {
  private let runs: Int
  private let length: Int
  private let pixels: Int

  /// - Parameters:
  ///   - map: the map whose pixels are worked through.
  ///   - batch: how many images.
  ///   - loop: how its numbers are taken.
  ///   - byRows: whether no run may be longer than a row, as other maps end elsewhere.
  init(_ map: FeatureMap, batch: Int, _ loop: VectorizedLoop, byRows: Bool) {
    pixels = batch * map.height * map.width
    length = byRows ? map.width : loop.pixelsPerTile
    runs = (pixels + length - 1) / length
  }

  /// Calls `body` for each run with its pixels, counted through all images.
  func forEach(on pool: WorkerPool, _ body: (Range<Int>) -> Void) {
    pool.forEach(runs) { body($0 * length..<min(pixels, ($0 + 1) * length)) }
  }
}

extension FeatureMap {
  /// The first channel of a pixel.
  @inline(__always)
  func pixel(_ image: Int, _ row: Int, _ column: Int) -> UnsafeMutablePointer<Float> {
    pointer + ((image &* height &+ row) &* width &+ column) &* stride
  }
}
