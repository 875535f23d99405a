internal import Digests

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

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
      samples.append(
        LabelledImage(id: sample.id, patient: sample.patient, image: image, label: label, digest: sample.digest))
    }
    return samples
  }

  /// The next `count` bytes.
  private func read(_ count: Int, from file: Int32) throws(DatasetError) -> ContiguousArray<UInt8> {
    var code: Int32 = 0
    let bytes = ContiguousArray<UInt8>(unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let taken = Glibc.read(file, buffer.baseAddress?.advanced(by: filled), count - filled)
        if taken > 0 { filled += taken } else if taken == 0 { break } else if errno != EINTR { code = errno; break }
      }
    }
    guard code == 0 else { throw .unreadable(path: path, reason: String(cString: strerror(code))) }
    guard bytes.count == count else {
      throw .damagedSet(name: set, damage: .pixelsLength(path: path, expected: expected, found: expected - count))
    }
    return bytes
  }
}
