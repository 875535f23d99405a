/// Moves and stretches intensities to a mean of 0 and a standard deviation of 1, (x - mean) / deviation: `Normalize` in torchvision
/// and Albumentations, `Normalization` in Keras.
public struct Normalize: PreprocessingStep {
  /// Whose mean and deviation are taken.
  public enum Way: String, Codable, Sendable, CaseIterable {
    /// Each image's own.
    case perImage
    /// Those of all training images together.
    case perSet

    /// A way for you to choose.
    @available(*, deprecated, message: "FIXME")
    public static var FIXME: Way { .perImage }
  }

  /// The word for this step in a description.
  public static let kind = "normalize"
  /// What a call of it takes.
  public static let values: [CallValue] = [CallValue("_", .member("Normalize.Way"), needed: 1)]
  /// It does the same to every image.
  public static let isRandom = false
  /// Whose mean and deviation are taken.
  public let way: Way
  /// The line in the lab.
  public let line: Int

  /// - Parameters:
  ///   - way: whose mean and deviation are taken.
  ///   - line: filled in by the compiler.
  public init(_ way: Way, line: Int = #line) {
    self.way = way
    self.line = line
  }
}

/// Cuts intensities off, `torch.clamp`: what is below `low` becomes `low`, what is above `high` becomes `high`.
public struct Clip: PreprocessingStep {
  /// The word for this step in a description.
  public static let kind = "clip"
  /// What a call of it takes.
  public static let values: [CallValue] = [CallValue("low", .real), CallValue("high", .real)]
  /// It does the same to every image.
  public static let isRandom = false
  /// The smallest intensity that stays.
  public let low: Double
  /// The largest intensity that stays; above `low`.
  public let high: Double
  /// The line in the lab.
  public let line: Int

  /// - Parameters:
  ///   - low: the smallest intensity that stays.
  ///   - high: the largest intensity that stays; above `low`.
  ///   - line: filled in by the compiler.
  public init(low: Double = 0, high: Double = 1, line: Int = #line) {
    self.low = low
    self.high = high
    self.line = line
  }
}

/// Makes a grayscale mask binary, `threshold` in OpenCV: pixels of at least `level` of white become class 1, all others class 0.
public struct Threshold: PreprocessingStep {
  /// The word for this step in a description.
  public static let kind = "threshold"
  /// What a call of it takes.
  public static let values: [CallValue] = [CallValue("_", .real)]
  /// It does the same to every image.
  public static let isRandom = false
  /// The share of white from which on a pixel counts, above 0 and at most 1.
  public let level: Double
  /// The line in the lab.
  public let line: Int

  /// - Parameters:
  ///   - level: the share of white from which on a pixel counts, above 0 and at most 1.
  ///   - line: filled in by the compiler.
  public init(_ level: Double = 0.5, line: Int = #line) {
    self.level = level
    self.line = line
  }
}

/// Makes each image a little brighter or darker, and its contrasts a little stronger or weaker, x · (1 + c) + b:
/// `RandomBrightnessContrast` in Albumentations, `ColorJitter` in torchvision.
public struct RandomBrightnessContrast: PreprocessingStep {
  /// The word for this step in a description.
  public static let kind = "randomBrightnessContrast"
  /// What a call of it takes.
  public static let values: [CallValue] = [CallValue("brightness", .real), CallValue("contrast", .real)]
  /// It draws anew for every image and epoch.
  public static let isRandom = true
  /// The largest b to either side.
  public let brightness: Double
  /// The largest c to either side, below 1.
  public let contrast: Double
  /// The line in the lab.
  public let line: Int

  /// - Parameters:
  ///   - brightness: the largest b to either side.
  ///   - contrast: the largest c to either side, below 1.
  ///   - line: filled in by the compiler.
  public init(brightness: Double = 0.1, contrast: Double = 0.1, line: Int = #line) {
    self.brightness = brightness
    self.contrast = contrast
    self.line = line
  }
}

/// Adds noise of its own to every pixel of an image: `GaussNoise` in Albumentations, `GaussianNoise` in Keras and torchvision.
public struct RandomNoise: PreprocessingStep {
  /// The word for this step in a description.
  public static let kind = "randomNoise"
  /// What a call of it takes.
  public static let values: [CallValue] = [CallValue("_", .real)]
  /// It draws anew for every image and epoch.
  public static let isRandom = true
  /// The noise's standard deviation.
  public let stddev: Double
  /// The line in the lab.
  public let line: Int

  /// - Parameters:
  ///   - stddev: the noise's standard deviation.
  ///   - line: filled in by the compiler.
  public init(_ stddev: Double = 0.02, line: Int = #line) {
    self.stddev = stddev
    self.line = line
  }
}
