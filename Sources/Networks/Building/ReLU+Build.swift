internal import Kernels
internal import SegLab

extension ReLU: BuildableLayer {
  func build(in graph: GraphBuilder, reading values: [Value], plan: LayerPlan) -> Value {
    graph.activate(.rectified(.relu), values[0], layer: name)
  }
}
