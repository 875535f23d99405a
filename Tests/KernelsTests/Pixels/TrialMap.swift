import Kernels
import Tensors

/// How a map of a test lies in memory.
enum TrialLayout: CaseIterable {
  /// As a map of its own does.
  case own
  /// As the last part of a concatenation, behind sixteen other channels.
  case slice
  /// With nothing between one pixel's channels and the next one's.
  case close
}

/// A batch of maps in memory with something around them that must not be touched.
final class TrialMap {
  let map: FeatureMap
  private let buffer: AlignedBuffer
  private let start: Int
  private let pixels: Int

  private static let untouched: Float = 7.5
  private static let guardCount = 32

  /// Puts `values`, `[batch, height, width, channels]`, into memory; nil for a map to be written, whose padding holds rubbish.
  init(
    _ values: [Float]? = nil, _ batch: Int, _ height: Int, _ width: Int, _ channels: Int,
    _ layout: TrialLayout = .own
  ) {
    start = layout == .slice ? 16 : 0
    let stride =
      switch layout {
      case .own: FeatureMap.stride(channels: channels)
      case .slice: (start + channels + 15) / 16 * 16
      case .close: channels
      }
    pixels = batch * height * width
    buffer = AlignedBuffer(count: pixels * stride + Self.guardCount)
    buffer.elements.update(repeating: Self.untouched)
    map = FeatureMap(buffer.pointer + start, height: height, width: width, channels: channels, stride: stride)
    for pixel in 0..<pixels {
      for channel in 0..<stride - start {
        let isPadding = channel >= channels
        map.pointer[pixel * stride + channel] =
          values.map { isPadding ? 0 : $0[pixel * channels + channel] } ?? (isPadding ? 99 : .nan)
      }
    }
  }

  /// The channels of all pixels, `[batch, height, width, channels]`.
  var values: [Float] {
    var values: [Float] = []
    values.reserveCapacity(pixels * map.channels)
    for pixel in 0..<pixels {
      values += UnsafeBufferPointer(start: map.pointer + pixel * map.stride, count: map.channels)
    }
    return values
  }

  /// Whether what lies around the map is as it was, and the padding 0.
  var isIntact: Bool {
    for pixel in 0..<pixels {
      for channel in 0..<start where buffer.pointer[pixel * map.stride + channel] != Self.untouched { return false }
      for channel in map.channels..<map.stride - start where map.pointer[pixel * map.stride + channel] != 0 {
        return false
      }
    }
    return buffer.elements.suffix(Self.guardCount).allSatisfy { $0 == Self.untouched }
  }
}
