internal import Imaging

/// How an image and its label lie in a file, one after the other: samples row after row, one byte each where the full
/// scale is at most 255 and otherwise two, the lower first; then one byte a pixel, the class.
enum PackedPixels {
  /// How many bytes an image of `size` takes with its label.
  static func byteCount(_ size: PixelSize, maximum: UInt16) -> Int { size.count * (maximum > 255 ? 3 : 2) }

  /// The image and its label as bytes.
  static func pack(_ image: GreyImage, _ label: Mask) -> ContiguousArray<UInt8> {
    let count = image.samples.count
    let wide = image.maximum > 255
    let total = count * (wide ? 3 : 2)
    return ContiguousArray(unsafeUninitializedCapacity: total) { target, filled in
      image.samples.withUnsafeBufferPointer { samples in
        if wide {
          for index in 0..<count {
            target[2 * index] = UInt8(truncatingIfNeeded: samples[index])
            target[2 * index + 1] = UInt8(truncatingIfNeeded: samples[index] >> 8)
          }
        } else {
          for index in 0..<count { target[index] = UInt8(truncatingIfNeeded: samples[index]) }
        }
      }
      _ = UnsafeMutableBufferPointer(rebasing: target[(total - count)..<total]).initialize(from: label.classes)
      filled = total
    }
  }

  /// The image and its label from bytes that ``pack(_:_:)`` could have made; nil where a sample is above `maximum`, or
  /// a class is not below `classCount`.
  static func unpack(
    _ bytes: ContiguousArray<UInt8>, size: PixelSize, maximum: UInt16, classCount: Int
  ) -> (image: GreyImage, label: Mask)? {
    let count = size.count
    precondition(
      bytes.count == byteCount(size, maximum: maximum),
      "\(byteCount(size, maximum: maximum)) bytes were expected, not \(bytes.count)")
    let wide = maximum > 255
    let samples = [UInt16](unsafeUninitializedCapacity: count) { target, filled in
      bytes.withUnsafeBufferPointer { bytes in
        if wide {
          for index in 0..<count { target[index] = UInt16(bytes[2 * index]) | UInt16(bytes[2 * index + 1]) << 8 }
        } else {
          for index in 0..<count { target[index] = UInt16(bytes[index]) }
        }
      }
      filled = count
    }
    let classes = [UInt8](bytes[(bytes.count - count)...])
    guard (samples.max() ?? 0) <= maximum, Int(classes.max() ?? 0) < classCount else { return nil }
    return (
      GreyImage(width: size.width, height: size.height, samples: samples, maximum: maximum),
      Mask(width: size.width, height: size.height, classes: classes)
    )
  }
}
