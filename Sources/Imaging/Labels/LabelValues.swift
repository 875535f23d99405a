/// A label picture as a rule reads it.
public struct LabelValues: Sendable, Equatable {
  /// Pixels in a row.
  public let width: Int
  /// Rows.
  public let height: Int
  /// Row after row from the top: classes, or, by the rules `values` and `grey`, grey values.
  public let values: [UInt16]
  /// Whether pixels that became one class had several values, as soft edges have.
  public let hasGreyLevels: Bool

  /// - Parameters: the parts, as documented on each property.
  public init(width: Int, height: Int, values: [UInt16], hasGreyLevels: Bool) {
    precondition(
      values.count == width * height, "\(width) x \(height) pixels need as many values, not \(values.count)")
    self.width = width
    self.height = height
    self.values = values
    self.hasGreyLevels = hasGreyLevels
  }
}
