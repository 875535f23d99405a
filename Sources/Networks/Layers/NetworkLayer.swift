internal import Kernels
internal import Messages
internal import SegLab
internal import Tensors

/// A layer as the engine knows it: all that is asked of a kind of layers besides its maths, answered in one file.
///
/// No requirement has a default, so the compiler asks whoever adds a layer. Kinds that answer most of it alike share a protocol that does:
/// ``ActivationLayer``, ``ConvolutionLayer``, ``PoolingLayer``, ``MergingLayer``.
protocol NetworkLayer: Layer {
  /// One of it, with every setting that has bounds.
  static var example: Self { get }
  /// How many layers it can read; 0 for the one that gives the images.
  var inputCount: ClosedRange<Int> { get }
  /// The whole numbers that the learner wrote.
  var integerArguments: [IntegerArgument] { get }
  /// The other numbers that the learner wrote.
  var realArguments: [RealArgument] { get }
  /// Where the values that it gives come from.
  var origin: OutputOrigin { get }
  /// What it does to each value at the end.
  var ending: LayerEnding { get }
  /// By how much it makes feature maps smaller or larger.
  var scaling: Scaling { get }
  /// Whether two of them with nothing in between can do no more than one.
  var linearity: Linearity { get }
  /// The bias that it has or could have; nil where there is none to choose, a count of nil where the learner's list is still empty.
  var biasOption: (isOn: Bool, count: Int?)? { get }
  /// The same layer, a little different: what a learner may have meant, to be tried before it is advised.
  var variants: LayerVariants { get }
  /// What the layer gives and costs.
  ///
  /// - Parameter inputs: what it reads, as many as ``inputCount`` allows.
  /// - Returns: its output's shape and its parameters.
  /// - Throws: `Mismatch` where an input is not what it is made for.
  func plan(reading inputs: [InputShape]) throws(Mismatch) -> LayerPlan
  /// What computes it, as far as memory and the choice of an algorithm depend on it.
  ///
  /// - Parameters:
  ///   - input: the shape of what it reads first, `[height, width, channels]` or `[count]`; the layer was planned for it.
  ///   - output: the shape of what it gives, likewise.
  /// - Returns: what room it needs is worked out from.
  func kernel(reading input: [Int], output: [Int]) -> LayerKernel
  /// What it computes, in the words that every framework has: from this alone other programs get the network.
  ///
  /// - Parameters:
  ///   - input: the shape of what it reads first, `[height, width, channels]` or `[count]`; empty for the layer that gives the images.
  ///   - output: the shape of what it gives, likewise.
  /// - Returns: the operation, without the activation that ``ending`` tells.
  func operation(reading input: [Int], output: [Int]) -> LayerOperation
  /// Adds what computes it to a graph.
  ///
  /// - Parameters:
  ///   - graph: the graph that is being built.
  ///   - values: what it reads, in order.
  ///   - plan: its shapes.
  /// - Returns: what it gives; one of `values` where it changes no value.
  func build(in graph: GraphBuilder, reading values: [Value], plan: LayerPlan) -> Value
}

/// Where the values that a layer gives come from.
enum OutputOrigin {
  /// They are the images.
  case images
  /// The layer computes them.
  case computed
  /// They are its inputs' channels side by side, so that its inputs may be written where it has them.
  case concatenated
  /// They are its input's, in memory of the input.
  case shown
  /// They are its input's, in an order of axes that the learner writes.
  case reshaped

  /// Whether the layer only shows the values that it reads, perhaps in another arrangement.
  var isView: Bool {
    switch self {
    case .shown, .reshaped: true
    case .images, .computed, .concatenated: false
    }
  }
}

/// What a layer does to each value at the end.
enum LayerEnding {
  /// Nothing: what it gives are its input's values, or 0.
  case passesOn
  /// It computes them, with an activation of its own; its kernel may be able to do the activation of the layer after it instead.
  case computes(Activation, canFuse: Bool)
  /// The activation is all that it does.
  case activates(ElementActivation)

  /// What the layer does to each value, where that is all it does and the kernel of the layer before can do it; nil otherwise.
  var fusedActivation: FusedActivation? {
    if case .activates(.rectified(let activation)) = self { activation } else { nil }
  }

  /// Whether the layer's kernel can do the activation of the layer after it.
  var canFuseActivation: Bool {
    if case .computes(.identity, canFuse: true) = self { true } else { false }
  }

  /// Whether the layer computes sums and leaves them as they are.
  var isIdentity: Bool {
    if case .computes(.identity, _) = self { true } else { false }
  }
}

/// By how much a layer makes feature maps smaller or larger, and with what window it looks at them.
struct Scaling {
  /// How many pixels of the input lie between neighbouring pixels of the output; 1 where it does not shrink.
  let down: Int
  /// How many pixels of the output there are for one of the input; 1 where it does not grow.
  let up: Int
  /// The largest side of the window that slides over the input; 1 where there is none.
  let window: Int

  /// Of layers that give feature maps as large as what they read.
  static let none = Scaling(down: 1, up: 1, window: 1)
}

/// What a layer is between two convolutions.
enum Linearity {
  /// A convolution itself.
  case convolution
  /// Nothing: neither dropping values nor averaging them is an activation.
  case transparent
  /// Linear as well, and no part of such a pair.
  case linear
  /// More than linear: what two convolutions are meant to have between them.
  case nonlinear
}

/// What computes a layer, as far as memory and the choice of an algorithm depend on it.
enum LayerKernel {
  /// A convolution, or a transposed one with the geometry of the one that goes the other way.
  case convolution(ConvolutionGeometry, isTransposed: Bool)
  /// A matrix of weights that may follow its gradient while that is worked out.
  case matrix(inputs: Int, outputs: Int)
  /// Running statistics of so many channels besides what is learned.
  case normalization(channels: Int)
  /// Nothing that needs room of its own.
  case plain
}

/// The same layer, a little different.
enum LayerVariants {
  /// A layer, and the advice to write it so.
  struct Exchange {
    /// With the size of its window as stride, and the stride as window.
    let layer: any NetworkLayer
    /// Says so.
    let advice: NetworkAdvicePhrase
  }

  /// A layer with a window, a little different.
  struct Window {
    /// With window and stride exchanged; nil where the window is not square, or they are equal.
    let exchanged: Exchange?
    /// With ``Padding/same``.
    let padded: any NetworkLayer
    /// Whether it is that already.
    let isPadded: Bool
    /// How many pixels it moves at a time.
    let stride: Int
    /// The larger side of the window.
    let side: Int
    /// With another stride.
    let strided: (_ stride: Int) -> any NetworkLayer
  }

  /// There is none.
  case none
  /// Of a layer with a window.
  case window(Window)
  /// Of a layer that merges: with larger feature maps cut to the smallest.
  case merging(cropped: any NetworkLayer)
  /// Of the layer that gives the images: its size, and with images of another.
  case images(height: Int, width: Int, resized: (_ height: Int, _ width: Int) -> any NetworkLayer)
}
