internal import Kernels
internal import SegLab
internal import Tensors

/// Early-stopping monitor: tells from what is measured after each epoch which one was the best, and when to end.
struct EarlyStoppingMonitor {
  private let metric: EarlyStopping.Metric
  private let minimumChange: Double
  private let patience: Int

  /// - Parameter training: says what to monitor; nil results where it asks for nothing.
  init?(_ training: Training) {
    guard training.keepBest || training.earlyStopping != nil else { return nil }
    metric = training.earlyStopping?.metric ?? .loss
    minimumChange = training.earlyStopping?.minimumChange ?? 0
    patience = training.earlyStopping?.patience ?? .max
  }

  /// Takes a point into account.
  ///
  /// - Parameters:
  ///   - point: what was measured.
  ///   - state: how the training has gone; told of the best epoch, and whether to end.
  /// - Returns: whether this epoch is the best so far.
  func note(_ point: ValidationPoint, in state: inout TrainingState) -> Bool {
    state.validation.append(point)
    let value =
      switch metric {
      case .loss: point.loss
      case .dice: point.dice
      }
    let isBetter =
      switch (state.best, metric) {
      case (nil, _): true
      case (let best?, .loss): value < best.value - minimumChange
      case (let best?, .dice): value > best.value + minimumChange
      }
    if isBetter {
      state.best = TrainingState.Best(epoch: point.epoch, value: value)
      state.waited = 0
    } else {
      state.waited += 1
      state.stoppedEarly = state.waited >= patience
    }
    return isBetter
  }
}

/// A copy of all that a network had learned after its best epoch.
final class BestWeights {
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
