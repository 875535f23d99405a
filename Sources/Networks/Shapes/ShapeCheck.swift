internal import Diagnostics
internal import Phrases
internal import SegLab
internal import Tensors

/// Follows the shapes through a network whose layers are sound one by one, down to the first that does not fit.
struct ShapeCheck {
  let network: Network
  let file: String
  let limits: NetworkLimits
  let layers: [StructureCheck.Resolved]
  private(set) var planned: [NetworkPlan.Step] = []
  private(set) var diagnostics: [Diagnostic] = []

  init(network: Network, file: String, limits: NetworkLimits, layers: [StructureCheck.Resolved]) {
    self.network = network
    self.file = file
    self.limits = limits
    self.layers = layers
  }

  /// Whether the network can be trained.
  var isSound: Bool { diagnostics.isEmpty }

  /// The layers as a table, as far as they fit.
  var summaries: [LayerSummary] {
    planned.map { step in
      LayerSummary(
        name: step.layer.name, kind: type(of: step.layer).kind, inputs: step.inputs.map { planned[$0].layer.name },
        output: step.plan.output, parameters: step.plan.parameterCount, multiplyAdds: step.plan.multiplyAdds,
        line: step.layer.line)
    }
  }

  mutating func run() {
    for item in layers {
      let arriving = item.inputs.map { Arrival(name: planned[$0].layer.name, shape: planned[$0].plan.output) }
      do throws(Mismatch) {
        let plan = try item.layer.plan(reading: arriving)
        guard plan.output.count != nil else {
          throw Mismatch(summary: .tooManyNumbers(layer: item.layer.name, shape: plan.output.extents))
        }
        planned.append(NetworkPlan.Step(layer: item.layer, inputs: item.inputs, plan: plan))
        if planned.count == 1 { try checkImages(plan.output) }
      } catch {
        return report(error, line: item.layer.line)
      }
    }
    checkOutput()
    if isSound { checkCost() }
  }

  private func checkImages(_ shape: Shape) throws(Mismatch) {
    guard let images = limits.images, images != shape else { return }
    throw Mismatch(
      summary: .imagesDiffer(written: shape.extents, images: images.extents),
      help: .writeInput(shape: images.extents))
  }

  private mutating func checkOutput() {
    guard let first = planned.first, let last = planned.last else { return }
    let found = last.plan.output.extents
    let image = first.plan.output.extents
    let fits =
      found.count == 3 && found.prefix(2) == image.prefix(2)
      && (limits.classes.map { found[2] == $0 } ?? ((2...256).contains(found[2])))
    guard fits else {
      let expected = image.prefix(2).map(String.init) + [limits.classes.map(String.init) ?? "classes"]
      return report(
        Mismatch(
          summary: .outputIsNoMap(
            layer: last.layer.name, found: found, expected: "[" + expected.joined(separator: ", ") + "]"),
          help: .endWithClasses(height: image[0], width: image[1], classes: limits.classes ?? 2)),
        line: last.layer.line)
    }
    if let layer = softmaxBeforeLoss() {
      report(Mismatch(summary: .softmaxBeforeLoss(layer: layer.name), help: .useIdentity), line: layer.line)
    }
  }

  /// The layer whose softmax reaches the loss with nothing but changes of shape between, where there is one.
  private func softmaxBeforeLoss() -> (any PlannedLayer)? {
    var position = planned.count - 1
    while position > 0 {
      let layer = planned[position].layer
      switch layer {
      case let layer as Dense: return layer.activation == .softmax ? layer : nil
      case let layer as Activate where layer.activation != .identity: return layer.activation == .softmax ? layer : nil
      default: position = planned[position].inputs[0]
      }
    }
    return nil
  }

  private mutating func checkCost() {
    let cost = NetworkCost(layers: summaries)
    let largest = summaries.max { $0.parameters < $1.parameters }
    guard let largest else { return }
    if cost.parameters > limits.parameters {
      report(
        Mismatch(
          summary: .tooManyParameters(
            found: cost.parameters, bytes: cost.parameters.times(MemoryLayout<Float>.stride),
            limit: limits.parameters),
          help: .makeSmaller(layer: largest.name, parameters: largest.parameters)), line: largest.line)
    } else if cost.bytes(batchSize: limits.batchSize) > limits.bytes {
      report(
        Mismatch(
          summary: .tooMuchMemory(
            found: cost.bytes(batchSize: limits.batchSize), limit: limits.bytes, batchSize: limits.batchSize),
          help: .makeSmallerOrFewer(layer: largest.name)), line: largest.line)
    }
  }

  private mutating func report(_ mismatch: Mismatch, line: Int) {
    diagnostics.append(Diagnostic(.error, file: file, line: line, mismatch.summary, help: mismatch.help))
  }
}
