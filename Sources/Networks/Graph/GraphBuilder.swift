internal import SegLab

/// Collects the nodes of a network as its layers ask for them.
final class GraphBuilder {
  /// The images, where the network begins.
  let images: Value
  /// The nodes in the order in which they compute.
  private(set) var nodes: [any Node] = []
  private let batch: Int

  /// - Parameters:
  ///   - imageCount: how many numbers an image has.
  ///   - batch: the most images at once.
  init(imageCount: Int, batch: Int) {
    self.batch = batch
    // Nothing before the images learns: the largest gradient of the labs is never worked out.
    images = Value(count: imageCount, batch: batch, hasGradient: false)
  }

  /// Adds sums by weights.
  func dense(_ input: Value, outputs: Int, bias: Bool, layer: String) -> Value {
    let output = Value(count: outputs, batch: batch, hasGradient: true)
    nodes.append(DenseNode(layer: layer, input: input, output: output, bias: bias, batch: batch))
    return output
  }

  /// Adds an activation; nothing where it changes nothing.
  func activate(_ activation: Activation, _ input: Value, width: Int, layer: String) -> Value {
    guard activation != .identity else { return input }
    let output = Value(count: input.count, batch: batch, hasGradient: input.gradient != nil)
    nodes.append(
      ActivationNode(layer: layer, activation: activation, input: input, output: output, width: width))
    return output
  }
}
