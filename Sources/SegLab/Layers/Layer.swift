/// One layer of a network, as a learner writes it: a value with its dimensions, its name and the line it stands on.
///
/// A layer reads the layer above it unless ``inputs`` names others. What it computes is not decided here: the engine reads the
/// description and works out shapes, cost and weights.
public protocol Layer: Codable, Sendable {
  /// The word for this kind of layer in the description, for example `dense`; one per type and never reused.
  static var kind: String { get }
  /// What a call of it takes, in order.
  static var values: [CallValue] { get }
  /// The layer's name; where it is empty the network gives it one, such as `flatten1`.
  var name: String { get set }
  /// The layers it reads, by name; empty means the one above.
  var inputs: [String] { get }
  /// The line in the lab where it is written.
  var line: Int { get }
}

/// Collects the layers written between the braces of a ``Network``, from `if`, `for` and helper functions too.
@resultBuilder
public enum LayerBuilder {
  /// One layer on a line.
  public static func buildExpression(_ layer: any Layer) -> [any Layer] { [layer] }
  /// Several layers from a helper.
  public static func buildExpression(_ layers: [any Layer]) -> [any Layer] { layers }
  /// The lines in order.
  public static func buildBlock(_ parts: [any Layer]...) -> [any Layer] { parts.flatMap { $0 } }
  /// `if` without `else`.
  public static func buildOptional(_ part: [any Layer]?) -> [any Layer] { part ?? [] }
  /// `if … else`, first branch.
  public static func buildEither(first part: [any Layer]) -> [any Layer] { part }
  /// `if … else`, second branch.
  public static func buildEither(second part: [any Layer]) -> [any Layer] { part }
  /// `for … in`.
  public static func buildArray(_ parts: [[any Layer]]) -> [any Layer] { parts.flatMap { $0 } }
}

/// What a layer does to each value after its sum of products: the `activation` of Keras; in PyTorch a module of its own.
public enum Activation: String, Codable, Sendable, CaseIterable {
  /// Nothing: the value passes as it is.
  case identity
  /// Negative values become 0.
  case relu
  /// Negative values are multiplied by 0.01.
  case leakyRelu
  /// 1 / (1 + e⁻ˣ): squeezes every value into 0…1.
  case sigmoid
  /// eˣ over the sum of eˣ along the last axis: values that sum to 1.
  case softmax
}

/// What a layer's weights are drawn from before the first step; biases always start at 0. `kernel_initializer` in Keras, `nn.init` in PyTorch.
public enum Initializer: Codable, Sendable, Equatable {
  /// A normal distribution around 0, drawn again beyond two standard deviations.
  case truncatedNormal(stddev: Double = 0.1)
  /// A normal distribution of standard deviation √(2 / in), where `in` is how many numbers each output is a sum of: made for ReLU; `he_normal`, `kaiming_normal_`.
  /// - SeeAlso: He and others, “Delving deep into rectifiers”, 2015.
  case he
  /// A uniform distribution between ±√(6 / (in + out)), where each output is a sum of `in` numbers and each input goes into `out` sums; `glorot_uniform`, `xavier_uniform_`.
  /// - SeeAlso: Glorot and Bengio, “Understanding the difficulty of training deep feedforward neural networks”, 2010.
  case xavier
  /// All weights 0. Layers of zeros below one another never learn.
  case zeros
}

/// What happens where a window reaches beyond the edge of a feature map.
public enum Padding: String, Codable, Sendable, CaseIterable {
  /// The feature map is surrounded by as many zeros as it takes for every pixel to be the middle of a window.
  ///
  /// The output is ⌈size / stride⌉ pixels long. Of the max((output − 1) · stride + window − size, 0) pixels that are missing, half, rounded
  /// down, go before the feature map and the rest behind it.
  case same
  /// The window never leaves the feature map: the output is ⌊(size − window) / stride⌋ + 1 pixels long.
  case valid
}

/// Where the pixels of an enlarged feature map come from.
public enum Interpolation: String, Codable, Sendable, CaseIterable {
  /// Each takes the value of the nearest pixel.
  case nearest
  /// Each takes a mean of the four nearest pixels, the nearer the heavier.
  case bilinear
}
