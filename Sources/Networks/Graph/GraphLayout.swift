internal import Kernels
internal import SegLab
internal import Tensors

/// What is settled about a network before any node is made: which activations a layer's kernel does on its way, which concatenations copy
/// nothing, and where gradients are needed.
struct GraphLayout {
  /// Where a layer's output lies in a concatenation.
  struct Place: Equatable {
    /// The position of the concatenation.
    let whole: Int
    /// How many channels lie before the layer's.
    let offset: Int
  }

  /// The network.
  let plan: NetworkPlan
  /// The positions of the layers for whose outputs gradients are worked out.
  private(set) var learning: Set<Int> = []

  private let live: [Int]
  /// For each layer that only shows the numbers of another, that other.
  private var origins: [Int: Int] = [:]
  /// For each layer with numbers of its own, those that read them, through layers that only show them too.
  private var readers: [Int: Set<Int>] = [:]
  /// For each layer whose kernel does the activation of the layer after it, that other.
  private var activations: [Int: Int] = [:]
  private var places: [Int: Place] = [:]
  private var concatenated: Set<Int> = []

  init(_ plan: NetworkPlan) {
    self.plan = plan
    live = plan.live
    for position in live {
      let step = plan.steps[position]
      if step.plan.parameterCount > 0 || step.inputs.contains(where: learning.contains) { learning.insert(position) }
    }
    findActivations()
    findReaders()
    findConcatenatedParts()
  }

  /// The activation layer that the kernel of the layer at `position` does on its way; nil where there is none.
  func activationDone(by position: Int) -> (position: Int, activation: FusedActivation)? {
    guard let after = activations[position], let activation = plan.steps[after].layer.ending.fusedActivation else {
      return nil
    }
    return (after, activation)
  }

  /// Whether the layer at `position` is an activation that the layer before does.
  func isDoneBefore(_ position: Int) -> Bool {
    plan.steps[position].inputs.contains { activations[$0] == position }
  }

  /// Where the output of the layer at `position` lies in a concatenation that copies nothing; nil where it has memory of its own.
  func place(of position: Int) -> Place? { places[position] }

  /// Whether the concatenation at `position` copies nothing, because its parts are written where it has them.
  func isConcatenated(_ position: Int) -> Bool { concatenated.contains(position) }

  private mutating func findActivations() {
    for position in live where plan.steps[position].layer.ending.fusedActivation != nil {
      let before = plan.steps[position].inputs[0]
      let isAlone = live.count { plan.steps[$0].inputs.contains(before) } == 1
      if isAlone, plan.steps[before].layer.ending.canFuseActivation { activations[before] = position }
    }
  }

  private mutating func findReaders() {
    for position in live {
      let step = plan.steps[position]
      for input in step.inputs {
        let origin = origins[input] ?? input
        readers[origin, default: []].insert(position)
        if step.layer.origin.isView { origins[position] = origin }
      }
    }
  }

  private mutating func findConcatenatedParts() {
    for position in live where plan.steps[position].layer.origin == .concatenated {
      let parts = plan.steps[position].inputs
      let channels = parts.map { plan.steps[$0].plan.output.dimensions[2] }
      // Parts begin at whole lanes, and thin maps have none.
      guard Set(parts).count == parts.count, channels.dropLast().allSatisfy({ $0 % FeatureMap.lanes == 0 }),
        let last = channels.last, last >= FeatureMap.thinnest, parts.allSatisfy({ canConcatenate($0, in: position) })
      else { continue }
      concatenated.insert(position)
      var offset = 0
      for (part, count) in zip(parts, channels) {
        places[part] = Place(whole: position, offset: offset)
        offset += count
      }
    }
  }

  /// Whether the layer at `part` can write straight into the concatenation at `whole`.
  ///
  /// Gradients come the other way: all that read the whole must come after all others that read the part, so that the gradient of the
  /// whole is there before others add to that of the part.
  private func canConcatenate(_ part: Int, in whole: Int) -> Bool {
    let dimensions = plan.steps[part].plan.output.dimensions
    let target = plan.steps[whole].plan.output.dimensions
    guard places[part] == nil, origins[part] == nil, dimensions.prefix(2) == target.prefix(2) else { return false }
    switch plan.steps[part].layer.origin {
    case .images, .concatenated: return false
    case .computed, .shown, .reshaped: break
    }
    let first = readers[whole]?.min() ?? .max
    return readers[part, default: []].allSatisfy { $0 == whole || $0 < first }
  }
}

extension FeatureMap {
  /// Maps of fewer channels have pixels that lie close.
  static let thinnest = 8
  /// Slices of a map begin at multiples of so many channels.
  static let lanes = FeatureMap.stride(channels: thinnest)
}
