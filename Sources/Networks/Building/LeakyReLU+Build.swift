internal import Kernels
internal import SegLab

extension LeakyReLU: BuildableLayer {
  func build(in graph: GraphBuilder, reading values: [Value], plan: LayerPlan) -> Value {
    graph.activate(.rectified(.leakyReLU(slope: Float(slope))), values[0], layer: name)
  }
}
