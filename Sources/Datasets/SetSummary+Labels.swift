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
