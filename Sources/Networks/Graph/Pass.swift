internal import Kernels

/// One run through the nodes: what all of them need to know.
struct Pass {
  /// How many images there are.
  let batch: Int
  /// Whether the network trains: dropout drops, and batch normalisation looks at the batch.
  let isTraining: Bool
  /// The step, from 0.
  let step: Int
  /// How far plain descent follows the gradient where a node does so by itself.
  let rate: Float
  /// Room to work in, as much as any node asked for.
  let scratch: UnsafeMutablePointer<Float>
  /// The threads to use.
  let pool: WorkerPool
}
