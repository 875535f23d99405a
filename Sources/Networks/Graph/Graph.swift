internal import Kernels
internal import Tensors

/// A network that runs: nodes over buffers that were all made before the first step.
final class Graph {
  /// The images that the next pass looks at.
  let images: Value
  /// What the network gives for them: a number per class and pixel.
  let logits: Value
  /// The nodes in the order in which they compute.
  let nodes: [any Node]

  /// Builds the layers that the output depends on, and draws their weights.
  ///
  /// - Parameters:
  ///   - plan: the network.
  ///   - batch: the most images at once.
  ///   - seed: what the weights are drawn from, each layer from a stream of its own.
  ///   - pool: the threads to use.
  init(_ plan: NetworkPlan, batch: Int, seed: SeededGenerator, on pool: WorkerPool) {
    let builder = GraphBuilder(imageCount: plan.steps[0].plan.output.count ?? 0, batch: batch)
    var values: [Int: Value] = [:]
    var last = builder.images
    for position in plan.live {
      let step = plan.steps[position]
      let first = builder.nodes.count
      last = step.layer.build(in: builder, reading: step.inputs.compactMap { values[$0] }, plan: step.plan)
      values[position] = last
      let stream = seed.derived(UInt64(position))
      for parameter in builder.nodes[first...].flatMap(\.parameters) where parameter.name == "weights" {
        TruncatedNormal.fill(parameter.numbers(pool), deviation: 0.1, stream: stream, on: pool)
      }
    }
    images = builder.images
    logits = last
    nodes = builder.nodes
  }

  func forward(batch: Int, on pool: WorkerPool) {
    for node in nodes { node.forward(batch: batch, on: pool) }
  }

  func backward(batch: Int, descent: Descent, on pool: WorkerPool) {
    for node in nodes.reversed() { node.backward(batch: batch, descent: descent, on: pool) }
  }

  /// The first layer whose output holds a number that is NaN or infinite; nil where there is none.
  func firstNotFinite(batch: Int) -> String? {
    nodes.first { node in
      node.output.numbers.elements.prefix(batch * node.output.count).contains { !$0.isFinite }
    }?.layer
  }
}
