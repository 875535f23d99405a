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

  /// One change of a layer with a window after which everything fits: another stride, padding, or window and stride exchanged. Of several
  /// that one after which most of what the lab asks holds.
  func window() -> NetworkAdvicePhrase? {
    var best: (advice: NetworkAdvicePhrase, score: Int, rank: Int)?
    for (index, item) in layers.enumerated() {
      guard case .window(let window) = item.layer.variants else { continue }
      for (rank, change) in changes(of: item.layer, window) {
        guard let score = score(replacing(index, by: change.layer)) else { continue }
        if let best, (best.score, -best.rank) >= (score, -rank) { continue }
        best = (change.advice, score, rank)
      }
    }
    return best?.advice
  }

  /// What a layer with a window may be meant as, the likeliest with the lowest rank.
  private func changes(
    of layer: any NetworkLayer, _ window: LayerVariants.Window
  ) -> [(rank: Int, change: LayerVariants.Exchange)] {
    let strides = Self.strides.filter { $0 != window.stride }.map { stride in
      // A window smaller than its stride leaves pixels out: it is rarely the stride that is wrong then, or rightly so.
      let isLikely = window.stride <= window.side && stride <= window.side
      // One that makes maps larger leaves holes in them: it is the stride that is wrong.
      let leavesHoles = layer is ConvTranspose2D && window.stride > window.side && stride <= window.side
      return (
        rank: leavesHoles ? -1 : isLikely ? 0 : 3,
        change: LayerVariants.Exchange(
          layer: window.strided(stride),
          advice: .changeStride(layer: layer.name, found: window.stride, stride: stride))
      )
    }
    let first = layer is ConvTranspose2D ? -2 : 1
    let exchanged = window.exchanged.map { [(rank: window.stride > window.side ? first : 4, change: $0)] } ?? []
    let padded =
      window.isPadded
      ? [] : [(rank: 2, change: LayerVariants.Exchange(layer: window.padded, advice: .padLayer(layer: layer.name)))]
    return strides + exchanged + padded
  }

  /// The strides that are tried.
  private static let strides = [1, 2, 3, 4, 8, 16, 32]

  /// Whether everything fits where no window loses the edges of a map.
  var padsToFit: Bool {
    !layers.isEmpty
      && fits(
        layers.map { item in
          guard case .window(let window) = item.layer.variants else { return item }
          return StructureCheck.Resolved(layer: window.padded, inputs: item.inputs)
        })
  }

  /// Whether everything fits where layer `index` cuts what it joins.
  func cropsToFit(_ index: Int) -> Bool {
    guard layers.indices.contains(index), case .merging(let cropped) = layers[index].layer.variants else {
      return false
    }
    return fits(replacing(index, by: cropped))
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

  /// Whether everything fits with layer `index` below the one that reads it.
  func fitsExchanged(_ index: Int) -> Bool {
    guard layers.indices.contains(index + 1), layers[index + 1].inputs == [index] else { return false }
    var tried = layers
    tried[index] = StructureCheck.Resolved(layer: layers[index + 1].layer, inputs: layers[index].inputs)
    tried[index + 1] = StructureCheck.Resolved(layer: layers[index].layer, inputs: [index])
    return fits(tried)
  }

  /// The nearest smaller and the nearest larger size of images that fit, `[height, width]` each; empty where none near does.
  func sizes() -> [[Int]] {
    guard case .images(let height, let width, let resized)? = layers.first?.layer.variants else { return [] }
    let takes = { (height: Int, width: Int) in fits(replacing(0, by: resized(height, width))) }
    let around = { (size: Int, step: Int) -> Int? in
      var candidate = size
      for _ in 0..<Self.sizesTried {
        if candidate < 1 { return nil }
        if takes(candidate, candidate) { return candidate }
        candidate += step
      }
      return nil
    }
    var sizes: [[Int]] = []
    for step in [-1, 1] {
      guard let nearHeight = around(height, step), let nearWidth = around(width, step) else { continue }
      // Nobody cuts images down to a stamp to please a network.
      guard nearHeight * 2 >= height, nearWidth * 2 >= width else { continue }
      let size = [nearHeight, nearWidth]
      if takes(nearHeight, nearWidth), !sizes.contains(size) { sizes.append(size) }
    }
    return sizes
  }

  /// How many layers fit with another in the place of layer `index`; one more where the output is what is wanted, too.
  func reach(_ index: Int, by layer: any NetworkLayer) -> Int {
    guard layers.indices.contains(index) else { return 0 }
    let changed = replacing(index, by: layer)
    return plans(changed).count + (fits(changed) ? 1 : 0)
  }

  /// Whether everything fits with another in the place of layer `index`.
  func fits(_ index: Int, by layer: any NetworkLayer) -> Bool { fits(replacing(index, by: layer)) }

  private func replacing(_ index: Int, by layer: any NetworkLayer) -> [StructureCheck.Resolved] {
    var changed = layers
    changed[index] = StructureCheck.Resolved(layer: layer, inputs: layers[index].inputs)
    return changed
  }

  /// Whether every layer fits and the output is what the loss wants for the images.
  private func fits(_ layers: [StructureCheck.Resolved]) -> Bool { score(layers) != nil }

  /// How much of what the lab asks holds for layers that all fit; nil where they do not.
  private func score(_ layers: [StructureCheck.Resolved]) -> Int? {
    let plans = plans(layers)
    guard plans.count == layers.count, let first = plans.first?.output.dimensions,
      let last = plans.last?.output.dimensions,
      last.count == 3,
      Array(last.prefix(2)) == Array(first.prefix(2)), limits.channels.contains(last[2])
    else { return nil }
    let parameters = plans.reduce(0) { $0.plus($1.parameterCount) }
    let score = zip(layers, plans).count { limits.wanted.shapes[$0.layer.name] == $1.output.dimensions }
    return score + (limits.wanted.parameters == parameters ? 2 : 0)
  }

  /// The plans of the layers that fit, up to the first that does not.
  private func plans(_ layers: [StructureCheck.Resolved]) -> [LayerPlan] {
    var (plans, shapes): ([LayerPlan], [InputShape]) = ([], [])
    for item in layers {
      guard let plan = try? item.layer.plan(reading: item.inputs.map { shapes[$0] }), plan.output.isCountable else {
        break
      }
      plans.append(plan)
      shapes.append(InputShape(name: item.layer.name, shape: plan.output))
    }
    return plans
  }
}

extension UnevenStride {
  /// The first in a network; nil where every stride divides what it is applied to.
  init?(in steps: [NetworkPlan.Step]) {
    for step in steps {
      let stride = step.layer.scaling.down
      guard stride > 1, let source = step.inputs.first else { continue }
      for (size, result) in zip(steps[source].plan.output.dimensions, step.plan.output.dimensions).prefix(2)
      where size % stride != 0 {
        self.init(layer: step.layer.name, size: size, stride: stride, result: result)
        return
      }
    }
    return nil
  }
}
