/// Where the images enter. Every network starts with one.
public struct Input: Layer {
  /// The word for this layer in a description.
  public static let kind = "input"
  /// The layer's name.
  public var name: String
  /// Always empty: nothing comes before an input.
  public let inputs: [String]
  /// Height, width and channels of one image: `[256, 256, 1]`.
  public let shape: [Int]
  /// The line in the lab.
  public let line: Int

  /// - Parameters:
  ///   - name: the layer's name.
  ///   - shape: `[height, width, channels]` of one image, without the batch.
  ///   - line: filled in by the compiler.
  public init(_ name: String = "", shape: [Int], line: Int = #line) {
    self.name = name
    self.inputs = []
    self.shape = shape
    self.line = line
  }
}
