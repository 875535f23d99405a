/// Keeps the largest value of each window, channel by channel: `MaxPooling2D` in Keras, `nn.MaxPool2d` in PyTorch.
///
/// `[H, W, C]` becomes `[H′, W′, C]`. With `.same` padding H′ is ⌈H / stride⌉, with `.valid` it is ⌊(H − window) / stride⌋ + 1; likewise
/// the width. Pixels beyond the edge never win.
public struct MaxPool2D: Layer {
  /// The word for this layer in a description.
  public static let kind = "maxPool2d"
  /// What a call of it takes.
  public static let values: [CallValue] = [
    .name, CallValue("window", .whole), CallValue("stride", .whole), CallValue("padding", .member("Padding")), .from,
  ]
  /// The layer's name.
  public var name: String
  /// The layer it reads; empty means the one above.
  public let inputs: [String]
  /// Height and width of the square window, in pixels.
  public let window: Int
  /// How many pixels the window moves at a time, down and to the right.
  public let stride: Int
  /// What happens at the edges of the feature map.
  public let padding: Padding
  /// The line in the lab.
  public let line: Int

  /// - Parameters:
  ///   - name: the layer's name.
  ///   - window: height and width of the window, in pixels.
  ///   - stride: how many pixels the window moves at a time.
  ///   - padding: what happens at the edges of the feature map.
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

/// Keeps the mean of each window, channel by channel: `AveragePooling2D` in Keras, `nn.AvgPool2d` in PyTorch.
///
/// `[H, W, C]` becomes `[H′, W′, C]`. With `.same` padding H′ is ⌈H / stride⌉, with `.valid` it is ⌊(H − window) / stride⌋ + 1; likewise
/// the width. The mean is taken over the pixels inside the feature map alone.
public struct AveragePool2D: Layer {
  /// The word for this layer in a description.
  public static let kind = "averagePool2d"
  /// What a call of it takes.
  public static let values: [CallValue] = [
    .name, CallValue("window", .whole), CallValue("stride", .whole), CallValue("padding", .member("Padding")), .from,
  ]
  /// The layer's name.
  public var name: String
  /// The layer it reads; empty means the one above.
  public let inputs: [String]
  /// Height and width of the square window, in pixels.
  public let window: Int
  /// How many pixels the window moves at a time, down and to the right.
  public let stride: Int
  /// What happens at the edges of the feature map.
  public let padding: Padding
  /// The line in the lab.
  public let line: Int

  /// - Parameters:
  ///   - name: the layer's name.
  ///   - window: height and width of the window, in pixels.
  ///   - stride: how many pixels the window moves at a time.
  ///   - padding: what happens at the edges of the feature map.
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

/// Makes a feature map larger without learning anything: `[H, W, C]` becomes `[H · factor, W · factor, C]`; `UpSampling2D` in Keras,
/// `nn.Upsample` in PyTorch.
public struct Upsample: Layer {
  /// The word for this layer in a description.
  public static let kind = "upsample"
  /// What a call of it takes.
  public static let values: [CallValue] = [
    .name, CallValue("factor", .whole, needed: 1), CallValue("method", .member("Interpolation")), .from,
  ]
  /// The layer's name.
  public var name: String
  /// The layer it reads; empty means the one above.
  public let inputs: [String]
  /// How many times larger the feature map becomes, in height and in width.
  public let factor: Int
  /// Where the new pixels come from.
  public let method: Interpolation
  /// The line in the lab.
  public let line: Int

  /// - Parameters:
  ///   - name: the layer's name.
  ///   - factor: how many times larger the feature map becomes.
  ///   - method: where the new pixels come from.
  ///   - from: the layer to read, where it is not the one above.
  ///   - line: filled in by the compiler.
  public init(
    _ name: String = "", factor: Int, method: Interpolation = .nearest, from: String? = nil, line: Int = #line
  ) {
    self.name = name
    self.inputs = from.map { [$0] } ?? []
    self.factor = factor
    self.method = method
    self.line = line
  }
}
