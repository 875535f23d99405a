/// The extents of an array, outermost axis first: `[N, H, W, C]` for images, `[N, F]` for features.
public struct Shape: Hashable, Sendable, CustomStringConvertible {
  /// The extents, outermost first.
  public let extents: [Int]

  /// - Parameter extents: the extents, outermost first; none negative.
  public init(_ extents: [Int]) {
    precondition(extents.allSatisfy { $0 >= 0 }, "extents must not be negative: \(extents)")
    self.extents = extents
  }

  /// How many axes there are.
  public var rank: Int { extents.count }

  /// How many elements there are, or nil where that number does not fit an `Int`.
  public var count: Int? {
    var product = 1
    for extent in extents {
      let (value, overflow) = product.multipliedReportingOverflow(by: extent)
      if overflow { return nil }
      product = value
    }
    return product
  }

  /// As a reader writes it: `[256, 256, 1]`.
  public var description: String { "[" + extents.map(String.init).joined(separator: ", ") + "]" }
}

extension Shape: Codable {
  /// Reads the extents as a list.
  ///
  /// - Throws: `DecodingError` where one of them is negative.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let extents = try container.decode([Int].self)
    guard extents.allSatisfy({ $0 >= 0 }) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "an extent below 0")
    }
    self.init(extents)
  }

  /// Writes the extents as a list.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(extents)
  }
}
