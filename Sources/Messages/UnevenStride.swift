/// A size that a stride does not divide, so that what is made smaller does not come back as large as it was.
public struct UnevenStride: Codable, Sendable, Hashable {
  /// The layer that makes it smaller.
  public let layer: String
  /// The size before, in pixels along one axis.
  public let size: Int
  /// The stride.
  public let stride: Int
  /// The size after.
  public let result: Int

  /// - Parameters: the parts, as documented on each property.
  public init(layer: String, size: Int, stride: Int, result: Int) {
    self.layer = layer
    self.size = size
    self.stride = stride
    self.result = result
  }

  var english: String { "`\(layer)` makes \(size) pixels into \(result), and \(stride) · \(result) is not \(size)" }

  var korean: String {
    "`\(layer)` 층이 \(size)픽셀을 \(result)픽셀로 줄이는데, "
      + "\(stride) · \(Josa.topic.after("\(result)")) \(Josa.subject.after("\(size)")) 아니에요"
  }
}
