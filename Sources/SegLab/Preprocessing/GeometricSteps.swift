/// Brings image and mask to another size, `Resize` in torchvision and Albumentations: intensities are mixed, classes are taken from the
/// nearest pixel.
public struct Resize: PreprocessingStep {
  /// What happens where the proportions differ.
  public enum Fit: String, Codable, Sendable, CaseIterable {
    /// The image is stretched.
    case stretch
    /// The whole image is kept, and its sides are filled with background: black, or the mean where `Normalize` stands before.
    case pad
    /// The new size is filled, and what stands out at the sides is cut off.
    case crop

    /// A way for you to choose.
    @available(*, deprecated, message: "FIXME")
    public static var FIXME: Fit { .stretch }
  }

  /// The word for this step in a description.
  public static let kind = "resize"
  /// What a call of it takes.
  public static let values: [CallValue] = [
    CallValue("width", .whole, needed: 1), CallValue("height", .whole, needed: 1),
    CallValue("fit", .member("Resize.Fit")),
  ]
  /// It does the same to every image.
  public static let isRandom = false
  /// Pixels in a row.
  public let width: Int
  /// Rows.
  public let height: Int
  /// What happens where the proportions differ.
  public let fit: Fit
  /// The line in the lab.
  public let line: Int

  /// - Parameters:
  ///   - width: pixels in a row.
  ///   - height: rows.
  ///   - fit: what happens where the proportions differ.
  ///   - line: filled in by the compiler.
  public init(width: Int, height: Int, fit: Fit = .stretch, line: Int = #line) {
    self.width = width
    self.height = height
    self.fit = fit
    self.line = line
  }
}

/// Turns every other image round, as in a mirror: `RandomFlip` in Keras, `RandomHorizontalFlip` in torchvision.
public struct RandomFlip: PreprocessingStep {
  /// The word for this step in a description.
  public static let kind = "randomFlip"
  /// What a call of it takes.
  public static let values: [CallValue] = [CallValue("horizontal", .truth), CallValue("vertical", .truth)]
  /// It draws anew for every image and epoch.
  public static let isRandom = true
  /// Whether left and right change places.
  public let horizontal: Bool
  /// Whether top and bottom change places.
  public let vertical: Bool
  /// The line in the lab.
  public let line: Int

  /// - Parameters:
  ///   - horizontal: whether left and right change places.
  ///   - vertical: whether top and bottom change places.
  ///   - line: filled in by the compiler.
  public init(horizontal: Bool = true, vertical: Bool = false, line: Int = #line) {
    self.horizontal = horizontal
    self.vertical = vertical
    self.line = line
  }
}

/// Turns each image by none, one, two or three quarter turns: `RandomRotate90` in Albumentations.
public struct RandomRotate90: PreprocessingStep {
  /// The word for this step in a description.
  public static let kind = "randomRotate90"
  /// What a call of it takes.
  public static let values: [CallValue] = []
  /// It draws anew for every image and epoch.
  public static let isRandom = true
  /// The line in the lab.
  public let line: Int

  /// - Parameter line: filled in by the compiler.
  public init(line: Int = #line) {
    self.line = line
  }
}

/// Makes columns of every other image's rows: `Transpose` in Albumentations.
public struct RandomTranspose: PreprocessingStep {
  /// The word for this step in a description.
  public static let kind = "randomTranspose"
  /// What a call of it takes.
  public static let values: [CallValue] = []
  /// It draws anew for every image and epoch.
  public static let isRandom = true
  /// The line in the lab.
  public let line: Int

  /// - Parameter line: filled in by the compiler.
  public init(line: Int = #line) {
    self.line = line
  }
}

/// Turns each image about its center by a small angle: `RandomRotation` in torchvision and Keras.
public struct RandomRotation: PreprocessingStep {
  /// The word for this step in a description.
  public static let kind = "randomRotation"
  /// What a call of it takes.
  public static let values: [CallValue] = [CallValue("upTo", .real)]
  /// It draws anew for every image and epoch.
  public static let isRandom = true
  /// The largest angle to either side, at most 90.
  public let degrees: Double
  /// The line in the lab.
  public let line: Int

  /// - Parameters:
  ///   - degrees: the largest angle to either side, at most 90.
  ///   - line: filled in by the compiler.
  public init(upTo degrees: Double = 10, line: Int = #line) {
    self.degrees = degrees
    self.line = line
  }
}

/// Moves what is in each image: `RandomTranslation` in Keras, `RandomAffine(translate:)` in torchvision.
public struct RandomTranslation: PreprocessingStep {
  /// The word for this step in a description.
  public static let kind = "randomTranslation"
  /// What a call of it takes.
  public static let values: [CallValue] = [CallValue("upTo", .real)]
  /// It draws anew for every image and epoch.
  public static let isRandom = true
  /// The furthest move along each axis, as a share of the image.
  public let share: Double
  /// The line in the lab.
  public let line: Int

  /// - Parameters:
  ///   - share: the furthest move along each axis, as a share of the image.
  ///   - line: filled in by the compiler.
  public init(upTo share: Double = 0.05, line: Int = #line) {
    self.share = share
    self.line = line
  }
}

/// Makes what is in each image larger or smaller about its center: `RandomScale` in Albumentations, `RandomZoom` in Keras.
public struct RandomScale: PreprocessingStep {
  /// The word for this step in a description.
  public static let kind = "randomScale"
  /// What a call of it takes.
  public static let values: [CallValue] = [CallValue("from", .real), CallValue("to", .real)]
  /// It draws anew for every image and epoch.
  public static let isRandom = true
  /// The smallest factor, above 0.
  public let low: Double
  /// The largest factor, not below `low`.
  public let high: Double
  /// The line in the lab.
  public let line: Int

  /// - Parameters:
  ///   - low: the smallest factor, above 0.
  ///   - high: the largest factor, not below `low`.
  ///   - line: filled in by the compiler.
  public init(from low: Double = 0.9, to high: Double = 1.1, line: Int = #line) {
    self.low = low
    self.high = high
    self.line = line
  }
}

/// Pulls each image about as if it were drawn on rubber: `ElasticTransform` in torchvision and Albumentations.
/// - SeeAlso: Simard, Steinkraus and Platt, “Best practices for convolutional neural networks”, 2003.
public struct ElasticTransform: PreprocessingStep {
  /// The word for this step in a description.
  public static let kind = "elasticTransform"
  /// What a call of it takes.
  public static let values: [CallValue] = [CallValue("strength", .real), CallValue("smoothness", .whole)]
  /// It draws anew for every image and epoch.
  public static let isRandom = true
  /// How far a place moves, in pixels, one standard deviation.
  public let strength: Double
  /// How far apart places move on their own, in pixels, at least 4.
  public let smoothness: Int
  /// The line in the lab.
  public let line: Int

  /// - Parameters:
  ///   - strength: how far a place moves, in pixels, one standard deviation.
  ///   - smoothness: how far apart places move on their own, in pixels, at least 4.
  ///   - line: filled in by the compiler.
  public init(strength: Double = 4, smoothness: Int = 32, line: Int = #line) {
    self.strength = strength
    self.smoothness = smoothness
    self.line = line
  }
}
