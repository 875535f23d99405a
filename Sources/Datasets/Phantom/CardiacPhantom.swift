internal import Imaging
internal import Tensors

/// Generated short-axis slices of hearts, with the left ventricle's pool as class 1.
///
/// They stand in for magnetic-resonance images where those are not at hand: a bright pool with papillary muscles in a
/// darker ring, a right ventricle as bright that is not the label, fat, lungs, belly, uneven coils, noise, a round or
/// cut field of view; several patients, each with slices from base to apex, filled and contracted. The same numbers
/// give the same bytes on every machine: only addition, multiplication, division and square roots are used, which are
/// exact to the last bit everywhere.
public struct CardiacPhantom: Sendable {
  /// How many images there are.
  public let count: Int
  /// What everything random starts from.
  public let seed: UInt64
  /// Pixels on a side.
  public let size: Int
  /// How many patients the images are of.
  public let patients: Int
  /// How many slices every patient has in each phase; nil where the images are dealt out evenly.
  private let slices: Int?

  /// How many patients can be asked for.
  public static let patientCounts = 1...1_024
  /// How many slices can be asked for.
  public static let sliceCounts = 1...64
  /// How many phases can be asked for.
  public static let phaseCounts = 1...2
  /// How many images can be asked for.
  public static let counts = 1...8_192
  /// How many pixels on a side can be asked for.
  public static let sizes = 32...1_024
  /// How many images there are of one patient: 260 make 15 patients.
  private static let imagesPerPatient = 260.0 / 15

  /// - Parameters:
  ///   - count: how many images, in ``counts``; 260 is the size of the real set.
  ///   - seed: what everything random starts from.
  ///   - size: pixels on a side, in ``sizes``.
  /// - Throws: `DatasetError.numberOutOfRange`, also where the images together have too many pixels for a set.
  public init(count: Int = 260, seed: UInt64 = 1, size: Int = 256) throws(DatasetError) {
    guard Self.sizes.contains(size) else {
      throw .numberOutOfRange(name: "size", found: size, allowed: Self.sizes)
    }
    let most = min(Self.counts.upperBound, ImageMaskSet.pixelLimit / (size * size))
    guard (1...most).contains(count) else {
      throw .numberOutOfRange(name: "count", found: count, allowed: 1...most)
    }
    self.count = count
    self.seed = seed
    self.size = size
    patients = min(count, max(4, Int((Double(count) / Self.imagesPerPatient).rounded())))
    slices = nil
  }

  /// - Parameters:
  ///   - patients: how many patients, in ``patientCounts``.
  ///   - slices: how many slices of each, from base to apex, in ``sliceCounts``.
  ///   - phases: 1 (filled) or 2 (filled and contracted).
  ///   - seed: what everything random starts from.
  ///   - size: pixels on a side, in ``sizes``.
  /// - Throws: `DatasetError.numberOutOfRange`, also where the images together have too many pixels for a set.
  public init(
    patients: Int, slices: Int, phases: Int = 2, seed: UInt64 = 1, size: Int = 256
  ) throws(DatasetError) {
    let asked = [
      ("patients", patients, Self.patientCounts), ("slices", slices, Self.sliceCounts),
      ("phases", phases, Self.phaseCounts), ("size", size, Self.sizes),
    ]
    for (name, found, allowed) in asked where !allowed.contains(found) {
      throw .numberOutOfRange(name: name, found: found, allowed: allowed)
    }
    let most = min(Self.counts.upperBound, ImageMaskSet.pixelLimit / (size * size))
    guard patients * slices * phases <= most else {
      throw .numberOutOfRange(name: "patients", found: patients, allowed: 1...max(1, most / (slices * phases)))
    }
    count = patients * slices * phases
    self.seed = seed
    self.size = size
    self.patients = patients
    self.slices = slices
  }

  /// Paints all images.
  ///
  /// - Parameters:
  ///   - name: what the set is called.
  ///   - progress: is told after each image how many are done, and of how many.
  /// - Returns: the set.
  public func make(
    as name: String = "cardiac", progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) -> ImageMaskSet {
    let digits = max(2, String(patients).count)
    let generator = SeededGenerator(seed: seed)
    var samples: [LabelledImage] = []
    samples.reserveCapacity(count)
    for patient in 0..<patients {
      var traits = generator.derived(UInt64(patient))
      // Seven of twelve fields of view are round, spread evenly over the patients.
      let anatomy = PhantomAnatomy(isRound: (patient * 7 + 3) % 12 < 7, from: &traits)
      let images = count / patients + (patient < count % patients ? 1 : 0)
      let filled = slices ?? (images + 1) / 2
      for index in 0..<images {
        let isContracted = index >= filled
        let (place, slices) = isContracted ? (index - filled, images - filled) : (index, filled)
        let level = slices == 1 ? 0.4 : Double(place) / Double(slices - 1)
        let slice = PhantomSlice(
          of: anatomy, level: level, isContracted: isContracted, generator: traits.derived(UInt64(index)))
        let (image, label) = slice.render(size: size)
        let id =
          "phantom\(Self.padded(patient + 1, digits))_\(isContracted ? "es" : "ed")_\(Self.padded(place + 1, 2))"
        samples.append(LabelledImage(id: id, patient: PatientName.of(id), image: image, label: label))
        progress(samples.count, count)
      }
    }
    return ImageMaskSet(name: name, samples: samples, origin: .cardiac(seed: seed))
  }

  private static func padded(_ number: Int, _ digits: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}
