/// What a network made of a set of labelled images.
public struct Evaluation: Sendable, Equatable {
  /// What was measured.
  public let metrics: Metrics
  /// The class of each pixel of each image, row after row.
  public let predictions: [[UInt8]]
}
