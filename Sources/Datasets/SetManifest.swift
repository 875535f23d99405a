internal import Imaging

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

/// Where a set comes from.
public enum SetOrigin: Codable, Sendable, Equatable {
  /// Generated hearts.
  case cardiac(seed: UInt64)
  /// Generated knees.
  case knee(seed: UInt64)
  /// Files in this form.
  case imported(format: String)
}

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
      for value in sample.image.samples { bins[Int(value) * Self.binCount / (scale + 1)] += 1 }
      foreground.append(Double(sample.label.classes.count { $0 >= least }) / Double(sample.size.count))
    }
    intensities = bins
    self.foreground = foreground
    self.patients = patients.sorted { $0.key < $1.key }.map { PatientCount(patient: $0.key, images: $0.value) }
  }
}

/// What is kept of a sample beside its pixels.
struct SampleFacts: Codable, Sendable, Equatable {
  let id: String
  let patient: String
  let width: Int
  let height: Int
  let maximum: UInt16
  let digest: String
  /// How far apart pixels and slices are; lists from before this was kept do not tell.
  let spacing: VoxelSpacing?

  init(_ sample: LabelledImage) {
    spacing = sample.spacing
    id = sample.id
    patient = sample.patient
    width = sample.image.width
    height = sample.image.height
    maximum = sample.image.maximum
    digest = sample.digest
  }
}
