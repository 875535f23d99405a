/// The list of a kept set's samples: `set.json`.
struct SetManifest: Codable {
  /// Names and versions the form of the list and of the pixels beside it.
  static let currentSchema = "seglab/set/v1"

  let schema: String
  let classCount: Int
  let digest: String
  let summary: SetSummary
  let samples: [SampleFacts]
  /// Where the set comes from; lists from before this was kept do not tell.
  let origin: SetOrigin?

  init(of set: ImageMaskSet) {
    schema = Self.currentSchema
    classCount = set.classCount
    digest = set.digest
    summary = SetSummary(of: set)
    samples = set.samples.map(SampleFacts.init)
    origin = set.origin
  }

  /// The name of the file of pixels: after the content, so that a new set never overwrites the pixels of the one that
  /// is there.
  var pixelFile: String { "pixels-\(digest.prefix(16)).bin" }

  /// How many bytes the pixels of all samples take, or nil where the list cannot be one that was written here.
  var pixelBytes: Int? {
    guard (2...256).contains(classCount), !samples.isEmpty, summary.classShares.count == classCount,
      digest == ImageMaskSet.digest(classCount: classCount, samples: samples)
    else { return nil }
    var (bytes, pixels) = (0, 0)
    for sample in samples {
      guard sample.maximum > 0, (1...(1 << 24)).contains(sample.width), (1...(1 << 24)).contains(sample.height) else {
        return nil
      }
      let size = PixelSize(width: sample.width, height: sample.height)
      pixels += size.count
      bytes += PackedPixels.byteCount(size, maximum: sample.maximum)
      guard pixels <= ImageMaskSet.pixelLimit else { return nil }
    }
    for (one, next) in zip(samples, samples.dropFirst()) where one.id >= next.id { return nil }
    return bytes
  }
}
