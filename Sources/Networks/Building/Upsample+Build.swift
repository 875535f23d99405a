internal import Kernels
internal import SegLab
internal import Tensors

extension Upsample: BuildableLayer {
  func build(in graph: GraphBuilder, reading values: [Value], plan: LayerPlan) -> Value {
    let extents = plan.output.extents
    let output = graph.output(height: extents[0], width: extents[1], channels: extents[2])
    let way: Upsampling.Method =
      switch method {
      case .nearest: .nearest
      case .bilinear: .bilinear
      }
    graph.add(UpsampleNode(Wiring(layer: name, inputs: values, output: output), factor: factor, method: way))
    return output
  }
}
