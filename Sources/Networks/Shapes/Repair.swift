internal import Messages
internal import SegLab
internal import Tensors

/// Looks for one change that makes a network fit. Every change is tried on the whole network before it is advised.
struct Repair {
  /// How far from the size of the images to look for others.
  private static let sizesTried = 128
  /// How many layers to try as another one to join.
  private static let joinsTried = 64
  /// Networks with more layers are not tried over and over.
  private static let layersTried = 300

  private let layers: [StructureCheck.Resolved]
  private let limits: NetworkLimits

  /// - Parameters:
  ///   - layers: the network.
  ///   - limits: what it must fit; the shape of the images is what its input says.
  init(_ layers: [StructureCheck.Resolved], limits: NetworkLimits) {
    self.layers = layers.count <= Self.layersTried ? layers : []
    self.limits = limits
  }

  /// A layer whose window and stride were taken for one another.
  func exchange() -> NetworkAdvicePhrase? {
    for (index, item) in layers.enumerated() {
      guard let other = Variants.exchanged(item.layer), fits(replacing(index, by: other)) else { continue }
      switch other {
      case let other as Conv2D:
        return .exchangeWindowAndStride(
          layer: other.name, window: "filter", extents: other.filter, stride: other.stride)
      case let other as ConvTranspose2D:
        return .exchangeWindowAndStride(
          layer: other.name, window: "filter", extents: other.filter, stride: other.stride)
      case let other as MaxPool2D:
        return .exchangeWindowAndStride(
          layer: other.name, window: "window", extents: [other.window], stride: other.stride)
      case let other as AveragePool2D:
        return .exchangeWindowAndStride(
          layer: other.name, window: "window", extents: [other.window], stride: other.stride)
      default: return nil
      }
    }
    return nil
  }

  /// Whether everything fits where no window loses the edges of a map.
  var padsToFit: Bool {
    !layers.isEmpty
      && fits(layers.map { StructureCheck.Resolved(layer: Variants.padded($0.layer), inputs: $0.inputs) })
  }

  /// Whether everything fits where layer `index` cuts what it joins.
  func cropsToFit(_ index: Int) -> Bool {
    guard layers.indices.contains(index), let other = Variants.cropping(layers[index].layer) else { return false }
    return fits(replacing(index, by: other))
  }

  /// A layer which fits in place of the one that layer `index` joins as its number `place`; the nearest above.
  func otherToJoin(_ index: Int, at place: Int) -> String? {
    guard layers.indices.contains(index) else { return nil }
    var tried = layers
    for other in (0..<index).reversed().prefix(Self.joinsTried) where !layers[index].inputs.contains(other) {
      var inputs = layers[index].inputs
      inputs[place] = other
      tried[index] = StructureCheck.Resolved(layer: layers[index].layer, inputs: inputs)
      if fits(tried) { return layers[other].layer.name }
    }
    return nil
  }

  /// The nearest smaller and the nearest larger size of images that fit, `[height, width]` each; empty where none near does.
  func sizes() -> [[Int]] {
    guard let input = layers.first?.layer as? Input else { return [] }
    let (height, width) = (input.shape[0], input.shape[1])
    let around = { (size: Int, step: Int) -> Int? in
      var candidate = size
      for _ in 0..<Self.sizesTried {
        if candidate < 1 { return nil }
        if fits(height: candidate, width: candidate, input) { return candidate }
        candidate += step
      }
      return nil
    }
    var sizes: [[Int]] = []
    for step in [-1, 1] {
      guard let height = around(height, step), let width = around(width, step) else { continue }
      // Nobody cuts images down to a stamp to please a network.
      guard height * 2 >= input.shape[0], width * 2 >= input.shape[1] else { continue }
      if fits(height: height, width: width, input), !sizes.contains([height, width]) { sizes.append([height, width]) }
    }
    return sizes
  }

  private func fits(height: Int, width: Int, _ input: Input) -> Bool {
    let other = Input(input.name, shape: [height, width, input.shape[2]], line: input.line)
    return fits(replacing(0, by: other))
  }

  private func replacing(_ index: Int, by layer: any PlannedLayer) -> [StructureCheck.Resolved] {
    var changed = layers
    changed[index] = StructureCheck.Resolved(layer: layer, inputs: layers[index].inputs)
    return changed
  }

  /// Whether every layer fits and the output is what the loss wants for the images.
  private func fits(_ layers: [StructureCheck.Resolved]) -> Bool {
    var shapes: [Arrival] = []
    for item in layers {
      guard let plan = try? item.layer.plan(reading: item.inputs.map { shapes[$0] }), plan.output.isCountable else {
        return false
      }
      shapes.append(Arrival(name: item.layer.name, shape: plan.output))
    }
    guard let first = shapes.first?.shape.extents, let last = shapes.last?.shape.extents else { return false }
    return last.count == 3 && Array(last.prefix(2)) == Array(first.prefix(2))
      && limits.channels.contains(last[2])
  }
}
