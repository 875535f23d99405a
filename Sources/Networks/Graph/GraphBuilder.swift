internal import Kernels
internal import SegLab
internal import Tensors

/// Collects the nodes of a network as its layers ask for them.
final class GraphBuilder {
  /// The most images at once.
  let batch: Int
  /// Whether dense layers follow their gradients by themselves, so that none is stored.
  let denseDescends: Bool
  /// The nodes in the order in which they compute.
  private(set) var nodes: [any Node] = []
  /// The position of the layer that is being built.
  private(set) var position = 0

  private let layout: GraphLayout
  private let random: SeededGenerator
  private var wholes: [Int: Value] = [:]

  /// - Parameters:
  ///   - layout: what is settled about the network.
  ///   - batch: the most images at once.
  ///   - denseDescends: whether dense layers follow their gradients by themselves.
  ///   - random: what layers draw from while they train.
  init(_ layout: GraphLayout, batch: Int, denseDescends: Bool, random: SeededGenerator) {
    self.layout = layout
    self.batch = batch
    self.denseDescends = denseDescends
    self.random = random
  }

  /// Builds the layer at `position`.
  ///
  /// - Parameters:
  ///   - position: where the layer stands.
  ///   - values: what it reads.
  /// - Returns: what it gives.
  func build(_ position: Int, reading values: [Value]) -> Value {
    self.position = position
    let step = layout.plan.steps[position]
    // The layer before has done it, into the memory of this one.
    if layout.isDoneBefore(position) { return values[0] }
    return step.layer.build(in: self, reading: values, plan: step.plan)
  }

  /// Adds a node after all others.
  func add(_ node: any Node) { nodes.append(node) }

  /// What the layer draws from while it trains.
  var stream: SeededGenerator { random.derived(UInt64(position)) }

  /// The activation that the layer's kernel does on its way: its own, or that of the layer after it.
  func fusedActivation(own: Activation) -> FusedActivation {
    let own = own.fused ?? .identity
    return own == .identity ? layout.activationDone(by: position)?.activation ?? .identity : own
  }

  /// Memory for what the layer gives, `[height, width, channels]` for an image: in the concatenation that it is a part of, or of its own.
  func output(height: Int, width: Int, channels: Int) -> Value {
    let target = layout.activationDone(by: position)?.position ?? position
    guard let place = layout.place(of: target) else { return map(height: height, width: width, channels: channels) }
    let whole = whole(at: place.whole)
    let storage = Storage(
      numbers: whole.storage.numbers, gradient: learns ? whole.storage.gradient : nil, whole: whole.storage)
    return Value(
      storage: storage, offset: place.offset, height: height, width: width, channels: channels, stride: whole.stride)
  }

  /// As ``output(height:width:channels:)``, with the dimensions of `value`.
  func output(like value: Value) -> Value {
    value.height == 1 && value.width == 1
      ? row(value.channels) : output(height: value.height, width: value.width, channels: value.channels)
  }

  /// Memory of its own for a map on the layer's way.
  func map(height: Int, width: Int, channels: Int) -> Value {
    value(height, width, channels, stride: FeatureMap.stride(channels: channels), hasGradient: learns)
  }

  /// Memory of its own for a row of numbers.
  func row(_ count: Int) -> Value { value(1, 1, count, stride: count, hasGradient: learns) }

  /// What the concatenation at the layer's own position gives, its parts already in place; nil where it has to copy.
  var concatenated: Value? { layout.isConcatenated(position) ? whole(at: position) : nil }

  private var learns: Bool { layout.learning.contains(position) }

  private func whole(at position: Int) -> Value {
    if let value = wholes[position] { return value }
    let dimensions = layout.plan.steps[position].plan.output.dimensions
    let whole = value(
      dimensions[0], dimensions[1], dimensions[2], stride: FeatureMap.stride(channels: dimensions[2]),
      hasGradient: layout.learning.contains(position))
    wholes[position] = whole
    return whole
  }

  private func value(_ height: Int, _ width: Int, _ channels: Int, stride: Int, hasGradient: Bool) -> Value {
    let count = batch * height * width * stride
    let storage = Storage(
      numbers: Region(count: count), gradient: hasGradient ? Region(count: count) : nil)
    return Value(storage: storage, offset: 0, height: height, width: width, channels: channels, stride: stride)
  }
}

extension GraphBuilder {
  /// The same numbers without gaps between pixels, copied where there are gaps.
  ///
  /// - Parameters:
  ///   - value: a map or a row.
  ///   - layer: the layer's name.
  /// - Returns: as much as `value`, or `value` itself.
  func close(_ value: Value, layer: String) -> Value {
    guard !value.isClose else { return value }
    let output = row(value.count).arranged(height: value.height, width: value.width, channels: value.channels)
    add(ConcatenationNode(NodeIO(layer: layer, inputs: [value], output: output)))
    return output
  }

  /// The same numbers as other layers expect a map, copied where its pixels need gaps between them.
  ///
  /// - Parameters:
  ///   - value: a map without gaps.
  ///   - layer: the layer's name.
  /// - Returns: as much as `value`, or `value` itself.
  func map(_ value: Value, layer: String) -> Value {
    guard FeatureMap.stride(channels: value.channels) != value.channels else { return value }
    let output = map(height: value.height, width: value.width, channels: value.channels)
    add(ConcatenationNode(NodeIO(layer: layer, inputs: [value], output: output)))
    return output
  }
}
