internal import Kernels

/// When each region is needed in a step: forward node by node, the loss, backward node by node from the last, the update.
struct Timeline {
  private let count: Int

  /// Notes when the nodes use their regions.
  ///
  /// - Parameters:
  ///   - nodes: the nodes in the order in which they compute, their gradients settled.
  ///   - images: what the network reads; there before the first node.
  ///   - logits: what the loss reads and writes the gradient of.
  ///   - keepsGradients: whether the gradients of parameters stay until all of them are known.
  init(_ nodes: [any Node], images: Value, logits: Value, keepsGradients: Bool) {
    count = nodes.count
    images.storage.numbers.use(at: -1)
    for (index, node) in nodes.enumerated() {
      let wiring = node.wiring
      for input in wiring.inputs { input.storage.numbers.use(at: index) }
      wiring.output.storage.numbers.use(at: index)
      guard wiring.output.hasGradient else { continue }
      noteBackward(of: node, at: 2 * count - index, keepsGradients: keepsGradients)
    }
    logits.storage.numbers.use(at: count)
    logits.storage.gradient?.use(at: count)
  }

  /// The first and the last time of a step.
  var whole: ClosedRange<Int> { -1...2 * count + 1 }

  private func noteBackward(of node: any Node, at time: Int, keepsGradients: Bool) {
    let wiring = node.wiring
    wiring.output.storage.gradient?.use(at: time)
    if node.readsOutputAgain || wiring.finishesOutput { wiring.output.storage.numbers.use(at: time) }
    for (input, part) in zip(wiring.inputs, wiring.parts) {
      if node.readsInputsAgain || part.activation != nil { input.storage.numbers.use(at: time) }
      if part.isWanted { input.storage.gradient?.use(at: time) }
    }
    for parameter in node.parameters {
      parameter.gradient?.use(at: time)
      if keepsGradients { parameter.gradient?.use(at: whole.upperBound) }
    }
  }
}
