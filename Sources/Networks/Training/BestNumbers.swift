internal import Kernels
internal import Tensors

/// A copy of all that a network had learned after its best epoch.
final class BestNumbers {
  /// The copies, layer after layer.
  let copies: [AlignedBuffer]
  private let graph: Graph

  /// - Parameter graph: the network; memory for the copy is taken now.
  init(_ graph: Graph) {
    self.graph = graph
    copies = graph.nodes.flatMap { node in
      node.parameters.map { AlignedBuffer(count: $0.count) } + node.state.map { AlignedBuffer(count: $0.numbers.count) }
    }
  }

  /// Copies the network's numbers as they are now.
  func keep(on pool: WorkerPool) {
    forEach(on: pool) { copy, numbers in _ = copy.elements.update(fromContentsOf: numbers) }
  }

  /// Gives the network the numbers that were copied last.
  func restore(on pool: WorkerPool) {
    forEach(on: pool) { copy, numbers in _ = numbers.update(fromContentsOf: copy.elements) }
  }

  private func forEach(
    on pool: WorkerPool, _ body: (AlignedBuffer, UnsafeMutableBufferPointer<Float>) -> Void
  ) {
    let arrays = graph.nodes.flatMap { node in node.parameters.map { $0.numbers(on: pool) } + node.state.map(\.numbers)
    }
    for (copy, numbers) in zip(copies, arrays) { body(copy, numbers) }
  }
}
