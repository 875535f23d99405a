internal import Imaging
internal import Tensors

/// Generated X-ray pictures of knees from the front, left and right of each patient, with the thigh bone as label.
///
/// The labels are stored grey with soft edges, 0 to 255, as scanned labels often are: 256 classes, until preprocessing makes them two.
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

/// The bones and the flesh of one generated patient's knees, seen from the front.
///
/// Lengths are in the scene's pixels, places relative to the middle of the joint, with the fibula on the right.
struct KneeAnatomy {
  /// The thigh bone: shaft, flare and two condyles.
  let femur: [Blob]
  /// The shin bone: plateau, eminence, flare and shaft.
  let tibia: [Blob]
  /// The calf bone: head and shaft.
  let fibula: [Blob]
  /// The kneecap, which lies over the thigh bone.
  let patella: [Blob]
  /// Skin and flesh.
  let limb: Blob
  let muscle: Blob
  /// How much a bone takes of the rays, and how much of that its hard rim takes.
  let density: Double
  let rim: Double
  /// How coarse the marrow is.
  let marrow: Double
  let flesh: Double

  /// - Parameter g: where the patient's traits come from.
  init(from g: inout SeededGenerator) {
    let size = 1.032 + 0.05 * g.bell()
    let width = size * (1 + 0.04 * g.bell())
    func blob(
      _ x: Double, _ y: Double, _ across: Double, _ down: Double, swing: Double = 0.012, degrees: Double = 0
    ) -> Blob {
      Blob(
        x: x * width, y: y * size, across: across * width * (1 + 0.03 * g.bell()),
        down: down * size * (1 + 0.02 * g.bell()),
        turn: Turn(degrees: degrees + 2 * g.bell()), waves: Blob.waves(4, amount: swing, from: &g))
    }
    femur = [
      blob(0, -150, 24.5, 150, swing: 0.004), blob(0, -42, 35, 46), blob(-24, -21, 26, 23, degrees: 12),
      blob(24, -20, 24.5, 22, degrees: -12),
    ]
    tibia = [
      blob(0, 25, 46, 19), blob(0, 8, 7, 6), blob(-1, 52, 33, 40), blob(-2, 162, 22, 142, swing: 0.004),
    ]
    fibula = [blob(41, 40, 9.5, 11, swing: 0.03), blob(41, 152, 6, 112, swing: 0.004)]
    patella = [blob(3, -38, 22, 24, swing: 0.03)]
    let thick = g.within(0.92...1.14)
    limb = blob(0, 0, 86 * thick, 330, swing: 0.01)
    muscle = blob(0, -30, 68 * thick, 300, swing: 0.01)
    density = g.within(0.85...1.15)
    rim = g.within(0.12...0.24)
    marrow = g.within(0.04...0.1)
    flesh = g.within(0.3...0.46)
  }
}
