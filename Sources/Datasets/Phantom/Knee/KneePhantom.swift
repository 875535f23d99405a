internal import Imaging
internal import Tensors

/// Generated X-ray pictures of knees from the front, left and right of each patient, with the thigh bone as label.
///
/// The labels are stored grey with soft edges, 0 to 255, as scanned labels often are: 256 classes, until a preparation makes them two.
/// A kneecap over the bone, a joint's narrow gap, flesh of any thickness, exposure and noise make the bone's edge hard to see here and
/// there. The same numbers give the same bytes on every machine, as for ``CardiacPhantom``.
public struct KneePhantom: Sendable {
  /// How many images there are.
  public let count: Int
  /// What everything random starts from.
  public let seed: UInt64

  /// How many images can be asked for.
  public static let counts = 1...4_096
  /// How many images the tutorial's set has: 315 left and 315 right knees.
  public static let usualCount = 630

  /// - Parameters:
  ///   - count: how many images, in ``counts``; two of each patient, left and right.
  ///   - seed: what everything random starts from.
  /// - Throws: `DatasetError.numberOutOfRange`.
  public init(count: Int = KneePhantom.usualCount, seed: UInt64 = 1) throws(DatasetError) {
    guard Self.counts.contains(count) else {
      throw .numberOutOfRange(name: "count", found: count, allowed: Self.counts)
    }
    self.count = count
    self.seed = seed
  }

  /// Paints all images.
  ///
  /// - Parameters:
  ///   - name: what the set is called.
  ///   - progress: is told after each image how many are done, and of how many.
  /// - Returns: the set, its labels grey.
  public func make(
    as name: String = "knee", progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) -> ImageMaskSet {
    let patients = (count + 1) / 2
    let digits = max(3, String(patients).count)
    // Another stream than hearts of the same seed have.
    let generator = SeededGenerator(seed: seed).derived(0x6B6E_6565)
    var samples: [LabelledImage] = []
    samples.reserveCapacity(count)
    for index in 0..<count {
      let patient = index / 2
      var traits = generator.derived(UInt64(patient))
      let anatomy = KneeAnatomy(from: &traits)
      let isLeft = index % 2 == 0
      let view = KneeView(of: anatomy, isLeft: isLeft, generator: traits.derived(isLeft ? 0 : 1))
      let (image, label) = view.render()
      let number = String(patient + 1)
      let padded = String(repeating: "0", count: digits - number.count) + number
      let id = "knee\(padded)_\(isLeft ? "left" : "right")"
      samples.append(LabelledImage(id: id, patient: "knee\(padded)", image: image, label: label))
      progress(samples.count, count)
    }
    return ImageMaskSet(name: name, classCount: 256, samples: samples, origin: .knee(seed: seed))
  }
}
