public import SegLab

/// A merge that reads a convolution from the middle of a block: the block goes on at the same size with another, which ends it before a pooling.
struct EarlySkip {
  /// The layer that merges.
  let layer: String
  /// What it reads.
  let joins: String
  /// What ends the block.
  let last: String
  /// The line of the merge.
  let line: Int

  /// All of them in a network, in order.
  static func all(in layers: [StructureCheck.Resolved]) -> [EarlySkip] {
    let readers = layers.indices.reduce(into: [Int: [Int]]()) { readers, index in
      for input in layers[index].inputs { readers[input, default: []].append(index) }
    }
    func isMerging(_ index: Int) -> Bool { if case .merging = layers[index].layer.variants { true } else { false } }
    return layers.indices.flatMap { index -> [EarlySkip] in
      guard isMerging(index) else { return [] }
      return layers[index].inputs.compactMap { input -> EarlySkip? in
        guard layers[input].layer.linearity == .convolution else { return nil }
        var last = input
        // On through what keeps the size, down to what makes it smaller.
        while let next = readers[last]?.first(where: { !isMerging($0) }), next < index {
          let layer = layers[next].layer
          if layer.scaling.down > 1 {
            guard last != input, layers[last].layer.linearity == .convolution else { return nil }
            return EarlySkip(
              layer: layers[index].layer.name, joins: layers[input].layer.name, last: layers[last].layer.name,
              line: layers[index].layer.line)
          }
          guard layer.scaling.up == 1, layers[next].inputs.count == 1 else { return nil }
          last = next
        }
        return nil
      }
    }
  }
}

extension Network {
  /// How many layers with weights there are, where no layer does more than add up what it reads, each times a number; nil where one does.
  public var linearLayers: Int? {
    let known = layers.compactMap { $0 as? any NetworkLayer }
    let isLinear = known.allSatisfy { layer in
      guard layer.linearity != .nonlinear else { return false }
      switch layer.ending {
      case .passesOn, .computes(.identity, _): return true
      case .computes, .activates: return false
      }
    }
    return isLinear ? known.count { $0.biasOption != nil } : nil
  }
}

/// Two convolutions with nothing between them that is not linear: together they can do no more than one.
struct LinearPair {
  /// The convolution that ends without an activation.
  let first: any NetworkLayer
  /// The one that reads it.
  let second: any NetworkLayer

  /// The pairs in a network, in order.
  static func all(in layers: [StructureCheck.Resolved]) -> [LinearPair] {
    layers.compactMap { item in
      guard item.layer.linearity == .convolution, var position = item.inputs.first else { return nil }
      while layers[position].layer.linearity == .transparent { position = layers[position].inputs[0] }
      let first = layers[position].layer
      guard first.linearity == .convolution, first.ending.isIdentity else { return nil }
      return LinearPair(first: first, second: item.layer)
    }
  }
}
