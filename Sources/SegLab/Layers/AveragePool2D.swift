/// Keeps the mean of each window, channel by channel.
///
/// `[H, W, C]` becomes `[H′, W′, C]`. With `.same` padding H′ is ⌈H / stride⌉, with `.valid` it is ⌊(H − window) / stride⌋ + 1; likewise
/// the width. The mean is taken over the pixels inside the map alone.
public struct AveragePool2D: Layer {
  /// The word for this layer in a description.
  public static let kind = "averagePool2d"
  /// The layer's name.
  public var name: String
  /// The layer it reads; empty means the one above.
  public let inputs: [String]
  /// Height and width of the square window, in pixels.
  public let window: Int
  /// How many pixels the window moves at a time, down and to the right.
  public let stride: Int
  /// What happens at the edges of the map.
  public let padding: Padding
  /// The line in the lab.
  public let line: Int

  /// - Parameters:
  ///   - name: the layer's name.
  ///   - window: height and width of the window, in pixels.
  ///   - stride: how many pixels the window moves at a time.
  ///   - padding: what happens at the edges of the map.
  ///   - from: the layer to read, where it is not the one above.
  ///   - line: filled in by the compiler.
  public init(
    _ name: String = "", window: Int = 2, stride: Int = 2, padding: Padding = .same, from: String? = nil,
    line: Int = #line
  ) {
    self.name = name
    self.inputs = from.map { [$0] } ?? []
    self.window = window
    self.stride = stride
    self.padding = padding
    self.line = line
  }
}
