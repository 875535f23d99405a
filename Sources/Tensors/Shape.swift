/// The dimensions of an array, outermost axis first: `[N, H, W, C]` for images, `[N, F]` for features.
public struct Shape: Hashable, Sendable, CustomStringConvertible {
  /// The dimensions, outermost first.
  public let dimensions: [Int]

  /// - Parameter dimensions: the dimensions, outermost first; none negative.
  public init(_ dimensions: [Int]) {
    precondition(dimensions.allSatisfy { $0 >= 0 }, "dimensions must not be negative: \(dimensions)")
    self.dimensions = dimensions
  }

  /// How many axes there are.
  public var rank: Int { dimensions.count }

  /// How many elements there are, or nil where that number does not fit an `Int`.
  public var count: Int? {
    var product = 1
    for dimension in dimensions {
      let (value, overflow) = product.multipliedReportingOverflow(by: dimension)
      if overflow { return nil }
      product = value
    }
    return product
  }

  /// As a reader writes it: `[256, 256, 1]`.
  public var description: String { "[" + dimensions.map(String.init).joined(separator: ", ") + "]" }
}

extension Shape: Codable {
  /// Reads the dimensions as a list.
  ///
  /// - Throws: `DecodingError` where one of them is negative.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let dimensions = try container.decode([Int].self)
    guard dimensions.allSatisfy({ $0 >= 0 }) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "a dimension below 0")
    }
    self.init(dimensions)
  }

  /// Writes the dimensions as a list.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(dimensions)
  }
}
