internal import Kernels

/// What a node reads and writes, and how it hands gradients on: all that the graph settles for it.
final class Wiring {
  /// How a node hands over the gradient of one of its inputs.
  struct Part {
    /// Whether it is worked out at all.
    var isWanted = false
    /// Whether others have written theirs before.
    var isAdding = false
    /// The activation of the input's producer whose derivative is taken into account here; nil where that is not done here.
    var activation: FusedActivation?
  }

  /// The learner's layer that the node belongs to, by name.
  let layer: String
  /// What the node reads.
  let inputs: [Value]
  /// What it writes.
  let output: Value
  /// How it hands over the gradient of each input.
  var parts: [Part]
  /// Whether the node itself takes the activation fused into it out of its output's gradient, because nobody after it does.
  var finishesOutput = false

  /// - Parameters:
  ///   - layer: the learner's layer, by name.
  ///   - inputs: what the node reads.
  ///   - output: what it writes.
  init(layer: String, inputs: [Value], output: Value) {
    self.layer = layer
    self.inputs = inputs
    self.output = output
    parts = Array(repeating: Part(), count: inputs.count)
  }

  /// How the kernel that works out the gradient of input `index` is to finish it.
  func finish(_ index: Int) -> GradientEpilogue {
    let part = parts[index]
    guard let activation = part.activation else { return GradientEpilogue(adding: part.isAdding) }
    return GradientEpilogue(adding: part.isAdding, activated: inputs[index].numbers, slope: activation.slope)
  }
}
