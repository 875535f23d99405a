/// Slides a small window of weights over a feature map and sums: a convolution, `Conv2D` in Keras, `nn.Conv2d` in PyTorch.
///
/// `[H, W, in]` becomes `[H′, W′, out]`. With `.same` padding H′ is ⌈H / stride⌉, with `.valid` it is ⌊(H − kh) / stride⌋ + 1; likewise the
/// width. (PyTorch has the filter as `[out, in, kh, kw]`, TensorFlow as here.)
/// - SeeAlso: LeCun and others, “Gradient-based learning applied to document recognition”, 1998.
public struct Conv2D: Layer {
  /// The word for this layer in a description.
  public static let kind = "conv2d"
  /// What a call of it takes.
  public static let values: [CallValue] = [
    .name, CallValue("filter", .wholes, needed: 4), CallValue("stride", .whole),
    CallValue("padding", .member("Padding")), CallValue("bias", .truth), CallValue("untiedBias", .truth),
    CallValue("activation", .member("Activation")), CallValue("initializer", .member("Initializer")), .from,
  ]
  /// The layer's name.
  public var name: String
  /// The layer it reads; empty means the one above.
  public let inputs: [String]
  /// Height and width of the window, channels in and channels out: `[kh, kw, in, out]`.
  public let filter: [Int]
  /// How many pixels the window moves at a time, down and to the right.
  public let stride: Int
  /// What happens at the edges of the feature map.
  public let padding: Padding
  /// Whether a bias is learned for each channel of the output.
  public let bias: Bool
  /// Whether a bias is learned for each channel at each position of the output: `untie_biases` in Lasagne.
  public let untiedBias: Bool
  /// What is done to each output at the end.
  public let activation: Activation
  /// What the weights are drawn from at first; nil for ``Initializer/truncatedNormal(stddev:)`` with 0.1.
  public let initializer: Initializer?
  /// The line in the lab.
  public let line: Int

  /// - Parameters:
  ///   - name: the layer's name.
  ///   - filter: the shape of the weights, `[kh, kw, in, out]`.
  ///   - stride: how many pixels the window moves at a time.
  ///   - padding: what happens at the edges of the feature map.
  ///   - bias: whether to learn a bias for each channel.
  ///   - untiedBias: whether to learn a bias for each channel at each position.
  ///   - activation: what to do to each output at the end.
  ///   - initializer: what to draw the weights from at first.
  ///   - from: the layer to read, where it is not the one above.
  ///   - line: filled in by the compiler.
  public init(
    _ name: String = "", filter: [Int], stride: Int = 1, padding: Padding = .same, bias: Bool = true,
    untiedBias: Bool = false, activation: Activation = .identity, initializer: Initializer? = nil, from: String? = nil,
    line: Int = #line
  ) {
    self.name = name
    self.inputs = from.map { [$0] } ?? []
    self.filter = filter
    self.stride = stride
    self.padding = padding
    self.bias = bias
    self.untiedBias = untiedBias
    self.activation = activation
    self.initializer = initializer
    self.line = line
  }
}

/// Spreads each value of a feature map over a window of weights: a transposed convolution (“deconvolution”), which makes feature maps
/// larger; `Conv2DTranspose` in Keras, `nn.ConvTranspose2d` in PyTorch.
///
/// `[H, W, in]` becomes `[H′, W′, out]`. With `.same` padding H′ is H · stride, with `.valid` it is (H − 1) · stride + kh; likewise the width.
/// - SeeAlso: Long, Shelhamer and Darrell, “Fully convolutional networks for semantic segmentation”, 2015.
public struct ConvTranspose2D: Layer {
  /// The word for this layer in a description.
  public static let kind = "convTranspose2d"
  /// What a call of it takes.
  public static let values: [CallValue] = [
    .name, CallValue("filter", .wholes, needed: 4), CallValue("stride", .whole),
    CallValue("padding", .member("Padding")), CallValue("bias", .truth), CallValue("activation", .member("Activation")),
    CallValue("initializer", .member("Initializer")), .from,
  ]
  /// The layer's name.
  public var name: String
  /// The layer it reads; empty means the one above.
  public let inputs: [String]
  /// Height and width of the window, channels in and channels out: `[kh, kw, in, out]`.
  public let filter: [Int]
  /// How many pixels of the output lie between those that neighbouring pixels of the input are spread around.
  public let stride: Int
  /// What happens at the edges of the feature map.
  public let padding: Padding
  /// Whether a bias is learned for each channel of the output.
  public let bias: Bool
  /// What is done to each output at the end.
  public let activation: Activation
  /// What the weights are drawn from at first; nil for ``Initializer/truncatedNormal(stddev:)`` with 0.1.
  public let initializer: Initializer?
  /// The line in the lab.
  public let line: Int

  /// - Parameters:
  ///   - name: the layer's name.
  ///   - filter: the shape of the weights, `[kh, kw, in, out]`.
  ///   - stride: how many times larger the feature map becomes.
  ///   - padding: what happens at the edges of the feature map.
  ///   - bias: whether to learn a bias for each channel.
  ///   - activation: what to do to each output at the end.
  ///   - initializer: what to draw the weights from at first.
  ///   - from: the layer to read, where it is not the one above.
  ///   - line: filled in by the compiler.
  public init(
    _ name: String = "", filter: [Int], stride: Int = 1, padding: Padding = .same, bias: Bool = true,
    activation: Activation = .identity, initializer: Initializer? = nil, from: String? = nil, line: Int = #line
  ) {
    self.name = name
    self.inputs = from.map { [$0] } ?? []
    self.filter = filter
    self.stride = stride
    self.padding = padding
    self.bias = bias
    self.activation = activation
    self.initializer = initializer
    self.line = line
  }
}
