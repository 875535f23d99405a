internal import Messages
internal import SegLab
internal import Tensors

extension UnevenStride {
  /// The first in a network; nil where every stride divides what it is applied to.
  init?(in steps: [NetworkPlan.Step]) {
    for step in steps {
      let stride = Scaling(step.layer).down
      guard stride > 1, let source = step.inputs.first else { continue }
      for (size, result) in zip(steps[source].plan.output.extents, step.plan.output.extents).prefix(2)
      where size % stride != 0 {
        self.init(layer: step.layer.name, size: size, stride: stride, result: result)
        return
      }
    }
    return nil
  }
}
