/// How many of a lot of values lie where.
public struct ValueHistogram: Codable, Sendable, Equatable {
  /// Between the least and the largest value lie so many bins of equal width.
  public static let bins = 30
  /// The least value.
  public let least: Double
  /// The largest value.
  public let most: Double
  /// How many values each bin holds, from the least up; one bin where all values are equal, none where there are none.
  public let counts: [Int]

  /// Counts `values`; what is NaN or infinite is left out.
  public init(of values: UnsafeBufferPointer<Float>) {
    var (least, most) = (Float.infinity, -Float.infinity)
    for value in values where value.isFinite { (least, most) = (min(least, value), max(most, value)) }
    guard least <= most else {
      (self.least, self.most, counts) = (0, 0, [])
      return
    }
    (self.least, self.most) = (Double(least), Double(most))
    guard least < most else {
      counts = [values.count(where: \.isFinite)]
      return
    }
    var counts = [Int](repeating: 0, count: Self.bins)
    let scale = Double(Self.bins) / (Double(most) - Double(least))
    for value in values where value.isFinite {
      counts[min(Self.bins - 1, Int((Double(value) - Double(least)) * scale))] += 1
    }
    self.counts = counts
  }
}

/// The histograms of a network's weights and of their gradients at one step, each by the layer's name and the array's.
public struct WeightHistograms: Codable, Sendable, Equatable {
  /// How many steps had been taken.
  public let step: Int
  /// What is learned, and the running statistics, after the step.
  public var weights: [String: ValueHistogram] = [:]
  /// The gradients of the step; those that a layer follows by itself are never there as a whole.
  public var gradients: [String: ValueHistogram] = [:]
}
