internal import Imaging

/// What a page about a set shows beside its summary: how intensities, sizes and images are spread.
public struct SetDetails: Sendable, Equatable {
  /// How many images a patient has.
  public struct PatientCount: Sendable, Equatable {
    /// The patient.
    public let patient: String
    /// How many images there are of it.
    public let images: Int
  }

  /// How many parts the intensities 0...1 are divided into.
  public static let binCount = 64
  /// How many pixels are in each part of the intensities, darkest first.
  public let intensities: [Int]
  /// How many images each patient has, by name.
  public let patients: [PatientCount]
  /// The share of each image that is not background, in the order of the images; of grey labels, what is at least half of white.
  public let foreground: [Double]

  /// - Parameter set: the set to be looked at.
  /// - Complexity: linear in the pixels.
  public init(of set: ImageMaskSet) {
    var bins = [Int](repeating: 0, count: Self.binCount)
    var patients: [String: Int] = [:]
    var foreground: [Double] = []
    let least: UInt8 = set.classCount == 256 ? 128 : 1
    for sample in set.samples {
      patients[sample.patient, default: 0] += 1
      // Whole numbers, so that a value at a border always falls on the same side.
      let scale = Int(sample.image.maximum)
      for value in sample.image.samples { bins[min(Self.binCount - 1, Int(value) * Self.binCount / scale)] += 1 }
      foreground.append(Double(sample.label.classes.count { $0 >= least }) / Double(sample.size.count))
    }
    intensities = bins
    self.foreground = foreground
    self.patients = patients.sorted { $0.key < $1.key }.map { PatientCount(patient: $0.key, images: $0.value) }
  }
}
