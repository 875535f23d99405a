internal import Imaging

/// A set in numbers.
public struct SetSummary: Sendable, Codable, Equatable {
  /// How many images of one size there are.
  public struct SizeCount: Sendable, Codable, Equatable {
    /// The size.
    public let size: PixelSize
    /// How many images have it.
    public let images: Int
  }

  /// How many images there are.
  public let count: Int
  /// The sizes that images have, smallest first.
  public let sizes: [SizeCount]
  /// How many patients the images are of.
  public let patients: Int
  /// The share of all pixels that belongs to each class, the background first.
  public let classShares: [Double]
  /// How many images have no pixel of any class but the background.
  public let emptyLabels: Int
  /// The mean intensity over all pixels, in 0...1.
  public let mean: Double
  /// The standard deviation of the intensity over all pixels.
  public let standardDeviation: Double
  /// The smallest intensity.
  public let minimum: Double
  /// The largest intensity.
  public let maximum: Double

  /// The accuracy of calling every pixel background; of grey labels, once they are binary.
  public var baselineAccuracy: Double { hasGreyLabels ? 1 - binaryLabelValues.mean : classShares[0] }

  /// - Parameter set: the set to be measured.
  /// - Complexity: linear in the pixels.
  public init(of set: ImageMaskSet) {
    var pixels = 0
    var classes = [Int](repeating: 0, count: set.classCount)
    var (sum, squares) = (0.0, 0.0)
    var (low, high) = (Double.infinity, -Double.infinity)
    var empty = 0
    var sizes: [PixelSize: Int] = [:]
    for sample in set.samples {
      pixels += sample.size.count
      sizes[sample.size, default: 0] += 1
      // Whole numbers within an image, so that the order of summation does not matter there.
      var (imageSum, imageSquares): (UInt64, UInt64) = (0, 0)
      var (imageLow, imageHigh) = (UInt16.max, UInt16.min)
      sample.image.samples.withUnsafeBufferPointer { samples in
        for value in samples {
          imageSum &+= UInt64(value)
          imageSquares &+= UInt64(value) &* UInt64(value)
          imageLow = min(imageLow, value)
          imageHigh = max(imageHigh, value)
        }
      }
      let scale = Double(sample.image.maximum)
      sum += Double(imageSum) / scale
      squares += Double(imageSquares) / (scale * scale)
      low = min(low, Double(imageLow) / scale)
      high = max(high, Double(imageHigh) / scale)
      let counts = sample.label.counts
      if counts[0] == sample.size.count { empty += 1 }
      for id in 0..<set.classCount { classes[id] += counts[id] }
    }
    count = set.count
    self.sizes = sizes.sorted { $0.key < $1.key }.map { SizeCount(size: $0.key, images: $0.value) }
    patients = Set(set.samples.map(\.patient)).count
    classShares = classes.map { Double($0) / Double(pixels) }
    emptyLabels = empty
    mean = sum / Double(pixels)
    standardDeviation = max(0, squares / Double(pixels) - mean * mean).squareRoot()
    minimum = low
    maximum = high
  }
}

extension SetSummary {
  /// The smallest, largest and mean value of the labels' pixels, and their standard deviation: of classes as numbers, or of grey values.
  public struct LabelValues: Sendable, Equatable {
    /// The smallest value.
    public let minimum: Int
    /// The largest value.
    public let maximum: Int
    /// The mean over all pixels.
    public let mean: Double
    /// The standard deviation over all pixels.
    public let standardDeviation: Double
  }

  /// Whether labels are grey, 0 to 255, and not yet classes.
  public var hasGreyLabels: Bool { classShares.count == 256 }

  /// The labels' pixels as numbers.
  public var labelValues: LabelValues { Self.values(classShares) }

  /// The labels' pixels as numbers once grey ones are made binary: those of at least half of white are 1.
  public var binaryLabelValues: LabelValues {
    guard hasGreyLabels else { return labelValues }
    let share = classShares[128...].reduce(0, +)
    return Self.values([1 - share, share])
  }

  private static func values(_ shares: [Double]) -> LabelValues {
    let mean = shares.enumerated().reduce(0) { $0 + Double($1.offset) * $1.element }
    let squares = shares.enumerated().reduce(0) { $0 + Double($1.offset * $1.offset) * $1.element }
    return LabelValues(
      minimum: shares.firstIndex { $0 > 0 } ?? 0, maximum: shares.lastIndex { $0 > 0 } ?? 0, mean: mean,
      standardDeviation: max(0, squares - mean * mean).squareRoot())
  }
}

extension SetSummary {
  /// A number that a lab can speak of, by the name under which `seglab data show NAME --json` has it.
  public enum Statistic: String, Sendable, CaseIterable {
    /// How many images, and how many patients, there are.
    case images, patients
    /// The mean of the images' intensities and their standard deviation, black as 0 and white as 1.
    case mean
    case deviation
    /// The same of the labels' values as they are: classes, or grey values of 0 to 255.
    case labelMean = "label_mean"
    case labelDeviation = "label_deviation"
    /// The same once grey labels are made binary: those of at least half of white are 1.
    case binaryMean = "binary_mean"
    case binaryDeviation = "binary_deviation"
    /// The accuracy of calling every pixel background, by the labels as they are.
    case backgroundAccuracy = "background_accuracy"
    /// The same once grey labels are made binary.
    case binaryBackgroundAccuracy = "binary_background_accuracy"
    /// How many labels hold nothing but background.
    case emptyLabels = "empty_labels"
  }

  /// The number called `statistic`.
  public func value(of statistic: Statistic) -> Double {
    switch statistic {
    case .images: Double(count)
    case .patients: Double(patients)
    case .mean: mean
    case .deviation: standardDeviation
    case .labelMean: labelValues.mean
    case .labelDeviation: labelValues.standardDeviation
    case .binaryMean: binaryLabelValues.mean
    case .binaryDeviation: binaryLabelValues.standardDeviation
    case .backgroundAccuracy: classShares[0]
    case .binaryBackgroundAccuracy: baselineAccuracy
    case .emptyLabels: Double(emptyLabels)
    }
  }
}
