internal import Kernels

/// Settles who overwrites a gradient, who adds to it, and who takes the activations that are fused into producers into account.
///
/// Gradients are worked out from the last node to the first. The first that writes a value's gradient overwrites, the others add; the last one
/// multiplies by the derivative of the producer's activation where its kernel can, and otherwise the producer does so itself.
enum GradientRouting {
  /// Writes the settlement into the inputs and outputs of the nodes.
  ///
  /// - Parameters:
  ///   - nodes: the nodes in the order in which they compute.
  ///   - logits: what the loss reads and writes the gradient of.
  static func settle(_ nodes: [any Node], logits: Value) {
    var written: Set<ObjectIdentifier> = [ObjectIdentifier(logits.storage)]
    var last: [ObjectIdentifier: (node: any Node, input: Int)] = [:]
    for node in nodes.reversed() {
      let io = node.io
      // A node whose output learns nothing hands nothing on.
      guard io.output.hasGradient else { continue }
      for (index, input) in io.inputs.enumerated() where input.hasGradient {
        let storage = input.storage
        let isWritten =
          written.contains(ObjectIdentifier(storage))
          || storage.whole.map { written.contains(ObjectIdentifier($0)) } ?? false
        io.parts[index] = NodeIO.Part(isWanted: true, isAdding: isWritten)
        written.insert(ObjectIdentifier(storage))
        last[ObjectIdentifier(storage)] = (node, index)
      }
    }
    for node in nodes {
      let storage = node.io.output.storage
      guard storage.gradient != nil, storage.activation != .identity else { continue }
      if let (reader, index) = last[ObjectIdentifier(storage)], reader.finishesInputs {
        reader.io.parts[index].activation = storage.activation
      } else {
        node.io.finishesOutput = true
      }
    }
  }
}
