internal import Digests
internal import Files
internal import Imaging

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// How many pixels an image has across and down.
public struct PixelSize: Hashable, Sendable, Codable, Comparable, CustomStringConvertible {
  /// Pixels in a row.
  public let width: Int
  /// Rows.
  public let height: Int

  /// - Parameters:
  ///   - width: pixels in a row.
  ///   - height: rows.
  public init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }

  /// How many pixels there are.
  public var count: Int { width * height }

  /// As a reader writes it: `256 x 256`.
  public var description: String { "\(width) x \(height)" }

  /// Ordered by width, then by height.
  public static func < (one: PixelSize, other: PixelSize) -> Bool {
    (one.width, one.height) < (other.width, other.height)
  }
}

/// Reads a set's file of pixels from its start to its end, and checks every sample.
struct PixelReader {
  let path: String
  /// The set's name, for errors.
  let set: String
  /// How many bytes the file must have; decided before any memory is taken.
  let expected: Int

  /// The samples with their pixels.
  ///
  /// - Throws: `DatasetError.damagedSet`, or `.unreadable` where the system refuses.
  func samples(_ facts: [SampleFacts], classCount: Int) throws(DatasetError) -> [LabelledImage] {
    let file = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
    guard file >= 0 else {
      if errno == ENOENT { throw .damagedSet(name: set, damage: .pixelsMissing(path: path)) }
      throw .unreadable(path: path, reason: String(cString: strerror(errno)))
    }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw .unreadable(path: path, reason: String(cString: strerror(errno))) }
    guard status.st_mode & S_IFMT == S_IFREG, Int(status.st_size) == expected else {
      throw .damagedSet(
        name: set, damage: .pixelsLength(path: path, expected: expected, found: Int(status.st_size)))
    }
    var offset = 0
    var samples: [LabelledImage] = []
    samples.reserveCapacity(facts.count)
    for sample in facts {
      let size = PixelSize(width: sample.width, height: sample.height)
      let bytes = try read(PackedPixels.byteCount(size, maximum: sample.maximum), from: file)
      guard SHA256.hash(data: bytes).hexadecimal == sample.digest,
        let (image, label) = PackedPixels.unpack(
          bytes, size: size, maximum: sample.maximum, classCount: classCount)
      else {
        throw .damagedSet(name: set, damage: .sampleAltered(path: path, sample: sample.id, offset: offset))
      }
      offset += bytes.count
      var kept = LabelledImage(
        id: sample.id, patient: sample.patient, image: image, label: label, digest: sample.digest)
      kept.spacing = sample.spacing
      samples.append(kept)
    }
    return samples
  }

  /// The next `count` bytes.
  private func read(_ count: Int, from file: Int32) throws(DatasetError) -> ContiguousArray<UInt8> {
    var code: Int32 = 0
    let bytes = ContiguousArray<UInt8>(unsafeUninitializedCapacity: count) { buffer, filled in
      (filled, code) = WholeTransfer.read(into: buffer, from: file)
    }
    guard code == 0 else { throw .unreadable(path: path, reason: String(cString: strerror(code))) }
    guard bytes.count == count else {
      throw .damagedSet(name: set, damage: .pixelsLength(path: path, expected: expected, found: expected - count))
    }
    return bytes
  }
}

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
