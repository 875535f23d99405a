internal import Digests
internal import Imaging

/// An image with its label, as a record holds them.
struct TFRecordSample {
  let image: GreyImage
  /// The numbers of the label as they are.
  let label: LabelValues
  /// What the record calls it, and whose it is; nil where it does not tell.
  let name: String?
  let patient: String?
  /// How many classes the writer says that there are; 0 where it does not tell.
  let classCount: Int

  private static let imageNames = ["img_raw", "image_raw"]
  private static let labelName = "label_raw"
  private static let nameLimit = 200

  /// Reads a record.
  ///
  /// - Parameters:
  ///   - bytes: the record's content.
  ///   - coding: what makes features of it.
  /// - Throws: `RecordProblem`, naming the feature and what was expected of it.
  init(_ bytes: [UInt8], by coding: any RecordCoding) throws(RecordProblem) {
    guard let features = coding.features(of: bytes) else { throw .notExample }
    let height = try Self.number("height", features, atMost: PNGFile.sideLimit)
    let width = try Self.number("width", features, atMost: PNGFile.sideLimit)
    if features["depth"] != nil { _ = try Self.number("depth", features, atMost: 1) }
    guard width * height <= PNGFile.pixelLimit else {
      throw .numberOutOfRange(name: "height", found: Int64(height), highest: PNGFile.pixelLimit / width)
    }
    guard let named = Self.imageNames.lazy.compactMap({ name in features[name]?.bytes.map { (name, $0) } }).first else {
      throw .featureMissing(names: Self.imageNames)
    }
    let samples = try Self.values(named.1, name: named.0, pixels: width * height, widths: [8, 4, 2, 1])
    let most = max(1, samples.max() ?? 0)
    let isDeclared = (features["maximum"]?.number ?? 0) >= Int64(most)
    if named.1.count == 2 * samples.count, !isDeclared, let found = Self.negative(in: samples) {
      throw .signedPixels(name: named.0, found: found)
    }
    // One byte a pixel is an 8-bit picture; wider ones are scaled by their own largest value, as slices from a scanner are.
    var maximum = named.1.count == samples.count ? 255 : most
    if let declared = features["maximum"]?.number, declared >= Int64(most), declared <= 65_535 {
      maximum = UInt16(declared)
    }
    guard let classes = features[Self.labelName]?.bytes else { throw .featureMissing(names: [Self.labelName]) }
    let values = try Self.values(classes, name: Self.labelName, pixels: width * height, widths: [1, 8])
    image = GreyImage(width: width, height: height, samples: samples, maximum: maximum)
    label = LabelValues(width: width, height: height, values: values, hasGreyLevels: false)
    name = try Self.text("name", features)
    patient = try Self.text("patient", features)
    classCount = features["classes"] == nil ? 0 : try Self.number("classes", features, atMost: 256)
  }

  private static func number(
    _ name: String, _ features: [String: RecordFeature], atMost limit: Int
  ) throws(RecordProblem) -> Int {
    guard let value = features[name]?.number else { throw .featureMissing(names: [name]) }
    guard value >= 1, value <= Int64(limit) else { throw .numberOutOfRange(name: name, found: value, highest: limit) }
    return Int(value)
  }

  /// The smallest value, where numbers of 16 bits are negative ones by the look of them: a few right below 65,536, and the others
  /// far below them. A mask of nothing but 0 and 65,535 is none.
  private static func negative(in samples: [UInt16]) -> Int? {
    let high = samples.filter { $0 >= 0x8000 }
    guard let least = high.min(), least >= 0xC000, least < 0xFFFF else { return nil }
    let low = samples.filter { $0 < 0x8000 }.max() ?? 0
    return low < 0x4000 ? Int(least) - 65_536 : nil
  }

  /// A text that can be a sample's name: slashes become `_`, and the end of a long one its digest.
  private static func text(_ name: String, _ features: [String: RecordFeature]) throws(RecordProblem) -> String? {
    guard let bytes = features[name]?.bytes, !bytes.isEmpty else { return nil }
    guard !bytes.contains(where: { $0 < 0x20 || $0 == 0x7F }),
      let text = String(validating: bytes, as: UTF8.self)
    else { throw .badName }
    let plain = String(text.map { $0 == "/" ? "_" : $0 })
    let visible = plain.hasPrefix(".") ? "_" + plain.dropFirst() : plain
    guard visible.utf8.count > nameLimit else { return visible }
    var kept = ""
    for character in visible.prefix(nameLimit) {
      guard kept.utf8.count + character.utf8.count <= nameLimit - 9 else { break }
      kept.append(character)
    }
    return kept + "-" + SHA256.hash(data: visible.utf8).hexadecimal.prefix(8)
  }

  /// Whole numbers, lower bytes first, of as many bytes as fit `pixels` of them.
  private static func values(
    _ bytes: [UInt8], name: String, pixels: Int, widths: [Int]
  ) throws(RecordProblem) -> [UInt16] {
    guard let width = widths.first(where: { $0 * pixels == bytes.count }) else {
      throw .byteCount(name: name, found: bytes.count, pixels: pixels, widths: widths)
    }
    var values = [UInt16](repeating: 0, count: pixels)
    for index in 0..<pixels {
      let part = bytes[index * width..<(index + 1) * width]
      let bits = part.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      guard bits <= 65_535 else {
        let unused = Int64(64 - 8 * width)
        throw .pixelOutOfRange(found: Int64(bitPattern: bits << unused) >> unused)
      }
      values[index] = UInt16(bits)
    }
    return values
  }
}

extension TFRecordSample {
  /// The features of the record that holds `sample`: those that the course's programs read, and those that bring the sample back
  /// as it was.
  ///
  /// - Parameters:
  ///   - sample: the image with its label.
  ///   - classCount: how many classes its set has.
  /// - Returns: the features by their names.
  static func features(of sample: LabelledImage, classCount: Int) -> [String: RecordFeature] {
    var image: [UInt8] = []
    image.reserveCapacity(sample.size.count * 8)
    for value in sample.image.samples {
      image.append(UInt8(truncatingIfNeeded: value))
      image.append(UInt8(truncatingIfNeeded: value >> 8))
      for _ in 0..<6 { image.append(0) }
    }
    return [
      "height": .number(Int64(sample.size.height)), "width": .number(Int64(sample.size.width)), "depth": .number(1),
      "img_raw": .bytes(image), "label_raw": .bytes([UInt8](sample.label.classes)),
      "name": .bytes([UInt8](sample.id.utf8)),
      "patient": .bytes([UInt8](sample.patient.utf8)), "maximum": .number(Int64(sample.image.maximum)),
      "classes": .number(Int64(classCount)),
    ]
  }
}
