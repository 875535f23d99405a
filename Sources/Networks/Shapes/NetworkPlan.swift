internal import SegLab
public import Tensors

/// A network whose shapes fit: each layer with what it reads, gives and costs. Made by ``ShapeReport``.
public struct NetworkPlan: Sendable {
  /// A layer and the positions of those that it reads.
  struct Step: Sendable {
    let layer: any PlannedLayer
    let inputs: [Int]
    let plan: LayerPlan
  }

  /// The layers in order, at least an input.
  let steps: [Step]

  init(layers: [Step]) {
    precondition(!layers.isEmpty, "a plan needs an input, and there are \(layers.count) layers")
    steps = layers
  }

  /// The shape of one image, `[height, width, channels]`.
  public var input: Shape { steps[0].plan.output }
  /// The shape of what the network gives for one image, `[height, width, channels]`.
  public var output: Shape { steps[steps.count - 1].plan.output }
  /// How many numbers it gives at each pixel.
  public var channels: Int { output.extents[2] }
  /// How many classes it tells apart: as many as it has channels, and two where it has one.
  public var classes: Int { max(2, channels) }
  /// How many pixels an image has.
  public var pixels: Int { output.extents[0] * output.extents[1] }

  /// The positions of the layers that the output depends on, in order.
  var live: [Int] {
    var needed: Set<Int> = [steps.count - 1]
    for position in steps.indices.reversed() where needed.contains(position) {
      needed.formUnion(steps[position].inputs)
    }
    return needed.sorted()
  }
}
